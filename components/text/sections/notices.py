"""Sentences that no article says of itself: notices, and invitations to a channel, a page or an application."""

from collections.abc import Iterator

from components.text.sections.lines import Layout, Line
from components.text.tokens import MARK, Place

LOOK = 6  # marks before an invitation
FAR = 200  # tokens in which a quotation that is open is looked for
NAMED = 4  # words from a sentence's start within which a notice names what it is about
LONG = 40  # tokens of the longest sentence that invites
BRIEF = 12  # words in a line that invites without an imperative

Stretches = Iterator[tuple[int, int]]  # offsets


def notice(page: Layout) -> Stretches:
    """The sentence that holds the words of a notice, to the end of its line: from the line's start where it is the first.
    Words that people say of other things too (`weak`) want to begin the sentence, or an article, a comment or an opinion
    named at its start; what is reported of somebody («قال إن …») is no notice."""
    tokens = page.tokens
    for place in tokens.places.get("section_notice", ()):
        line = page.lines[page.line_of(place.first)]
        first, _ = tokens.sentence(place.first)
        if _quoted(page, line.first, place.first) or (place.entry.get("weak") and not _of_a_piece(page, first, place)):
            continue
        bracket = _bracket(page, place, line)
        if bracket:
            yield bracket
        elif not _reported(page, first, place.first):
            yield (tokens.tokens[first].start if first > line.first else line.start), line.end


def invitation(page: Layout) -> Stretches:
    """A sentence that begins with an invitation and names a channel, a page or an application: «انضموا إلى قناة … على
    تلغرام». A verb that may as well report («شارك الوزير على فيسبوك …») wants «قناتنا» or its like; so does a purpose
    («للحصول على …»), or a second invitation behind it, or a short line without a full stop."""
    tokens = page.tokens
    for place in tokens.places.get("section_invite", ()):
        number = page.line_of(place.first)
        line = page.lines[number]
        first, after = tokens.sentence(place.first)
        if _past_marks(page, max(first, line.first, place.first - LOOK), place.first) != place.first:
            continue
        if place.clitics not in ("", "و") or after - first > LONG or _quoted(page, line.first, first):
            continue
        sure = place.entry.get("sure", False) or (
            place.entry.get("brief", False) and line.open and line.words <= BRIEF and number > 0)
        until = min(after, line.after)
        if place.entry.get("purpose") and not sure:
            sure = any(_imperative(page, at) for at in range(place.after, until))
        channels = (tokens.at(at, "section_channel") for at in range(place.after, until))
        if any(channel and (sure or channel.entry.get("ours")) for channel in channels):
            yield (tokens.tokens[first].start if first > line.first else line.start), line.end


def _imperative(page: Layout, at: int) -> bool:
    """Whether an invitation stands at token `at`: a verb that may report wants a channel right behind («حمل تطبيق …»)."""
    place = page.tokens.at(at, "section_invite")
    if place is None or place.clitics or place.entry.get("purpose"):
        return False
    return bool(place.entry.get("sure")) or page.tokens.at(place.after, "section_channel") is not None


def distributor(page: Layout) -> Stretches:
    """After a notice, the lines that praise the same distributor: by the name in Latin letters that both hold."""
    brands: set[str] = set()
    noticed = {end for _, end in notice(page)}
    if not noticed:
        return
    for line in page.lines:
        told = line.end in noticed
        if told or brands:
            latin = {form for form in page.forms(line) if len(form) > 3 and form.isascii() and form.isalpha()}
            if told:
                brands |= latin - {"https", "http", "html"}
            elif latin & brands:
                yield line.start, line.end


def _past_marks(page: Layout, at: int, until: int) -> int:
    while at < until and page.tokens.kind(at) == MARK:
        at += 1
    return at


def _of_a_piece(page: Layout, first: int, place: Place) -> bool:
    """Whether the sentence from token `first` on is about an article or a comment, or begins with the notice itself."""
    tokens = page.tokens
    begins = _past_marks(page, first, place.first)
    if begins == place.first:
        return not place.clitics
    return any(tokens.at(at, "section_piece") for at in range(begins, min(begins + NAMED, place.first)))


def _reported(page: Layout, first: int, at: int) -> bool:
    """Whether token `at` stands in what its sentence reports: behind «أن» (not at the sentence's start, as in «إن الموقع
    …»), or behind a verb of saying and its colon."""
    tokens, begins, said = page.tokens, _past_marks(page, first, at), False
    if tokens.at(begins, "section_piece"):
        return False
    for index in range(max(begins, at - LONG), at):
        if tokens.form(index) == ":" and said:
            return True
        said = said or tokens.at(index, "cue_verb") is not None
        if index > begins and tokens.at(index, "complementizer") and tokens.form(index - 1) != ":":
            return True
    return False


def _bracket(page: Layout, place: Place, line: Line) -> tuple[int, int] | None:
    """The brackets round a notice, where they stand in a sentence of the article: «(لمشاهدة التقرير اضغط هنا)»."""
    tokens, first, after = page.tokens, place.first, place.after
    while first > line.first and place.first - first < 12 and tokens.form(first) != "(":
        first -= 1
    while after < line.after - 1 and after - place.after < 12 and tokens.form(after) != ")":
        after += 1
    if tokens.form(first) != "(" or tokens.form(after) != ")" or (first == line.first and after == line.after - 1):
        return None
    return tokens.tokens[first].start, tokens.tokens[after].end


def _quoted(page: Layout, first: int, at: int) -> bool:
    """Whether a quotation is open at token `at`, by the marks of its line from `first` on: what is quoted is no notice."""
    forms = [token.form for token in page.tokens.tokens[max(first, at - FAR):at] if token.kind == MARK]
    opened = sum(form in "«“" for form in forms) - sum(form in "»”" for form in forms)
    return opened > 0 or forms.count('"') % 2 == 1
