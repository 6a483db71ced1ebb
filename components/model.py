"""The records of an analysis, with the contract's own field names, and their way to JSON and back.

`start` and `end` count Unicode code points in `Article.text`, end exclusive; `text` is always that slice.
Days are `datetime.date`, inclusive on both sides; `confidence` runs from 0 to 1.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, Self, TypeVar, cast

SCHEMA = "isnad-analysis/1"

SectionKind = Literal["headline", "dateline", "body", "boilerplate"]
QuoteKind = Literal["direct", "indirect", "mixed", "term"]
Modifier = Literal["exact", "approx", "more_than", "at_least", "less_than", "at_most", "range", "vague"]
FigureKind = Literal["count", "money", "percent", "measure"]
ActorKind = Literal["person", "organization", "place", "unnamed"]
Openness = Literal["named", "role", "collective", "unnamed", "document", "outlet"]
Basis = Literal["explicit", "published", "previous", "estimated", "unresolved"]
PublishedBasis = Literal["given", "stated", "estimated", "unknown"]


@dataclass(frozen=True, slots=True)
class Section:
    start: int
    end: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody or something."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting word; `lemma` its dictionary form, `stance` what it says of the speaker's claim (added field)."""

    start: int
    end: int
    text: str
    lemma: str
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. Without a mention beside the cue (null subject) `start`, `end` and `text` are None."""

    start: int | None
    end: int | None
    text: str | None
    name: str
    role: str | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    start: int
    end: int
    text: str
    kind: QuoteKind
    cue: Cue | None = None
    speaker: Speaker | None = None
    speaker_also: str | None = None  # the carrier of the words, or who issued the document (added field)
    addressee: Mention | None = None
    time: str | None = None
    place: Mention | None = None
    continues: str | None = None
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    calendar: Literal["gregorian", "hijri", "syriac"] = "gregorian"
    basis: Basis = "explicit"
    anchor: str | None = None  # id of the time it hangs on, with basis `previous`
    reason: Mapping[str, str] | None = None  # one sentence in "ar" and "en" for whatever was inferred (added field)
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """`follows` and `precedes` (added fields): ids of the events it stands behind and before where its time is known only
    beside theirs (اليوم التالي of an undated day)."""

    start: int
    end: int
    text: str
    time: str
    actors: tuple[str, ...] = ()
    summary: str = ""
    follows: str | None = None
    precedes: str | None = None
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """What happened before, after or during something else and has no day of its own (an added layer): `marker` the words
    that order it, `time` their id where they are a time. `follows` and `precedes` are ids of events, or of what is ordered
    itself; `by` says how they are known: by the words, or by the order of telling. All are None where the text says no more
    than the marker."""

    start: int
    end: int
    text: str
    relation: Literal["before", "after", "during"]
    marker: Mention
    time: str | None = None
    follows: str | None = None
    precedes: str | None = None
    by: Literal["words", "telling"] | None = None
    announced: bool = False
    actors: tuple[str, ...] = ()
    summary: str = ""
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    kind: FigureKind
    unit: str | None = None
    counted: Mention | None = None
    change: Literal["to", "by", "from"] | None = None  # a rise or fall (added field)
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person or body, however often and however named. `mentions` are (start, end) pairs in text order."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    mentions: tuple[tuple[int, int], ...] = ()
    openness: Openness = "named"  # how openly the source is named (added field)


@dataclass(frozen=True, slots=True)
class Warning:
    """A place where the text itself looks broken. `message` is English, `message_ar` the same in Arabic."""

    start: int
    end: int
    kind: str
    message: str
    message_ar: str = ""
    id: str = ""
    section: str = "body"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    id: str = ""
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    sections: tuple[Section, ...] = ()
    warnings: tuple[Warning, ...] = ()  # what reading the file already noticed (encoding, bidi controls)


@dataclass(frozen=True, slots=True)
class Analysis:
    article: Article
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    actors: tuple[Actor, ...] = ()
    warnings: tuple[Warning, ...] = ()
    ordered: tuple[Ordered, ...] = ()  # an added layer

    def as_dict(self) -> dict[str, Any]:
        """The contract's JSON object: plain dicts, lists, strings, numbers."""
        return {**self._head(), **{name: _plain(getattr(self, name)) for name in LAYERS}}

    def as_json(self, indent: int | None = None) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def json_pieces(self, id_: str | int | float | None = None) -> Iterator[str]:
        """`as_json()` piece by piece, for the whole of it takes more room than the analysis; with `id_` as its id."""
        head = self._head()
        yield _encoded(head if id_ is None else {**head, "id": id_})[:-1]
        for name in LAYERS:
            yield f', "{name}": ['
            records = getattr(self, name)
            for first in range(0, len(records), _TOGETHER):
                yield (", " if first else "") + _encoded(_plain(records[first:first + _TOGETHER]))[1:-1]
            yield "]"
        yield "}"

    def _head(self) -> dict[str, Any]:
        article = _plain(self.article)
        del article["id"], article["warnings"]
        return {"schema": SCHEMA, "id": self.article.id, "article": article}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The analysis that `as_dict` wrote; fields unknown to this version are passed over.

        Raises ValueError where the schema is another one, KeyError or TypeError where a field is missing.
        """
        if data.get("schema") != SCHEMA:
            raise ValueError(f"schema {data.get('schema')!r} is not {SCHEMA!r}")
        article = _record(Article, {**data["article"], "id": data["id"]})
        return cls(article, **{
            name: tuple(_record(kind, each) for each in _layer(data, name)) for name, kind in LAYERS.items()})


LAYERS: dict[str, type] = {
    "quotes": Quote, "times": Time, "events": Event, "figures": Figure, "actors": Actor, "warnings": Warning,
    "ordered": Ordered,
}
_ADDED = frozenset(("ordered",))  # what an earlier version did not write
_INNER: dict[str, type] = {"cue": Cue, "speaker": Speaker, "addressee": Mention, "place": Mention, "counted": Mention,
                          "marker": Mention}
_DAYS = {"published", "earliest", "latest"}
_TOGETHER = 32  # records that are written in one go
_OWN_TYPES = frozenset((str, int, bool, type(None)))  # JSON's, as they are


def _layer(data: Mapping[str, Any], name: str) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] = data.get(name, ()) if name in _ADDED else data[name]
    return found


_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode  # json.dumps would make an encoder for each record


def _plain(value: Any) -> Any:
    """`value` in JSON's own types; whole floats become integers (60, not 60.0)."""
    kind = type(value)
    if kind in _OWN_TYPES:
        return value
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(kind):
        names, values = _fields(kind)
        return {name: each if type(each) in _OWN_TYPES else _plain(each)
                for name, each in zip(names, values(value), strict=True)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return dict(value) if isinstance(value, Mapping) else value


def _record(kind: type, data: Mapping[str, Any]) -> Any:
    known = {each.name for each in fields(kind)}
    return kind(**{name: _value(name, value) for name, value in data.items() if name in known})


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _INNER:
        return _record(_INNER[name], value)
    if name == "sections":
        return tuple(_record(Section, each) for each in value)
    if name == "mentions":
        return tuple((start, end) for start, end in value)
    return tuple(value) if name == "actors" else value


R = TypeVar("R", Quote, Time, Event, Ordered, Figure, Warning)


@lru_cache(maxsize=16)
def _fields(kind: Any) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    names = [each.name for each in fields(kind)]
    return {name: number for number, name in enumerate(names)}, attrgetter(*names)


def changed(record: R, **changes: Any) -> R:
    """`record` with `changes`, as dataclasses.replace gives it, in a fifth of its time."""
    places, values = _fields(cast(Any, type(record)))
    new = list(values(record))
    for name, value in changes.items():
        new[places[name]] = value
    return type(record)(*new)


def rewritten(record: R, text: str) -> R:
    """`record` with the words of `text` at its places and at those of its cue, speaker and other mentions."""
    whole: dict[str, Any] = {}
    for each in fields(record):
        part = getattr(record, each.name)
        if each.name in _INNER and part is not None and part.start is not None:
            whole[each.name] = replace(part, text=text[part.start:part.end])
    return changed(record, text=text[record.start:record.end], **whole)


def numbered(records: Iterable[R], prefix: str) -> list[R]:
    """`records` in text order with ids `prefix`1, `prefix`2, …"""
    ordered = sorted(records, key=lambda record: (record.start, record.end))
    return [record if record.id == (name := f"{prefix}{count}") else changed(record, id=name)
            for count, record in enumerate(ordered, 1)]
