"""The namings of a clause from left to right: what stands in it and is neither its verb nor somebody's adjective."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from components import lexicon
from components.extract.speakers.draft import CLAUSE, COMMAS, Phrase
from components.extract.speakers.lexemes import Word, finite, is_name, unit, used
from components.extract.speakers.phrase import Reader
from components.text.tokens import DIGITS, MARK
from components.text.tokens import WORD as WORD_TOKEN

SHORTEST = 4  # letters of a verb with its و
FOREIGN_ENDS = ("ون", "سن", "وف", "نغ")


@dataclass
class Walker:
    """`spans` gives, for the first token of each time, the token after it."""

    reader: Reader
    spans: dict[int, int]
    quoted: dict[int, int] = field(default_factory=dict)  # the same for what is said in marks
    passed: dict[int, tuple[int, bool, bool]] = field(default_factory=dict, repr=False)  # words passed over before

    @cached_property
    def ends(self) -> dict[int, int]:
        """For the last token of each time, the token before it."""
        return {after - 1: first - 1 for first, after in self.spans.items()}

    def namings(self, reader: Reader, first: int, after: int) -> Iterator[tuple[Phrase, bool]]:
        """The namings of a clause from left to right, each with whether it hangs on a preposition; a dateline is none."""
        tokens, index = reader.tokens, self._past_dateline(first)
        opening = True
        governed = False
        asked = index > 0 and tokens.kind(index - 1) == WORD_TOKEN and unit(tokens, index - 1)[0].kind == "prep"
        while index < after:
            if index in self.spans:
                index, governed = self.spans[index], False
                continue
            if index < self.quoted.get(index, 0) <= after:
                index, governed = self.quoted[index], False
                continue
            known = self.passed.get(index)
            if known is not None:
                index, opening, keeps = self._row(index, known)
                governed = governed and keeps
                continue
            _, _, form, kind = tokens.tokens[index]
            if kind != WORD_TOKEN:
                comma = form in COMMAS
                opening, governed = opening or comma, governed and not comma
                if index + 1 < self.quoted.get(index + 1, 0) <= after:
                    index += 1
                    continue
                if kind == DIGITS or (kind == MARK and not comma and reader.ahead.dressed(index, after)):
                    found = reader.read(index, after)
                    if found is not None:
                        yield found, governed
                        index, governed = found.after, False
                        continue
                index += 1
                continue
            word, end = unit(tokens, index)
            if word.kind == "prep" and not is_name(tokens, index):
                index, governed = end, word.stem not in used("pronoun")
                continue
            if word.kind in CLAUSE and not (word.kind == "adverb" and self.reader.ahead.as_title(index)):
                self.passed[index] = end, self._clause_opens(word, form, end), word.kind == "verb" or (
                    word.stem in used("pointing"))  # مع رد كاسن: a noun of the same letters; في هذا البيان
                continue
            if index > first and self._qualifies(index, word):
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

    def _row(self, index: int, known: tuple[int, bool, bool]) -> tuple[int, bool, bool]:
        """The words passed over at `index` and next: many verbs walk a row of them, and each halves it."""
        after, _, keeps = known
        more = self.passed.get(after)
        if more is None or after in self.spans or after in self.quoted:
            return known
        self.passed[index] = row = more[0], more[1], keeps and more[2]
        return row

    def _clause_opens(self, word: Word, form: str, end: int) -> bool:
        """True where a verb may stand behind a word of the clause, and no subject yet."""
        if word.stem in used("background"):
            return False  # وكان إيكهارد ريبرغ قد حذر
        if used("as_for") & {form, form.lstrip("و")} or (
                word.stem in used("before_subject") and self.reader.tokens.form(end)[:1] != "ي"):
            return False  # أما برهان حداد, لكن حاكم الولاية
        return word.kind in ("stop", "that") or word.stem in used("before_verb")

    def _qualifies(self, index: int, word: Word) -> bool:
        """A bare adjective behind a noun: بعبارة قصيرة كتب."""
        tokens = self.reader.tokens
        if word.kind or word.article or word.given or word.conj or tokens.kind(index - 1) != WORD_TOKEN:
            return False
        return word.stem in lexicon.column("adjectives") and unit(tokens, index - 1)[0].kind == "noun"

    def _adjective(self, index: int) -> bool:
        """A bare word with article, as it stands behind a noun."""
        if self.reader.tokens.kind(index) != WORD_TOKEN or index in self.spans:
            return False
        word, _ = unit(self.reader.tokens, index)
        plain = word.kind in ("", "noun", "nationality") and not word.given
        return plain and word.article and not word.conj and not word.prep

    def _past_dateline(self, first: int) -> int:
        tokens = self.reader.tokens
        for section in tokens.sections:
            if section.kind == "dateline" and first < len(tokens) and (
                    section.start <= tokens.tokens[first].start < section.end):
                return tokens.before(section.end)
        return first

    def _acts(self, index: int, end: int, after: int) -> bool:
        """An unknown word that opens a clause before more of a noun phrase is its verb: وتطرق المعراج إلى …"""
        tokens = self.reader.tokens
        word, _ = unit(tokens, index)
        form = tokens.form(index)
        if not word.kind and form.endswith(FOREIGN_ENDS) and form[0] not in "يتسوف":
            return False  # لكن جونسون آند جونسون
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
        if word.given and not word.conj and following.given and unit(tokens, end)[1] == after:
            return False  # نبيل فهمي: …
        if word.kind and not following.article and not following.given and following.kind not in ("title", "body"):
            return False
        return following.kind not in CLAUSE and following.kind != "prep" and not following.prep
