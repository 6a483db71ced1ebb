"""Full names where no list knows their words: who speaks under one name is sought with the other beside it."""

from collections.abc import Iterator, Sequence

from components import lexicon, verbs
from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.lexemes import Word, accusative, masdar, unit, used
from components.extract.speakers.lexemes import word as known_word
from components.extract.speakers.phrase import Reader
from components.text.tokens import LINE, WORD

MOST = 200  # places of one name that are looked at
LEAST = 3  # letters of the other name
CLITIC, PREFIX = "بلوفك", "يتس"  # letters with which a word of no list is as likely something else
NOT_LAST = "اهى"  # with which an object or an adverb ends


def fuller(reader: Reader, spoken: Sequence[Phrase], free: Sequence[int]) -> Iterator[Phrase]:
    """The names of two words, one of which speaks alone somewhere: مشاهدة ليبرون جيمس, where قال جيمس stands further on.
    `free` are the tokens that no naming holds."""
    alone = {reader.tokens.form(phrase.first) for phrase in spoken if _single(phrase)}
    alone = {form for form in alone if len(form) >= LEAST}
    if not alone:
        return
    seen: dict[str, int] = {}
    for index in free:
        form = reader.tokens.form(index)
        if form not in alone or reader.tokens.kind(index) != WORD:
            continue
        seen[form] = seen.get(form, 0) + 1
        if seen[form] > MOST:
            continue
        if _given_before(reader, index):
            yield _phrase(reader, index - 1)
        elif _family_behind(reader, index):
            yield _phrase(reader, index)


def by_surname(reader: Reader, spoken: Sequence[Phrase | None]) -> list[Phrase | None]:
    """`spoken` with the everyday words made given names behind which the family name stands that speaks alone elsewhere:
    أفادت نادرة الورغي, where وأشارت الورغي stands further on."""
    tokens = reader.tokens
    alone = {tokens.form(phrase.first) for phrase in spoken if phrase is not None and _single(phrase)}
    found: list[Phrase | None] = []
    for phrase in spoken:
        member = phrase.members[0] if phrase is not None and len(phrase.members) == 1 else None
        if phrase is not None and member is not None and phrase.after == phrase.first + 2 and member.name is None and (
                member.head.kind == "noun" and member.head.sort == "everyday" and not member.head.article
                and not member.head.prep and tokens.form(phrase.first + 1) in alone):
            phrase = _phrase(reader, phrase.first)._replace(start=phrase.start)
        found.append(phrase)
    return found


def _single(phrase: Phrase) -> bool:
    member = phrase.members[0]
    return len(phrase.members) == 1 and member.name is not None and member.role is None and (
        member.name == (phrase.first, phrase.first + 1)) and phrase.after == phrase.first + 1


def _phrase(reader: Reader, first: int) -> Phrase:
    tokens = reader.tokens.tokens
    head = Word("given", stem=tokens[first].form, given=unit(reader.tokens, first)[0].given)
    return Phrase(tokens[first].start, tokens[first + 1].end, first, first + 2, (
        Member(first, first + 2, head, first, None, (first, first + 2)),))


def _bare(reader: Reader, index: int, sure: bool = False) -> Word | None:
    """The word at token `index` if it is a name by all that can be told; `sure` where it stands between commas."""
    tokens = reader.tokens
    if index < 0 or index >= len(tokens) or index in reader.ahead.halts or tokens.kind(index) != WORD:
        return None
    word, after = unit(tokens, index)
    known = word.kind not in ("", "given") or word.article or word.conj or word.prep or after != index + 1
    if known or len(tokens.form(index)) < LEAST or word.stem in lexicon.column("adjectives"):
        return None
    form = tokens.form(index)
    if not word.kind and not sure and (form[0] in PREFIX or verbs.is_finite(form) or accusative(form) or (
            form[0] in CLITIC and known_word(form[1:]).kind) or reader.ahead.accusative(index)):
        return None
    if not word.kind and (masdar(form) or tokens.text[tokens.tokens[index].end - 1] == "ة"):
        return None
    return word


def _given_before(reader: Reader, index: int) -> bool:
    """True where the word before token `index` is the given name: a known one, or one of no list where a name must stand."""
    between = reader.tokens.form(index - 2) in COMMAS and reader.tokens.form(index + 1) in COMMAS
    given = _bare(reader, index - 1, between)
    if given is None or reader.tokens.form(index - 1) == reader.tokens.form(index):
        return False
    if given.kind == "given":
        return True
    lead = index - 2
    if lead < 0 or reader.tokens.kind(lead) == LINE:
        return False
    if reader.tokens.form(lead) in COMMAS:
        return reader.tokens.form(index + 1) in COMMAS
    word, _ = unit(reader.tokens, lead)
    opens = word.kind == "verb" and reader.tokens.sentence(lead)[0] == lead
    if (opens or reader.tokens.kind(lead) == WORD) and _titled(reader, index + 1):
        return True  # يسعى براندون هايز، الرئيس التنفيذي
    return word.kind in ("title", "nationality") or word.stem in used("pronoun") or opens


def _family_behind(reader: Reader, index: int) -> bool:
    """True where the word behind token `index` is the family name, with a title or a clause of its own behind it: شاين
    داوسون، نجم الموقع; or between commas."""
    tokens = reader.tokens
    between = tokens.form(index - 1) in COMMAS and tokens.form(index + 2) in COMMAS
    family = _bare(reader, index + 1, between)
    if between:
        return family is not None
    return family is not None and tokens.form(index + 1)[-1] not in NOT_LAST and _titled(reader, index + 2)


def _titled(reader: Reader, index: int) -> bool:
    """True where a comma stands at token `index`, and behind it a title or a clause of whoever is named before it."""
    tokens, behind = reader.tokens, index + 1
    if tokens.form(index) not in COMMAS or behind >= len(tokens) or tokens.kind(behind) != WORD:
        return False
    return unit(tokens, behind)[0].kind == "title" or tokens.form(behind) in used("relative")
