"""What a single word can be inside the naming of a speaker. Words: data/lexicon/actors, lists. Each form is asked once."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from components import lexicon, verbs, words
from components.text.tokens import Tokens

# The classes of data/lexicon/actors; where a form stands in two, the first one counts.
CLASSES = {"actor_unnamed": "title", "actor_title": "title", "actor_body": "body", "actor_document": "document",
           "actor_name": "name", "actor_place": "place"}
ALI = "علي"  # folded, على is the same word
MUNA = "مني"  # as منى and منّي
MADDA = "آ"
HAMZAS = frozenset("أإآ")
OWNERS = ("ها", "هم", "نا", "ه")  # مدربه, زوجها: a noun made definite by whose it is
LONE = {"ل": "prep", "ب": "prep", "ك": "prep", "و": "stop", "ف": "stop"}  # لـ CNN, و الاطلاع
ROOT = 3  # letters
LATIN_END = "\u0250"
FINITE = frozenset(("past", "present", "jussive"))
LINKED = frozenset("بلك")
WHAT = "ما"
NONE: frozenset[str] = frozenset()
FAITH = frozenset(("الدين", "الله"))


class Word(NamedTuple):
    """`kind`: title, body, document, name, place, given, nationality, quantity, joint, noun, verb, the role of a function
    word (that, prep, stop, cue, adverb), or "" for a word not known. `conj`, `prep` are the proclitics cut off, `skip`
    their letters, `article` whether an article was cut, `stem` what is left. `given`: gender of a given name, "-" where
    either, "" where it is none. `common`: the form is an everyday word besides.
    """

    kind: str
    sort: str = ""
    gender: str = ""
    number: str = ""
    conj: bool = False
    prep: str = ""
    article: bool = False
    skip: int = 0
    stem: str = ""
    given: str = ""
    common: bool = False
    owned: bool = False  # with a possessive: مدربه


class _Known(NamedTuple):
    kind: str
    sort: str
    gender: str
    number: str
    definite: bool = False  # written with an article: not ألمانيا, which folds to the same letters


@lru_cache(maxsize=1)
def _table() -> Mapping[str, _Known]:
    """Folded single words of all classes of naming."""
    table: dict[str, _Known] = {}
    entries = lexicon.entries()
    for name, kind in CLASSES.items():
        for entry in entries.get(name, ()):
            form = lexicon.key(entry.form)
            if " " not in form:
                attrs = entry.attrs
                table.setdefault(form, _Known(kind, attrs["sort"], attrs.get("gender", ""), attrs.get("number", "s"),
                                              entry.form.startswith(words.ARTICLE)))
    for form in lexicon.column("quantifiers"):
        table.setdefault(form, _Known("quantity", "", "", ""))
    for form, gender in lexicon.column("nationalities", "gender").items():
        table.setdefault(form, _Known("nationality", "", gender, lexicon.column("nationalities", "number")[form]))
    for name in ("complements", "sayings", "addressees"):
        for form in lexicon.column(name):
            table.setdefault(form, _Known("noun", name, "", ""))
    genders, numbers = lexicon.column("nouns", "gender"), lexicon.column("nouns", "number")
    for form in genders:
        table.setdefault(form, _Known("noun", "", genders[form], "s" if numbers[form] == "singular" else "p"))
    names = lexicon.column("given_names")
    for form in lexicon.column("everyday_words"):
        if form not in names:
            acts = (form.startswith("ي") and len(form) > 3) or form.startswith("تت") or (
                verbs.is_finite(form) and not form.endswith("نا"))
            table.setdefault(form, _Known("verb" if acts else "noun", "everyday", "", ""))
    return table


@lru_cache(maxsize=200_000)
def word(form: str) -> Word:
    """The likeliest reading of a folded form where somebody is named: fewest proclitics first."""
    functions, joints = lexicon.column("np_function_words", "role"), lexicon.column("name_joints")
    table, names = _table(), lexicon.column("given_names", "gender")
    if form in functions:
        return Word(functions[form], stem=form, given=_given(form) if functions[form] == "verb" else "")
    if form in joints:
        return Word("joint", stem=form)
    if form in used("honorific"):
        return Word("noun", article=True, stem=form)
    if len(form) == 1 and form in LONE:
        return Word(LONE[form], stem=form)
    found, weak = None, None
    for skip, clitics, article, rest in words.splits(form):
        known = table.get(rest)
        if known is None and not skip and rest in names and not _office(rest):
            known = _Known("given", "", names[rest], "s", _written(rest).startswith(words.ARTICLE))
        if known is None and clitics in ("و", "ف") and not article and rest in functions:
            return Word(functions[rest], conj=True, skip=skip, stem=rest)
        if known is None and ((rest in names and (skip or not _office(rest))) or (clitics == "و" and rest in joints)):
            known = _Known("given" if rest in names else "joint", "", names.get(rest, ""), "s",
                           rest in names and _written(rest).startswith(words.ARTICLE))
            if article and rest not in names:
                known = None
        if known is not None and article and known.kind == "title" and known.number == "p" and rest[-1] == "ي":
            known = None  # الفلاحي is no construct of فلاحين
        if known is not None and known.kind == "verb" and (article or clitics[-1:] in LINKED):
            known = _Known("noun", "everyday", "", "")  # السيادة
        if known is not None and _fits(clitics, article, known):
            found = _read(form, skip, clitics, article, rest, known)
            if known.sort not in ("outlet_word", "everyday"):
                return found
            weak = weak or found
    if weak is not None:
        owned = _owned(form) if weak.sort == "everyday" else None  # متابعيه
        return owned if owned is not None and owned.kind == "title" else weak
    if finite(form) and not (form.startswith(words.ARTICLE) and len(form) > 5):
        return Word("verb", conj=_joined_verb(form), stem=form)
    found = _owned(form) or _indefinite(form)
    if found is None and form[:1] != "ن" and verbs.is_finite(form):
        return Word("verb", conj=form[0] in "وف" and verbs.is_finite(form[1:]), stem=form)
    if form.startswith(WHAT) and len(form) > 5 and (finite(form[2:]) or verbs.is_finite(form[2:])) and found is None and (
            form not in lexicon.column("family_names")):
        return Word("verb", stem=form)  # ماتداولته, as a badly typed ما تداولته
    return found or _unknown(form)


@lru_cache(maxsize=50_000)
def finite(form: str) -> bool:
    """True where a folded form can be a verb of saying in the past or present, of the third person."""
    return any(phrase.entry.kind == "cue_verb" and phrase.entry.get("part") in FINITE and phrase.entry.get("person") == "3"
               and not (phrase.entry.get("part") == "jussive" and reading.clitics in ("و", "ف"))  # فتوح
               for reading in words.readings(form) for phrase in reading.phrases
               if not (reading.article and reading.clitics))  # not والتواصل


def _office(form: str) -> bool:
    """A given name with article that is an office too: الأمين."""
    known = _table().get(form[2:]) if form.startswith(words.ARTICLE) else None
    return known is not None and known.kind == "title" and known.sort != "people"


def _joined_verb(form: str) -> bool:
    """True where a verb can only be read with و or ف before it: وقال, but not وصف."""
    readings = [reading for reading in words.readings(form)
                if any(phrase.entry.kind == "cue_verb" and phrase.entry.get("part") in FINITE for phrase in reading.phrases)]
    return all(reading.clitics[:1] in ("و", "ف") for reading in readings)


def _owned(form: str) -> Word | None:
    """A known noun with a possessive."""
    for owner in OWNERS:
        if form.endswith(owner) and len(form) > len(owner) + 2:
            for skip, clitics, article, rest in words.splits(form[:-len(owner)]):
                if article:
                    continue
                known = _table().get(rest) or (_table().get(rest[:-1] + "ه") if rest[-1] == "ت" else None)
                if known is not None and known.kind in ("title", "body", "document", "noun") and _fits(clitics, True, known):
                    return _read(form, skip, clitics, True, rest, known)._replace(given="", common=False, owned=True)
    return None


def _indefinite(form: str) -> Word | None:
    """A title or body written as an indefinite accusative: لكن مصدرا حكوميا نفى."""
    for lead in ("", "و", "ل"):
        known = _table().get(form[len(lead):-1]) if form.endswith("ا") and form.startswith(lead) and len(form) > 4 else None
        if known is not None and known.kind in ("title", "body") and not known.definite:
            return _read(form, len(lead), lead, False, form[len(lead):-1], known)._replace(given="", common=False)
    return None


def _given(form: str) -> str:
    names = lexicon.column("given_names", "gender")
    return (names[form] or "-") if form in names else ""


def _fits(clitics: str, article: bool, known: _Known) -> bool:
    """A lone letter before a given name or a place is a preposition only if it is one that stands there."""
    return not clitics or clitics[-1] in "وفبل" or article


def _read(form: str, skip: int, clitics: str, article: bool, rest: str, known: _Known) -> Word:
    whole = form[len(clitics):] if article else rest  # الحبيب as a given name keeps its article
    given = _given(rest) or _given(whole)
    common = bool(given) and (known.kind != "given" or bool(lexicon.column("given_names", "also").get(rest)))
    stem = rest[2:] if known.definite and not article else rest
    if known.kind == "title" and known.number in ("p", "d") and len(stem) > 5 and stem.endswith(("ين", "ان")):
        stem = stem[:-2] + "ون"  # مسؤولين, مسؤولان are one word to compare
    return Word(known.kind, known.sort, known.gender, known.number, clitics[:1] in ("و", "ف"),
                clitics[-1] if clitics and clitics[-1] in LINKED else "", article or known.definite, len(clitics), stem,
                given, common)


def _written(form: str) -> str:
    """The full spelling of a folded given name."""
    return lexicon.column("given_names").get(form, "")


def _unknown(form: str) -> Word:
    """A word of no list: only its article and what stands safely before an article or foreign letters is cut off."""
    if len(form) > 2 and form[0] in "لبوف" and form[1] < LATIN_END:
        return Word("name", conj=form[0] in "وف", prep=form[0] if form[0] in LINKED else "", skip=1, stem=form[1:])
    for lead in ("", "و", "ف", "ب", "وب", "فب", "ك"):
        if form.startswith(lead + words.ARTICLE) and len(form) > len(lead) + 3:
            return Word("", conj=lead[:1] in ("و", "ف"), prep=lead[-1:] if lead[-1:] in LINKED else "", article=True,
                        skip=len(lead), stem=form[len(lead) + 2:])
    for lead in ("لل", "ولل", "فلل"):
        if form.startswith(lead) and len(form) > len(lead) + 2:
            return Word("", conj=lead[0] in "وف", prep="ل", article=True, skip=len(lead) - 1, stem=form[len(lead):])
    return Word("", stem=form)


@lru_cache(maxsize=1)
def _uses() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, uses in lexicon.column("naming_words", "use").items():
        for use in uses.split():
            found.setdefault(use, set()).add(form)
    return {use: frozenset(forms) for use, forms in found.items()}


@lru_cache(maxsize=1_000)  # more than there are uses: each is asked for every word
def used(use: str) -> frozenset[str]:
    """The folded words that lists/naming_words.csv keeps for one use."""
    return _uses().get(use, NONE)


@lru_cache(maxsize=2_000)
def verb_is(lemma: str, use: str) -> bool:
    """True where lists/naming_words.csv keeps the verb for that use: takes_object (أخبر الصحفيين), carrying (نقل عن)."""
    return lexicon.key(lemma) in used(use)


@lru_cache(maxsize=20_000)
def published(form: str) -> bool:
    """A verb of publishing whose object is the document before it: نشره, أصدرته, أعدها."""
    return form.endswith(("ه", "ها")) and form.startswith(tuple(used("published")))


@lru_cache(maxsize=20_000)
def masdar(stem: str) -> bool:
    """True for an unknown stem of the shapes تقليل, إصلاح, اجتماع, انسحاب, استقرار: an action and no name."""
    if len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي" and stem[-1] not in "يه":
        return True
    if len(stem) == 6 and stem[0] == "ا" and stem[4] == "ا":
        return stem[2] == "ت" or stem[1] == "ن"
    return len(stem) > 6 and stem.startswith("است") and stem[-2] == "ا"


@lru_cache(maxsize=20_000)
def happening(stem: str) -> bool:
    """True for a noun, or an unknown stem of a shape of nouns of action: هروب, فرار, تسليم."""
    known = _table().get(stem)
    short = len(stem) == 4 and stem[2] in "وا" and stem[0] not in "اي"
    return masdar(stem) or (known is not None and known.kind == "noun") or (known is None and short)


def acted(stem: str) -> bool:
    """True for a form of three letters that is a verb and the noun of its action: فقد, فتح."""
    return len(stem) == ROOT and (stem in lexicon.column("verbs") or stem in lexicon.column("event_verbs"))


@lru_cache(maxsize=20_000)
def accusative(form: str) -> bool:
    """True for a common noun written with the ending of an indefinite object: متجرا, مقطعا."""
    own = _table().get(form) if form.endswith("ا") and len(form) > 4 else None
    known = _table().get(form[:-1]) if form.endswith("ا") and len(form) > 4 and (
        own is None or own.sort == "everyday") else None
    return known is not None and known.kind in ("noun", "document", "body") and not known.definite


def subject(form: str) -> Word | None:
    """A title in the accusative, as it stands behind أن and لكن, also where the form is an adverb elsewhere: متحدثا باسم."""
    return _indefinite(form)


@lru_cache(maxsize=5_000)
def thing(word: Word) -> bool:
    """A common noun of which the list of nouns does not say that it is human: سؤال, نسخة."""
    human = lexicon.column("nouns", "human")
    return word.kind == "noun" and word.sort in ("", "everyday") and human.get(word.stem, "") != "yes"


def his(tokens: Tokens, index: int, read: Word) -> bool:
    """حليفه is his ally, not حليفة, where the last letter has no dots and the masculine is a title too."""
    token = tokens.tokens[index]
    undotted = tokens.text[token.end - 1] == "ه" and not read.article  # الدكتوره is a desk without dots
    return read.kind == "title" and undotted and word(token.form[:-1]).kind == "title"


def told(word: Word) -> bool:
    """One of those who are usually told: صحفيين, وكالة."""
    return word.stem in lexicon.column("addressees")


def is_name(tokens: Tokens, index: int) -> bool:
    """True for علي where على is not written, and for منى: dots under the last letter tell on most desks."""
    token = tokens.tokens[index]
    undotted = tokens.text[token.end - 1] == "ى"
    return (token.form == ALI and not undotted) or (token.form == MUNA and undotted)


def unit(tokens: Tokens, index: int) -> tuple[Word, int]:
    """The word at token `index`, or the name of several words that begins there, and the token after it."""
    found: Word | tuple[Word, int] | None = tokens.units[index]
    if isinstance(found, Word):
        return found, index + 1
    if found is None:
        found = _unit(tokens, index)
        tokens.units[index] = found[0] if found[1] == index + 1 else found  # a long text has a million units
    return found


def _unit(tokens: Tokens, index: int) -> tuple[Word, int]:
    best, every = None, tokens.tokens
    for place in tokens.opening.get(index, ()):
        if place.kind in CLASSES and place.after > (index + 1 if best is None else best.after) and not (
                place.kind == "actor_body" and place.article
                and not every[index + 1].form.startswith(words.ARTICLE)):  # أكدت الوكالة أنباء …
            best = place
    if best is None:
        start, _, form, _ = every[index]
        if index + 1 < len(every) and every[index + 1].form in FAITH:
            faithful = _of_faith(form)
            if faithful is not None:
                return faithful, index + 2  # فخر الدين, ضيف الله
        found = word(form)
        dotted = found.owned and form[-1] == "ه" and tokens.text[every[index].end - 1] == "ة"
        if dotted and (form in used("knowing") or {found.stem, form} <= lexicon.column("adjectives").keys()):
            return _unknown(form), index + 1  # عسكرية is no soldier of his
        if form[0] == "ا" and tokens.text[start] == MADDA and not _written_so(form):
            given = _given(form)
            return Word("given" if given else "", stem=form, given=given), index + 1  # آلان is not الآن, آثر not إثر
        if found.article and found.kind in ("", "given") and tokens.text[tokens.inner(index, found.skip)] in HAMZAS:
            kind = "verb" if found.kind and verbs.is_finite(form) else ""
            plain = Word(kind, conj=found.conj, prep=found.prep, skip=found.skip, stem=form[found.skip:])
            return plain, index + 1  # ألتون; ألغى is no غي
        return found, index + 1
    attrs, clitics = best.entry.attrs, best.clitics
    stem, article = _long_stem(best.entry.form)
    return Word(CLASSES[best.kind], attrs["sort"], attrs.get("gender", ""), attrs.get("number", "s"),
                clitics[:1] in ("و", "ف"), clitics[-1] if clitics and clitics[-1] in LINKED else "",
                best.article or article, len(clitics), stem), best.after


@lru_cache(maxsize=1_000)
def _of_faith(form: str) -> Word | None:
    """The first word of a given name that ends in الدين or الله, with what is written to it."""
    for lead in ("", "و", "ل", "ول"):
        if form.startswith(lead) and form[len(lead):] in used("of_faith"):
            return Word("given", conj=lead[:1] == "و", prep="ل" if lead[-1:] == "ل" else "", skip=len(lead),
                        stem=form[len(lead):], given="m", gender="m")
    return None


def _written_so(form: str) -> bool:
    """False for a function word that its list does not write with آ."""
    functions = lexicon.column("np_function_words")
    return form not in functions or functions[form].startswith(MADDA)


@lru_cache(maxsize=2_000)
def _long_stem(form: str) -> tuple[str, bool]:
    """The folded words of a name of several words, the first without article, and whether it had one."""
    definite = form.startswith(words.ARTICLE)
    return lexicon.key(form)[2:] if definite else lexicon.key(form), definite
