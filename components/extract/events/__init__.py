"""What happened at a time of the calendar, or beside another happening: the clause, its actors, a summary for the timeline.

Words: data/lexicon/events, lists/event_verbs.csv. Cases: tests/corpus/events*.toml, ordered.toml. Bare speech and lengths
are left out; where no verb of the list stands, the clause is cut at marks alone.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from components.extract.events.clauses import Clause, Speech, behind_dateline, clause_of
from components.extract.events.ordered import between, ordered
from components.extract.events.summary import described, summary
from components.extract.times.sense import said
from components.extract.times.verbs import is_verb
from components.extract.warnings.holes import relative
from components.model import Actor, Event, Ordered, Quote, Time, numbered
from components.text.tokens import DIGITS, MARK, Tokens

_ENDLESS = 1 << 60
_SINCE_REACH = 6  # words from منذ to a time in its phrase
_NEAR_BY = 150  # code points
_MOST_TOLD = 20  # times of one sentence: more are a list
_MOST_JOINED = 7  # a week of days; longer runs are no sentence
_YEAR_LENGTH = len("2024")
_NEVER = frozenset(("time.loose", "time.reference", "time.decade", "time.century"))


def events(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote], actors: Sequence[Actor]) -> list[Event]:
    """One event for each calendar time and the clause it stands in, in text order; none out of boilerplate."""
    speech, people, aside = _speech(tokens, quotes), _people(actors), _aside(tokens)
    found: list[Event] = []
    spans, told = _spans(tokens, times), Counter[int]()
    placed = {time.id: time for time in times}
    many = Counter(tokens.sentence_of[tokens.index(time.start)] for time in times if on_calendar(time))
    for time in times:
        if not on_calendar(time) or any(start <= time.start < end for start, end in aside):
            continue
        first, after = spans[time.id]
        sentence = tokens.sentence_of[first]
        told[sentence] += 1
        begin, end = tokens.sentence(first)
        if behind_dateline(tokens, begin, end) > first:
            continue
        if told[sentence] > _MOST_TOLD or _is_state(tokens, time, first) or _of_law(tokens, first) or (
                many[sentence] > 1 and len(time.value or "") == _YEAR_LENGTH and described(tokens, first - 1, first)):
            continue  # موازنة العام 2022 في 26 أيلول: the year tells which budget
        clause = clause_of(tokens, first, after, speech, _inside(speech.spans, time.start))
        if clause is not None and _told_again(found, placed, clause, time):
            last = placed[found[-1].time]
            if last.basis == "previous" and last.calendar == time.calendar:  # 5 يناير says more than اليوم التالي
                found[-1] = replace(found[-1], time=time.id)
        elif clause is not None:
            found.append(Event(
                start=clause.start, end=clause.end, text=tokens.text[clause.start:clause.end], time=time.id,
                actors=_actors_in(people, clause), summary=summary(tokens, clause, first, after),
                confidence=round(0.9 * time.confidence, 2), rule="event.clause"))
    return between(tokens, placed, numbered(_whole(tokens, found, placed), "e"))


def undated(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote], actors: Sequence[Actor],
            happened: Sequence[Event]) -> list[Ordered]:
    """What happened before, after or during something else, without a day of its own, in text order; `happened` are the
    events of `events`."""
    speech, people = _speech(tokens, quotes), _people(actors)
    found = ordered(tokens, times, happened, speech, lambda offset: _inside(speech.spans, offset), _aside(tokens))
    return [replace(each, actors=_actors_in(people, each)) for each in found]


def _speech(tokens: Tokens, quotes: Sequence[Quote]) -> Speech:
    return Speech(sorted((quote.start, quote.end) for quote in quotes if quote.kind != "term"), _cues(tokens, quotes))


def _people(actors: Sequence[Actor]) -> list[tuple[int, int, str]]:
    return sorted((start, end, actor.id) for actor in actors for start, end in actor.mentions)


def _aside(tokens: Tokens) -> list[tuple[int, int]]:
    return [(section.start, section.end) for section in tokens.sections if section.kind == "boilerplate"]


def _told_again(found: list[Event], placed: dict[str, Time], clause: Clause, time: Time) -> bool:
    """The clause is an event already, by another word for the same day (في اليوم التالي في 5 يناير)."""
    if not found or (found[-1].start, found[-1].end) != (clause.start, clause.end):
        return False
    last = placed[found[-1].time]
    return time.earliest is not None and (last.earliest, last.latest) == (time.earliest, time.latest)


def _whole(tokens: Tokens, found: list[Event], placed: dict[str, Time]) -> list[Event]:
    """`found` without a clause that has lost its words (قتلت في بغداد الذي ساعد) where the next event, near by, tells of the
    same day."""
    broken = [tokens.tokens[first].start for first, _, _ in relative(tokens)]
    return [event for event, following in zip_longest(found, found[1:]) if following is None or not (
        following.start - event.end < _NEAR_BY and placed[event.time].value == placed[following.time].value
        and any(event.start <= offset < event.end for offset in broken))]


def _spans(tokens: Tokens, times: Sequence[Time]) -> dict[str, tuple[int, int]]:
    """The tokens of each time; times that و joins (السبت والأحد), or في between two words for one
    day, share theirs, for their clause says both."""
    found: dict[str, tuple[int, int]] = {}
    group: list[Time] = []
    begin, end = 0, -1
    for time in times:
        first, after = tokens.index(time.start), tokens.before(time.end)
        bracket = tokens.form(end) == "("
        again = bool(group) and first == end + 1 and (bracket or said(tokens, end, "time_inside")) and (
            time.earliest is not None and time.earliest == group[-1].earliest)  # في اليوم التالي في 5 يناير
        again = again or (bool(group) and first == end + 1 and said(tokens, end, "time_or"))  # غدا أو بعد غد
        after += again and bracket and tokens.form(after) == ")"
        if not (first == end or again) or len(group) >= _MOST_JOINED:
            found.update((each.id, (begin, end)) for each in group)
            group, begin = [], first
        group.append(time)
        end = after
    found.update((each.id, (begin, end)) for each in group)
    return found


def on_calendar(time: Time) -> bool:
    """True for a day, a week, a month, a season or a year, known or not (أمس without a day of publication); not for
    decades, centuries, and now and then."""
    value = time.value or ""
    if time.type not in ("DATE", "TIME") or time.rule in _NEVER:
        return False
    if time.value is None:
        return time.basis == "unresolved" and time.rule != "time.distance"
    if not (value[:1].isdigit() or value[:1] == "X"):
        return False
    return len(value.partition("T")[0]) >= 4


def _is_state(tokens: Tokens, time: Time, first: int) -> bool:
    """منذ 2014 تشهد البلاد, منذ بداية الأزمة في يونيو: what has been so since then did not happen then."""
    if said(tokens, first - 1, "time_since"):
        return len(time.value or "") == _YEAR_LENGTH
    near = range(first - 1, max(first - _SINCE_REACH, -1), -1)
    since = next((index for index in near if said(tokens, index, "time_since")), -1)
    return since >= 0 and not any(is_verb(tokens.form(index)) or tokens.kind(index) == MARK for index in range(since, first))


def _of_law(tokens: Tokens, first: int) -> bool:
    """القانون رقم 15 لسنة 2003: the year belongs to the law's name."""
    if not tokens.form(first).startswith("ل"):
        return False
    numbered_so = tokens.kind(first - 1) == DIGITS
    return any(said(tokens, at, "time_number_word") for at in (first - 1, first - 2, first - 3)[:1 + 2 * numbered_so])


def _cues(tokens: Tokens, quotes: Sequence[Quote]) -> dict[int, int]:
    """The token of each reporting word, and the first token of what it reports (complementizer and mark included)."""
    found = {}
    for quote in quotes:
        if quote.cue is not None and quote.kind != "term":
            report = begin = tokens.index(quote.start)
            while report and (tokens.kind(report - 1) == MARK or said(tokens, report - 1, "complementizer")):
                report -= 1
            if report < begin:  # أعلن مقتل عشرة: a masdar is what happened, not a report of it
                found[tokens.index(quote.cue.start)] = report
    return found


def _inside(spans: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """The innermost speech around `offset`: the last of the three before it that holds it."""
    at = bisect_right(spans, (offset, _ENDLESS))
    return next((span for span in reversed(spans[max(at - 3, 0):at]) if offset < span[1]), None)


def _actors_in(people: list[tuple[int, int, str]], clause: Clause | Ordered) -> tuple[str, ...]:
    """The ids of the actors whose mention lies in the clause, in text order."""
    found: dict[str, None] = {}
    for start, end, name in people[bisect_left(people, (clause.start, 0, "")):]:
        if start >= clause.end:
            break
        if end <= clause.end:
            found[name] = None
    return tuple(found)
