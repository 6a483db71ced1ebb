"""What the text orders without dating it (قبل الحرب غادر, ثم انسحبت القوات), each between its neighbours.

Words: data/lexicon/events/order.toml. Cases: tests/corpus/ordered.toml. A neighbour is what the words point to (the
event told just before for ثم and بعد ذلك, the one of the same name for بعد الانتخابات), else, and said so, what is told
around it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Literal, NamedTuple

from components.extract.events.clauses import Clause, Speech, clause_of
from components.extract.events.ending import plain_verb
from components.extract.events.names import same_happening
from components.extract.events.summary import summary
from components.extract.times.sense import comma, reports, said, word
from components.extract.times.tense import tense_at
from components.extract.times.verbs import is_present, is_verb
from components.model import Event, Mention, Ordered, Time
from components.text.tokens import WORD, Place, Tokens

Relation = Literal["before", "after", "during"]
Day = int  # ordinal
_NEAR = 45  # tokens to the event told before or behind
_MOST = 4  # markers of one sentence that are looked at: more are a list
_LOOKED_AT = 12  # events on either side among which the named one is sought
_NAME = 3  # words of a happening's name that are told
_FEW = 2  # words of a clause beside its marker
_HEAD = 4  # words of a clause among which its verb stands
_CLASSES = ("event_order", "event_then", "event_beside")


class _Marker(NamedTuple):
    """Tokens `first` to `after`, from offset `start`, that order the clause; `name` the token of the happening they name, -1
    for what was told before; `time` the id of the time they are, if they are one."""

    first: int
    after: int
    start: int
    relation: Relation
    name: int = -1
    time: str | None = None


class Told(NamedTuple):
    """The events with a day of the calendar: tokens, first and last day, id; in text order."""

    first: int
    after: int
    days: tuple[Day | None, Day | None]
    id: str


def ordered(tokens: Tokens, times: Sequence[Time], happened: Sequence[Event], speech: Speech,
            inside: Callable[[int], tuple[int, int] | None], aside: Sequence[tuple[int, int]]) -> list[Ordered]:
    """The clauses that are ordered and not dated, in text order, with their neighbours; none without one but where the
    happening is named (قبل الحرب). `inside` gives the speech around an offset, `aside` the stretches that are no article."""
    told = told_events(tokens, times, happened)
    taken = [(time.start, time.end) for time in times if time.type in ("DATE", "TIME") and time.earliest is not None]
    spans = sorted((event.start, event.end) for event in happened)
    found: list[Ordered] = []
    count = Counter[int]()
    markers = list(_markers(tokens, times))
    for marker, following in zip_longest(markers, markers[1:]):
        start = tokens.tokens[marker.first].start
        sentence = tokens.sentence_of[marker.first]
        count[sentence] += 1
        if count[sentence] > _MOST or any(begin <= start < end for begin, end in aside):
            continue
        clause = _clause(tokens, marker, speech, inside(start))
        if clause is not None and following is not None and _leads(tokens, following):
            clause = _cut(tokens, clause, following.first)
        if clause is None or _dated(taken, clause) or _crosses(spans, clause) or (
                found and clause.start < found[-1].end):
            continue
        made = _placed(tokens, marker, clause, told, found)
        if made is not None:
            found.append(made)
    return found


def told_events(tokens: Tokens, times: Iterable[Time], happened: Sequence[Event]) -> list[Told]:
    placed = {time.id: time for time in times}
    found = []
    for event in happened:
        first, last = placed[event.time].earliest, placed[event.time].latest
        if first is not None or last is not None:
            days = (first.toordinal() if first else None, last.toordinal() if last else None)
            found.append(Told(tokens.index(event.start), tokens.before(event.end), days, event.id))
    return found


def between(tokens: Tokens, placed: Mapping[str, Time], happened: list[Event]) -> list[Event]:
    """`happened` with the neighbours of each event whose time is the day, week or year beside one that is not dated: في
    اليوم التالي where the day before it is not known."""
    told: list[Told] | None = None
    out = list(happened)
    for number, event in enumerate(happened):
        time = placed[event.time]
        if time.basis != "unresolved" or time.earliest is not None:
            continue
        frame = next((place.entry["frame"] for index in range(tokens.index(time.start), tokens.before(time.end))
                      if (place := tokens.at(index, "time_frame")) is not None), None)
        if frame not in ("following", "previous"):
            continue
        told = told_events(tokens, placed.values(), happened) if told is None else told
        at = bisect_left(told, tokens.index(event.start), key=lambda each: each.first)
        near = _near_by(tokens.index(event.start), tokens.before(event.end), told[at - 1] if at else None,
                        told[at] if at < len(told) else None)
        last = happened[number - 1] if number else None
        if last is not None and tokens.index(event.start) - tokens.before(last.end) <= _NEAR:
            follows, precedes = (last.id, None) if frame == "following" else (None, last.id)
            if near is not None and near[0].id == follows:
                precedes = near[1].id
            out[number] = replace(event, follows=follows, precedes=precedes)
        elif near is not None:
            out[number] = replace(event, follows=near[0].id, precedes=near[1].id)
    return out


# ---- the words that order ----


def _markers(tokens: Tokens, times: Sequence[Time]) -> Iterator[_Marker]:
    """The markers in text order; a time that stands on no day is one too (لاحقا, بعد يومين من الحادث)."""
    lengths = {tokens.index(time.start): time for time in times}
    found: dict[int, _Marker] = {}
    for kind in _CLASSES:
        for place in tokens.places.get(kind, ()):
            if place.article or place.clitics not in ("", "و", "ف") or place.first in found:
                continue
            marker = _marker(tokens, place, lengths)
            if marker is not None:
                found[place.first] = marker
    for first, time in lengths.items():
        marker = _of_time(tokens, first, time)
        if marker is not None:
            found[first] = marker
    last = -1
    for first in sorted(found):
        if first >= last:
            yield found[first]
            last = found[first].after


def _marker(tokens: Tokens, place: Place, lengths: dict[int, Time]) -> _Marker | None:
    relation = place.entry["relation"]
    if place.kind == "event_order":
        return _Marker(place.first, place.after + _by_so_much(tokens, place.after), place.start, relation)
    if place.kind == "event_then":
        verb = tokens.form(place.after)
        acts = is_verb(verb) and not reports(tokens, place.after) and not said(tokens, place.after, "event_auxiliary")
        return _Marker(place.first, place.after, place.start, relation) if acts else None
    if place.first in lengths or place.after in lengths or said(tokens, place.first - 1, "time_of"):
        return None  # من قبل الحكم: by
    name = place.after + (word(tokens, place.after, "time_before_unit") is not None)
    if not _happening(tokens, name):
        return None
    return _Marker(place.first, _name_end(tokens, name), place.start, relation, name)


def _of_time(tokens: Tokens, first: int, time: Time) -> _Marker | None:
    """لاحقا, وقت سابق; بعد يومين من الحادث, whose length counts from what is not dated."""
    if time.type not in ("DATE", "TIME") or time.basis != "unresolved" or time.earliest or time.latest:
        return None
    after = tokens.before(time.end)
    if time.rule == "time.loose" and time.value in ("PAST_REF", "FUTURE_REF"):
        begin = first - said(tokens, first - 1, "time_inside")
        start = tokens.inner(begin, tokens.form(begin)[:1] == "و")
        return _Marker(begin, after, start, "before" if time.value == "PAST_REF" else "after", -1, time.id)
    if time.rule != "time.distance" or time.value is not None:
        return None
    relation: Relation = "before" if said(tokens, first, "event_beside") and tokens.at(
        first, "event_beside").entry["relation"] == "before" else "after"  # type: ignore[union-attr]
    name = after + 1
    if not said(tokens, after, "time_of") or not _happening(tokens, name):
        return None
    return _Marker(first, _name_end(tokens, name), time.start, relation, name, time.id)


def _happening(tokens: Tokens, index: int) -> bool:
    return any(place.kind in ("event_happening", "event_beside_noun") and not place.clitics
               for place in tokens.opening.get(index, ()))


def _name_end(tokens: Tokens, name: int) -> int:
    """The token behind the name: الانتخابات الرئاسية, مقتل الوزير; at most three words of it."""
    after = name + 1
    bare = tokens.form(name)[:2] != "ال"
    while after < name + _NAME and tokens.kind(after) == WORD and not _ends_name(tokens, after):
        definite = tokens.form(after)[:2] == "ال"
        if not bare and not definite:
            break
        bare = bare and not definite
        after += 1
    return after + _by_so_much(tokens, after)


def _ends_name(tokens: Tokens, index: int) -> bool:
    form = tokens.form(index)
    return is_verb(form) or is_present(form) or _by_so_much(tokens, index) or any(
        said(tokens, index, kind) for kind in ("event_noun_stop", "event_relative"))


def _by_so_much(tokens: Tokens, index: int) -> bool:
    """بأيام, بساعات behind the words that order."""
    return any(place.kind == "time_unit" and place.clitics == "ب" for place in tokens.opening.get(index, ()))


# ---- the clause ----


def _clause(tokens: Tokens, marker: _Marker, speech: Speech, inside: tuple[int, int] | None) -> Clause | None:
    """The clause that the marker orders, if something happens in it. A marker that leads its verb (ثم انسحبت، وقبل الحرب
    غادر) begins the clause; another that names a happening ends it, for behind بعد زيارة الوزير إلى the name goes on."""
    leads = _leads(tokens, marker)
    clause = clause_of(tokens, marker.first, marker.after, speech, inside, marker.first if leads else 0)
    if clause is None or clause.after - clause.first - (marker.after - marker.first) < _FEW:
        return None
    if not leads and marker.name >= 0 and marker.after != clause.after:
        return None
    marks = [tokens.form(index) for index in range(clause.first, clause.after)]
    if marks.count('"') % 2:
        return None
    begin = marker.after if marker.first <= clause.first else clause.first
    if marker.name < 0 and marker.after < clause.after and said(tokens, marker.after, "event_happening"):
        return clause  # تلا ذلك انسحاب القوات
    return clause if any(_acts(tokens, index) for index in range(begin, min(begin + _HEAD, clause.after))) else None


def _cut(tokens: Tokens, clause: Clause, after: int) -> Clause:
    """`clause` up to token `after`, where the next ordered one begins."""
    while after - 1 > clause.first and (tokens.kind(after - 1) != WORD or tokens.form(after - 1) == "و"):
        after -= 1
    if not clause.first < after < clause.after:
        return clause
    return clause._replace(after=after, end=tokens.tokens[after - 1].end)


def _leads(tokens: Tokens, marker: _Marker) -> bool:
    """The marker opens its clause: a mark, a line or a joining letter before it, a verb behind it."""
    opens = tokens.kind(marker.first - 1) != WORD or tokens.form(marker.first - 1) == "و" or (
        marker.start > tokens.tokens[marker.first].start) or said(tokens, marker.first, "event_then")
    return opens and _acts(tokens, comma(tokens, marker.after))


def _acts(tokens: Tokens, index: int) -> bool:
    """A verb of what happened or will; no auxiliary, no verb of saying, no number; جاء ذلك tells nothing."""
    form = tokens.form(index)
    if said(tokens, index, "event_auxiliary") and tokens.form(index + 1) == "قد":
        return True  # كان قد فقد
    verb = plain_verb(form) or (is_verb(form) and tokens.text[tokens.tokens[index].end - 1] == "أ")  # بدأ
    return verb and tokens.form(index + 1) != "ذلك" and not reports(tokens, index) and not any(
        said(tokens, index, kind) for kind in ("event_auxiliary", "numeral"))


def _dated(taken: list[tuple[int, int]], clause: Clause) -> bool:
    at = bisect_left(taken, (clause.start, -1))
    return at < len(taken) and taken[at][0] < clause.end


def _crosses(spans: list[tuple[int, int]], clause: Clause) -> bool:
    """An event is told there already."""
    at = bisect_left(spans, (clause.end, -1))
    return any(end > clause.start for _, end in spans[max(at - 3, 0):at])


# ---- the neighbours ----


def _placed(tokens: Tokens, marker: _Marker, clause: Clause, told: Sequence[Told],
            before: Sequence[Ordered]) -> Ordered | None:
    """The record with its neighbours; None for what hangs on nothing that was told."""
    at = bisect_left(told, clause.first, key=lambda event: event.first)
    previous, following = (told[at - 1] if at else None), (told[at] if at < len(told) else None)
    beside = _named(tokens, marker, told, before) if marker.name >= 0 else _last(tokens, clause, previous, before)
    if beside is None and (marker.name < 0 or marker.relation == "during"):
        return None
    follows, precedes = (None, beside) if marker.relation == "before" else (beside, None)
    near = _near_by(clause.first, clause.after, previous, following)
    by: Literal["words", "telling"] | None = "words" if beside is not None else None
    if near is not None and beside is None:
        follows, precedes, by = near[0].id, near[1].id, "telling"
    elif beside is None and marker.relation == "after" and marker.after == marker.name + 1 and tokens.form(
            marker.name)[:2] == "ال":
        follows = _last(tokens, clause, previous, before)  # عقب المباراة: the one just told of
        by = "telling" if follows else None
    elif near is not None and marker.relation == "after" and (
            near[0].id == follows or (before and before[-1].id == follows and before[-1].follows == near[0].id)):
        precedes, by = near[1].id, "telling"
    end = tokens.tokens[marker.after - 1].end
    start = marker.start if clause.first == marker.first else clause.start
    return Ordered(
        start=start, end=clause.end, text=tokens.text[start:clause.end], relation=marker.relation,
        marker=Mention(marker.start, end, tokens.text[marker.start:end]), time=marker.time, follows=follows,
        precedes=precedes, by=by, announced=tense_at(tokens, marker.first, marker.after) == "future",
        summary=summary(tokens, clause._replace(start=start), marker.first, marker.after),
        confidence=0.6 if by == "words" else 0.45, rule="event.ordered", id=f"o{len(before) + 1}")


def _named(tokens: Tokens, marker: _Marker, told: Sequence[Told], before: Sequence[Ordered]) -> str | None:
    """The id of what the marker names: of the events the nearest one before, else behind, in whose clause its noun or its
    verb stands; else of what is ordered itself."""
    at = bisect_left(told, marker.first, key=lambda event: event.first)
    around = [*reversed(told[max(at - _LOOKED_AT, 0):at]), *told[at:at + _LOOKED_AT]]
    spans = [(event.first, event.after, event.id) for event in around]
    spans += [(tokens.index(each.start), tokens.before(each.end), each.id) for each in reversed(before[-_LOOKED_AT:])]
    return next((found for first, after, found in spans if any(
        same_happening(tokens, marker.name, index) for index in range(first, after))), None)


def _last(tokens: Tokens, clause: Clause, previous: Told | None, before: Sequence[Ordered]) -> str | None:
    """What was told just before the clause, dated or ordered."""
    ends = [(previous.after, previous.id)] if previous is not None else []
    if before:
        ends.append((tokens.before(before[-1].end), before[-1].id))
    after, found = max(ends, default=(-_NEAR, ""))
    return found if found and 0 <= clause.first - after + 2 <= _NEAR else None


def _near_by(first: int, after: int, previous: Told | None, following: Told | None) -> tuple[Told, Told] | None:
    """The dated events told just before and just behind, where the one is over before the other begins."""
    if previous is None or following is None:
        return None
    if first - previous.after > _NEAR or following.first - after > _NEAR:
        return None
    end, begin = previous.days[1], following.days[0]
    return (previous, following) if end is not None and begin is not None and end < begin else None
