"""Who stands before a verb: its subject, whom a relative refers to, the subject of the clause that governs it."""

from dataclasses import dataclass

from components import lexicon
from components.extract.speakers.ahead import MOST_PAIRS
from components.extract.speakers.documents import document_at
from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.lexemes import finite, thing, unit, used
from components.extract.speakers.phrase import Reader
from components.extract.speakers.walk import Walker
from components.text.tokens import WORD as WORD_TOKEN

TOPIC = 4  # words before a name in a headline
OBJECTS = ("ه", "ها", "هم")
THAT = "ان"  # أن, folded
LED = "فول"  # letters with which a verb takes up the clause before it
STATE, ACTING = 5, "يت"  # tokens of a clause of state, and letters with which its verb begins
LONGEST_SUBJECT = 10
NEAR, FAR = 60, 160  # tokens before a verb in which its neighbour, or its subject, is sought


@dataclass
class Before(Walker):
    """Finds namings before verbs and colons."""

    def _before_colon(self, reader: Reader, first: int, after: int) -> Phrase | None:
        """The name before a colon without the topic that a headline sets before it (سر دموع [سمير حلواني]: «…»), where the
        article has that name without the topic too."""
        found = self._before(reader, first, after, True)
        if found is None or found.first >= found.after - 2:
            return found
        tokens = reader.tokens
        for index in range(found.first, min(found.first + TOPIC, found.after - 1)):
            word, end = unit(tokens, index)
            pair = (tokens.form(index), tokens.form(index + 1))
            others = reader.ahead.full_names.get(pair, ())[:MOST_PAIRS] if index > found.first else ()
            if any(other > index and tokens.form(other - 1) != tokens.form(index - 1) for other in others):
                return reader.read(index, after) or found
            if end != index + 1 or word.kind not in ("", "noun") or word.article or word.given:
                break
        return found

    def _before(self, reader: Reader, first: int, after: int, colon: bool) -> Phrase | None:
        """The subject before its verb, or the name before a colon: the last free naming that reaches it, else the first."""
        free = [found for found, governed in self.namings(reader, first, after) if not governed]
        free = [found for found in free if not self._of_state(found.first, first, colon)] or free
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

    def _of_state(self, index: int, first: int, colon: bool) -> bool:
        """True for what somebody is, told between commas (الأب، وهو [معلم]، يقول), and before a colon for what he does as he
        speaks (تتدخل أم سامر وهي تصب [القهوة]: …)."""
        tokens = self.reader.tokens
        for at in range(index - 1, max(first, index - STATE), -1):
            if tokens.kind(at) != WORD_TOKEN:
                return False
            if tokens.form(at) in used("being"):
                doing = colon and at < index - 1 and tokens.form(at + 1)[:1] in ACTING
                return doing or (at == index - 1 and tokens.form(at - 1) in COMMAS)
        return False

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
        form = tokens.form(index)
        if form not in used("relative"):
            return self._again(index, cue) if form[:1] == "و" and form[1:] in used("relative") else None
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

    def _again(self, index: int, cue: int) -> Phrase | None:
        """Who والتي at token `index` refers to: whom التي before it in the sentence does (السيدة التي اتهمت المرشح والتي
        تقول إن), else the last document that agrees with it."""
        tokens, form = self.reader.tokens, self.reader.tokens.form(index)[1:]
        first = tokens.sentence(index)[0]
        for at in range(index - 1, max(first, index - NEAR) - 1, -1):
            if tokens.form(at) == form:
                return self._head(at)
        gender = "f" if form in used("relative_f") else "m"
        for at in range(index - 1, max(first, index - NEAR) - 1, -1):
            head = document_at(self.reader, at) if tokens.kind(at) == WORD_TOKEN else None
            if head is not None and head.sort == "document" and head.gender == gender and head.number == "s":
                return self.reader.read(at, index)
        return None

    def _head(self, index: int) -> Phrase | None:
        """The naming right before the relative at token `index`."""
        tokens, best = self.reader.tokens, None
        for found, _ in self.namings(self.reader, max(tokens.sentence(index)[0], index - NEAR), index):
            best = found
        ends = best is not None and all(tokens.form(each) in COMMAS for each in range(best.after, index))
        return best if ends else None

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
            if gender and len(found.members) == 1 and gender_of(found.members[0]) not in ("", gender):
                continue
            if plural:
                several = len(found.members) > 1 or found.members[0].head.number in ("p", "d")
                best = found if several and not thing(found.members[0].head) else best
                continue
            lead = self.reader.tokens.form(found.first - 1)
            acts = finite(lead) and not (best is not None and self._wished(found.first - 2))
            if best is None or (not sure and _sure(found)) or lead in used("contrast"):
                best, sure = found, acts or _sure(found) or self._in_place(found, after)
            if gender and acts:
                acting = found  # … فيما جددت ميركل الإقرار بأن …، مؤكدة أنه …
        return acting or best

    def _wished(self, index: int) -> bool:
        """True for أن at token `index`, behind which is told what shall be: طلبت الأم أن تعود سعاد, مؤكدة أنها مريضة."""
        tokens = self.reader.tokens
        return index > 0 and tokens.form(index) == THAT and tokens.form(index + 1)[:1] in ACTING and (
            tokens.kind(index - 1) == WORD_TOKEN and unit(tokens, index - 1)[0].kind != "prep")

    def interrupter(self, cue: int) -> Phrase | None:
        """Who stands right before the participle at token `cue` as the subject of a verb with an object or with عليه: قبل أن
        يقاطعه هشام نوار قائلا."""
        tokens = self.reader.tokens
        for index in range(cue - 2, max(tokens.sentence(cue)[0], cue - LONGEST_SUBJECT), -1):
            if tokens.kind(index) != WORD_TOKEN:
                return None
            if tokens.form(index).endswith(OBJECTS) and self._interrupts(index):
                found = self.reader.read(index + 1, cue)
                return found if found is not None and found.after == cue and not thing(found.members[0].head) else None
        return None

    def _interrupts(self, index: int) -> bool:
        """True where a word with its object at its end, at token `index`, is such a verb."""
        tokens, form = self.reader.tokens, self.reader.tokens.form(index)
        if index < 1:
            return False
        lead = tokens.form(index - 1)
        if unit(tokens, index)[0].stem in used("pronoun"):
            return lead[0] in LED and unit(tokens, index - 1)[0].kind in ("verb", "")  # ليرد عليه
        if tokens.kind(index - 1) != WORD_TOKEN:
            return form[0] in LED  # …، فقاطعه
        return unit(tokens, index - 1)[0].kind in ("that", "stop")

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
        told = [entry for entry in entries if {"masdar", "calls", "voices"} & entry.uses]
        by_word = any(place.entry.get("part") == "masdar" for place in tokens.opening.get(cue, ()))
        if not told or by_word or not finite(tokens.form(verb)):
            return False  # أشار الوزير إلى تراجع الأعداد بالقول
        index = subject.after
        while index < cue and (index in self.spans or tokens.kind(index) != WORD_TOKEN):
            index = self.spans.get(index, index + 1)
        if index >= cue:
            return False
        if any("masdar" in entry.uses for entry in told) and (
                unit(tokens, index)[0].kind in ("noun", "") and not unit(tokens, index)[0].article):
            return True  # أكد الوزير سعي الوزارة لحل المشكل، مشيرا إلى أن
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


def gender_of(member: Member) -> str:
    """Gender of a naming as far as its words tell: a masculine title may be a woman's."""
    head = member.head
    things = head.kind == "noun" and head.number == "p"  # things in the plural take قالت
    if things or member.name is not None or (head.kind == "title" and head.gender == "m"):
        return ""
    return member.head.gender
