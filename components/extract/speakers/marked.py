"""What stands in marks, brackets or between dashes inside a naming: وكالة "رويترز", المركز (دوك), المحلل — فرانك موريل —."""

from components.extract.speakers.ahead import Ahead
from components.extract.speakers.draft import COMMAS, QUOTES, Draft
from components.extract.speakers.lexemes import unit
from components.text.tokens import LINE
from components.text.tokens import WORD as WORD_TOKEN

CLOSING = {"«": "»", "“": "”", "„": "“", "‘": "’", "‹": "›"}
QUOTED = 6  # tokens of a name in quotation marks or brackets
DASHES = frozenset("-‐‑–—")


def quoted(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """A short name in quotation marks goes along: وكالة "رويترز" للأنباء."""
    if draft.in_name or (ahead.tokens.form(index) == '"' and ahead.tokens.glued(index - 1)
                         and len(ahead.tokens.form(index - 1)) > 1):
        return None  # a mark written to the word before closes; not لـ"الرأي"
    form = ahead.tokens.form(index)
    close = CLOSING.get(form, form)
    for end in range(index + 2, min(index + QUOTED + 1, limit)):
        if ahead.tokens.form(end) == close:
            if draft.human and draft.closed and draft.name is None and unit(ahead.tokens, index + 1)[0].given:
                draft.begin_name(index + 1, end)  # النائب المحافظ "بيتر بون"
                draft.after = end + 1
                return end + 1
            return draft.take(end + 1, True)
        if ahead.tokens.kind(end) == LINE:
            break
    return None


def bracketed(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """What stands in brackets is passed over, if a name follows behind it."""
    short = ahead.tokens.form(index + 1) if ahead.tokens.kind(index + 1) == WORD_TOKEN else ""
    if draft.head.kind == "body" and ahead.tokens.form(index + 2) == ")" and index + 2 < limit and len(short) > 2:
        return draft.take(index + 3, True)  # وكالة أنباء الصين الجديدة (شينخوا)
    for end in range(index + 1, min(index + QUOTED, limit)):
        if ahead.tokens.form(end) == ")":
            if draft.head.sort == "outlet" and draft.after == draft.head_at + 1:
                return draft.take(end + 1, True)  # صحيفة (لو فيغارو)
            if draft.name is None and ahead.starts_name(end + 1, limit):
                return draft.begin_name(end + 1, unit(ahead.tokens, end + 1)[1])
            called = draft.human and draft.closed and draft.name is None and end + 2 < limit and (
                ahead.tokens.form(end + 1) in QUOTES and unit(ahead.tokens, end + 2)[0].given)
            if called:
                return quoted(ahead, draft, end + 1, limit)  # مديرة المركز (دوك) "سلمى حداد"
            behind = end + 2
            apart = ahead.tokens.form(end + 1) in COMMAS and draft.human and draft.name is None and not draft.apposed
            if apart and ahead.starts_name(behind, limit) and (unit(ahead.tokens, behind)[0].given or (
                    ahead.names(behind + 1, limit) and ahead.closes(behind + 2, limit))):
                return draft.begin_name(behind, unit(ahead.tokens, behind)[1])  # الناطق باسم الهيئة (هغ)، كريم حداد
            return None
    return None


def dashed(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """The token after a name between two dashes behind its title: المحلل الآخر — فرانك موريل — إن; or None."""
    if draft.name is not None or not draft.human or ahead.tokens.glued(index - 1) or not ahead.starts_name(index + 1, limit):
        return None
    for end in range(index + 2, min(index + QUOTED, limit)):
        if ahead.tokens.form(end) in DASHES:
            return end if end > index + 2 or unit(ahead.tokens, index + 1)[0].given else None
        if not ahead.names(end, limit) and not ahead.last_name(end, limit):
            return None
    return None


def named_behind(ahead: Ahead, index: int, limit: int) -> bool:
    """المديرة التنفيذية لـ"محامون بلا حدود"، هيلين عون: behind the marks that open at `index` a comma and a name stand."""
    close = CLOSING.get(ahead.tokens.form(index), ahead.tokens.form(index))
    for end in range(index + 2, min(index + QUOTED + 1, limit - 2)):
        if ahead.tokens.form(end) == close:
            return ahead.tokens.form(end + 1) in COMMAS and ahead.free(end + 2, limit) and (
                unit(ahead.tokens, end + 2)[0].kind == "given")
    return False
