"""The counted noun phrase behind a number, and the singular of its head. Words: data/lexicon/lists: nouns, adjectives."""

from functools import lru_cache
from typing import NamedTuple

from components import lexicon
from components.fold import bare, fold
from components.text.tokens import DIGITS, WORD, Tokens
from components.words import ARTICLE

_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ك")
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات", "يتين", "يتان", "ييين")
_MOST_ADJECTIVES = 3
_MASDAR, _WEAK = 6, frozenset("ايو")  # letters of تخصصات, and those that no تفعل has among its four
_SHORT = 4  # letters: too few for a ya of relation that the list does not know
_NO_NISBA = "وفبلكيتن"  # لعضوية, نحتوي: a proclitic or a verb, unless the list of adjectives knows the word


class NounForm(NamedTuple):
    """A folded form as a noun: its `singular` in full spelling, `gender` m or f, `number` singular, plural or dual.

    `definite`: it has the article or a possessor. `sound`: its plural is the sound one, so that مسؤولين is no dual.
    `tanwin`: it carries the alef of the accusative. `human`: it names a person.
    """

    singular: str
    gender: str
    number: str
    definite: bool = False
    sound: bool = False
    tanwin: bool = False
    human: bool = False


class Phrase(NamedTuple):
    """Tokens `first` to `after` (exclusive), code points `start` to `end`; `unit` is the head's singular."""

    first: int
    after: int
    start: int
    end: int
    unit: str
    form: NounForm


@lru_cache(maxsize=1)
def _table() -> dict[str, NounForm]:
    singular, gender = lexicon.column("nouns", "singular"), lexicon.column("nouns", "gender")
    number, human = lexicon.column("nouns", "number"), lexicon.column("nouns", "human")
    return {form: NounForm(word, gender[form], "plural" if number[form] == "plural" else "singular",
                           sound=number[form] == "sound", human=bool(human[form])) for form, word in singular.items()}


@lru_cache(maxsize=1)
def _nationals() -> dict[str, NounForm]:
    """ليبي, ليبيين, ليبيان: people by their nation."""
    of, gender, number = (lexicon.column("nationalities", name) for name in ("of", "gender", "number"))
    names = {"s": "singular", "d": "dual", "p": "plural"}
    return {form: NounForm(word, gender[form], names[number[form]], sound=True, human=True) for form, word in of.items()}


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(lexicon.column("adjectives")) | frozenset(lexicon.column("nationalities"))


@lru_cache(maxsize=50_000)
def noun_form(form: str) -> NounForm | None:
    """What the folded `form` is as a noun of the list: article, tanwin, plural, dual and possessors taken off.

    >>> noun_form("الجنود").singular, noun_form("هجوما").singular, noun_form("حادثتين").number
    ('جندي', 'هجوم', 'dual')
    """
    found = _inflected(form)
    if found is None and form.startswith(ARTICLE) and len(form) > 3:
        found = _inflected(form[2:])
        found = found or _nationals().get(form[2:])
        return found and found._replace(definite=True)
    return found or _nationals().get(form) or _possessed(form)


def _inflected(form: str) -> NounForm | None:
    """A form without article as singular, tanwin, sound plural or dual."""
    table = _table()
    if form in table:
        return table[form]
    if form.endswith("ا") and form[:-1] in table and not table[form[:-1]].singular.endswith("ة"):
        return table[form[:-1]]._replace(tanwin=True)
    if form.endswith("يء") and form[:-1] in table:  # لاجىء, the hamza written beside its seat
        return table[form[:-1]]
    if form.endswith("ات"):
        stem = table.get(form[:-2] + "ه") or table.get(form[:-2])
        return stem and stem._replace(number="plural")
    if form.endswith(("تين", "تان")) and form[:-3] + "ه" in table:
        stem = table[form[:-3] + "ه"]
        return stem._replace(number="dual") if stem.number != "plural" else None  # بستان is no dual of البسة
    if form.endswith(("ين", "ون", "ان")):
        stem = table.get(form[:-2]) or (table.get(form[:-3] + "ي") if form[-3:-2] == "ي" else None)
        if stem is None or stem.number == "plural":
            return None
        plural = (stem.sound and not form.endswith("ان")) or form.endswith("ون")
        return stem._replace(number="plural" if plural else "dual")
    if form.endswith(("ي", "و")) and form[:-1] in table and table[form[:-1]].sound:
        return table[form[:-1]]._replace(number="plural")
    if form.endswith("تا") and form[:-2] + "ه" in table:
        return table[form[:-2] + "ه"]._replace(number="dual")
    return None


def _possessed(form: str) -> NounForm | None:
    """أعضائهما, مدينته: a noun of the list with a possessor."""
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 2:
            stem = form[:-len(suffix)]
            tries = [stem, stem[:-1] + "ه" if stem.endswith("ت") else "", stem[:-1] + "ء" if stem[-1] in "يو" else ""]
            for each in tries:
                found = _inflected(each) if each else None
                if found is not None and not found.tanwin:
                    return found._replace(definite=True)
    return None


def spelled(tokens: Tokens, index: int) -> str:
    """The word of token `index` as written, without vowel marks and tatweel."""
    token = tokens.tokens[index]
    written, folded = tokens.text[token.start:token.end], tokens.folded[token.start:token.end]
    if bare(folded) == folded:
        return written
    return "".join(letter for letter, kept in zip(written, folded, strict=True) if bare(kept))


def guessed(tokens: Tokens, index: int, tanwin: bool) -> NounForm:
    """A noun that the list lacks: its singular by the ending alone."""
    word, form = spelled(tokens, index), tokens.form(index)
    definite = form.startswith(ARTICLE) and len(form) > 4
    if definite:
        word = word[2:]
    gender = "f" if form.endswith(("ه", "ات")) else "m"
    if form.endswith("ات") and len(form) == _MASDAR and form[0] == "ت" and not _WEAK.intersection(form[:-2]):
        return NounForm(word[:-2], "m", "plural", definite)  # تخصصات of تخصص
    if form.endswith("ات") and len(word) > 4:
        return NounForm(word[:-2] + "ة", "f", "plural", definite)
    if form.endswith(("تين", "تان")) and len(word) > 5:
        return NounForm(word[:-3] + "ة", "f", "dual", definite)
    if form.endswith(("ين", "ون")) and len(word) > 4:
        return NounForm(word[:-2], gender, "plural", definite, sound=True)
    if tanwin and form.endswith("ا") and len(word) > 3:
        return NounForm(word[:-1], gender, "singular", definite, tanwin=True)
    return NounForm(word, gender, "singular", definite)


@lru_cache(maxsize=50_000)
def is_adjective(form: str) -> bool:
    """An adjective of the list, or one by its ya of relation (كوري, كورية, كوريين); the article does not matter."""
    if form.startswith(ARTICLE) and len(form) > 4:
        form = form[2:]
    if form in _adjectives() or (form.endswith("ا") and form[:-1] in _adjectives()):
        return True
    if len(form) <= _SHORT or form in _table() or form[0] in _NO_NISBA:
        return False
    return form.endswith(_NISBA)


def phrase_from(tokens: Tokens, at: int, form: NounForm, free: bytearray, construct: bool = False) -> Phrase:
    """The phrase whose head is token `at`: its adjectives, an indefinite genitive (سطح مكتب) and a second noun joined by و
    (محرر وصحفي); with `construct` a definite genitive too (عروض الطيران). `free` marks the tokens that no time holds."""
    after, unit = at + 1, form.singular
    if tokens.kind(after) != WORD:
        return Phrase(at, after, tokens.tokens[at].start, tokens.tokens[at].end, unit, form)
    if construct and _definite_genitive(tokens, after, form, free):
        form, after = form._replace(definite=True), after + 1
    genitive = _genitive(tokens, after, form, free)
    if genitive:
        unit, after = f"{unit} {spelled(tokens, after)}", after + 1
    if _joined(tokens, after, form, free):
        after += 1
    for _ in range(_MOST_ADJECTIVES):
        if not _agrees(tokens, at, after, form, free):
            break
        after += 1
    if tokens.at(after, "figure_others") is not None and free[after]:
        after += 1
    token = tokens.tokens[at]
    return Phrase(at, after, token.start, tokens.tokens[after - 1].end, unit, form)


def _plain(tokens: Tokens, index: int, free: bytearray) -> bool:
    return tokens.kind(index) == WORD and bool(free[index]) and not stopped(tokens, index)


def stopped(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is a word that no counted noun is. فيه is one, فئة, which folds alike, is not."""
    if tokens.classes(index).isdisjoint(_STOPS):
        return False
    places = [place for place in tokens.opening[index] if place.kind in _STOPS and (
        not place.clitics or (place.kind in _WITH_CLITICS and place.clitics[0] in "وفبلك"))]  # سهم is not هم behind a س
    if not places:
        return False
    written = tokens.text[tokens.tokens[index].end - 1]
    return written != "ة" or not all(place.entry.form.endswith("ه") for place in places)


_WITH_CLITICS = frozenset(("figure_stop", "numeral"))
_STOPS = frozenset(("figure_stop", "figure_adverb", "figure_others", "figure_bound", "figure_bound_after", "figure_among",
                    "numeral", "figure_some"))


def _genitive(tokens: Tokens, index: int, head: NounForm, free: bytearray) -> bool:
    if head.tanwin or head.definite or head.number == "dual" or (head.sound and head.number == "plural"):
        return False
    form = tokens.form(index)
    found = _table().get(form)
    if found is None or found.number != "singular" or form.endswith("ا") or is_adjective(form):
        return False
    if "figure_placed" in tokens.classes(index) and tokens.kind(index + 1) == WORD and (
            not tokens.form(index + 1).startswith("و") and not is_adjective(tokens.form(index + 1))):
        return False  # شوارع مدينة زنجبار
    return key(head.singular) not in lexicon.column("nouns_alone") and _plain(tokens, index, free)


def _definite_genitive(tokens: Tokens, index: int, head: NounForm, free: bytearray) -> bool:
    return head.number == "plural" and not head.definite and not head.tanwin and (
        tokens.form(index).startswith(ARTICLE) and _plain(tokens, index, free))


def _joined(tokens: Tokens, index: int, head: NounForm, free: bytearray) -> bool:
    form = tokens.form(index)
    if not form.startswith("و") or head.definite or not _plain(tokens, index, free) or form in _table():
        return False
    behind = index + 1 < len(tokens) and (tokens.kind(index + 1) == DIGITS or "numeral" in tokens.classes(index + 1))
    second = None if behind else _inflected(form[1:])  # 12 سيارة ووفاة 3 أشخاص
    return second is not None and second.number == head.number and second.human == head.human and (
        head.tanwin == second.tanwin or second.gender == "f")


def _agrees(tokens: Tokens, head_at: int, index: int, head: NounForm, free: bytearray) -> bool:
    """Whether token `index` is an adjective of the head."""
    if not _plain(tokens, index, free):
        return False
    form, last = tokens.form(index), tokens.form(head_at)
    if form.startswith(ARTICLE) and len(form) > 4:
        return head.definite and (is_adjective(form) or noun_form(form) is None)
    if head.definite:
        return False
    if form.endswith("ه") and head.human and last in (key(head.singular) + "ين", key(head.singular) + "ون"):
        return False  # ستة مدنيين عناية طبية
    if head.human and head.number == "plural" and form.endswith("ي") and form in _nationals():
        return False  # ثلاثة أشخاص: عراقي وسوريان
    if is_adjective(form):
        if head.tanwin:
            return _like_tanwin(form, head)
        if head.number == "plural" and form.endswith("ا") and form[:-1] in _adjectives():
            return False  # 9 جرحى موجها الدعوة
        return not form.endswith("ا") or form in _adjectives()
    if noun_form(form) is not None:
        return False
    if form[0] == "م" and len(form) > 4 and form.endswith("ه") and (head.gender == "f" or head.number == "plural"):
        return True
    if head.tanwin and form.endswith("ا"):
        return len(form) > 4 and not form.endswith(("وا", "ها", "نا", "ما")) and form[0] not in _NO_NISBA
    return form.endswith("ين") and last.endswith("ين") and len(form) > 4


def _like_tanwin(form: str, head: NounForm) -> bool:
    """صوتا مؤيدا, أهدافا عالمية; a feminine behind a single masculine is a name (صوتا سامية)."""
    feminine = head.gender == "m" and head.number == "singular"
    return form.endswith(("ا", "ين") if feminine else ("ا", "ه", "ين")) or form in ("اخر", "اخري")


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """The folded spelling of a unit, to compare two."""
    return bare(fold(word))
