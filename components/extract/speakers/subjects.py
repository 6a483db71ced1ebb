"""Who is meant by a cue that names nobody: the subject of the governing verb, or who spoke last and agrees."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from components.extract.actors.party import Party
from components.extract.speakers.draft import COMMAS, Phrase
from components.extract.speakers.hidden import owner_before
from components.extract.speakers.lexemes import finite, unit, used, verb_is
from components.extract.speakers.voices import Heard, Voice
from components.extract.speakers.written import behind_it, writer
from components.extract.speech import Speech
from components.text.tokens import LINE, WORD

if TYPE_CHECKING:
    from components.extract.speakers.scene import Scene

LOOKED_BACK = 9  # voices before a verb without subject among which its own is sought, and one
NEXT = 2  # sentences in which who spoke goes on in a participle
SAYING = frozenset({"says", "reports", "marks"})
SOON = 5  # tokens behind من جانبه in which the subject stands
NEAREST = 12  # speeches before a verb that may end inside its sentence
HEADLINE = 40  # tokens of a first line
SENTENCES_BACK = 2  # sentences before it, where nobody has spoken yet


class Meant:
    """The subjects of verbs that name none, in one scene; what has been heard there is read as it grows."""

    def __init__(self, scene: "Scene") -> None:
        self.scene, self.tokens, self.cast, self.finder = scene, scene.tokens, scene.cast, scene.finder
        self.content, self.starts, self.reach, self.heard = scene.content, scene.starts, scene.reach, scene.heard
        self.latters = used("the_latter") & self.tokens.distinct

    def verb(self, speech: Speech) -> tuple[str, str]:
        """Gender and number that the cue shows of its subject: ("f", "s") for قالت, ("m", "p") for قالوا."""
        if speech.cue is None:
            return "", ""
        form = self.tokens.form(speech.cue_after - 1)
        place = self.tokens.at(speech.cue_first, "cue_verb")
        if place is None or speech.order == "attribution":
            if form.endswith("ها"):
                return "f", "s"
            if form.endswith("هم"):
                return "m", "p"
            if place is None:
                return ("m", "s") if form.endswith("ه") else ("", "")
        entry = place.entry
        if entry.get("part") == "masdar":
            owner = entry.get("pronoun") or entry.get("object") or ""
            return {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p")}.get(owner, ("", ""))
        if entry.get("part") in ("present", "jussive") and len(self._readings(speech)) > 1:
            return "", entry.get("number") or ""
        return entry.get("gender") or "", entry.get("number") or ""

    def _readings(self, speech: Speech) -> set[str]:
        return {place.entry.get("gender") or "" for place in self.tokens.opening.get(speech.cue_first, ())
                if place.kind == "cue_verb"}

    def voice(self, speech: Speech) -> Voice | None:
        """Who is the subject of a cue that names nobody: the subject of the governing verb, or who spoke last and agrees."""
        gender, number = self.verb(speech)
        first, _ = self.tokens.sentence(speech.cue_first)
        pointed = self._pointed_at(speech, gender, number)
        if pointed is not None:
            return pointed
        nested = self.nested(speech)
        before = [heard for heard in self.heard[:-LOOKED_BACK:-1]
                  if heard.at < speech.cue_first and (nested or not heard.nested)]
        latter = self.latter(speech) or (self._of_purpose(speech, gender, number) if nested else None)
        if latter is not None:
            return latter
        inner = self._inner_subject(speech, gender, number) if nested else None
        if inner is not None:
            return inner
        if before and before[0].at >= first and self._agree(before[0].voice, gender, number):
            return self._again(before[0].voice)
        covered = self._of_covered(speech, gender, number) if speech.order in ("attribution", "content_first") else None
        if covered is not None:
            return covered
        beside = self.finder.adjacent(first, speech.cue_first) if speech.order != "chained" else None
        if beside is not None and self.likely(beside) and self._fits(beside, gender, number):
            return self.scene.of_phrase(speech, beside, None)
        governing = self._governing(first, speech.cue_first, number)
        if governing is not None and self.mere_town(speech, governing):
            governing = None
        telling = speech.order != "chained" or gender == "f"  # … فيما جددت الوزيرة التزامها بـ…، مؤكدة أن
        if governing is not None and telling and gender and not (
                self.likely(governing) and self._fits(governing, gender, number)):
            governing = self._governing(first, speech.cue_first, number, gender) or governing
        sure = governing is not None and (self.likely(governing) or self._in_turn(first, governing) or self._told(governing))
        if governing is not None and (sure or self._document_acts(speech, governing, gender)):
            party = self.cast.resolve(governing.members[0], governing.first)
            if party.agrees(gender, number) and (party.kind != "place" or gender == "f"):
                voice = self.scene.of_phrase(speech, governing, None)
                if speech.order != "chained":
                    voice.span, voice.text = None, None
                return voice
        owner = self.finder.owner(first, speech.cue_first)
        if owner is not None and self.likely(owner) and self._fits(owner, gender, number):
            return replace(self.scene.of_phrase(speech, owner, None), span=None, text=None)
        spoken_of = self._spoken_of(speech, first, before, gender, number) if governing is None else None
        if spoken_of is not None:
            return spoken_of
        agreeing = [heard.voice for heard in before if self._agree(heard.voice, gender, number)]
        if agreeing:
            return self._again(next((voice for voice in agreeing[:3] if not voice.carries), agreeing[0]))
        if governing is not None and governing.members[0].head.article and self._fits(governing, gender, number):
            return replace(self.scene.of_phrase(speech, governing, None), span=None, text=None)
        topic = self._topic(first, gender, number)
        if topic is not None:
            return Voice(None, None, [topic], topic.name, topic.role)
        last = self.cast.speaker_before(speech.cue_first, gender, number or "s")
        if last is None:
            return self._again(before[0].voice) if before else None
        return Voice(None, None, [last], last.name, last.role)

    def last(self) -> Voice:
        """Who was heard last, outside another's speech if anybody was."""
        return self._again(next((heard for heard in reversed(self.heard) if not heard.nested), self.heard[-1]).voice)

    def _pointed_at(self, speech: Speech, gender: str, number: str) -> Voice | None:
        """Whom the grammar around the cue points at: whose masdar it is, whom a relative refers to, who interrupts another,
        who wrote what it is said in."""
        owner = owner_before(self.finder, speech)
        if owner is not None:
            return replace(self.scene.of_phrase(speech, owner, None), span=None, text=None)
        related = self.finder.antecedent(speech.cue_first)
        if related is not None and (self.likely(related) or related.members[0].head.kind == "document"):
            return replace(self.scene.of_phrase(speech, related, None), span=None, text=None)
        between = self.finder.interrupter(speech.cue_first) if speech.order == "chained" else None
        if between is not None and self.likely(between) and self._fits(between, gender, number):
            return self.scene.of_phrase(speech, between, None)
        return self._of_writing(speech, gender, number)

    def _of_writing(self, speech: Speech, gender: str, number: str) -> Voice | None:
        """Who said what stands in something: أصدر الوزير بيانا قال فيه, ألقى الوزير كلمة جاء فيها."""
        spoken_in = self.tokens.form(speech.cue_after - 1) in used("in_it")
        if not (spoken_in or behind_it(self.finder, speech)):
            return None
        gender = "" if spoken_in else gender
        found = writer(self.finder, speech, gender)
        if found is None or not self.likely(found) or not self._fits(found, gender, number):
            return None
        return replace(self.scene.of_phrase(speech, found, None), span=None, text=None)

    def _of_covered(self, speech: Speech, gender: str, number: str) -> Voice | None:
        """The subject of the narrator's own clause that كما أعلنت covers: وستغلق البلدية الطرق، كما أوضحت الخميس."""
        verb = any(place.kind == "cue_verb" and place.entry.get("part") == "past"
                   for index in range(speech.cue_first, speech.cue_after) for place in self.tokens.opening.get(index, ()))
        first = self.tokens.sentence(speech.cue_first)[0]
        found = self.finder.governing(first, speech.cue_first, number == "p", gender) if verb else None
        if found is None or not self.likely(found) or not self._fits(found, gender, number):
            return None
        acts = found.first > 0 and unit(self.tokens, found.first - 1)[0].kind in ("verb", "noun", "")
        return replace(self.scene.of_phrase(speech, found, None), span=None, text=None) if acts else None

    def _in_turn(self, first: int, phrase: Phrase) -> bool:
        """True for a name of no list where a new speaker must stand: من جانبه، أحجم بيكوف عن التعهد، وقال إن."""
        opens = any(self.tokens.form(at) in used("in_turn") for at in range(first, min(first + 2, len(self.tokens))))
        return opens and phrase.members[0].name is not None and phrase.first - first <= SOON

    def _told(self, phrase: Phrase) -> bool:
        """True for a name of no list right behind a verb of saying: وأعلن ماريتش عودة المصابين، وقال إن."""
        member = phrase.members[0]
        alone = member.name == (phrase.first, phrase.after) == (member.first, member.after) and not member.head.article
        return alone and any(
            place.kind == "cue_verb" and place.after == phrase.first and place.entry.get("part") == "past"
            and SAYING & place.entry.uses and not place.entry.get("pronoun") and not verb_is(
                str(place.entry.get("lemma")), "takes_object")
            for place in self.tokens.opening.get(phrase.first - 1, ()))

    def _document_acts(self, speech: Speech, phrase: Phrase, gender: str) -> bool:
        """True for a document that is the subject of a verb right behind it (لكن بيان الحكومة يضعها في قائمة، ويؤكد أنه) or
        right before it (خلصت دراسة إلى نتائج، وأوضحت أن)."""
        head, after = phrase.members[0].head, phrase.after
        acts = any(0 <= at < len(self.tokens) and self.tokens.kind(at) == WORD and unit(self.tokens, at)[0].kind == "verb"
                   for at in (phrase.first - 1, after))
        return acts and head.kind == "document" and head.gender == gender and not behind_it(self.finder, speech)

    def _fits(self, phrase: Phrase, gender: str, number: str) -> bool:
        return self.cast.resolve(phrase.members[0], phrase.first).agrees(gender, number)

    def likely(self, phrase: Phrase) -> bool:
        """True where a naming read out of a clause is surely one: a title, a body, a known name."""
        member = phrase.members[0]
        if member.head.stem in used("platform"):
            return False  # على موقع التواصل، تويتر، وقال
        if member.name is None:
            return member.head.kind in ("title", "body", "name", "place") or self.cast.surname(member) is not member
        if member.role is not None or member.name[0] > member.first or unit(self.tokens, member.name[0])[0].given:
            return True  # also السيد بون
        return self.cast.person_of(self.cast.name_keys(member.name), exact=True) is not None

    def mere_town(self, speech: Speech, phrase: Phrase) -> bool:
        """True for a town that is no capital, before a participle that goes on with who spoke last: وقالت الممرضة …. وعادت
        المكلا إلى هدوئها، مشيرة إلى أن."""
        head = phrase.members[0].head
        if speech.order != "chained" or head.kind != "place" or head.sort != "city" or len(phrase.members) > 1:
            return False
        last = next((heard for heard in reversed(self.heard) if not heard.nested), None)
        near = last is not None and self.tokens.sentence_of[speech.cue_first] - self.tokens.sentence_of[last.at] <= NEXT
        return near and last is not None and last.voice.parties[0].kind != "place" and self._agree(
            last.voice, *self.verb(speech))

    def nested(self, speech: Speech) -> bool:
        """True where the cue stands inside what somebody else says."""
        return self._inside(speech.cue_first)

    def _topic(self, first: int, gender: str, number: str) -> Party | None:
        """The subject of one of the sentences before token `first`: who is spoken of when nobody has spoken yet."""
        sentence = self.tokens.sentence_of[first] if first < len(self.tokens) else -1
        for earlier in range(sentence - 1, max(sentence - 1 - SENTENCES_BACK, -1), -1):
            found = self.finder.governing(*self.tokens.sentences[earlier])
            if found is not None:
                party = self.cast.resolve(found.members[0], found.first)
                country = party.kind == "place" and gender == "f"
                people = number == "p" and party.kind == "unnamed" and found.members[0].head.kind == "title"
                if (party.kind in ("person", "organization") or country or people) and party.agrees(gender, number):
                    return party
        return None

    def _spoken_of(self, speech: Speech, first: int, before: Sequence[Heard], gender: str, number: str) -> Voice | None:
        """The person whom the narrator's sentence before is about: وقد حظي الوزير بترحيب. وقال …; not for a verb that goes
        on (وأضاف), nor behind what lies further back (وكان الوزير قد …)."""
        sentence = self.tokens.sentence_of[first]
        if sentence < 1 or speech.cue is None:
            return None
        begin, end = self.tokens.sentences[sentence - 1]
        place = bisect_left(self.starts, end)
        until = max(self.reach[place - 1], self.starts[place - 1]) if place > 0 else 0
        framed = until > begin and self.tokens.form(begin).removeprefix("و") in used("framing")
        if framed and self.tokens.form(until) in COMMAS:
            begin = until + 1  # بعدما أكد الوزير أن …، هاجم النائب كرم الحكومة. وقال …
        told = until > begin
        aside = self.tokens.form(begin).lstrip("و") in used("background")
        spoke = not before or before[0].voice.parties[0].kind in ("person", "organization")  # not مزاعم
        spoke = spoke and not (before and aside and not self._agree(before[0].voice, gender, number))
        if told or (before and before[0].at >= begin) or (aside and spoke):
            return None
        found = self._acting(begin, end, gender)
        lead = self.tokens.form(found.first - 1) if found is not None else ""
        if aside and found is not None and finite(self.tokens.form(found.after)):
            lead = self.tokens.form(found.after)  # وكانت مصادر أكدت سماع انفجار. وقالت …
        if found is None or (found.members[0].name is None and not finite(lead)) or not self.likely(found):
            return None
        believes = lead.lstrip("و") in used("believes")  # ويعتقد الكاتب أن … وأضاف أن …
        if verb_is(speech.cue.lemma, "goes_on") and not (believes or finite(lead) or self._headline_alone(before, first)):
            return None  # وطالب النائب بتحويل الأموال. وأضاف …
        party = self.cast.resolve(found.members[0], found.first)
        again = party.kind == "organization" and party not in self.cast.speakers and any(
            other.kind == "organization" and other.head == party.head for other in self.cast.speakers)
        if (party.kind != "person" and not finite(lead)) or again or not party.agrees(gender, number):
            return None  # again: شركة التعدين is the company that has spoken under its name
        return Voice(None, None, [party], party.name, party.role if party.openness == "named" else None)

    def _acting(self, begin: int, end: int, gender: str) -> Phrase | None:
        """The subject of a sentence; the one behind a verb of saying whose gender fits where the first does not fit."""
        found = self.finder.governing(begin, end)
        if found is None or not gender or not self.likely(found) or self._fits(found, gender, "s"):
            return found
        other = self.finder.governing(begin, end, gender=gender)  # استمعت المحكمة إلى المتهم، وأنكر المتهم …
        acts = other is not None and finite(self.tokens.form(other.first - 1)) and other.members[0].head.kind == "title"
        return other if acts else found

    def _inner_subject(self, speech: Speech, gender: str, number: str) -> Voice | None:
        """Who stands right before the verb inside what another says: قال صيام إن فريق الدفاع أوضح للقاضي أن …"""
        begin = self.starts[bisect_right(self.starts, speech.cue_first) - 1]
        found = self.finder.adjacent(begin, speech.cue_first) if speech.order == "cue_first" else None
        if found is None or found.first != begin or not self._fits(found, gender, number):
            return None
        acts = self.likely(found) or found.members[0].head.stem in used("crew")
        return self.scene.of_phrase(speech, found, None) if acts else None

    def _headline_alone(self, before: Sequence[Heard], first: int) -> bool:
        """True where nobody but the headline has spoken before the sentence at token `first`: the text begins anew."""
        line = next((index for index in range(min(HEADLINE, len(self.tokens))) if self.tokens.kind(index) == LINE), -1)
        return bool(before) and before[0].at < line < first and before[0].voice.parties[0].openness == "named"

    def _of_purpose(self, speech: Speech, gender: str, number: str) -> Voice | None:
        """Who acts in what another says, to say something himself: أضاف أن كمال كان مريضا، ولكنه اتصل به ليقول له إن …"""
        cue = speech.cue_first
        if self.tokens.form(cue)[:1] != "ل" or unit(self.tokens, cue)[0].kind == "given":
            return None
        begin = self.starts[bisect_right(self.starts, cue) - 1]
        found = self.finder.governing(begin, cue)
        if found is None or not self.likely(found) or not self._fits(found, gender, number):
            return None
        return replace(self.scene.of_phrase(speech, found, None), span=None, text=None)

    def latter(self, speech: Speech) -> Voice | None:
        """الأخير just before or behind a verb is who was named last and has not just spoken."""
        if not self.latters:
            return None
        tokens, around = self.tokens, range(max(speech.cue_first - 2, 0), min(speech.cue_after + 2, len(self.tokens)))
        at = next((index for index in around if tokens.form(index) in self.latters), -1)
        if at < 0 or tokens.form(at + 1) in self.latters:
            return None
        last = next((heard.voice.parties for heard in reversed(self.heard) if not heard.nested), [])
        gender, kinds = ("f", ("person", "organization")) if tokens.form(at).endswith("ه") else ("m", ("person",))
        others = [party for party in self.cast.parties if party.kind in kinds and party.seen >= 0 and party not in last
                  and party.agrees(gender, "s")]
        qualifies = at != speech.cue_after and unit(tokens, at - 1)[0].kind in ("noun", "prep", "title", "body")
        if not others or qualifies:
            return None
        party = max(others, key=lambda each: each.seen)
        span = (tokens.tokens[at].start, tokens.tokens[at].end)
        return Voice(span, tokens.text[span[0]:span[1]], [party], party.name, party.role)

    def _agree(self, voice: Voice, gender: str, number: str) -> bool:
        if len(voice.parties) > 1:
            return number != "s"
        if voice.document and number != "p" and gender:
            return gender in (voice.document, voice.parties[0].gender)
        return voice.parties[0].agrees(gender, number)

    def _again(self, voice: Voice) -> Voice:
        role = voice.role or (voice.parties[0].role if voice.parties[0].openness == "named" else None)
        return Voice(None, None, voice.parties, voice.name, role, None, document=voice.document)

    def _governing(self, first: int, after: int, number: str, gender: str = "") -> Phrase | None:
        """The subject of the clause before a cue, unless it stands inside somebody's speech; for a verb in the plural the
        last naming of several."""
        place = bisect_left(self.starts, after)
        for begin, end in self.content[max(place - NEAREST, 0):place]:
            if begin <= first < end <= after:
                first = end
        found = self.finder.governing(first, after, number == "p", gender)
        return None if found is None or self._inside(found.first) else found

    def _inside(self, token: int) -> bool:
        """True where `token` stands inside what somebody says."""
        place = bisect_right(self.starts, token) - 1
        return place >= 0 and token < self.reach[place]
