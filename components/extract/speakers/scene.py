"""One article read for its voices: every naming in text order, every speech with the party that says it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from components.extract.actors.cast import Cast
from components.extract.actors.party import Party
from components.extract.actors.sightings import Sighting, bodies, sightings
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.beside import Beside, Finder
from components.extract.speakers.documents import issued_before, issuer
from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.lexemes import finite, unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speech import Speech
from components.model import Time
from components.text.tokens import MARK, Tokens

LOOKED_BACK = 9  # voices before a verb without subject among which its own is sought, and one
NEAREST = 12  # speeches before a verb that may end inside its sentence
SENTENCES_BACK = 2  # sentences before it, where nobody has spoken yet


@dataclass(eq=False)
class Voice:
    """Who says one speech: the mention (None without one), the parties meant, their names in one text, role, carrier."""

    span: tuple[int, int] | None
    text: str | None
    parties: list[Party]
    name: str
    role: str | None
    also: str | None = None
    phrase: Phrase | None = None
    document: str = ""  # gender of the document that speaks for its issuer: وأضاف التقرير
    carries: bool = False  # an outlet under an attribution: its words are mostly somebody else's


class Heard(NamedTuple):
    """A voice at the token of its cue; `nested` inside somebody else's speech."""

    at: int
    voice: Voice
    nested: bool


class Scene:
    """The namings and speeches of one article; `cast` holds its parties."""

    def __init__(self, tokens: Tokens, speeches: Sequence[Speech], times: Sequence[Time]) -> None:
        self.tokens, self.speeches = tokens, speeches
        self.spans = {tokens.index(time.start): tokens.before(time.end) for time in times}
        halts = set(self.spans)
        self.content: list[tuple[int, int]] = []
        for speech in speeches:
            if speech.kind == "term":
                continue
            first = tokens.index(speech.start)
            self.content.append((first, tokens.before(speech.end)))
            halts.add(first - 1 if tokens.kind(first - 1) == MARK and first else first)
            if speech.cue_first >= 0:
                halts.add(speech.cue_first)
        opened = frozenset(first for first, _ in self.content) - self.spans.keys()
        self.reader = Reader(Ahead(tokens, frozenset(halts), opened))
        self.finder = Finder(self.reader, self.spans, {
            tokens.index(speech.start): tokens.before(speech.end) for speech in speeches if speech.kind == "direct"})
        self.cast = Cast(tokens)
        self.sightings: list[Sighting] = []
        self.content.sort()
        self.starts = [first for first, _ in self.content]
        self.reach = list(accumulate((after for _, after in self.content), max))
        self.heard: list[Heard] = []
        self.issued: dict[str, Party] = {}  # head noun of a document -> who last spoke in one: قال الوزير في بيان

    def voices(self) -> list[Voice | None]:
        """For each speech, in the order given, who says it; None where nobody is named or meant."""
        found = [self.finder.beside(speech) for speech in self.speeches]
        spoken = [beside.phrase for beside in found if beside.phrase is not None]
        self.sightings = sightings(self.reader, spoken)
        members = [member for sighting in self.sightings for member in sighting.phrase.members]
        for member in sorted(members, key=self._doubt):
            self.cast.learn(self.cast.settled(member))
        for member in members:
            for body in bodies(self.reader, member, self.cast.learned):
                self.cast.learn(body)
        steps: list[tuple[int, int, int]] = [(s.phrase.first, 0, n) for n, s in enumerate(self.sightings) if not s.spoken]
        steps += [(self._anchor(number, beside), 1, number) for number, beside in enumerate(found)]
        voices: list[Voice | None] = [None] * len(found)
        for _, sort, number in sorted(steps):
            if sort == 0:
                self._meet(self.sightings[number].phrase)
            else:
                voices[number] = self._voice(number, found[number], voices)
        return voices

    def _doubt(self, member: Member) -> int:
        """The order in which namings are learned: names that begin with a given name first, what may be another's last."""
        if member.inner >= 0:
            return 2
        return 1 if member.name is not None and not unit(self.tokens, member.name[0])[0].given else 0

    def _anchor(self, number: int, beside: Beside) -> int:
        speech = self.speeches[number]
        if beside.phrase is not None:
            return beside.phrase.first
        return speech.cue_first if speech.cue_first >= 0 else self.tokens.index(speech.start)

    def _meet(self, phrase: Phrase) -> None:
        """A naming outside speech cues: its parties are mentioned here."""
        for member in phrase.members:
            self.mention(self.cast.resolve(member, member.first), member)

    def mention(self, party: Party, member: Member) -> None:
        word, _ = unit(self.tokens, member.first)
        start = self.tokens.inner(member.first, word.skip) if word.skip else self.tokens.tokens[member.first].start
        party.mentions.add((start, self.tokens.tokens[member.after - 1].end))

    # ---- one speech -------------------------------------------------------------------------------------------

    def _voice(self, number: int, beside: Beside, voices: list[Voice | None]) -> Voice | None:
        speech = self.speeches[number]
        if speech.kind == "term":
            return None
        if speech.continues is not None and voices[speech.continues] is not None and beside.phrase is None:
            return voices[speech.continues]
        voice: Voice | None
        weak = speech.order == "chained" and beside.carrier is None and speech.room[1] <= speech.cue_first
        near = beside.phrase is not None and beside.phrase.first <= speech.room[0] + 2 and (
            beside.phrase.members[0].name or beside.phrase.members[0].head.kind == "document")
        if beside.phrase is not None and not (weak and not near and not self._likely(beside.phrase)):
            voice = self._of_phrase(speech, beside.phrase, beside.carrier)
        elif speech.cue is None:
            return None
        else:
            voice = self._meant(speech)
        if voice is not None:
            at = max(speech.cue_first, 0) or self.tokens.index(speech.start)
            self._note_document(speech, voice)
            for party in voice.parties:
                party.seen = max(at, party.seen)
                self.cast.speakers.append(party)
            self.heard.append(Heard(at, voice, self._nested(speech)))
        return voice

    def _note_document(self, speech: Speech, voice: Voice) -> None:
        """Remember who spoke في بيان, for البيان further on."""
        first, after = speech.room
        if speech.order == "speaker_first":
            first, after = speech.cue_after, self.tokens.index(speech.start)
        for index in range(first, after - 1):
            if self.tokens.form(index) in ("في", "عبر"):
                word, _ = unit(self.tokens, index + 1)
                if word.kind == "document" and not word.article:
                    self.issued[word.stem] = voice.parties[0]

    def _of_phrase(self, speech: Speech, phrase: Phrase, carrier: Phrase | None) -> Voice:
        start = self._behind_preposition(speech, phrase)
        gender, number = self.verb(speech)
        if speech.order not in ("speaker_first",):
            number = ""
        parties, names, also, end, document = [], [], self._carrier(carrier), phrase.end, ""
        members = [self.cast.settled(member) for member in phrase.members]
        for member in members:
            party = self.cast.resolve(member, member.first, gender if len(phrase.members) == 1 else "", number)
            self.mention(party, member)
            if member.head.kind == "document":
                source, until = self._issuer(party, member)
                if source is not None:
                    also, party, document = party.name, source, member.head.gender
                end = max(end, until)
            self._further_role(party, member)
            parties.append(party)
            if party.name not in names:
                names.append(party.name)
        role = self._role(members[0], parties[0]) if len(parties) == 1 else None
        name = " و".join(names)
        carries = speech.order == "attribution" and parties[0].openness == "outlet"
        return Voice((start, end), self.tokens.text[start:end], parties, name, role, also, phrase,
                     document, carries)

    def _further_role(self, party: Party, member: Member) -> None:
        """What a clause behind the name says somebody is: ري يونغ هو، وهو أحد كبار الدبلوماسيين."""
        at = member.after
        said = party.kind == "person" and party.role is None and self.tokens.form(at) in COMMAS
        if not said or self.tokens.form(at + 1) not in used("being"):
            return
        phrase = self.reader.read(at + 2, self.tokens.sentence(at)[1])
        if phrase is not None and phrase.members[0].head.kind == "title" and phrase.members[0].name is None:
            party.roles.append(self.cast.text(phrase.first, phrase.after, signs=True))

    def _behind_preposition(self, speech: Speech, phrase: Phrase) -> int:
        """Where the mention begins: after the ل of وفقا ل, also before a name that no list knows (وفقا لهوبسون)."""
        first = phrase.first
        form, cue = self.tokens.form(first), speech.cue
        bound = speech.order == "attribution" and cue is not None and cue.end > self.tokens.tokens[first].start
        if not bound or phrase.start > self.tokens.tokens[first].start or form[:1] != "ل" or len(form) < 4:
            return phrase.start
        self.cast.cut.add(first)
        return self.tokens.inner(first, 1)

    def _role(self, member: Member, party: Party) -> str | None:
        if party.kind != "person" or party.openness != "named":
            return None
        if member.role is not None and member.role[1] > member.role[0] and member.name is not None:
            return self.cast.text(*member.role, signs=True)
        return party.role

    def _carrier(self, phrase: Phrase | None) -> str | None:
        if phrase is None:
            return None
        party = self.cast.resolve(phrase.members[0], phrase.first)
        self.mention(party, phrase.members[0])
        return party.name

    def _issuer(self, party: Party, member: Member) -> tuple[Party | None, int]:
        """Who issued a document, said here or where it was first named; and the end of a mention that says صادر عن …"""
        found = issuer(self.reader, member, len(self.tokens))
        end = found.phrase.end if found is not None and found.phrase is not None and found.apposed else 0
        if found is not None and found.phrase is not None:
            party.issuer = self.cast.resolve(found.phrase.members[0], found.phrase.first)
            self.mention(party.issuer, found.phrase.members[0])
        elif found is not None:
            form = self.tokens.form(found.bare)[1:]
            party.issuer = self.cast.person_of((form,), found.bare)
        elif party.issuer is None and member.head.article and member.after == member.head_at + 1:
            party.issuer = self.issued.get(member.head.stem)
            earlier = None if party.issuer is not None else issued_before(self.reader, member)
            if earlier is not None:
                party.issuer = self.cast.resolve(earlier.members[0], earlier.first)
        return party.issuer, end

    # ---- a verb without subject -------------------------------------------------------------------------------

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

    def _meant(self, speech: Speech) -> Voice | None:
        """Who is the subject of a cue that names nobody: the subject of the governing verb, or who spoke last and agrees."""
        gender, number = self.verb(speech)
        first, _ = self.tokens.sentence(speech.cue_first)
        related = self.finder.antecedent(speech.cue_first)
        if related is not None and (self._likely(related) or related.members[0].head.kind == "document"):
            return replace(self._of_phrase(speech, related, None), span=None, text=None)
        nested = self._nested(speech)
        before = [heard for heard in self.heard[:-LOOKED_BACK:-1]
                  if heard.at < speech.cue_first and (nested or not heard.nested)]
        latter = self._latter(speech, before)
        if latter is not None:
            return latter
        if before and before[0].at >= first and self._agree(before[0].voice, gender, number):
            return self._again(before[0].voice)
        beside = self.finder.adjacent(first, speech.cue_first) if speech.order != "chained" else None
        if beside is not None and self._likely(beside) and self._fits(beside, gender, number):
            return self._of_phrase(speech, beside, None)
        governing = self._governing(first, speech.cue_first, number)
        if governing is not None and self._likely(governing):
            party = self.cast.resolve(governing.members[0], governing.first)
            if party.agrees(gender, number) and (party.kind != "place" or gender == "f"):
                voice = self._of_phrase(speech, governing, None)
                if speech.order != "chained":
                    voice.span, voice.text = None, None
                return voice
        spoken_of = self._spoken_of(speech, first, before, gender, number) if governing is None else None
        if spoken_of is not None:
            return spoken_of
        agreeing = [heard.voice for heard in before if self._agree(heard.voice, gender, number)]
        if agreeing:
            return self._again(next((voice for voice in agreeing[:3] if not voice.carries), agreeing[0]))
        if governing is not None and governing.members[0].head.article and self._fits(governing, gender, number):
            return replace(self._of_phrase(speech, governing, None), span=None, text=None)
        topic = self._topic(first, gender, number)
        if topic is not None:
            return Voice(None, None, [topic], topic.name, topic.role)
        last = self.cast.speaker_before(speech.cue_first, gender, number or "s")
        if last is None:
            return self._again(before[0].voice) if before else None
        return Voice(None, None, [last], last.name, last.role)

    def _fits(self, phrase: Phrase, gender: str, number: str) -> bool:
        return self.cast.resolve(phrase.members[0], phrase.first).agrees(gender, number)

    def _likely(self, phrase: Phrase) -> bool:
        """True where a naming read out of a clause is surely one: a title, a body, a known name."""
        member = phrase.members[0]
        if member.head.stem in used("platform"):
            return False  # على موقع التواصل، تويتر، وقال
        if member.name is None:
            return member.head.kind in ("title", "body", "name", "place") or self.cast.surname(member) is not member
        if member.role is not None or unit(self.tokens, member.name[0])[0].given:
            return True
        return self.cast.person_of(self.cast.name_keys(member.name), exact=True) is not None

    def _nested(self, speech: Speech) -> bool:
        """True where the cue stands inside what somebody else says."""
        return self._inside(speech.cue_first)

    def _topic(self, first: int, gender: str, number: str) -> Party | None:
        """The subject of one of the sentences before token `first`: who is spoken of when nobody has spoken yet."""
        sentence = self.tokens.sentence_of[first] if first < len(self.tokens) else -1
        for earlier in range(sentence - 1, max(sentence - 1 - SENTENCES_BACK, -1), -1):
            found = self.finder.governing(*self.tokens.sentences[earlier])
            if found is not None:
                party = self.cast.resolve(found.members[0], found.first)
                if party.kind in ("person", "organization") and party.agrees(gender, number):
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
        told = place > 0 and max(self.reach[place - 1], self.starts[place - 1]) > begin
        if told or (before and before[0].at >= begin) or self.tokens.form(begin).lstrip("و") in used("background"):
            return None
        found = self.finder.governing(begin, end)
        if found is None or found.members[0].name is None or not self._likely(found):
            return None
        if verb_is(speech.cue.lemma, "goes_on") and not finite(self.tokens.form(found.first - 1)):
            return None  # وطالب النائب بتحويل الأموال. وأضاف …
        party = self.cast.resolve(found.members[0], found.first)
        if party.kind != "person" or not party.agrees(gender, number):
            return None
        return Voice(None, None, [party], party.name, party.role)

    def _latter(self, speech: Speech, before: Sequence[Heard]) -> Voice | None:
        """الأخير just before or behind a verb is who was named last and has not just spoken."""
        tokens, around = self.tokens, range(max(speech.cue_first - 2, 0), min(speech.cue_after + 2, len(self.tokens)))
        at = next((index for index in around if tokens.form(index) in used("the_latter")), -1)
        if at < 0 or not before or tokens.form(at + 1) in used("the_latter"):
            return None
        last = before[0].voice.parties
        others = [party for party in self.cast.parties if party.kind == "person" and party.seen >= 0 and party not in last]
        if not others or unit(tokens, at - 1)[0].kind in ("noun", "prep", "title", "body"):
            return None
        party = max(others, key=lambda each: each.seen)
        span = (tokens.tokens[at].start, tokens.tokens[at].end)
        return Voice(span, tokens.text[span[0]:span[1]], [party], party.name, party.role)

    def _agree(self, voice: Voice, gender: str, number: str) -> bool:
        if len(voice.parties) > 1:
            return number != "s"
        if voice.document and number != "p" and gender:
            return voice.document == gender
        return voice.parties[0].agrees(gender, number)

    def _again(self, voice: Voice) -> Voice:
        role = voice.role or (voice.parties[0].role if voice.parties[0].openness == "named" else None)
        return Voice(None, None, voice.parties, voice.name, role, None, document=voice.document)

    def _governing(self, first: int, after: int, number: str) -> Phrase | None:
        """The subject of the clause before a cue, unless it stands inside somebody's speech; for a verb in the plural the
        last naming of several."""
        place = bisect_left(self.starts, after)
        for begin, end in self.content[max(place - NEAREST, 0):place]:
            if begin <= first < end <= after:
                first = end
        found = self.finder.governing(first, after, number == "p")
        return None if found is None or self._inside(found.first) else found

    def _inside(self, token: int) -> bool:
        """True where `token` stands inside what somebody says."""
        place = bisect_right(self.starts, token) - 1
        return place >= 0 and token < self.reach[place]
