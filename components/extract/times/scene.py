"""What is known when a time is placed on the calendar, and where it is placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from components.extract.times.calendar import OPEN, Bounds
from components.extract.times.reasons import reason
from components.extract.times.sense import Expression, Sense
from components.extract.times.tense import Tense, tense_at
from components.model import Basis
from components.text.tokens import Tokens

SHIFTS = {"before_last": -2, "last": -1, "this": 0, "next": 1, "after_next": 2}
ON_TEXT = {"previous": -1, "same": 0, "following": 1}  # frames that hang on the time before


class Placed(NamedTuple):
    """A value with its days, what it hangs on (`anchor`: the number of another expression) and why."""

    value: str | None
    days: Bounds = OPEN
    basis: Basis = "explicit"
    anchor: int | None = None
    reason: Mapping[str, str] | None = None


UNPLACED = Placed(None, OPEN, "unresolved", None, reason("unresolved"))


@dataclass(slots=True)
class Scene:
    """What is known when an expression is placed: the day of publication, and the times before it.

    `today` is None where the day of publication is estimated or unknown; `horizon` is the estimate then.
    """

    tokens: Tokens
    today: date | None
    horizon: date | None = None
    here: Expression | None = None
    before: Expression | None = None  # the one before it
    last: tuple[int, Bounds, int] | None = None      # expression number, its days, its first token
    last_day: tuple[int, date, int] | None = None
    last_month: tuple[int, date, int] | None = None
    written: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # month and day -> expression, year
    placed: list[Placed] = field(default_factory=list)

    @property
    def tense(self) -> Tense | None:
        here = self.here
        return tense_at(self.tokens, here.first, here.after) if here is not None else None

    def since(self, token: int) -> int:
        """How many tokens the expression stands behind `token`."""
        return self.here.first - token if self.here is not None else 0

    def why(self, name: str) -> Mapping[str, str]:
        return reason(name, published=self.today or self.horizon or "؟")


def on_day(day: date | None, sense: Sense) -> str | None:
    """The value of a day with its part or clock time."""
    if day is None:
        return None
    return day.isoformat() + clock_of(sense)


def clock_of(sense: Sense) -> str:
    if sense.hour is not None:
        return f"T{sense.hour:02d}:{sense.minute or 0:02d}"
    return f"T{sense.part}" if sense.part else ""


def whole_day(day: date | None, sense: Sense, basis: Basis, anchor: int | None, why: Mapping[str, str]) -> Placed:
    if day is None:
        return UNPLACED
    return Placed(on_day(day, sense), (day, day), basis, anchor, why)


def without_year(sense: Sense) -> Placed:
    """XXXX-10-17, XXXX-03, XXXX-XX-25: what the words give, and no more."""
    month = f"{sense.month:02d}" if sense.month else "XX"
    value = f"XXXX-{month}" + (f"-{sense.day:02d}" if sense.day else "") + clock_of(sense)
    return Placed(value, OPEN, "unresolved", None, reason("unresolved"))
