"""Where the speaker's mention stands beside a cue: after it, before it, behind نقلا عن, or in the governing clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components import lexicon
from components.extract.speakers.draft import CLAUSE, COMMAS, Member, Phrase, saying
from components.extract.speakers.lexemes import Word, finite, is_name, thing, told, unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speakers.sources import apposed, of_masdar, pronominal, voiced
from components.extract.speakers.walk import Walker
from components.extract.speakers.written import behind_it, reporting, said_in
from components.extract.speech import Speech
from components.lexicon import Entry
from components.text.tokens import DIGITS, MARK
from components.text.tokens import WORD as WORD_TOKEN

NEAR, FAR = 60, 160  # tokens before a verb in which its neighbour, or its subject, is sought
FROM = "عن"


class Beside(NamedTuple):
    """The naming that stands with a cue, who carried the words (نقلت الأناضول عن …), and whether the subject is that of
    the governing verb, which has its own mention elsewhere."""

    phrase: Phrase | None
    carrier: Phrase | None = None


@dataclass
class Finder(Walker):
    """Finds namings around cues."""

    def beside(self, speech: Speech) -> Beside:
        """The naming that stands with the cue of `speech`; without one (null subject) both are None."""
        first, after = speech.room
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
                return Beside(self._handed_on(speech))
        if speech.order in ("speaker_first", "colon"):
            return Beside(self._before(reader, first, after, speech.order == "colon"))
        entries = [place.entry for place in reader.tokens.opening.get(speech.cue_first, ()) if place.kind == "cue_verb"]
        if speech.order == "cue_first" and entries and all(entry.get("number") == "p" for entry in entries):
            return Beside(None)  # a verb before its subject stands in the singular: ودعوا البيت الأبيض إلى
        owner = of_masdar(reader, speech)
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
        if behind is not None:
            return Beside(behind)
        source_at = voiced(reader, speech, first, after)
        if source_at is not None:
            phrase, carried = source_at
            return Beside(phrase, self._after(reader, first, carried) if carried >= 0 else None)
        if speech.order == "chained":
            genders = {entry.get("gender") or "" for entry in entries if entry.get("part") == "participle"}
            several = bool(genders) and all(entry.get("number") == "p" for entry in entries)
            return Beside(self.governing(first, after, several, genders.pop() if len(genders) == 1 else ""))
        found = pronominal(reader, first, after) or self._after(reader, first, after)
        if found is not None and speech.order in ("attribution", "content_first") and found.after == after:
            found = apposed(reader, found)
        if found is not None and speech.order == "cue_first" and self._object(found, speech, entries):
            return Beside(None)
        return Beside(found)

    def _behind_subject(self, speech: Speech) -> Phrase | None:
        """The subject before a verb whose room holds its object: كان الوزير قد وصف ظهورها بأنه, أن ليو أبلغ الوزير بأن."""
        tokens, cue = self.reader.tokens, speech.cue_first
        if speech.order != "cue_first" or speech.cue is None or self._joined(cue):
            return None
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
        tells = speech.cue is not None and verb_is(speech.cue.lemma, "tells")
        if tells and member.name is None and member.head.kind == "title" and told(member.head):
            return True  # وأبلغ الصحفيين أن
        if self._described(found, speech, entries):
            return True
        if member.head.owned and member.head.kind in ("document", "noun") and speech.cue is not None and (
                verb_is(speech.cue.lemma, "goes_on")):
            return True  # وتختتم مقالها بأن
        if speech.kind == "direct" and member.name is None and thing(member.head):
            return True  # وألقى اللوم على …
        if len(found.members) > 1:
            return False
        if member.head.kind == "noun" and not member.head.article and member.name is None:
            uses = {use for entry in entries for use in str(entry.get("use") or "").split()}
            return member.first == member.head_at and "masdar" in uses and "objectless" not in uses
        genders = {entry.get("gender") or "" for entry in entries if entry.get("part") == "past"}
        if len(genders) != 1 or any(entry.get("part") != "past" for entry in entries):
            return False
        return _gender(member) not in ("", *genders) and member.head.kind in ("place", "body", "name", "noun")

    def _described(self, found: Phrase, speech: Speech, entries: Sequence[Entry]) -> bool:
        """True for the only thing or body behind a verb that needs an object: ووصف القرار بأنه …, واتهم الحكومة بـ…"""
        tokens, after = self.reader.tokens, speech.room[1]
        if speech.cue is None or not verb_is(speech.cue.lemma, "describes") or tokens.form(after)[:1] != "ب":
            return False
        human = found.members[0].name is not None or found.members[0].head.kind == "title"
        if human or any(entry.get("pronoun") for entry in entries):
            return False
        return not any(not governed for _, governed in self.namings(self.reader, found.after, after))

    def _handed_on(self, speech: Speech) -> Phrase | None:
        """Whose words stand in something that another has issued: أصدر النادي بيانا نقل فيه عن مدربه أن."""
        tokens, at = self.reader.tokens, speech.cue_after + 1
        carrying = speech.cue is not None and verb_is(speech.cue.lemma, "carrying") and tokens.form(at) == FROM
        return self.reader.read(at + 1, tokens.index(speech.start)) if carrying else None

    # ---- after the cue ------------------------------------------------------------------------------------------

    def _behind_from(self, reader: Reader, speech: Speech, first: int, after: int, masdar: bool) -> Phrase | None:
        """Whose words they are in نقلت الوكالة عن الوزير قوله, in أفادت الأناضول، نقلا عن الوزير، أن, in نقل عن الوزير."""
        tokens = reader.tokens
        carrying = (speech.cue is not None and verb_is(speech.cue.lemma, "carrying")) or masdar
        for index in range(first, after - 1):
            at_once = index == first and speech.order != "cue_first"  # not وقالت عن ابنها
            if tokens.form(index) == FROM and (carrying or at_once or tokens.form(index - 1).startswith("نقلا")):
                found = pronominal(reader, index + 1, after) or reader.read(index + 1, after)
                if found is not None:
                    return found
        return None

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
                        return found
                    moved = moved or form in COMMAS
                index += 1
                continue
            word, end = unit(tokens, index)
            if word.kind in ("prep", "adverb", "stop") and not is_name(tokens, index) and not (
                    index == first and reader.ahead.called_so(index, after)):
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
        following, next_end = unit(tokens, end) if tokens.kind(end) == WORD_TOKEN else (Word(""), end + 1)
        if used("aside") & {following.stem, tokens.form(end)}:
            while next_end < after and self._adjective(next_end):
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
            if found is not None:
                more = unit(reader.tokens, found.after)[0] if found.after < after else word
                agrees = more.article and more.number == found.members[-1].head.number == "p" and not more.given
                at = found.after + agrees
                return at, not agrees and (bool(more.kind) or not more.article)  # للصحفيين [المرافقين له]
        return self._past_adjunct(reader, index, index + 1, after)

    # ---- before the cue -----------------------------------------------------------------------------------------

    def _before(self, reader: Reader, first: int, after: int, colon: bool) -> Phrase | None:
        """The subject before its verb, or the name before a colon: the last free naming that reaches it, else the first."""
        free = [found for found, governed in self.namings(reader, first, after) if not governed]
        if not free:
            return None
        acting = [found for found in free if not thing(found.members[0].head) or found.first < found.members[0].head_at]
        if not acting and not colon and not any(self._reaches(found.after, after) for found in free):
            return None  # وإذ استحضر مرارة الخسارة، أشار إلى أن
        free = acting or free
        tokens = reader.tokens
        if colon and len(free) > 1 and tokens.form(free[-1].first)[:1] == "ل" and (
                tokens.form(free[-1].first)[1:] in reader.ahead.forms):
            free = free[:-1]  # عمدة لندن لترامب: …
        if colon and free[0].first <= first + 1 and tokens.kind(free[0].after) == WORD_TOKEN and (
                unit(tokens, free[0].after)[0].kind == "verb"):
            return free[0]  # ترامب يهاجم الصين: لن نسمح
        for found in reversed(free):
            if self._reaches(found.after, after):
                return found
        opened = [found for found in free if found.first > first and self._opens(found.first - 1)]
        return opened[-1] if opened else free[0]

    def _opens(self, index: int) -> bool:
        """True for a word behind which a clause begins with its subject: فإن, لكن, أن."""
        tokens = self.reader.tokens
        return tokens.kind(index) == WORD_TOKEN and tokens.form(index) in used("before_subject")

    def _reaches(self, index: int, after: int) -> bool:
        tokens = self.reader.tokens
        while index < after:
            if index in self.spans:
                index = self.spans[index]
                continue
            if tokens.kind(index) == WORD_TOKEN and unit(tokens, index)[0].kind not in ("verb", "adverb", "stop"):
                return False
            index += 1
        return True

    def antecedent(self, cue: int) -> Phrase | None:
        """Who الذي refers to before the verb at token `cue`: رئيس الوزراء كونتي، الذي أعلن أن …; None where the verb does
        not agree with it or has an object of its own (التهمة التي يقول إن, الاتحاد الذي اتهمه بـ): it is not its subject."""
        tokens, index = self.reader.tokens, cue - 1
        while tokens.form(index) in used("auxiliary"):
            index -= 1
        if tokens.form(index) not in used("relative"):
            return None
        entries = [place.entry for place in tokens.opening.get(cue, ()) if place.kind == "cue_verb"]
        kind = "relative_p" if any(entry.get("number") == "p" for entry in entries) else (
            "relative_f" if any(entry.get("gender") == "f" for entry in entries) else "relative_m")
        if tokens.form(index) not in used(kind) or (entries and all(entry.get("pronoun") for entry in entries)):
            return None
        first = max(tokens.sentence(index)[0], index - NEAR)
        best = None
        for found, _ in self.namings(self.reader, first, index):
            best = found
        if best is None or any(tokens.form(each) not in COMMAS for each in range(best.after, index)):
            return None
        member = best.members[-1]
        if unit(tokens, member.head_at)[0].owned:
            return None
        if member.head.kind == "document" and member.after > member.head_at + 1:  # تغريدات ترامب الذي حذر
            return self.reader.read(member.head_at + 1, member.after) or best
        return best

    def _joined(self, cue: int) -> bool:
        """True where the verb at token `cue` has و or ف before it: وقال, not وصف."""
        place = self.reader.tokens.at(cue, "cue_verb")
        if place is not None:
            return place.clitics[:1] in ("و", "ف")
        return self.reader.tokens.form(cue)[:1] in ("و", "ف") and unit(self.reader.tokens, cue)[0].conj

    def adjacent(self, first: int, cue: int) -> Phrase | None:
        """The free naming that stands just before the verb at token `cue`: لكن جماعة الضغط وصفت المشهد بأنه …"""
        topical = self.reader.tokens.form(first).lstrip("و") in used("as_for")  # أما الناقد … فيرى
        if self._joined(cue) and not topical:
            return None
        best = None
        for found, governed in self.namings(self.reader, max(first, cue - NEAR), cue):
            if topical and not governed:
                return found  # أما العمري، رئيس البلدية، الحليف القوي للوزير، فقال
            best = None if governed else found
        return best if best is not None and self._reaches(best.after, cue) else None

    def governing(self, first: int, after: int, plural: bool = False, gender: str = "") -> Phrase | None:
        """The subject of the clause in tokens `first` to `after`, in which a participle hangs: the first free naming
        that `gender` fits, or the last such behind a verb of saying; with `plural` the last one that names several."""
        best, acting, sure = None, None, False
        for found, governed in self.namings(self.reader, max(first, after - FAR), after):
            if governed:
                continue
            if gender and len(found.members) == 1 and _gender(found.members[0]) not in ("", gender):
                continue
            if plural:
                several = len(found.members) > 1 or found.members[0].head.number in ("p", "d")
                best = found if several and not thing(found.members[0].head) else best
                continue
            lead = self.reader.tokens.form(found.first - 1)
            acts = finite(lead)
            if best is None or (not sure and _sure(found)) or lead in used("contrast"):
                best, sure = found, acts or _sure(found) or self._in_place(found, after)
            if gender and acts:
                acting = found  # … فيما جددت ميركل الإقرار بأن …، مؤكدة أنه …
        return acting or best

    def owner(self, first: int, after: int) -> Phrase | None:
        """Who has something in a clause that opens so: ولكن للمهندس زاهر العمري رأي مختلف، حيث يرى أن."""
        tokens, after = self.reader.tokens, min(after, first + NEAR)
        for found, _ in self.namings(self.reader, first, after):
            lead = unit(tokens, found.first)[0].prep == "ل" and all(
                tokens.form(index) in used("before_subject") for index in range(first, found.first))
            behind = unit(tokens, found.after)[0] if found.after < after else None
            last = found.members[-1]
            if lead and last.name is not None and unit(tokens, last.after - 1)[0].kind == "noun":
                return self.reader.read(found.first, last.after - 1)  # زاهر العمري رأي
            return found if lead and behind is not None and behind.kind in ("noun", "") and not behind.article else None
        return None

    def told_already(self, subject: Phrase, cue: int) -> bool:
        """True where the verb behind which `subject` stands tells something of its own before the participle at token `cue`,
        whose subject is then not said: دعا الوزير إلى الهدوء، قائلا; not ورد الوزير قائلا, وأوضح في مقابلة قائلا."""
        tokens, verb = self.reader.tokens, subject.first - 1
        while verb in self.ends:
            verb = self.ends[verb]
        entries = [place.entry for place in tokens.opening.get(verb, ()) if place.kind == "cue_verb"]
        told = [entry for entry in entries if {"masdar", "calls", "voices"} & set(str(entry.get("use") or "").split())]
        by_word = any(place.entry.get("part") == "masdar" for place in tokens.opening.get(cue, ()))
        if not told or by_word or not finite(tokens.form(verb)):
            return False  # أشار الوزير إلى تراجع الأعداد بالقول
        index = subject.after
        while index < cue and (index in self.spans or tokens.kind(index) != WORD_TOKEN):
            index = self.spans.get(index, index + 1)
        if index >= cue:
            return False
        preps = {lexicon.key(prep) for entry in told for prep in str(entry.get("prep") or "").split()}
        return tokens.form(index) in preps or unit(tokens, index)[0].prep in preps

    def _in_place(self, found: Phrase, after: int) -> bool:
        """True for a personal name where a subject stands: behind a verb or لكن, or right before a verb."""
        tokens = self.reader.tokens
        if found.members[0].name is None:
            return False
        before, behind = found.first - 1, found.after
        led = before >= 0 and tokens.kind(before) == WORD_TOKEN and (
            unit(tokens, before)[0].kind == "verb" or tokens.form(before) in used("before_subject"))
        return led or (behind < after and tokens.kind(behind) == WORD_TOKEN and unit(tokens, behind)[0].kind == "verb")


def _sure(found: Phrase) -> bool:
    """True for what is surely a person or a body, by its title, head noun or given name."""
    member = found.members[0]
    return member.head.kind in ("title", "body", "name", "place") or bool(member.name is not None and member.head.given)


def _gender(member: Member) -> str:
    """Gender of a naming as far as its words tell: a masculine title may be a woman's."""
    head = member.head
    things = head.kind == "noun" and head.number == "p"  # things in the plural take قالت
    if things or member.name is not None or (head.kind == "title" and head.gender == "m"):
        return ""
    return member.head.gender

