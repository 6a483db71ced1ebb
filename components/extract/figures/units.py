"""What stands behind (or before) a number as its unit: money, percent, measure. Words: data/lexicon/figures."""

from collections import Counter
from functools import cached_property, lru_cache
from typing import NamedTuple

from components import lexicon
from components.lexicon import key
from components.model import FigureKind
from components.text.tokens import Place, Tokens

PERCENT = frozenset("%٪")
_BARREL = "[bbl_us]"
_NEAR = 4
_CLASSES = frozenset(("figure_percent", "figure_currency", "figure_measure", "figure_degree"))


class Unit(NamedTuple):
    """`kind` and `unit` of a figure; the unit's words end before token `after` and at code point `end`. The number is
    multiplied by `times`: a million for م د, millions of dinars."""

    kind: FigureKind
    unit: str | None
    after: int
    end: int
    times: float = 1.0


@lru_cache(maxsize=1)
def symbols() -> dict[str, str]:
    """Signs of money and Latin codes, which are no words of the text's own: $ and USD -> the code."""
    return {entry.form: entry["code"] for entry in lexicon.entries()["figure_currency"]
            if entry.get("note") in ("symbol", "code")}


@lru_cache(maxsize=1)
def signs() -> frozenset[str]:
    """`symbols` as tokens have them."""
    return frozenset(map(key, symbols()))


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Signs and letters with which a unit begins that is no phrase of the text."""
    return signs() | PERCENT | frozenset(_letters()) | {code[0] for code in lexicon.column("currency_letters", "code")}


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """Measures of one letter (م, غ), which the phrases of the text do not hold."""
    return {key(entry.form): entry["unit"] for entry in lexicon.entries()["figure_measure"] if len(key(entry.form)) == 1}


class Units:
    """The units of one article. Which dinar is meant hangs on the countries it names."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._sentences: dict[str, set[int]] = {}  # class of word -> the sentences that hold one

    @cached_property
    def countries(self) -> list[str]:
        """Countries by how often the article names them."""
        return [code for code, _ in Counter(place.entry["country"] for place in
                                            self.tokens.places.get("figure_country", ())).most_common()]

    def may_begin(self, index: int) -> bool:
        """Whether a unit may begin at token `index`, by its class or sign; every rule asks this at every number."""
        return self.tokens.form(index) in _beginnings() or not self.tokens.classes(index).isdisjoint(_CLASSES)

    def at(self, index: int, article: bool = False) -> Unit | None:
        """The unit whose words begin at token `index`; with `article` also الدولارات."""
        if not self.may_begin(index):
            return None
        return self.percent(index) or self.money(index, article) or self.measure(index, article)

    def percent(self, index: int) -> Unit | None:
        if not self.may_begin(index):
            return None
        place = self.tokens.at(index, "figure_percent")
        if place is not None and not place.clitics:
            return Unit("percent", "%", place.after, self.tokens.tokens[place.after - 1].end)
        if self.tokens.form(index) in PERCENT:
            return Unit("percent", "%", index + 1, self.tokens.tokens[index].end)
        return None

    def money(self, index: int, article: bool = False) -> Unit | None:
        tokens = self.tokens
        if not self.may_begin(index):
            return None
        written = tokens.text[tokens.tokens[index].start:tokens.tokens[index].end] if index < len(tokens) else ""
        if written in symbols():
            return Unit("money", symbols()[written], index + 1, tokens.tokens[index].end)
        place = _bare_place(tokens, index, "figure_currency", article)
        if place is None:
            return self._letters(index)
        after, country = place.after, None
        if not place.entry.get("code"):
            adjective = _bare_place(tokens, after, "figure_country", article)
            if adjective is not None and adjective.article == place.article:
                after, country = adjective.after, adjective.entry["country"]
        return Unit("money", self.code(place, country), after, tokens.tokens[after - 1].end)

    def _letters(self, index: int) -> Unit | None:
        """د.ت, ر.س: a currency by the letters that shops write."""
        tokens = self.tokens
        if len(tokens.form(index)) != 1:
            return None
        last = index + 1 + (tokens.form(index + 1) == "." and tokens.glued(index))  # د ج, the letters apart
        letters = f"{tokens.form(index)}.{tokens.form(last)}"
        code = lexicon.column("currency_letters", "code").get(letters)
        if below := lexicon.column("currency_letters", "below").get(letters):  # د.إ beside د.أ
            hamza = tokens.text[tokens.tokens[last].start]
            plain = hamza == "ا" and "AE" in self.countries and "JO" not in self.countries
            code = below if hamza == "إ" or plain else code
        return Unit("money", code, last + 1, tokens.tokens[last].end) if code else None

    def millions(self, index: int) -> Unit | None:
        """م د, م.د: millions of the article's dinar, as Maghrebi desks write."""
        if self.tokens.form(index) != "م":
            return None
        after = index + 2 + (self.tokens.form(index + 1) == ".")
        if self.tokens.form(after - 1) != "د":
            return None
        codes = lexicon.column("currency_codes", "code")
        code = next((codes[key(f"dinar {each}")] for each in self.countries if key(f"dinar {each}") in codes), None)
        return Unit("money", code, after, self.tokens.tokens[after - 1].end, 1e6)

    def code(self, place: Place, country: str | None) -> str | None:
        """The ISO code of a currency word: by its adjective, else its own, else by the countries the article names."""
        if place.entry.get("code"):
            return str(place.entry["code"])
        codes, family = lexicon.column("currency_codes", "code"), place.entry["family"]
        if country is not None and key(f"{family} {country}") in codes:
            return codes[key(f"{family} {country}")]
        if family in codes:
            return codes[family]
        return next((codes[key(f"{family} {each}")] for each in self.countries if key(f"{family} {each}") in codes), None)

    def measure(self, index: int, article: bool = False) -> Unit | None:
        tokens = self.tokens
        if not self.may_begin(index):
            return None
        form = tokens.form(index)
        if form in _letters():
            power = tokens.form(index + 1) if form == "م" and tokens.glued(index) else ""
            after = index + 1 + (power in ("2", "3"))  # م2
            unit = f"m{power}" if after > index + 1 else _letters()[form]
            return Unit("measure", unit, after, tokens.tokens[after - 1].end)
        place = _bare_place(tokens, index, "figure_measure", article)
        if place is not None and place.entry.get("note") == "short" and self._way(index):
            return Unit("measure", "km", place.after, tokens.tokens[place.after - 1].end)
        if place is not None and not self.explodes(place):
            return Unit("measure", place.entry.get("unit"), place.after, tokens.tokens[place.after - 1].end)
        return self._degrees(index)

    def _way(self, index: int) -> bool:
        """على طول 40 كيلو: a short word for both, by the words of length before it."""
        return self.tokens.last("figure_way", index - _NEAR, index) >= 0

    def explodes(self, place: Place) -> bool:
        """12 برميلا متفجرا, and barrels without oil in an article about such: bombs, no measure."""
        return place.entry.get("unit") == _BARREL and "figure_bomb" in self.tokens.places and (
            not self.sentence_has(place.first, "figure_oil"))

    def _degrees(self, index: int) -> Unit | None:
        """درجة without مئوية: of heat, or of an earthquake, by the words of its sentence."""
        if self.tokens.at(index, "figure_degree") is None:
            return None
        end = self.tokens.tokens[index].end
        if self.sentence_has(index, "figure_quake"):
            return Unit("measure", None, index + 1, end)
        heat = self.tokens.at(index + 1, "figure_below") is not None or self.sentence_has(index, "figure_heat")
        return Unit("measure", "Cel", index + 1, end) if heat else None

    def sentence_has(self, index: int, kind: str) -> bool:
        """Whether a word of class `kind` stands in the sentence of token `index`."""
        if kind not in self._sentences:
            number = self.tokens.sentence_of
            self._sentences[kind] = {number[place.first] for place in self.tokens.places.get(kind, ())}
        return self.tokens.sentence_of[index] in self._sentences[kind]


def _bare_place(tokens: Tokens, index: int, kind: str, article: bool) -> Place | None:
    """The longest place of `kind` at `index` without proclitics, and without the article unless `article`."""
    if kind not in tokens.classes(index):
        return None
    best = None
    for place in tokens.opening[index]:
        if place.kind == kind and not place.clitics and (article or not place.article) and (
                best is None or place.after > best.after):
            best = place
    return best
