"""What makes a number more or less than it says: words before it, verbs that govern it, words behind it; and ranges."""

from bisect import bisect_left
from typing import NamedTuple

from components.extract.enclosed import CLOSING
from components.extract.figures.units import PERCENT
from components.extract.numbers import Number, number_at
from components.model import Modifier
from components.text.tokens import DIGITS, WORD, Place, Tokens

OPPOSITE: dict[str, Modifier] = {
    "more_than": "at_most", "less_than": "at_least", "at_least": "less_than", "at_most": "more_than", "approx": "approx"}
GLUE = frozenset(("ب", "ل", "ال", "بال", "لل", "ك", "وال", "فال"))
DASHES = frozenset("-–—‑−")
MINUS = frozenset("-−–")
_TO = frozenset(("الي", "حتي", "ل", "والي", "وحتي", "ولغايه"))
CHANGE_REACH = 14  # words between a word of rise or fall and its figure
_FAR = 7  # words between a verb that bounds and its number: تجاوز عدد القتلى في البلاد حتى الآن 50
_NEIGHBOURS = 4  # times the first number: more is no other guess at the same
_COMMAS = frozenset("،,")
_BREAKS = frozenset("،,؛:.!؟?()[]«»\"“”")


class Bound(NamedTuple):
    """A modifier and where its figure begins because of it: token `first`, code point `start`."""

    modifier: Modifier
    first: int
    start: int


class Range(NamedTuple):
    """Two numbers of one range; the figure begins at token `first`, code point `start`."""

    low: Number
    high: Number
    first: int
    start: int


class Bounds:
    """The bounding words of one article, by where they stand."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.ending: dict[int, Place] = {}  # token after a bound -> the bound
        for place in tokens.places.get("figure_bound", ()):
            other = self.ending.get(place.after)
            if other is None or place.first < other.first:
                self.ending[place.after] = place
        self.verbs = {place.first: place for place in tokens.places.get("figure_bound_verb", ())}
        self.split = {place.first: place for place in tokens.places.get("figure_bound_split", ())}
        self._governing = sorted({*self.verbs, *self.split})
        self.change = {place.first: place for place in tokens.places.get("figure_change", ())
                       if not ("س" in place.clitics and place.entry.get("past"))}  # ستراجع is another verb
        self._changing = sorted(self.change)

    def changes(self, at: int) -> bool:
        """Whether a word of rise or fall stands before token `at` in its sentence, near enough to govern it."""
        last = self.last_change(at)
        return any(index in self.change and not (self.tokens.at(index, "figure_height") is not None and self._falling(index))
                   and self.governs(index, at)
                   for index in range(max(self.tokens.sentence(at)[0], at - CHANGE_REACH), last + 1)) if last >= 0 else False

    def last_change(self, at: int) -> int:
        """The last word of rise or fall before token `at`, if it stands near enough to govern it; -1 where none does."""
        found = bisect_left(self._changing, at) - 1
        return self._changing[found] if found >= 0 and self._changing[found] >= at - CHANGE_REACH else -1

    def governs(self, change: int, at: int) -> bool:
        """Whether no new clause begins between a word of rise or fall and token `at`: انخفضت الرؤية، ونقل من 12 إلى 15
        جريحا; what two commas enclose is none (ارتفع، وفقا للوزارة، إلى 51)."""
        commas = [index for index in range(change + 1, at) if self.tokens.form(index) in _COMMAS]
        if len(commas) % 2 == 0:
            return True
        behind = commas[-1] + 1
        return self.tokens.form(behind)[:1] != "و" and self.tokens.at(behind, "figure_clause") is None

    def _falling(self, index: int) -> bool:
        """ارتفاع الأمطار من 1 إلى 4 بوصات: how high the water, the snow stand, no rise."""
        return self.tokens.at(index + 1, "figure_depth") is not None

    def before(self, at: int) -> Bound | None:
        """The bound whose words end at token `at`, a proclitic left out. Two may follow each other (أكثر من نحو)."""
        place = self.ending.get(at)
        if place is None:
            return None
        outer = self.ending.get(place.first)
        if outer is not None and not place.clitics:
            return Bound(outer.entry["modifier"], outer.first, outer.start)
        return Bound(place.entry["modifier"], place.first, place.start)

    def verb(self, at: int) -> Bound | None:
        """The verb before token `at` that bounds it from outside the span: تجاوز عدد القتلى 50."""
        tokens = self.tokens
        near = bisect_left(self._governing, at) - 1
        if near < 0 or self._governing[near] < at - _FAR:
            return None
        first = tokens.sentence(at)[0]
        split = self.split if tokens.at(at - 1, "figure_bound_link") is not None else {}
        for index in range(at - 1, max(first, at - _FAR) - 1, -1):
            place = split.get(index)
            if place is not None:
                return Bound(self._sense(place), at, tokens.tokens[at].start)  # لا يزيد عددهم على 40
            place = self.verbs.get(index)
            if place is not None and self._boat(place):
                place = None
            if place is not None and place.after <= at and (place.after == at or self._reaches(place.after, at)):
                return Bound(self._sense(place), at, tokens.tokens[at].start)
            if tokens.tokens[index].form in _BREAKS or tokens.tokens[index].kind == DIGITS or (
                    tokens.at(index, "figure_bound_end") is not None):
                return None
        return None

    def _sense(self, verb: Place) -> Modifier:
        modifier: Modifier = verb.entry["modifier"]
        before = self.tokens.form(verb.first - 1)
        if before[:1] in ("و", "ف"):
            before = before[1:]
        return OPPOSITE[modifier] if before in ("لا", "لم", "لن") else modifier

    def _boat(self, verb: Place) -> bool:
        """على متن قارب: behind a preposition or a noun in construct it is no verb."""
        return bool(verb.entry.get("boat")) and any(
            place.kind == "figure_aboard" or (place.kind == "figure_stop" and place.entry.get("preposition"))
            for place in self.tokens.opening.get(verb.first - 1, ()))

    def _reaches(self, first: int, at: int) -> bool:
        """A subject may stand between verb and number, but no preposition directly before the number."""
        last = self.tokens.form(at - 1)
        return last not in GLUE and not any(place.kind == "figure_stop" and place.entry.get("preposition")
                                            for place in self.tokens.opening.get(at - 1, ()))

    def after(self, at: int) -> tuple[Modifier, int] | None:
        """The bound behind the figure, at token `at`: على الأقل; and the token after it."""
        place = self.tokens.at(at, "figure_bound_after")
        if place is None or place.clitics:
            return None
        return place.entry["modifier"], place.after


def glue(tokens: Tokens, first: int) -> int:
    """The token where a number begins with what is written before its digits: بـ50, الـ27, لـ 30."""
    return first - 1 if tokens.form(first - 1) in GLUE and tokens.kind(first) == DIGITS else first


def dashed(tokens: Tokens, low: Number, after: int) -> Range | None:
    """500-700, 3.5%-4%: digits, a dash, larger digits; `after` is the token behind the first number and its unit."""
    if not low.digits or tokens.form(after) not in DASHES or tokens.kind(after + 1) != DIGITS:
        return None
    high = number_at(tokens, after + 1)
    return _range(low, high, low.first, low.start)


def between(tokens: Tokens, low: Number, after: int) -> Range | None:
    """بين 20 و30, ما بين 825 دولارا وألف دولار, ما بين 15% إلى 20%: `after` is the token behind the first one."""
    for first in (low.first - 3, low.first - 2, low.first - 1):
        place = tokens.at(first, "figure_range")
        if place is not None and place.after == low.first:
            break
    else:
        return None
    mark = tokens.form(after)
    high = number_at(tokens, after + 1) if mark in _TO or mark in DASHES else _joined(tokens, after)
    return _range(low, high, place.first, place.start)


def upto(tokens: Tokens, low: Number, after: int) -> Range | None:
    """من 5 إلى 7 آلاف, 5 إلى 7 آلاف, 15% إلى 20%."""
    if tokens.form(after) not in _TO or tokens.form(low.first) in CLOSING:
        return None  # على الأوروغواي (3) إلى 10 نقاط
    high = number_at(tokens, after + 1)
    if tokens.form(low.first - 1) in ("من", "ومن"):
        token = tokens.tokens[low.first - 1]
        return _range(low, high, low.first - 1, token.start + (token.form == "ومن"))
    signed = high is not None and after == _percent(tokens, low.after) > low.after and (
        _percent(tokens, high.after) > high.after)
    return _range(low, high, low.first, low.start) if after == low.after or signed else None


def either(tokens: Tokens, low: Number, after: int) -> Range | None:
    """3 أو 4 لاعبين, خمسة أو ستة أقلام: two numbers beside each other."""
    link = tokens.at(after, "figure_or")
    if after != low.after or link is None or link.clitics:
        return None
    high = number_at(tokens, after + 1)
    if high is None or high.value is None or low.value is None or high.value > _NEIGHBOURS * low.value or (
            high.digits != low.digits or (low.value == 1 and not low.digits)):
        return None  # سنتيمتر واحد أو اثنين
    return _range(low, high, low.first, low.start)


def _percent(tokens: Tokens, at: int) -> int:
    """The token after the sign or the words of percent at token `at`; `at` itself where there are none."""
    if tokens.form(at) in PERCENT:
        return at + 1
    place = tokens.at(at, "figure_percent")
    return place.after if place is not None and not place.clitics else at


def _joined(tokens: Tokens, at: int) -> Number | None:
    """The number joined by و at token `at`."""
    if tokens.form(at) == "و":
        return number_at(tokens, at + 1)
    if tokens.kind(at) == WORD and tokens.form(at).startswith("و"):
        return number_at(tokens, at)
    return None


def _range(low: Number, high: Number | None, first: int, start: int) -> Range | None:
    """Two numbers as the ends of a range; the second one's word of size serves both (5 إلى 7 آلاف)."""
    if high is None or low.value is None or high.value is None:
        return None
    if low.scale == 1 and high.scale > 1 and low.value * high.scale < high.value:
        value = low.value * high.scale
        low = low._replace(value=value, low=value, high=value)
    return Range(low, high, first, start) if low.value is not None and low.value < high.value else None
