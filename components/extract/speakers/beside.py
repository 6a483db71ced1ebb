"""Where the speaker's mention stands beside a cue: after it, before it, behind نقلا عن, or in the governing clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.extract.speakers.before import NEAR, Before, gender_of
from components.extract.speakers.draft import CLAUSE, COMMAS, QUOTES, Member, Phrase, saying
from components.extract.speakers.hidden import owner_before
from components.extract.speakers.lexemes import Word, is_name, thing, told, unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speakers.sources import apposed, of_masdar, pronominal, relayed, voiced
from components.extract.speakers.written import behind_it, reporting, said_in
from components.extract.speech import Speech
from components.lexicon import Entry
from components.text.tokens import DIGITS, MARK
from components.text.tokens import WORD as WORD_TOKEN

FROM, OUT_OF = "عن", "من"
NAMED = 8  # tokens of a body named in marks
TITLE = 10  # tokens of what is called so in marks


class Beside(NamedTuple):
    """The naming that stands with a cue, who carried the words (نقلت الأناضول عن …), and whether the subject is that of
    the governing verb, which has its own mention elsewhere."""

    phrase: Phrase | None
    carrier: Phrase | None = None


@dataclass
class Finder(Before):
    """Finds namings around cues."""

    def beside(self, speech: Speech) -> Beside:
        """The naming that stands with the cue of `speech`; without one (null subject) both are None."""
        first, after = speech.room
        said = relayed(self.reader, speech)
        if said is not None:
            return Beside(said, self._before(self.reader, first, after, False) if after > first else None)
        document = said_in(self, speech)
        if document is not None or after <= first:
            return Beside(document)
        reader = self.reader
        objects = speech.cue is not None and verb_is(speech.cue.lemma, "takes_object")
        if objects and speech.order != "speaker_first":
            reader = Reader(reader.ahead, objects=True)
        if speech.order == "speaker_first":
            document = reporting(self, speech, first, after)
            if document is not None:
                return Beside(document)
            if behind_it(self, speech):
                return Beside(self._handed_on(speech, speech.cue_after + 1))
        if speech.order in ("speaker_first", "colon"):
            colon = speech.order == "colon"
            found = self._before_colon(reader, first, after) if colon else self._before(reader, first, after, False)
            source = self._handed_on(speech, speech.cue_after) if speech.order != "colon" else None
            if source is not None:
                return Beside(source, found)  # الصحيفة نقلت عن الوزير أن
            return Beside(found if speech.order == "colon" else self._checked(speech, found))
        entries = [place.entry for place in reader.tokens.opening.get(speech.cue_first, ()) if place.kind == "cue_verb"]
        if speech.order == "cue_first" and entries and all(entry.get("number") == "p" for entry in entries):
            return Beside(None)  # a verb before its subject stands in the singular: ودعوا البيت الأبيض إلى
        owner = of_masdar(reader, speech) or self._honoured(reader, speech)
        if owner is not None:
            return Beside(owner)
        if speech.order == "chained" and first >= speech.cue_after >= 0:
            return Beside(None)  # what stands behind a participle is its object: داعيا الولايات المتحدة إلى
        masdar = speech.order == "chained" and any(entry.get("part") == "masdar" for entry in entries)
        source = self._behind_from(reader, speech, first, after, masdar)
        if source is not None:
            carrier = self._after(reader, first, source.first)
            return Beside(source, carrier)
        behind = self._behind_subject(speech)
        if behind is not None or owner_before(self, speech) is not None:
            return Beside(behind)
        source_at = voiced(reader, speech, first, after)
        if source_at is not None:
            phrase, carried = source_at
            verb = reader.tokens.form(first).lstrip("و") in used("ascribed")
            return Beside(phrase, self._after(reader, first + verb, carried) if carried >= 0 else None)
        if speech.order == "chained":
            if after - first >= NEAR:
                return Beside(None)  # a room cut off in the middle of a long sentence shows no subject
            genders = {entry.get("gender") or "" for entry in entries if entry.get("part") == "participle"}
            several = bool(genders) and all(entry.get("number") == "p" for entry in entries)
            return Beside(self.governing(first, after, several, genders.pop() if len(genders) == 1 else ""))
        found = pronominal(reader, first, after) or self._after(reader, first, after)
        if found is not None and speech.order in ("attribution", "content_first") and found.after == after:
            found = apposed(reader, found)
        if found is not None and speech.order == "cue_first" and self._object(found, speech, entries):
            return Beside(None)
        return Beside(found)

    def _honoured(self, reader: Reader, speech: Speech) -> Phrase | None:
        """A title of honour right behind a participle, whose subject it is: موضحا معاليه أن."""
        styled = speech.order == "chained" and reader.tokens.form(speech.cue_after) in used("honorific")
        return reader.read(speech.cue_after, reader.tokens.index(speech.start)) if styled else None

    def _checked(self, speech: Speech, found: Phrase | None) -> Phrase | None:
        """`found` before a verb unless it cannot be its subject (طردت 12 صينيا تقول إنهم …); else the thing that the verb
        tells of (ونشروا الخبر، مطلقين بذلك فكرة تقول إن), or the only word behind it (في الوقت نفسه، ترى ساندرز أن)."""
        tokens, cue = self.reader.tokens, speech.cue_first
        entries = [place.entry for place in tokens.opening.get(cue, ()) if place.kind == "cue_verb"]
        joined = tokens.form(cue - 1)[:1] == "و" and tokens.form(cue - 1)[1:] in used("relative")
        if joined or (found is not None and self._counted(found, entries)):
            return None
        if tokens.form(speech.cue_after) == OUT_OF:
            source = voiced(self.reader, speech, speech.cue_after, tokens.index(speech.start))
            return source[0] if source is not None else found  # وقد عُلم من مصادر أن
        if found is not None and self._reaches(found.after, cue):
            return found
        behind = self.reader.read(speech.cue_after, tokens.index(speech.start)) if speech.kind != "direct" else None
        if behind is not None and tokens.kind(behind.after) == WORD_TOKEN and (
                unit(tokens, behind.after)[0].kind == "that" and behind.members[0].name is not None):
            return behind
        told = self._tells(cue, entries)
        return told if told is not None else found

    def _counted(self, found: Phrase, entries: Sequence[Entry]) -> bool:
        """True for a number of people, before a verb of one woman or country."""
        head, member = found.members[-1].head, found.members[-1]
        several = member.first != member.head_at and self.reader.tokens.kind(member.first) == DIGITS
        one = head.kind in ("", "noun") and self.reader.tokens.form(member.head_at)[-1] == "ا"  # 12 صينيا
        human = one or head.kind == "nationality" or (head.kind == "title" and head.gender == "m")
        third = [entry for entry in entries if entry.get("person") == "3"]
        return several and human and bool(third) and all(
            entry.get("gender") == "f" and entry.get("number") == "s" for entry in third)

    def _tells(self, cue: int, entries: Sequence[Entry]) -> Phrase | None:
        """An indefinite noun right before a verb of the present that agrees with it: فكرة تقول إن."""
        tokens, at = self.reader.tokens, cue - 1
        if tokens.kind(at) != WORD_TOKEN or not all(entry.get("part") == "present" for entry in entries):
            return None
        word, _ = unit(tokens, at)
        plain = thing(word) and not (word.article or word.owned or word.conj or word.prep)
        genders = {entry.get("gender") or "" for entry in entries if entry.get("number") == "s"}
        return self.reader.read(at, cue) if plain and word.gender in genders else None

    def _behind_subject(self, speech: Speech) -> Phrase | None:
        """The subject before a verb whose room holds its object: كان الوزير قد وصف ظهورها بأنه, أن ليو أبلغ الوزير بأن."""
        tokens, cue = self.reader.tokens, speech.cue_first
        if speech.order != "cue_first" or speech.cue is None or self._joined(cue):
            return None
        own = any(place.entry.get("pronoun") for place in tokens.opening.get(cue, ()) if place.kind == "cue_verb")
        behind = self.reader.read(*speech.room) if own else None
        if behind is not None and behind.after == speech.room[1]:
            return None  # تتهمهم الصحف بأنهم
        if not (verb_is(speech.cue.lemma, "takes_object") or tokens.form(cue - 1) in used("auxiliary")):
            return None
        first = tokens.sentence(cue)[0]
        found = self.adjacent(first, cue)
        if found is None or any(tokens.form(each) not in used("auxiliary") for each in range(found.after, cue)):
            return None
        return found

    def _object(self, found: Phrase, speech: Speech, entries: Sequence[Entry]) -> bool:
        """True where what stands behind the verb cannot be its subject, by gender (واتهم إسرائيل بأنها) or by what it is
        (وأكد ضرورة …)."""
        member = found.members[0]
        if self.reader.tokens.form(speech.cue_first - 1) in used("that_he"):
            return True  # لأنه انتقد حكم القضاء: the pronoun is the subject
        tells = speech.cue is not None and verb_is(speech.cue.lemma, "tells")
        if tells and member.name is None and member.head.kind == "title" and told(member.head):
            return True  # وأبلغ الصحفيين أن
        if self._described(found, speech, entries):
            return True
        if member.head.owned and member.head.kind in ("document", "noun") and speech.cue is not None and (
                verb_is(speech.cue.lemma, "goes_on")) and member.first == member.head_at:
            return True  # وتختتم مقالها بأن; not وأضاف أحد أفرادها
        if speech.kind == "direct" and member.name is None and thing(member.head):
            return True  # وألقى اللوم على …
        if len(found.members) > 1:
            return False
        if member.head.kind == "noun" and not member.head.article and member.name is None:
            uses = frozenset().union(*(entry.uses for entry in entries))
            return member.first == member.head_at and "masdar" in uses and "objectless" not in uses
        genders = {entry.get("gender") or "" for entry in entries if entry.get("part") == "past"}
        if len(genders) != 1 or any(entry.get("part") != "past" for entry in entries):
            return False
        if self._club(found, speech):
            return False
        return gender_of(member) not in ("", *genders) and member.head.kind in ("place", "body", "name", "noun")

    def _club(self, found: Phrase, speech: Speech) -> bool:
        """أعلن برشلونة أن, قال ليفربول في بيان إن: a town behind a masculine verb that has no object is its club."""
        head, tokens = found.members[0].head, self.reader.tokens
        right = found.first == speech.cue_after and (tokens.form(found.after) in ("ان", "انه", "في", ":") or (
            tokens.form(found.after) in COMMAS))
        return right and head.kind == "place" and head.sort == "city" and not head.prep and speech.cue is not None and (
            not verb_is(speech.cue.lemma, "takes_object"))

    def _described(self, found: Phrase, speech: Speech, entries: Sequence[Entry]) -> bool:
        """True for the only thing or body behind a verb that needs an object: ووصف القرار بأنه …, واتهم الحكومة بـ…"""
        tokens, after = self.reader.tokens, speech.room[1]
        if speech.cue is None or not verb_is(speech.cue.lemma, "describes") or tokens.form(after)[:1] != "ب":
            return False
        human = found.members[0].name is not None or found.members[0].head.kind == "title"
        if human or any(entry.get("pronoun") for entry in entries):
            return False
        return not any(not governed for _, governed in self.namings(self.reader, found.after, after))

    def _handed_on(self, speech: Speech, at: int) -> Phrase | None:
        """Whose words another has issued or carries, behind عن at token `at`: أصدر النادي بيانا نقل فيه عن مدربه أن."""
        tokens = self.reader.tokens
        carrying = speech.cue is not None and verb_is(speech.cue.lemma, "carrying") and tokens.form(at) == FROM
        return self.reader.read(at + 1, tokens.index(speech.start)) if carrying else None

    # ---- after the cue ------------------------------------------------------------------------------------------

    def _behind_from(self, reader: Reader, speech: Speech, first: int, after: int, masdar: bool) -> Phrase | None:
        """Whose words they are in نقلت الوكالة عن الوزير قوله, in أفادت الأناضول، نقلا عن الوزير، أن, in نقل عن الوزير."""
        tokens = reader.tokens
        carrying = (speech.cue is not None and verb_is(speech.cue.lemma, "carrying")) or masdar or self._carried(speech)
        for index in range(first, after - 1):
            at_once = index == first and speech.order != "cue_first"  # not وقالت عن ابنها
            if tokens.form(index) == FROM and (carrying or at_once or tokens.form(index - 1).startswith("نقلا")):
                found = pronominal(reader, index + 1, after) or reader.read(index + 1, after)
                if found is not None:
                    return found
        return None

    def _carried(self, speech: Speech) -> bool:
        """True for an attribution with a verb of carrying: وفقا لما نقلته الصحيفة عن مسؤول."""
        places = (place for index in range(speech.cue_first, speech.cue_after)
                  for place in self.reader.tokens.opening.get(index, ()) if place.kind == "cue_verb")
        return speech.order == "attribution" and any(verb_is(str(place.entry["lemma"]), "carrying") for place in places)

    def _after(self, reader: Reader, first: int, after: int) -> Phrase | None:
        """The first naming between `first` and `after` that is no adjunct of the verb: قال [في بيان] الوزير."""
        tokens, index, moved = reader.tokens, first, True
        while index < after:
            if index in self.spans:
                index, moved = self.spans[index], True
                continue
            form = tokens.form(index)
            if tokens.kind(index) != WORD_TOKEN:
                if tokens.kind(index) in (MARK, DIGITS):
                    found = reader.read(index, after) if moved and form not in COMMAS else None
                    if found is not None:
                        return self._in_marks(index, after, found)
                    moved = moved or form in COMMAS
                index, moved = (index + 1, True) if moved else self._past_title(index, after)
                continue
            word, end = unit(tokens, index)
            if index > first and (self.hangs_behind(index) or form in used("one_more")):
                index, moved = end, False  # مرة أخرى
                continue
            if word.kind in ("prep", "adverb", "stop") and not is_name(tokens, index) and not (
                    index == first and (reader.ahead.called_so(index, after) or reader.ahead.for_name(index, after))):
                index, moved = self._past_adjunct(reader, index, end, after)
                continue
            if not word.kind and reader.ahead.told_by_name(index):
                word = word._replace(prep="ل")  # يقول لبوتين إن
            if word.prep and not (index == first and word.prep == "ل" and self._genitive(index)):
                index, moved = self._past_object(reader, word, index, after)
                continue
            named = reader.ahead.called_so(index, after) or (word.kind == "verb" and reader.ahead.said_before(index))
            if not moved or (word.kind in CLAUSE and not named):
                index += 1
                moved = False
                continue
            found = reader.read(index, after)
            if found is not None:
                return found
            index, moved = end, False
        return None

    def _past_title(self, index: int, after: int) -> tuple[int, bool]:
        """The token behind what is called so in marks, where a mark opens at token `index` behind a noun: مع برنامج «مساء
        الخير», else the next one; and whether the subject may stand there: لصحيفة «الرأي» الوزير."""
        tokens = self.reader.tokens
        if tokens.form(index) not in QUOTES or tokens.kind(index - 1) != WORD_TOKEN:
            return index + 1, False
        close = next((at for at in range(index + 1, min(index + TITLE, after)) if tokens.kind(at) != WORD_TOKEN), -1)
        if close < 0 or tokens.form(close) not in QUOTES:
            return index + 1, False
        if close + 1 >= after or tokens.kind(close + 1) != WORD_TOKEN:
            return close + 1, False
        behind, called = unit(tokens, close + 1)[0], unit(tokens, index - 1)[0]
        its = behind.article and behind.gender == called.gender == "f"  # قناة «المساء» المتحدثة باسم الحزب
        told = not behind.kind and not behind.article and tokens.form(index - 1) == "ل"  # لـ«الهداف» مقران حداد
        return close + 1, told or (behind.kind in ("title", "body", "given") and not its)

    def _in_marks(self, index: int, after: int, found: Phrase) -> Phrase:
        """`found` at the mark `index`, or all that stands in the marks where it ends inside them: وأعلنت "مهندسون بلا
        رواتب" أن."""
        tokens = self.reader.tokens
        close = next((at for at in range(index + 2, min(index + NAMED, after)) if tokens.form(at) in QUOTES), -1)
        inside = tokens.form(index) in QUOTES and found.first == index + 1 and found.after < close
        if not inside or found.members[0].name or any(tokens.kind(at) != WORD_TOKEN for at in range(index + 1, close)):
            return found
        head = Word("name", sort="body", number="s", stem=tokens.form(index + 1))
        member = Member(index + 1, close, head, index + 1, None, None)
        return Phrase(tokens.tokens[index + 1].start, tokens.tokens[close - 1].end, index + 1, close, (member,))

    def _genitive(self, index: int) -> bool:
        """وفقًا للقيادة: the ل is the attribution's, not that of somebody told."""
        before = self.reader.tokens.form(index - 1)
        return before.startswith(("وفق", "فوفق", "ووفق", "طبق", "نقلا", "تبع", "استناد", "ل"))

    def _past_adjunct(self, reader: Reader, index: int, end: int, after: int) -> tuple[int, bool]:
        """The token after a preposition with its noun, and whether the subject may stand there."""
        tokens = reader.tokens
        word, _ = unit(tokens, index)
        if word.kind in ("adverb", "stop") or end >= after or word.stem in used("pronoun"):
            return end, True
        if word.stem == "ل" and tokens.form(end) in QUOTES:
            return self._past_title(end, after)  # لـ«الرأي» رئيس البلدية
        following, next_end = unit(tokens, end) if tokens.kind(end) == WORD_TOKEN else (Word(""), end + 1)
        if used("aside") & {following.stem, tokens.form(end)}:
            while next_end < after and (self._adjective(next_end) or tokens.form(next_end) in used("one_more")):
                next_end += 1  # عبر حسابه الشخصي
            return next_end, True
        if following.stem in used("pointing"):  # في هذا السياق
            return min(next_end + 1, after), True
        if word.stem in used("together") and following.kind in ("title", "given", "body"):
            found = reader.read(end, after)  # في مؤتمر صحفي مع وزير الخارجية، سالم جبر، أن …
            if found is not None:
                return found.after, True
        if following.kind == "place" and next_end + 1 < after and tokens.form(next_end) in COMMAS and (
                unit(tokens, next_end + 1)[0].kind == "place") and unit(tokens, next_end + 1)[1] >= after:
            return after, False  # في تولسا، أوكلاهوما: …
        short = saying(following) and not following.article
        index = next_end
        while index < after and tokens.kind(index) == WORD_TOKEN and index not in self.spans:
            word, next_end = unit(tokens, index)
            if word.kind in CLAUSE or word.kind in ("prep", "adverb") or word.prep:
                break
            if short and (word.kind in ("title", "body", "name", "given") and (word.article or word.given)):
                return index, True
            index = next_end
        return index, False

    def _past_object(self, reader: Reader, word: Word, index: int, after: int) -> tuple[int, bool]:
        """The token after ل with who is told: قال لوكالة فرانس برس مصدر أمني."""
        if word.prep == "ل":
            found = reader.read(index, after)
            if found is not None and found.after >= after and reader.ahead.described(index, after):
                return index + 2, True  # لصحيفة محلية باز زاراتي
            last = found.members[-1] if found is not None else None
            called = last is not None and last.inner > 0 and reader.tokens.form(last.inner - 1) in QUOTES
            if last is not None and called and last.head.sort == "outlet":
                return last.inner, True  # لصحيفة «الرأي» الوزير كمال الكيلاني
            if found is not None:
                more = unit(reader.tokens, found.after)[0] if found.after < after else word
                agrees = more.article and more.number == found.members[-1].head.number == "p" and not more.given
                at = found.after + agrees
                return at, not agrees and (bool(more.kind) or not more.article)  # للصحفيين [المرافقين له]
        return self._past_adjunct(reader, index, index + 1, after)
