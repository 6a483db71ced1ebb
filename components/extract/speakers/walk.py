"""The namings of a clause from left to right: what stands in it and is neither its verb nor somebody's adjective."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from components import lexicon
from components.extract.speakers.draft import CLAUSE, COMMAS, QUOTES, Phrase
from components.extract.speakers.lexemes import Word, finite, is_name, unit, used
from components.extract.speakers.phrase import Reader
from components.text.tokens import DIGITS, MARK
from components.text.tokens import WORD as WORD_TOKEN

SHORTEST = 4  # letters of a verb with its و
PRESENT = "يتن"
PRESENT_OF_THAT = "يتناسل"  # letters with which a verb behind أن, or its particle, begins
FOREIGN_ENDS = ("ون", "سن", "وف", "نغ")


class Step(NamedTuple):
    """What is passed over up to a token, and what it makes of the clause; None where it leaves that as it was."""

    after: int
    opening: bool | None  # whether a verb may stand behind it
    governed: bool | None  # whether what stands behind it hangs on a preposition


@dataclass
class Walker:
    """`spans` gives, for the first token of each time, the token after it."""

    reader: Reader
    spans: dict[int, int]
    quoted: dict[int, int] = field(default_factory=dict)  # the same for what is said in marks
    passed: dict[int, Step] = field(default_factory=dict, repr=False)  # what is always passed over, as far as walked
    rows: dict[int, Step] = field(default_factory=dict, repr=False)  # the same for many tokens in a row
    clear: dict[int, int] = field(default_factory=dict, repr=False)  # token -> the one up to which nobody is named

    @cached_property
    def ends(self) -> dict[int, int]:
        """For the last token of each time, the token before it."""
        return {after - 1: first - 1 for first, after in self.spans.items()}

    @cached_property
    def inside(self) -> bytearray:
        """For each token, whether a clause that ends there cuts what is said in marks in two."""
        found = bytearray(len(self.reader.tokens) + 1)
        for first, after in self.quoted.items():
            found[first:after] = b"\x01" * (after - first)
        return found

    def namings(self, reader: Reader, first: int, after: int) -> Iterator[tuple[Phrase, bool]]:
        """The namings of a clause from left to right, each with whether it hangs on a preposition; a dateline is none."""
        tokens, index = reader.tokens, self._past_dateline(first, after)
        if index >= after or (not self.inside[after] and self._clear(index, after) >= after):
            return
        opening = not self._behind_that(index)
        governed = False
        asked = index > 0 and tokens.kind(index - 1) == WORD_TOKEN and unit(tokens, index - 1)[0].kind == "prep"
        while index < after:
            step = self._step(index, after)
            if step is not None:
                index = step.after
                opening = opening if step.opening is None else step.opening
                governed = governed if step.governed is None else step.governed
                continue
            if tokens.kind(index) != WORD_TOKEN:
                found = reader.read(index, after)
                if found is not None:
                    yield found, governed
                index, governed = (index + 1, governed) if found is None else (found.after, False)
                continue
            word, end = unit(tokens, index)
            if index > first and (self._qualifies(index, word) or (
                    self.hangs_behind(index) and tokens.form(index - 2) in QUOTES)):
                index, governed = end, False
                continue
            found = None if opening and self._acts(index, end, after) else reader.read(index, after)
            opening = False
            if found is None:
                bare = not word.article and word.kind in ("", "noun")
                governed = bare and (governed or (bool(word.prep) and word.stem not in used("pointing")))
                index = end  # حول تقديم لائحة, أشاد بعمل الشرطة
                continue
            if word.article and not word.kind and index > first and reader.ahead.possessed(index - 1):
                index, governed = end, False
                continue  # مداخلته الصريحة
            yield found, governed or bool(word.prep) or (asked and found.members[0].head.kind == "noun")
            asked = False  # ردا على سؤال …، أجابت
            index = found.after
            while governed and index < after and self._adjective(index):
                index += 1  # في الغوطة الشرقية
            governed = False

    def _behind_that(self, index: int) -> bool:
        """True where a noun must open the clause: إن طاقم الدفاع, but أن يكون."""
        tokens = self.reader.tokens
        led = 0 < index < len(tokens) and tokens.form(index - 1) in used("no_verb")
        return led and tokens.form(index)[0] not in PRESENT_OF_THAT

    def _step(self, index: int, after: int) -> Step | None:
        """What is passed over at token `index` of a clause that ends at `after`; None where somebody may be named there.
        Many verbs walk the same row of words, and each doubles the steps of the next."""
        row = self.rows.get(index)
        if row is not None and row.after <= after:
            more = self.rows.get(row.after)
            if more is None or more.after > after:
                return row
            row = Step(more.after, row.opening if more.opening is None else more.opening,
                       row.governed if more.governed is None else more.governed)
            self.rows[index] = row
            return row
        return self._single(index, after)

    def _single(self, index: int, after: int) -> Step | None:
        """The same of token `index` alone."""
        step = self.passed.get(index) or self._said_or_time(index, after)
        if step is None:
            step = self._word_or_mark(index)
            if step is None or index in self.quoted or index + 1 in self.quoted:
                return step  # another time what is said may be passed over as a whole
            self.passed[index] = step
        if index not in self.rows:
            self.rows[index], self.clear[index] = step, step.after
        return step

    def _clear(self, index: int, after: int) -> int:
        """The token up to which nobody is named from token `index` on, `after` or one before it or behind it; the way
        there is kept short, as many verbs ask."""
        clear, end = self.clear, index
        while end < after:
            if end not in clear and (self._single(end, after) is None or end not in clear):
                break
            end = clear[end]
        while index != end:
            clear[index], index = end, clear[index]
        return end

    def _said_or_time(self, index: int, after: int) -> Step | None:
        if index in self.spans:
            return Step(self.spans[index], None, False)
        if index < self.quoted.get(index, 0) <= after:
            return Step(self.quoted[index], None, False)
        tokens = self.reader.tokens
        if tokens.kind(index) != WORD_TOKEN and index + 1 < self.quoted.get(index + 1, 0) <= after:
            return Step(self.quoted[index + 1], True if tokens.form(index) in COMMAS else None, False)
        return None

    def _word_or_mark(self, index: int) -> Step | None:
        tokens, ahead = self.reader.tokens, self.reader.ahead
        _, _, form, kind = tokens.tokens[index]
        if kind != WORD_TOKEN:
            if form in COMMAS:
                return Step(index + 1, True, False)
            named = kind == DIGITS or (kind == MARK and ahead.dressed(index, len(tokens)))
            return None if named else Step(index + 1, None, None)
        word, end = unit(tokens, index)
        if word.kind == "prep" and not is_name(tokens, index) and not ahead.for_name(index, len(tokens)):
            acts = index > 0 and tokens.form(index - 1) in used("perfect")  # وقد عبر الوزير عن
            return Step(end, None, not acts and word.stem not in used("pronoun"))
        if word.kind in CLAUSE and not (word.kind == "adverb" and ahead.as_title(index)):
            keeps = word.kind == "verb" or word.stem in used("pointing")  # مع رد كاسن: a noun; في هذا البيان
            return Step(end, self._clause_opens(word, form, end), None if keeps else False)
        return None

    def _clause_opens(self, word: Word, form: str, end: int) -> bool:
        """True where a verb may stand behind a word of the clause, and no subject yet."""
        if word.stem in used("background"):
            return False  # وكان إيكهارد ريبرغ قد حذر
        if form.lstrip("و") in used("as_for") or form in used("as_for") or (
                word.stem in used("before_subject") and self.reader.tokens.form(end)[:1] != "ي"):
            return False  # أما برهان حداد, لكن حاكم الولاية
        return word.kind in ("stop", "that") or word.stem in used("before_verb")

    def _qualifies(self, index: int, word: Word) -> bool:
        """A bare adjective behind a noun: بعبارة قصيرة كتب, مرة أخرى."""
        tokens = self.reader.tokens
        if word.stem in used("one_more") and tokens.kind(index - 1) == WORD_TOKEN:
            return unit(tokens, index - 1)[0].kind not in ("verb", "that", "prep") and not finite(tokens.form(index - 1))
        if word.kind or word.article or word.given or word.conj or tokens.kind(index - 1) != WORD_TOKEN:
            return False
        return word.stem in lexicon.column("adjectives") and unit(tokens, index - 1)[0].kind == "noun"

    def hangs_behind(self, index: int) -> bool:
        """A participle or adjective with article behind a comma: لبرنامج «المساء»، المذاع على قناة النهر."""
        tokens = self.reader.tokens
        if index < 2 or tokens.form(index - 1) not in COMMAS or tokens.kind(index + 1) != WORD_TOKEN:
            return False
        word, end = unit(tokens, index)
        plain = word.kind in ("", "noun") or word.stem in used("described")
        plain = plain and word.article and not (word.conj or word.prep or word.given or word.owned)
        behind, _ = unit(tokens, end)
        return plain and (behind.kind == "prep" or bool(behind.prep)) and not is_name(tokens, end)

    def _adjective(self, index: int) -> bool:
        """A bare word with article, as it stands behind a noun."""
        if self.reader.tokens.kind(index) != WORD_TOKEN or index in self.spans:
            return False
        word, _ = unit(self.reader.tokens, index)
        plain = word.kind in ("", "noun", "nationality") and not word.given
        return plain and word.article and not word.conj and not word.prep

    def _past_dateline(self, first: int, after: int) -> int:
        """The first token behind a dateline, unless that is all there is: واشنطن: لن نسمح بذلك."""
        for begin, behind in self.datelines:
            if begin <= first < behind:
                return behind if behind < after else first
        return first

    @cached_property
    def datelines(self) -> list[tuple[int, int]]:
        """The token ranges of the datelines."""
        tokens = self.reader.tokens
        return [(tokens.before(section.start), tokens.before(section.end)) for section in tokens.sections
                if section.kind == "dateline"]

    def _acts(self, index: int, end: int, after: int) -> bool:
        """An unknown word that opens a clause before more of a noun phrase is its verb: وتطرق المعراج إلى …"""
        tokens = self.reader.tokens
        word, _ = unit(tokens, index)
        form = tokens.form(index)
        if not word.kind and form.endswith(FOREIGN_ENDS) and form[0] not in "يتسوف":
            return False  # لكن جونسون آند جونسون
        if not word.article and form[0] in PRESENT and index > 0 and tokens.form(index - 1) in used("before_verb"):
            return True  # لا تخفي
        likely = word.kind in ("", "noun") or (bool(word.given) and word.common) or (
            word.kind == "quantity" and word.conj)  # وأبرز حمدي حرص الوزارة
        if likely and not word.article and finite(form):
            return True
        if word.sort == "everyday" and not word.article:
            return True  # وظهر, وانتقل
        if not word.kind and len(form) > 4 and form.lstrip("وف")[:1] == "ي":
            return True  # ويتنافس نحو …
        if word.article or not likely or end >= after or tokens.kind(end) != WORD_TOKEN:
            return False
        following, _ = unit(tokens, end)
        if not word.kind and form[0] == "و" and len(form) > SHORTEST and following.kind == "prep" and following.stem in used(
                "of_verb"):
            return True  # وأثنى على …
        if word.kind == "title" and following.article and not finite(form):
            return False  # لكن حاكم الولاية
        family = following.given or (following.article and following.stem.endswith("ي") and not following.prep)
        if word.given and not word.conj and family and unit(tokens, end)[1] == after:
            return False  # نبيل فهمي: …, كمال القناوي: …
        if word.kind and not following.article and not following.given and following.kind not in ("title", "body"):
            return False
        return following.kind not in CLAUSE and following.kind != "prep" and not following.prep
