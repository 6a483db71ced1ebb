"""One article read for its voices: every naming in text order, every speech with the party that says it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from components.extract.actors.cast import Cast
from components.extract.actors.fuller import by_surname
from components.extract.actors.party import Party
from components.extract.actors.sightings import Sighting, bodies, sightings
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.beside import Beside, Finder
from components.extract.speakers.documents import issuer
from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.hidden import passive
from components.extract.speakers.lexemes import unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speakers.settled import settle
from components.extract.speakers.subjects import Meant
from components.extract.speakers.told import settle_told
from components.extract.speakers.voices import Heard, Voice
from components.extract.speakers.written import issued_before, publisher, text_of
from components.extract.speech import Speech
from components.model import Time
from components.text.tokens import LINE, MARK, Tokens

LONG_TERM = 40  # code points of words in marks that are a sentence, in which nobody is named for the clause around them
NEXT_LINE = 12  # tokens between marks that are a line and who speaks in the next
SOON = 3  # sentences within which the name of a title follows
LATELY = 60  # voices that are named after it


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
        settle(tokens)
        settle_told(tokens, frozenset(index for first, after in self.spans.items() for index in range(first, after)))
        self.reader = Reader(Ahead(tokens, frozenset(halts), opened))
        self.finder = Finder(self.reader, self.spans, {
            tokens.index(speech.start): tokens.before(speech.end) for speech in speeches
            if speech.kind == "direct" or (speech.kind == "term" and speech.end - speech.start > LONG_TERM)})
        self.cast = Cast(tokens)
        self.sightings: list[Sighting] = []
        self.content.sort()
        self.starts = [first for first, _ in self.content]
        self.reach = list(accumulate((after for _, after in self.content), max))
        self.heard: list[Heard] = []
        self.meant = Meant(self)
        self.issued: dict[str, Party] = {}  # head noun of a document -> who last spoke in one: قال الوزير في بيان
        self.issued_at: dict[str, int] = {}  # the token of that cue

    def voices(self) -> list[Voice | None]:
        """For each speech, in the order given, who says it; None where nobody is named or meant."""
        found = [self.finder.beside(speech) for speech in self.speeches]
        named = by_surname(self.reader, [beside.phrase for beside in found])
        found = [beside._replace(phrase=phrase) for beside, phrase in zip(found, named, strict=True)]
        spoken = [phrase for phrase in named if phrase is not None]
        self.sightings = sightings(self.reader, spoken)
        members = [member for sighting in self.sightings for member in sighting.phrase.members]
        for member in sorted(members, key=self._doubt):
            self.cast.learn(self.cast.shown(member))
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
        for number in self._unheard(voices):
            told = voices[number + 1]
            assert told is not None
            voices[number] = Voice(None, None, told.parties, told.name, told.role)
        for number, told in list(self._between(voices)):
            voices[number] = Voice(None, None, told.parties, told.name, told.role)
        return voices

    def _between(self, voices: Sequence[Voice | None]) -> Iterator[tuple[int, Voice]]:
        """Marks that are a line by themselves between two lines in which one and the same party speaks."""
        heard = [number for number, voice in enumerate(voices) if voice is not None]
        for one, other in pairwise(heard):
            told, again = voices[one], voices[other]
            for number in range(one + 1, other):
                speech = self.speeches[number]
                first, after = self.tokens.index(speech.start), self.tokens.before(speech.end)
                if speech.kind != "direct" or speech.cue is not None or told is None or again is None or (
                        told.parties != again.parties or not self._lines(self.tokens.before(self.speeches[one].end), first)):
                    continue
                if self._lines(after, max(self.speeches[other].cue_first, after)):
                    yield number, told

    def _lines(self, first: int, after: int) -> bool:
        """True where a new line begins in a few tokens, of which the marks at its edges are the only ones before it."""
        return after - first <= NEXT_LINE and any(self.tokens.kind(index) == LINE for index in range(first, after))

    def _unheard(self, voices: Sequence[Voice | None]) -> list[int]:
        """Marks that are a line by themselves before anybody has spoken, told of by who speaks in the next line: «نحن فخورون
        باللاعبين.» / وقال المدرب إن الموسم طويل."""
        first = next((number for number, voice in enumerate(voices) if voice is not None), 0)
        number = first - 1
        if number < 0 or voices[first].span is None:  # type: ignore[union-attr]
            return []
        speech, told = self.speeches[number], self.speeches[first]
        between = range(self.tokens.before(speech.end), self.tokens.index(told.start))
        near = sum(self.tokens.kind(index) == LINE for index in between) == 1 and told.cue_first > between.start
        return [number] if near and speech.kind == "direct" and speech.cue is None and told.order == "cue_first" else []

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
        voice = voices[speech.continues] if speech.continues is not None and beside.phrase is None else None
        if voice is not None:
            return voice
        weak = speech.order == "chained" and beside.carrier is None and speech.room[1] <= speech.cue_first
        near = beside.phrase is not None and beside.phrase.first <= speech.room[0] + 2 and (
            beside.phrase.members[0].name or beside.phrase.members[0].head.kind == "document")
        weak = weak and beside.phrase is not None and beside.phrase.first < speech.cue_first
        led = speech.order == "colon" and self.tokens.form(speech.room[0]) in used("topic_lead")  # وعن ملعب المباراة: «…»
        if speech.cue is None and beside.phrase is None and led and self.heard:
            return self.meant.last()
        if (speech.cue is None and beside.phrase is None) or passive(self.tokens, speech, beside.phrase):
            return None
        alone = beside.phrase is not None and beside.phrase.after == beside.phrase.first + 1 and (
            self.tokens.form(beside.phrase.first) in used("the_latter"))  # وقال الأخير
        voice = self.meant.latter(speech) if alone else self._both_again(beside.phrase)
        if voice is not None:
            pass
        elif beside.phrase is not None and not (weak and not near and (
                not self.meant.likely(beside.phrase) or self.meant.mere_town(speech, beside.phrase))):
            voice = self.of_phrase(speech, beside.phrase, beside.carrier)
            if weak and self.finder.told_already(beside.phrase, speech.cue_first):
                voice.span, voice.text = None, None
        else:
            voice = self.meant.voice(speech)
        if voice is not None:
            at = max(speech.cue_first, 0) or self.tokens.index(speech.start)
            carrier = beside.carrier.members[0] if beside.carrier is not None else None
            self._note_document(speech, self.cast.resolve(carrier, carrier.first) if carrier else voice.parties[0])
            self._named_at_last(speech, voice)
            for party in voice.parties:
                party.seen = max(at, party.seen)
                self.cast.speakers.append(party)
            self.heard.append(Heard(at, voice, self.meant.nested(speech)))
        return voice

    def _both_again(self, phrase: Phrase | None) -> Voice | None:
        """Two who have just spoken together are one source: قالت الشرطة والنيابة إن …. وقال المصدر نفسه إن."""
        if phrase is None or not self.heard:
            return None
        last = self._source()
        if last is None:
            return None
        again = {self.tokens.form(phrase.first), self.tokens.form(phrase.after - 1)} & (used("again") | used("self"))
        if not again or phrase.members[0].head.stem not in used("source") or phrase.members[0].head.number != "s":
            return None
        return replace(last, span=(phrase.start, phrase.end), phrase=phrase, text=self.tokens.text[phrase.start:phrase.end])

    def _source(self) -> Voice | None:
        """The two who have just spoken, or the outer one where somebody spoke inside the words of another who is no person:
        أكد البيان أن المدير يصر على أن …. وقال المصدر نفسه."""
        if not self.heard[-1].nested:
            return self.heard[-1].voice if len(self.heard[-1].voice.parties) > 1 else None
        outer = next((heard.voice for heard in reversed(self.heard[-LATELY:]) if not heard.nested), None)
        if outer is None or not (outer.parties[0].kind == "organization" or outer.parties[0].openness == "document"):
            return None
        return None if any(party.heads & used("source") for party in self.cast.speakers) else outer

    def _named_at_last(self, speech: Speech, voice: Voice) -> None:
        """Who has spoken under a title alone is whoever goes on (أضاف) with a name that is new: قال المدير التنفيذي للشركة
        إن …. وأضاف ماتياس مولر أن …. Where nobody else has spoken yet any verb will do a paragraph on, for a desk says
        what a new name is: أعلن رئيس الوزراء البلغاري أن …. / وقال بويكو بوريسوف إن …"""
        last = self.heard[-1].voice if self.heard and not self.heard[-1].nested else None
        if last is None or voice.phrase is None or speech.cue is None:
            return
        named, titled, member = voice.parties[0], last.parties[0], voice.phrase.members[0]
        fresh = member.name is not None and len(named.name_keys) > 1 and not named.roles and named.mentions == {
            (voice.phrase.start, voice.phrase.end)}
        again = member.head.kind == "title" and titled.kind != "organization" and member.head.stem in titled.heads and (
            verb_is(speech.cue.lemma, "goes_on"))  # ذكر مسؤول بقطاع الصحة …. وأضاف مسؤول الصحة، أنور السعيدي
        fresh = fresh or (again and member.name is not None and not any(party is named for party in self.cast.speakers))
        by_title = (titled.openness == "role" or again) and len(last.parties) == len(voice.parties) == 1
        near = self.tokens.sentence_of[speech.cue_first] - self.tokens.sentence_of[self.heard[-1].at] <= SOON
        if not (fresh and by_title and near) or (titled.gender == "f") != (named.gender == "f"):
            return
        if not verb_is(speech.cue.lemma, "goes_on") and not self._alone_above(last, speech):
            return
        self.cast.unite(named, titled)
        voice.role = titled.name
        for heard in self.heard[-LATELY:]:
            if heard.voice.parties == [titled]:
                heard.voice.parties, heard.voice.name, heard.voice.role = [named], named.name, titled.name

    def _alone_above(self, last: Voice, speech: Speech) -> bool:
        """True where only `last` has spoken yet, in a paragraph above, and holds an office that only one holds."""
        below = any(self.tokens.kind(index) == LINE for index in range(self.heard[-1].at, speech.cue_first))
        others = (heard.voice.parties for heard in self.heard if heard.voice.parties[0].kind in ("person", "unnamed"))
        return below and not self._one_of_several(last) and all(parties == last.parties for parties in others)

    def _one_of_several(self, voice: Voice) -> bool:
        """متحدث باسم الشرطة, مسؤول في الوزارة: no office that only one holds."""
        if voice.phrase is None:
            return True
        member = voice.phrase.members[0]
        behind, _ = unit(self.tokens, member.head_at + 1)
        if member.head.kind == "document":
            return False
        return not member.head.article and (behind.kind == "prep" or bool(behind.prep) or member.after == member.head_at + 1)

    def _note_document(self, speech: Speech, party: Party) -> None:
        """Remember that `party` spoke في بيان, for البيان further on: in نقلت الوزارة في بيان عن القائد the ministry."""
        first, after = speech.room
        if speech.order == "speaker_first":
            first, after = speech.cue_after, self.tokens.index(speech.start)
        begin = self.tokens.sentence(speech.cue_first)[0]
        ahead = [begin] if begin < speech.cue_first - 1 and self.tokens.form(begin) == "وفي" else []  # وفي بيان لها، قالت
        for index in [*ahead, *range(first, after - 1)]:
            if self.tokens.form(index) in ("في", "وفي", "عبر"):
                word, _ = unit(self.tokens, index + 1)
                if word.kind == "document" and (word.owned or not word.article):
                    self.issued[word.stem] = party
                    self.issued_at[word.stem] = speech.cue_first

    def of_phrase(self, speech: Speech, phrase: Phrase, carrier: Phrase | None) -> Voice:
        start = self._behind_preposition(speech, phrase)
        gender, number = self.meant.verb(speech)
        if speech.order not in ("speaker_first",):
            number = ""
        parties, names, also, end, document = [], [], self._carrier(carrier), phrase.end, ""
        members = [self.cast.settled(member) for member in phrase.members]
        for written, member in zip(phrase.members, members, strict=True):
            party = self.cast.resolve(written, member.first, gender if len(phrase.members) == 1 else "", number)
            if len(members) == 1 and (named := self._going_on(speech, party, member)) is not None:
                self.cast.unite(named, party)
                party = named
            elif len(members) == 1:
                party = self._what_it_is(party, member) or party
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

    def _going_on(self, speech: Speech, party: Party, member: Member) -> Party | None:
        """Who goes on (وأضافت) under an office that nobody had so far is the named one who has just spoken, whose office the
        text has not told: قالت ميركل إن …. وأضافت المستشارة الألمانية أن …, or what else somebody is: وأضافت الشاهدة أن …"""
        one = member.head.kind == "title" and member.head.article and member.head.number == "s"
        fresh = (party.openness == "role" or (party.openness == "unnamed" and one)) and not (
            party in self.cast.speakers or party.mentions)
        last = self.heard[-1] if self.heard and not self.heard[-1].nested else None
        if not fresh or last is None or speech.cue is None or not verb_is(speech.cue.lemma, "goes_on"):
            return None
        named = last.voice.parties[0]
        vague = named.keys == {party.head} and party.openness == "role"  # الوزير نعمة, who is وزير الطاقة
        fits = named.kind == "person" and named.openness == "named" and (not named.roles or vague) and (
            named.gender == party.gender)
        near = self.tokens.sentence_of[speech.cue_first] - self.tokens.sentence_of[last.at] <= SOON
        return named if fits and near and len(last.voice.parties) == 1 else None

    def _what_it_is(self, party: Party, member: Member) -> Party | None:
        """What the only body is that has spoken under its bare name: قالت حماس إن …. وأضافت الحركة أن …; not الحكومة, which
        is a body of its own."""
        head = member.head
        bare = head.kind == "body" and head.article and member.after == member.head_at + 1 and head.stem in used("sort_of")
        if not bare or party in self.cast.speakers or party.mentions:
            return None
        outlet = head.sort.startswith("outlet")
        found = {id(named): named for heard in self.heard[-LATELY:] for named in heard.voice.parties
                 if heard.voice.phrase is not None and heard.voice.phrase.members[0].head.kind == "name"
                 and named.kind == "organization" and (named.openness == "outlet") is outlet}
        return next(iter(found.values())) if len(found) == 1 else None

    def _further_role(self, party: Party, member: Member) -> None:
        """What a clause behind the name says somebody is: ري يونغ هو، وهو أحد كبار الدبلوماسيين."""
        at = member.after
        said = party.kind == "person" and party.role is None and self.tokens.form(at) in COMMAS
        if not said or self.tokens.form(at + 1) not in used("being"):
            return
        phrase = self.reader.read(at + 2, self.tokens.sentence(at)[1])
        if phrase is not None and phrase.members[0].head.kind == "title" and phrase.members[0].name is None:
            self.cast.called(party, phrase.members[0])

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
        begun = found is not None and found.phrase is not None and found.phrase.first < member.after and (
            found.phrase.members[0].head.kind in ("title", "body", "", "given"))  # تصريحات لوزير النقل كمال حداد
        end = found.phrase.end if found is not None and found.phrase is not None and (found.apposed or begun) else 0
        if found is not None and found.phrase is not None:
            party.issuer = self.cast.resolve(found.phrase.members[0], found.phrase.first)
            self.mention(party.issuer, found.phrase.members[0])
        elif found is not None:
            form = self.tokens.form(found.bare)[1:]
            party.issuer = self.cast.person_of((form,), found.bare)
        elif party.issuer is None and (source := publisher(self.finder, member)) is not None:
            party.issuer = self.cast.resolve(source.members[0], source.first)
        elif party.issuer is None and (known := text_of(self.reader, member)) is not None:
            party.issuer = self.issued.get(known.head.stem)
            earlier = None if party.issuer is not None else issued_before(self.finder, known)
            if earlier is not None:
                party.issuer = self.cast.resolve(earlier.members[0], earlier.first)
        return party.issuer, end
