"""Years and frames that one of two joined dates says for both: 30 أبريل إلى 2 مايو 2017, يوليو وأغسطس الماضيين."""

from collections.abc import Sequence
from itertools import pairwise

from components.extract.times.scene import SHIFTS
from components.extract.times.sense import Expression, Sense, said
from components.text.tokens import Tokens

_JOINING = frozenset(("و", "-", "–", "/"))
_BETWEEN = 2  # tokens


def shared(expressions: Sequence[Expression], tokens: Tokens) -> dict[int, tuple[Sense, int]]:
    """For each expression that leaves its year or frame to the one it is joined to: its sense with it, and the number of
    that one. What the next one says goes before what the last one said."""
    found: dict[int, tuple[Sense, int]] = {}
    joined = [number for number, (one, two) in enumerate(pairwise(expressions))
              if two.first - one.after <= _BETWEEN and _joined(tokens, one, two)]
    backward, forward = [(each, each + 1, -1) for each in reversed(joined)], [(each + 1, each, 1) for each in joined]
    for number, beside, step in (*backward, *forward):
        if number in found or not _open(expressions[number].sense):
            continue
        other, anchor = found.get(beside, (expressions[beside].sense, beside))
        sense = _filled(expressions[number].sense, other, step)
        if sense is not None:
            found[number] = sense, anchor
    return found


def _open(sense: Sense) -> bool:
    return sense.frame is None and sense.within is None and sense.year is None


def _joined(tokens: Tokens, one: Expression, two: Expression) -> bool:
    """و, a dash, a comma or إلى stands between them, or a و written together with the second."""
    at = one.after
    if tokens.form(at) == "،" and two.first - at == _BETWEEN and tokens.form(at + 1) == "و":
        return True
    at += tokens.form(at) == "،" and two.first > at
    if two.first == at:
        token = tokens.tokens[two.first]
        return at > one.after or (token.form[:1] == "و" and two.start > token.start)
    return two.first - at == 1 and (tokens.form(at) in _JOINING or said(tokens, at, "time_range_end"))


def _filled(one: Sense, two: Sense, step: int) -> Sense | None:
    """`one` with the year or frame of `two`, which stands before it (`step` 1) or behind it (-1)."""
    if one.kind == two.kind == "weekday":
        return one.but(frame=two.frame) if two.frame in ("last", "next") else None
    if one.kind not in ("date", "span") or two.kind not in ("date", "span") or not one.month or not two.month:
        return None
    if (one.day is None) != (two.day is None) or "hijri" in (one.calendar, two.calendar) or one.weekday or two.within:
        return None
    if two.year is not None:
        over = (one.month - two.month) * step < 0  # over New Year
        return one.but(year=two.year + step * over) if two.year > 0 else None
    return one.but(frame=two.frame) if two.frame in SHIFTS else None
