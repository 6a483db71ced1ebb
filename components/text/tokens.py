"""The text read once: tokens, sentences, and the places of each class of word. Every rule looks at these alone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from components import words
from components.fold import LIGATURES, TATWEEL, bare, fold
from components.lexicon import Entry
from components.model import Article, Section
from components.text.glued import cuts

# Direction marks and zero-width signs are passed over like blanks: they are no part of a word and no punctuation.
_TOKEN = re.compile(r"([^\W\d_]+)|(\d+)|(\n)|([^\s\w\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|_)")
Outcome = TypeVar("Outcome")
WORD, DIGITS, LINE, MARK = "word", "digits", "line", "mark"
_KINDS = ("", WORD, DIGITS, LINE, MARK)
STOPS = frozenset(".!?؟…")
CLOSERS = frozenset("\"'”“»’)]›")


class Token(NamedTuple):
    """`form` is the folded spelling without tatweel and vowel marks; `kind` one of word, digits, line, mark."""

    start: int
    end: int
    form: str
    kind: str


class Place(NamedTuple):
    """A phrase of the lexicon in the text: tokens `first` to `after` (exclusive), beginning at offset `start` inside the
    first token, after its proclitics (`clitics`, and the article if `article`)."""

    kind: str
    first: int
    after: int
    start: int
    clitics: str
    article: bool
    entry: Entry


_PAD = 512  # tokens that do not exist, behind the last one and before the first: farther than any rule looks around
_MOST_KEPT = 20_000  # outcomes of one reading
_new = tuple.__new__  # what a NamedTuple calls in the end; a long text makes a million of them


class Tokens:
    """Tokens of one article. Indices are token numbers, offsets are code points; ranges are end exclusive."""

    def __init__(self, text: str, sections: tuple[Section, ...] = ()) -> None:
        self.text = text
        self.folded = fold(text)
        self.sections = sections
        self.tokens = self._cut()
        starts, _, forms, kinds = zip(*self.tokens, strict=True) if self.tokens else ((), (), (), ())
        self.starts: list[int] = list(starts)
        # The folded form and the kind of the token with this number; an empty string outside the text. These two are asked
        # more often than all else: methods of lists answer twice as fast as functions.
        self.form: Callable[[int], str] = [*forms, *[""] * _PAD].__getitem__
        self.kind: Callable[[int], str] = [*kinds, *[""] * _PAD].__getitem__
        self.places: dict[str, list[Place]] = {}
        self.opening: dict[int, Sequence[Place]] = {}  # first token -> the places that begin there
        self._classes = [frozenset[str]()] * (len(self.tokens) + _PAD)
        # The classes of the places that begin at the token with this number: what is asked before a place is looked for.
        self.classes: Callable[[int], frozenset[str]] = self._classes.__getitem__
        self._firsts: dict[str, list[int]] = {}
        self.units: list[Any] = [None] * (len(self.tokens) + _PAD)  # what the reading of namings found at each token
        self.outcomes: dict[str, Any] = {}  # of what is read once
        self._find_places()

    def _cut(self) -> list[Token]:
        found: list[Token] = []
        add, forms = found.append, dict[str, str]()  # each distinct form is kept once
        joints, folded = cuts(self.text), self.folded
        joint = joints.pop() if joints else len(folded) + 1
        ligatures = not LIGATURES.keys().isdisjoint(folded)
        for match in _TOKEN.finditer(folded):
            start, end = match.span()
            form = match[0]
            while joint < end:  # words without a blank between them
                if start < joint:
                    if front := bare(folded[start:joint]):
                        add(Token(start, joint, front, WORD))
                    start, form = joint, folded[joint:end]
                joint = joints.pop() if joints else len(folded) + 1
            if TATWEEL in form:
                form = bare(form)
                if not form:
                    continue
            if ligatures:
                form = "".join(LIGATURES.get(letter, letter) for letter in form)
            add(_new(Token, (start, end, forms.setdefault(form, form), _KINDS[match.lastindex or 0])))
        return found

    @classmethod
    def of(cls, article: Article) -> "Tokens":
        return cls(article.text, article.sections)

    def __len__(self) -> int:
        return len(self.tokens)

    def glued(self, index: int) -> bool:
        """True where no space stands between token `index` and the next."""
        return 0 <= index < len(self.tokens) - 1 and self.tokens[index].end == self.tokens[index + 1].start

    def index(self, offset: int) -> int:
        """The token that holds `offset`, or else the first one after it (len(self) at the end)."""
        found = bisect_right(self.starts, offset) - 1
        return found if found >= 0 and offset < self.tokens[found].end else found + 1

    def before(self, offset: int) -> int:
        """How many tokens begin before `offset`: the exclusive end of the token range that `offset` closes."""
        return bisect_left(self.starts, offset)

    def inner(self, index: int, letters: int) -> int:
        """The offset inside token `index` after its first `letters` letters (vowel marks and tatweel not counted)."""
        start, end, form, _ = self.tokens[index]
        if end - start == len(form):
            return start + letters
        at = start
        while letters and at < end:
            letters -= self.folded[at] != TATWEEL
            at += 1
        while at < end and self.folded[at] == TATWEEL:
            at += 1
        return at

    def at(self, index: int, kind: str) -> Place | None:
        """The longest place of class `kind` that begins at token `index`."""
        if kind not in self.classes(index):
            return None
        best = None
        for place in self.opening[index]:
            if place.kind == kind and (best is None or place.after > best.after):
                best = place
        return best

    def last(self, kind: str, first: int, after: int) -> int:
        """The last token from `first` to `after` (exclusive) at which a place of class `kind` begins; -1 where none does."""
        firsts = self._firsts.get(kind)
        if firsts is None:
            firsts = self._firsts[kind] = [place.first for place in self.places.get(kind, ())]
        at = bisect_left(firsts, after) - 1
        return firsts[at] if at >= 0 and firsts[at] >= first else -1

    def _find_places(self) -> None:
        form, known, opening, places = self.form, words.known, self.opening, self.places
        after, classes, kept = 0, self._classes, dict[frozenset[str], frozenset[str]]()
        for start, end, spelled, kind in self.tokens:
            first, after = after, after + 1  # every place shares these numbers: a long text has a million places
            if kind != WORD:
                continue
            found = known(spelled)
            longer = found.before.get(form(after)) if found.before else None
            if longer:
                here = self._phrases(first, longer)
            elif not found.lone:
                continue
            elif end - start == len(spelled):
                here = [_new(Place, (name, first, after, start + skip if skip else start, clitics, article, entry))
                        for name, skip, clitics, article, _, entry in found.lone]
            else:
                here = [Place(name, first, after, self.inner(first, skip), clitics, article, entry)
                        for name, skip, clitics, article, _, entry in found.lone]
            opening[first] = tuple(here)
            if longer:
                both = frozenset([place.kind for place in here])
                classes[first] = kept.setdefault(both, both)
            else:
                classes[first] = found.classes
            for place in here:
                if place.kind in places:
                    places[place.kind].append(place)
                else:
                    places[place.kind] = [place]

    def _phrases(self, first: int, every: tuple[words.Found, ...]) -> list[Place]:
        """The places at token `first`, `every` of which begins so, and may go on otherwise. Of a class the longest is kept;
        several readings of one length stay."""
        form, count, here, ends = self.form, len(self.tokens), list[Place](), dict[str, int]()
        begin, end, spelled, _ = self.tokens[first]
        marked = end - begin != len(spelled)  # with vowel marks
        for kind, skip, clitics, article, rest, entry in every:
            after = first + 1 + len(rest)
            if len(rest) > 1 and (after > count or any(form(first + n) != word for n, word in enumerate(rest, 1))):
                continue
            if ends.setdefault(kind, after) != after:
                ends[kind] = -1  # from now on there may be places of several lengths
                other = next((place for place in here if place.kind == kind and place.after != after), None)
                if other is not None:
                    if other.after > after:
                        continue
                    here.remove(other)
            start = self.inner(first, skip) if marked else begin + skip
            here.append(_new(Place, (kind, first, after, start, clitics, article, entry)))
        return here

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Every folded form of the text, once."""
        return frozenset(token.form for token in self.tokens)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of the sentences, end marks and the closing quotation marks behind them included; line breaks
        stand between sentences and belong to none."""
        found, begin, index, count = [], 0, 0, len(self.tokens)
        while index < count:
            token = self.tokens[index]
            if token.kind == LINE:
                if index > begin:
                    found.append((begin, index))
                begin = index + 1
            elif token.form in STOPS and self._ends_sentence(index):
                while index + 1 < count and self.glued(index) and (
                        self.tokens[index + 1].form in CLOSERS or self.tokens[index + 1].form in STOPS):
                    index += 1
                found.append((begin, index + 1))
                begin = index + 1
            index += 1
        if begin < count:
            found.append((begin, count))
        return found

    def _ends_sentence(self, index: int) -> bool:
        """A full stop inside a number, an address or an abbreviation ends nothing."""
        if self.tokens[index].form != ".":
            return True
        before, after = self.tokens[index - 1] if index else None, self.tokens[index + 1] if index + 1 < len(self) else None
        if before is None or after is None:
            return True
        if self.glued(index) and (after.kind == DIGITS or after.form[0] < "\u0600") and after.kind in (WORD, DIGITS):
            return False
        return not (before.kind == WORD and len(before.form) == 1 and self.glued(index - 1))

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token the number of its sentence in `sentences`; -1 for a line break."""
        numbers = [-1] * len(self.tokens)
        for number, (first, after) in enumerate(self.sentences):
            numbers[first:after] = [number] * (after - first)
        return numbers

    def sentence(self, index: int) -> tuple[int, int]:
        """The token range of the sentence of token `index`; an empty range at a line break."""
        number = self.sentence_of[index] if 0 <= index < len(self.tokens) else -1
        return self.sentences[number] if number >= 0 else (index, index)


def once(read: Callable[[Tokens], Outcome]) -> Callable[[Tokens], Outcome]:
    """`read`, its outcome kept with the tokens until they go: a cache of its own would hold on to whole texts."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(tokens: Tokens) -> Outcome:
        if name not in tokens.outcomes:
            tokens.outcomes[name] = read(tokens)
        found: Outcome = tokens.outcomes[name]
        return found

    return kept


def once_at(read: Callable[[Tokens, int], Outcome]) -> Callable[[Tokens, int], Outcome]:
    """`read`, its outcomes at the places last asked about kept with the tokens: several rules ask at one place."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(tokens: Tokens, index: int) -> Outcome:
        known: dict[int, Outcome] | None = tokens.outcomes.get(name)
        if known is None:
            known = tokens.outcomes[name] = {}
        elif index in known:
            return known[index]
        elif len(known) > _MOST_KEPT:
            known.clear()
        found = known[index] = read(tokens, index)
        return found

    return kept
