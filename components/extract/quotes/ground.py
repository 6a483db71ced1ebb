"""The text as the rules of speech see it: pairs of marks, units of sense, and what words of its classes stand where."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from components import lexicon, verbs, words
from components.extract.quotes.marks import Pair, ends_inside, paired
from components.text.tokens import CLOSERS, LINE, MARK, STOPS, WORD, Place, Token, Tokens

VERB, COMPLEMENTIZER, ATTRIBUTION, NARRATOR = "cue_verb", "complementizer", "attribution", "narrator"
PHRASE = "saying_phrase"
COMMAS = frozenset("،,؛;")
CLAUSE_OPENERS = frozenset({"spoken", "negation", "copula", "auxiliary"})
SPOKEN_LONG = 5  # words in marks that are speech and no name
LETTER_N = "ان"  # إن, folded
GLUED = 5  # letters: a longer word may have بأن written to its end
OPENERS = ("بأن", "بإن", "بأنه", "بإنه", "بأنها", "بإنها")
CLEAR = frozenset(".،,؛;:-–—…!؟? ")


@lru_cache(maxsize=100_000)
def kinds(form: str) -> frozenset[str]:
    """The classes of lists/quote_words.csv that a folded form belongs to, with or without proclitics and article."""
    table = lexicon.column("quote_words", "kind")
    found: set[str] = set()
    for _, _, _, rest in words.splits(form):
        if rest in table:
            found.update(table[rest].split())
    return frozenset(found)


@lru_cache(maxsize=100_000)
def whole_kinds(form: str) -> frozenset[str]:
    """The same for the form as it stands or behind an article alone."""
    table = lexicon.column("quote_words", "kind")
    rest = form[2:] if form.startswith("ال") else form
    return frozenset((table.get(form, "") + " " + table.get(rest, "")).split())


@lru_cache(maxsize=10_000)
def finite_form(form: str) -> bool:
    """A finite verb by its shape, in the first person too: سأعود, نريد."""
    stem = form.removeprefix("و") if len(form) > 3 else form
    ours = stem.removeprefix("س")
    if len(ours) > 2 and (ours[0] == "ن" or (ours[0] == "ا" and ours != stem)) and verbs.is_finite("ي" + ours[1:]):
        return True
    return verbs.is_finite(form)


@lru_cache(maxsize=20_000)
def common(form: str, accusative: bool = True) -> bool:
    """True for a word of the lists of nouns, adjectives and everyday words, with what is written to it: بأسف, مريحا; without
    `accusative` not for what else may be a name in ا: لونا."""
    lists = [lexicon.column(name) for name in ("nouns", "adjectives", "everyday_words")]
    rests = [rest for _, _, _, rest in words.splits(form)]
    stems = rests + [rest.removesuffix("ا") for rest in rests if accusative]
    return any(stem in each for stem in stems if len(stem) > 2 for each in lists)


@lru_cache(maxsize=20_000)
def _past(form: str) -> bool:
    """True for what may be a verb of the past, with an object written to it: أظهر, زاره."""
    known = (lexicon.column("verbs"), lexicon.column("event_verbs"))
    stems = [form] + [form.removesuffix(ending) for ending in ("هم", "ها", "ه", "ت")]
    return form[:1] not in "يتنس" and (verbs.is_finite(form) or any(stem in each for stem in stems for each in known))


def _within(places: Sequence[int], first: int, after: int) -> Sequence[int]:
    """Those of sorted `places` that lie in a token range."""
    return places[bisect_left(places, first):bisect_left(places, after)]


class Way(NamedTuple):
    """A verb of saying between a cue and its speech: it may stand aside (مشيدا بالعامل), it is the nearer cue, and takes the
    clause to itself."""

    aside: bool
    blocks: bool
    takes: bool


class Ground:
    """Tokens with their pairs, and units: sentences that no full stop inside a pair cuts."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.form, self.classes, self.count = tokens.form, tokens.classes, len(tokens)
        self.paired = paired(tokens)
        self.jump: dict[int, Pair] = {pair.first: pair for pair in (*self.paired.unclosed, *self.paired.pairs)}
        self.closers: dict[int, Pair] = {pair.after - 1: pair for pair in self.paired.pairs}
        self.blocking: dict[int, bool] = {}  # token -> whether a nearer cue begins there, as far as asked
        self.ways: dict[int, Way] = {}  # token -> what a verb of saying there is to the cues before it, as far as asked
        self.bodies = self._bodies()
        self.inside = self._inside()
        self.units = self._units()
        self.unit_of = [0] * (len(tokens) + 1)
        for number, (first, after) in enumerate(self.units):
            self.unit_of[first:after] = [number] * (after - first)

    def _inside(self) -> bytearray:
        inside = bytearray(len(self.tokens) + 1)
        for pair in self.paired.pairs:
            inside[pair.first:pair.after] = b"\x01" * (pair.after - pair.first)
        return inside

    def _bodies(self) -> frozenset[int]:
        """First tokens behind a dateline, where the sentence proper begins."""
        sections = [section for section in self.tokens.sections if section.kind == "dateline"]
        return frozenset(self.tokens.index(section.end) for section in sections)

    def _units(self) -> list[tuple[int, int]]:
        tokens, found, begin, index = self.tokens, [], 0, 0
        each, ends = tokens.tokens, {after for _, after in tokens.sentences}
        while index < len(each):
            if index in self.bodies and index > begin:
                found.append((begin, index))
                begin = index
            token = each[index]
            pair = self.jump.get(index) if token.kind == MARK else None
            if pair and pair.closed:
                index = pair.after
                over = ends_inside(tokens, pair) and pair.words > 3 and not self._goes_on(index)
            elif token.kind == LINE:
                if index > begin:
                    found.append((begin, index))
                index += 1
                begin = index
                continue
            else:
                index += 1
                over = token.kind == MARK and index in ends and (
                    token.form in STOPS or token.form in CLOSERS) and not (
                    self._dotted(index - 1) or self._initial(index - 1))
            if over:
                found.append((begin, index))
                begin = index
        if begin < len(each):
            found.append((begin, len(each)))
        return found

    def _dotted(self, index: int) -> bool:
        """A full stop inside a code or an address: إم.إتش 370, أخبار.نت."""
        tokens = self.tokens
        if tokens.form(index) != "." or not tokens.glued(index) or not tokens.glued(index - 1):
            return False
        return self.tokens.kind(index - 1) == WORD and self.tokens.kind(index + 1) == WORD and (
            "domain" in whole_kinds(tokens.form(index + 1)) or (self._letter(index - 1) and self._letter(index + 1)))

    def _initial(self, index: int) -> bool:
        """The full stop behind an initial of a name: آر. بوبو, سي. بي. لونا; not بي بي سي. وقال."""
        tokens = self.tokens
        behind = tokens.form(index + 1) if index + 1 < len(tokens) else ""
        if tokens.form(index) != "." or not self._letter(index - 1) or tokens.kind(index + 1) != WORD or len(behind) < 2:
            return False
        if self._letter(index + 1):
            return True
        return behind[0] not in "وفا" and not verbs.is_finite(behind) and not any(
            place.kind in (VERB, ATTRIBUTION, NARRATOR) for place in tokens.opening.get(index + 1, ())) and (
            not common(behind, accusative=False))

    def _goes_on(self, index: int) -> bool:
        """True where the sentence goes on behind a pair that holds its full stop: «….»، قال X."""
        return self.tokens.form(index) in COMMAS or any(
            place.kind in (VERB, ATTRIBUTION) for place in self.tokens.opening.get(index, ()))

    def stray_mark(self, first: int, after: int) -> int:
        """The first closing mark without a partner in a token range, else its end."""
        at = bisect_right(self._strays, first)
        return min(self._strays[at], after) if at < len(self._strays) else after

    @cached_property
    def _strays(self) -> list[int]:
        return sorted(mark.first for mark in self.paired.stray)

    def lines(self) -> list[tuple[int, int]]:
        """Token ranges of the lines that are not empty."""
        found, begin = [], 0
        for index in [*(at for at, token in enumerate(self.tokens.tokens) if token.kind == LINE), len(self.tokens)]:
            if index > begin:
                found.append((begin, index))
            begin = index + 1
        return found

    def words_in(self, first: int, after: int) -> int:
        return sum(token.kind == WORD for token in self.tokens.tokens[first:after])

    def opens_line(self, index: int) -> bool:
        """True where a line begins at `index` with a mark that opens."""
        return index in self.jump and self.tokens.kind(index - 1) == LINE

    def repeated(self, pair: Pair) -> bool:
        """True where the same few words stand in marks elsewhere too."""
        return self._said_in_marks[self._content(pair)] > 1

    @cached_property
    def _said_in_marks(self) -> Counter[tuple[str, ...]]:
        return Counter(self._content(pair) for pair in self.paired.pairs if pair.words < 5)

    def _content(self, pair: Pair) -> tuple[str, ...]:
        return tuple(token.form for token in self.tokens.tokens[pair.inner:min(pair.outer, pair.inner + 8)])

    def unit(self, index: int) -> tuple[int, int]:
        return self.units[self.unit_of[index]] if self.units else (0, 0)

    @cached_property
    def cue_tokens(self) -> frozenset[int]:
        """The tokens at which a form of a verb of saying or a phrase of speech begins."""
        places = self.tokens.places
        return frozenset(place.first for kind in (VERB, PHRASE) for place in places.get(kind, ()))

    def places(self, index: int, kind: str) -> Sequence[Place]:
        return [place for place in self.tokens.opening[index] if place.kind == kind] if kind in self.classes(index) else ()

    def is_a(self, index: int, kind: str) -> bool:
        """True where token `index`, behind its proclitics, is of class `kind` of the word list."""
        return kind in kinds(self.tokens.form(index))

    def complementizer(self, index: int) -> Place | None:
        """أن, إن, بأن, with or without a pronoun; not لأن or وأن."""
        return self._complementizers.get(index)

    @cached_property
    def _complementizers(self) -> dict[int, Place]:
        return {
            place.first: place for place in reversed(self.tokens.places.get(COMPLEMENTIZER, ()))
            if not place.article and place.clitics in ("", "ب") and not self._spelled(place.first)
        }

    @cached_property
    def joined_complementizers(self) -> frozenset[int]:
        """Tokens at which وأن, وأنه stand."""
        return frozenset(place.first for place in self.tokens.places.get(COMPLEMENTIZER, ())
                         if not place.article and place.clitics == "و" and self.tokens.text[place.start] != "إ")

    @cached_property
    def opened(self) -> dict[int, Pair]:
        """The marks that begin a sentence and are never closed, by their first token."""
        return {pair.first: pair for pair in self.paired.unclosed if pair.first == self.unit(pair.first)[0]}

    @cached_property
    def glued_openers(self) -> frozenset[int]:
        """The tokens with بأن, بإن or إن written to their end: المعلمبإن, المديرإنه."""
        ends = {form for form in self.tokens.distinct if len(form) > GLUED and form.endswith(("ان", "انه", "انها"))}
        return frozenset(index for index, token in enumerate(self.tokens.tokens) if token.form in ends and (
            self._opens_glued(token)))

    def _opens_glued(self, token: Token) -> bool:
        written = self.tokens.text[token.start:token.end]
        return written[1:].endswith(("إن", "إنه", "إنها")) or (
            token.form.endswith(("بان", "بانه", "بانها")) and written.endswith(OPENERS))

    @cached_property
    def turns(self) -> list[int]:
        """The tokens that may open speech, or take it away from a cue, in their order: all that `opening_of` looks at."""
        return sorted({*self.jump, *self._complementizers, *self.joined_complementizers, *self.glued_openers,
                       *self.cue_tokens, *(index for index, token in enumerate(self.tokens.tokens) if token.form == ":")})

    @cached_property
    def _pauses(self) -> list[int]:
        """The tokens at which speech opens whatever stands before them: colons, complementizers, marks with many words."""
        return [index for index in self.turns if self.form(index) == ":" or index in self._complementizers or (
            index in self.jump and self.jump[index].words >= SPOKEN_LONG)]

    def next_pause(self, index: int) -> int:
        """The first of these from `index` on; the end of the text where there is none."""
        return self._next(self._pauses, index)

    def _next(self, places: list[int], index: int) -> int:
        at = bisect_left(places, index)
        return places[at] if at < len(places) else self.count

    @cached_property
    def _returns(self) -> list[int]:
        """The tokens at which the narrator may take the word again, and the marks before them, in their order."""
        contrasts = {place.first for place in self.tokens.places.get(NARRATOR, ()) if place.entry.get("contrast")}
        joined = {form for form in self.tokens.distinct if form[0] == "و" or "effect" in whole_kinds(form)}
        return sorted(contrasts.union(self.jump, (
            index for index, token in enumerate(self.tokens.tokens) if token.form in joined)))

    def next_return(self, index: int) -> int:
        return self._next(self._returns, index)

    @cached_property
    def _pasts(self) -> list[int]:
        forms = set(filter(_past, self.tokens.distinct))
        return [index for index, token in enumerate(self.tokens.tokens) if token.form in forms]

    def has_past(self, first: int, after: int) -> bool:
        """True where what may be a verb of the past stands in the token range."""
        return self._next(self._pasts, first) < after

    @cached_property
    def _jumps(self) -> list[int]:
        return sorted(self.jump)

    @cached_property
    def _colons(self) -> list[int]:
        return [index for index, token in enumerate(self.tokens.tokens) if token.form == ":"]

    def colons(self, first: int, after: int) -> Sequence[int]:
        """The colons of a token range."""
        return _within(self._colons, first, after)

    @cached_property
    def _clause_openers(self) -> list[int]:
        relatives = {form for form in self.tokens.distinct if "relative" in whole_kinds(form)}
        return sorted({*self._complementizers, *(place.first for place in self.tokens.places.get(NARRATOR, ())),
                       *(index for index, token in enumerate(self.tokens.tokens) if token.form in relatives)})

    def clause_openers(self, first: int, after: int) -> Sequence[int]:
        """Where أن, a relative or a word of the narrator begins in a token range, the nearest to its end first."""
        return _within(self._clause_openers, first, after)[::-1]

    def next_mark(self, index: int) -> int:
        """The first token from `index` on at which marks begin."""
        return self._next(self._jumps, index)

    def _spelled(self, index: int) -> bool:
        """The letter N of a name spelled out: شركة آر إن سي, سي إن إن; not in بي بي سي أن."""
        form = self.tokens.form
        if len(form(index)) > 2 or self.tokens.text[self.tokens.tokens[index].start] == "أ" or not self._letter(index - 1):
            return False
        return self._letter(index + 1) or (form(index - 1) == form(index) and form(index - 2) != form(index))

    def _letter(self, index: int) -> bool:
        form = self.tokens.form(index)
        return form == LETTER_N or ("letter_name" in whole_kinds(form) and len(form) < 5)

    def present_verb(self, index: int) -> bool:
        """True for what looks like a verb of the present in the third person, by its first letter."""
        form = self.tokens.form(index)
        return len(form) > 3 and form[0] == "ي" and self.is_word(index) and "y_word" not in whole_kinds(form)

    def clausal(self, pair: Pair) -> bool:
        """True where the words of a pair begin as a clause does: «سنعود غدا», «كنا نبكي», «الناس يريدون الخبز»."""
        first = self.form(pair.inner)
        if "an_owner" in whole_kinds(first) or "org_opener" in kinds(first):
            return False  # غير المقبولة, تحالف
        if whole_kinds(first) & CLAUSE_OPENERS or pair.inner in self._complementizers or finite_form(first):
            return True
        if any(place.entry["part"] in ("past", "present") and not place.article for place in self.places(pair.inner, VERB)):
            return pair.words > 1
        second = range(pair.inner + 1, min(pair.inner + 4, pair.outer))
        return pair.words > 2 and any(
            finite_form(self.form(index)) or index in self._complementizers or self._opens_clause(index) for index in second)

    def _opens_clause(self, index: int) -> bool:
        known = whole_kinds(self.form(index))
        return bool(known & CLAUSE_OPENERS) and "an_owner" not in known

    def indefinite(self, index: int) -> bool:
        """True for a feminine noun without article: آلية, مشددة; not الآلية."""
        form = self.form(index)
        return len(form) > 2 and form[-1] == "ه" and (
            not form.startswith(("ال", "وال", "بال", "لل")) or self.tokens.text[self.tokens.tokens[index].start] == "آ")

    def also(self, index: int) -> bool:
        """True where a clause begins with كما and a verb that says nothing: كما جرح المئات."""
        behind = self.form(index + 1)
        return self.form(index) == "كما" and len(behind) > 2 and not behind.startswith("ال") and not self.complementizer(
            index + 1) and index + 1 not in self.cue_tokens

    @cached_property
    def _breaks(self) -> list[int]:
        """The tokens that are no words."""
        return [index for index, token in enumerate(self.tokens.tokens) if token.kind != WORD]

    def row(self, after: int) -> int:
        """The first of the words in a row that end before token `after`; `after` itself where a mark does."""
        at = bisect_left(self._breaks, after)
        return self._breaks[at - 1] + 1 if at else 0

    def is_word(self, index: int) -> bool:
        return self.tokens.kind(index) == WORD

    def trimmed(self, first: int, after: int) -> tuple[int, int]:
        """The token range without marks of punctuation and line ends at its edges."""
        each = self.tokens.tokens
        while first < after and (each[first].kind == LINE or each[first].form in CLEAR):
            first += 1
        while after > first and (each[after - 1].kind == LINE or each[after - 1].form in CLEAR):
            after -= 1
        return first, after

    def offsets(self, first: int, after: int) -> tuple[int, int]:
        """Code points of a token range that is not empty."""
        return self.tokens.tokens[first].start, self.tokens.tokens[after - 1].end
