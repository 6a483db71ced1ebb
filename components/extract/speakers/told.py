"""Names that their place alone tells. Between a verb of saying and what is said stands who says it: a word there is one of
his name even where it looks like a verb, a thing, or another word behind ب or و: قال ليز تراس إن, أكد يشار غولر أن."""

from collections.abc import Set
from itertools import pairwise
from typing import NamedTuple

from components import lexicon, verbs
from components.extract.speakers.draft import COMMAS, QUOTES
from components.extract.speakers.lexemes import FINITE, Word, accusative, finite, masdar, unit, used, verb_is
from components.extract.speakers.lexemes import word as known
from components.text.tokens import WORD, Place, Tokens

LEAST = 3  # letters of a word
LONGEST = 5  # words of a name
LONGEST_TITLE = 9  # words before it
ENDS = frozenset((":", "(", "-", "–", *QUOTES, *COMMAS))
OVER = frozenset(("that", "prep", "adverb", "stop", "cue"))
FOR, GOD, ARTICLE = "باسم", "الله", "ال"
MISREAD = "يتسبل"  # letters with which a verb begins, or a word behind a proclitic
ALONE = frozenset(("", "verb", "noun", "place", "prep", "nationality"))
NO_NAMES = ("ا", "ات", "ين", "ون")
TITLES = frozenset(("title", "body", "place", "nationality", "noun", "given"))


class _Verb(NamedTuple):
    gender: str
    objectless: bool  # قال; not ألقى [الضوء]
    timed: Set[int]  # tokens of times
    source: bool = False  # no verb: بحسب


def settle_told(tokens: Tokens, timed: Set[int]) -> None:
    """Readings of the words of such names, in `tokens.units`, here and wherever else two of them stand side by side or one
    stands behind a verb of saying. `timed` are the tokens of times."""
    for index in timed:  # البنك المركزي المصري اليوم: a day, and no paper
        if index and index - 1 not in timed and unit(tokens, index - 1)[1] > index:
            tokens.units[index - 1] = known(tokens.form(index - 1)), index
    shown, pairs, called = set[str](), set[tuple[str, str]](), set[str]()
    said = {place.after: _Verb("", False, timed, source=True) for place in tokens.places.get("attribution", ())}
    for place in tokens.places.get("cue_verb", ()):
        if _of_one(place):
            said[place.after] = _Verb(place.entry.get("gender") or "", "objectless" in place.entry.uses, timed)
    for first, verb in said.items():
        if _alone(tokens, first, verb):
            called.add(tokens.form(first))
        start = _behind_title(tokens, first, verb)
        row = _row(tokens, start, verb, start == first) if start >= 0 else []
        if row:
            forms = [tokens.form(index) for index in row]
            shown.update(form for index, form in zip(row, forms, strict=True) if _settles(tokens, index, index == row[0]))
            pairs.update(pairwise(forms))
            _settle(tokens, row)
    given = lexicon.column("given_names")
    for one, other in pairwise(tokens.tokens if called else ()):
        first = one.form in given and one.form not in used("first_name")
        if first and other.form in called and not tokens.text.startswith(ARTICLE, one.start):  # not الأمين العام
            shown.add(other.form)
            pairs.add((one.form, other.form))
    if shown:
        _again(tokens, shown, pairs, said.keys())


def _alone(tokens: Tokens, index: int, verb: _Verb) -> bool:
    """True for a word that alone stands between a verb and what is said, and looks like something else: قال فارس: …, where
    وليد فارس stands elsewhere."""
    if _over(tokens, index, verb) and (index >= len(tokens) or tokens.form(index) not in used("family_too")):
        return False
    word, after = unit(tokens, index)
    form = tokens.form(index)
    kind = word.kind in ALONE or word.prep == "ب" or (word.kind == "name" and bool(word.given))  # قال باول: …
    apart = len(form) > 1 and not word.owned and kind and (
        not word.article or (word.kind == "noun" and verb.gender == "m" and _strict(tokens, after)))  # قال البرهان: …
    return apart and (_odd(word) or form[-1] == "ه" or masdar(form)) and not accusative(form) and (
        _strict(tokens, after) or (_said(tokens, after) and word.kind != "verb"))


def _again(tokens: Tokens, shown: Set[str], pairs: Set[tuple[str, str]], said: Set[int]) -> None:
    found = []
    for index, token in enumerate(tokens.tokens):
        if token.form in shown:
            around = (tokens.form(index - 1), token.form), (token.form, tokens.form(index + 1))
            if index in said or not pairs.isdisjoint(around):
                found.append(index)
    for index in found:
        _settle(tokens, [index])


def _settle(tokens: Tokens, row: list[int]) -> None:
    for index in row:
        word, _ = unit(tokens, index)
        if _settles(tokens, index, index == row[0]):
            given = word.given or "-"
            tokens.units[index] = Word("given", gender="" if given == "-" else given, number="s", stem=tokens.form(index),
                                       given=given), index + 1


def _of_one(place: Place) -> bool:
    """A verb of one person, who does not speak to its object: قال, أضافت; not أبلغ [الوزير] أن."""
    entry, lemma = place.entry, str(place.entry["lemma"])
    one = entry.get("part") in FINITE and entry.get("person") == "3" and entry.get("number") == "s" and (
        not entry.get("pronoun"))
    return one and not verb_is(lemma, "takes_object") and not verb_is(lemma, "tells")


def _behind_title(tokens: Tokens, first: int, verb: _Verb) -> int:
    """The first token behind a definite title at token `first`: المحلل, رئيس الجمعية, قاضي التحقيق في لييج; `first` itself
    where none stands there, -1 where the title is not over or nothing of a name follows."""
    index, closed = first, False
    while index < min(first + LONGEST_TITLE, len(tokens)) and tokens.kind(index) == WORD and index not in verb.timed:
        word, after = unit(tokens, index)
        if index == first and (word.kind != "title" or word.conj or word.prep or (word.given and not word.article)):
            return first
        if closed and word.kind == "given":
            break  # المحلل الطيب لوح
        if closed and word.kind == "prep" and tokens.form(index) == "في" and after < len(tokens) and (
                unit(tokens, after)[0].kind == "place"):
            index = unit(tokens, after)[1]
            continue
        titled = word.kind in TITLES or word.article
        if word.conj or word.prep or not titled or (closed and not word.article and word.kind not in ("title", "place")):
            break
        closed = word.article or word.kind == "place"
        index = after
    of_place = closed and unit(tokens, index - 1)[0].kind == "place" and index < len(tokens)  # معتمد بلطة بوعوان
    return index if (closed and not (of_place and not unit(tokens, index)[0].given)) or index == first else -1


def _row(tokens: Tokens, start: int, verb: _Verb, bare: bool) -> list[int]:
    """The tokens of the name that begins at `start` and fills the room of the speaker; none where it does not, or where its
    words are known to be names. `bare` where no title stands before it."""
    row: list[int] = []
    index = start
    while len(row) < LONGEST and (not _over(tokens, index, verb) or (
            _middle(tokens, index) if row else _first_of(tokens, index, bare))):
        word, after = unit(tokens, index)
        if word.kind == "joint" and not word.conj:
            if _over(tokens, after, verb):
                return []
            row, index = [*row, *([] if row else [index]), after], after + 1  # بن والاس, ولد بابه
            continue
        if row and word.kind == "title" and not (word.given or _over(tokens, after, verb) or _middle(tokens, index)):
            break  # حامد تاور رئيس اللجنة
        if not (_goes_on(tokens, index, verb) if row else _begins(tokens, index, verb, bare)):
            return []
        row.append(index)
        index = after
    closed = _ended(tokens, index, verb) or _strict(tokens, index) or _said(tokens, index)
    if not (closed or (verb.objectless and _over(tokens, index, verb))):
        return []
    if verb.source and not any(unit(tokens, each)[0].given for each in row):
        return []  # حسب بنود مسربة
    return row if len(row) > 1 or any(_odd(unit(tokens, index)[0]) for index in row) else []


def _middle(tokens: Tokens, index: int) -> bool:
    """A title that is a part of a name, with one more behind it: حسن شيخ محمود."""
    if tokens.form(index) not in used("middle_name") or index + 1 >= len(tokens) or tokens.kind(index + 1) != WORD:
        return False
    behind, _ = unit(tokens, index + 1)
    return behind.kind in ("", "given") and not (behind.article or behind.conj or behind.prep)


def _first_of(tokens: Tokens, index: int, bare: bool) -> bool:
    """A particle that is a first name before a foreign or a known one, or a family name in ـي: مني أركو, باسم قوجه, خلف
    العبيدي; not باسم الوفد."""
    if index + 1 >= len(tokens) or tokens.kind(index + 1) != WORD or tokens.form(index) not in used("first_name"):
        return False
    behind, _ = unit(tokens, index + 1)
    family = behind.article and not behind.kind and behind.stem[-1:] == "ي" and (
        behind.stem not in lexicon.column("adjectives"))
    return (bare or tokens.form(index) != FOR) and behind.kind in ("", "given") and not (
        (behind.article and not family) or behind.prep or behind.conj)


def _over(tokens: Tokens, index: int, verb: _Verb) -> bool:
    """True where a name is over at token `index`: at a mark, أن, a preposition, an adverb, a time."""
    if index >= len(tokens) or index in verb.timed or tokens.kind(index) != WORD:
        return True
    return unit(tokens, index)[0].kind in OVER


def _strict(tokens: Tokens, index: int) -> bool:
    """True where what is said begins at token `index`, with إن or behind a mark: no other clause can stand before it."""
    if index >= len(tokens):
        return False
    return tokens.form(index) in ENDS or (tokens.kind(index) == WORD and unit(tokens, index)[0].kind == "that" and (
        tokens.text[tokens.tokens[index].start] == "إ"))


def _ended(tokens: Tokens, index: int, verb: _Verb) -> bool:
    """True where a title set behind the name, or behind a verb that has no object «وهو» or the end of the sentence, stands
    at token `index`."""
    if index >= len(tokens) or tokens.kind(index) != WORD:
        return index < len(tokens) and verb.objectless and tokens.form(index) == "."
    return _title(tokens, index) or (verb.objectless and tokens.form(index) in used("being"))


def _title(tokens: Tokens, index: int) -> bool:
    """True for the title of one person, as it is set behind a name: رئيس اللجنة; not [أشاد سامي بصفات] اللاعبين."""
    word, _ = unit(tokens, index)
    return word.kind == "title" and word.number == "s" and not (word.article or word.prep or word.conj)


def _said(tokens: Tokens, index: int) -> bool:
    """True where أن, بأن or فإن stands at token `index`; not على أن, before which an object stands."""
    if index >= len(tokens) or tokens.kind(index) != WORD or tokens.form(index)[:1] not in "ابف":
        return False
    return unit(tokens, index)[0].kind == "that"


def _odd(word: Word) -> bool:
    """A word that is no name by itself."""
    return word.kind not in ("given", "joint") and (word.kind != "" or bool(word.prep) or word.conj)


def _settles(tokens: Tokens, index: int, first: bool) -> bool:
    """Whether the word at token `index` of such a name (its `first` one) is read as something else, or as nothing sure."""
    word, form = unit(tokens, index)[0], tokens.form(index)
    if word.kind or _odd(word):
        return _odd(word)
    if word.article:  # العجمي بوعزة; not عبد الله الثاني
        return first and word.stem[-1:] == "ي"
    return form[0] in MISREAD or form[-1] == "ه" or unit(tokens, index - 1)[0].article


def _begins(tokens: Tokens, index: int, verb: _Verb, bare: bool) -> bool:
    """Whether the word at token `index`, right behind the verb or a title, can be a first name."""
    word, after = unit(tokens, index)
    form = tokens.form(index)
    over = _over(tokens, after, verb)
    behind = Word("") if over else unit(tokens, after)[0]
    more = not over and (behind.kind == "joint" or _goes_on(tokens, after, verb))
    named = word.kind == "given" or (more and word.kind in ("verb", "noun", "place", "name")) or behind.kind == "joint"
    if word.given and not (word.conj or word.prep) and named and (
            not word.article or (more and (bare or not behind.article))):  # not الدبلوماسي الرفيع المستوى
        return True
    if form in used("first_name"):
        return more
    nisba = word.article and not word.kind and word.stem[-1:] == "ي" and word.stem not in lexicon.column("adjectives")
    if nisba and more and bare:
        return not behind.article  # قال العجمي بوعزة إن
    if word.article or accusative(form) or finite(form) or word.owned or form in lexicon.column("np_function_words"):
        return False
    if not word.kind and not word.prep:
        apart = form[0] not in "بل" or (form[0] == "ب" and (not bare or (more and (verb.objectless or verb.source))))
        return apart and word.stem not in lexicon.column("adjectives")  # قال وانغ: no و joins anything to a verb
    if word.kind == "verb":  # قال بشر الخصاونة إن: no verb stands behind another
        return not word.conj and (more or (over and _strict(tokens, after)))
    if word.prep:
        return more and not word.kind and behind.kind in ("", "given")
    if word.kind in ("noun", "place") and more:
        apart = verb.gender == "m" and word.gender == "f" and word.number == "s"
        return (apart and bare) or (not bare and word.kind == "noun" and behind.kind in ("", "given"))
    return False


def _goes_on(tokens: Tokens, index: int, verb: _Verb) -> bool:
    """Whether the word at token `index`, behind a word of a name, can be one more."""
    word, after = unit(tokens, index)
    form = tokens.form(index)
    strict = _strict(tokens, after)
    ended = strict or _ended(tokens, after, verb)
    if form == GOD or _middle(tokens, index) or (ended and form in lexicon.column("family_names")):
        return True  # ذبيح الله مجاهد, جيروم باول
    if accusative(form) or word.owned or word.stem in used("described") or (finite(form) and (word.conj or not strict)):
        return False
    over = _over(tokens, after, verb)
    if word.kind == "given" and not (word.prep or word.conj):
        return True
    if word.conj and not word.kind and len(word.stem) < LEAST:
        return strict  # بن والاس
    if (word.prep and not word.given) or (word.conj and word.kind != "verb"):
        return False
    if word.prep == "ب" and word.given:
        return strict  # الأزهر بعلي
    if not word.kind and not word.prep:
        sure = not word.article or strict or _said(tokens, after) or not over  # not قال جارسيا العاطفي عقب
        return sure and word.stem not in lexicon.column("adjectives") and not _owned(tokens, index)
    if word.article:
        said = ended or (_said(tokens, after) and tokens.form(after)[0] == "ا")  # not رفضت ميركل الإقرار بأن
        before, _ = unit(tokens, index - 1)  # عبد الفتاح البرهان; not عيد الاستقلال
        plain = before.article or (before.kind in ("given", "") and not before.common)
        return over and (word.kind in ("nationality", "place") or (word.kind == "noun" and said and plain))
    titled = not strict and word.kind in ("verb", "place", "nationality") and ended
    titled = titled or (word.kind == "place" and _said(tokens, after) and bool(unit(tokens, index - 1)[0].given))
    if not (over and strict) and not titled:
        return False
    if word.kind == "title":  # سمير فارس إن; no title ends before a mark: مارك زوكربيرغ مؤسس "فيسبوك"
        return tokens.form(after) not in ENDS and word.number == "s"
    dotted = tokens.text[tokens.tokens[index].end - 1] == "ة"
    return word.kind in ("verb", "place", "nationality") or (
        word.kind == "noun" and not dotted and not form.endswith(NO_NAMES))


def _owned(tokens: Tokens, index: int) -> bool:
    """A word that ends with whose it is, or with what it is done to: a ه without dots behind a known verb or noun."""
    token = tokens.tokens[index]
    return tokens.text[token.end - 1] == "ه" and (verbs.is_finite(token.form) or token.form.endswith("ته"))
