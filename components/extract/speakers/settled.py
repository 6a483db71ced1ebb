"""Words that one article shows to be something else than they mostly are: given names that are nouns, relatives, verbs."""

from components import lexicon
from components.extract.speakers.lexemes import FINITE, Word, finite, unit, used
from components.text.tokens import WORD, Tokens
from components.words import ARTICLE

JADDA = "جده"  # جدة, folded: the town, or a grandmother
AMR = "امر"  # أمر, folded as آمر is
ABI = "ابي"  # آبي, folded as أبي is
IMAM, BELOW = "امام", "إ"  # إمام, folded as أمام is
MADDA = "آ"
HER = "ها"
MOTHER = "ام"  # أم, folded
NAMED = 6  # tokens of a name and its verb before the participle
LEAST = 3  # letters of a word from which no letter is cut


def settle(tokens: Tokens) -> None:
    """What the words around it make of a form is kept for the rest of the reading."""
    _settle_known(tokens)
    _settle_surnames(tokens)


def _settle_known(tokens: Tokens) -> None:
    """Nouns that are given names, جدة and أمر."""
    forms = tokens.distinct
    sons = used("son") & forms
    for index in range(len(tokens) - 2 if sons else 0):
        if tokens.form(index + 1) in sons:
            _settle_father(tokens, index)
    if not forms.isdisjoint((JADDA, AMR, ABI, IMAM)):
        for index in range(len(tokens) - 1):
            form = tokens.form(index)
            if form == IMAM and tokens.text[tokens.tokens[index].start] == BELOW:
                _settle_imam(tokens, index)
            if form == ABI and tokens.text[tokens.tokens[index].start] == MADDA:
                tokens.units[index] = Word("given", gender="m", number="s", stem=form, given="m"), index + 1  # شينزو آبي
            if form == JADDA and _of_people(tokens, index):
                tokens.units[index] = Word("title", sort="people", gender="f", number="s", stem=form), index + 1
            elif form == AMR and tokens.text[tokens.tokens[index].start] != MADDA and _leads(tokens, index):
                tokens.units[index] = Word("verb", stem=form), index + 1
    for place in tokens.places.get("cue_verb", ()):
        if place.entry.get("part") == "participle" and not place.clitics:
            _settle_commented(tokens, place.first)
        if place.entry.get("part") in FINITE and not place.entry.get("pronoun") and place.after < len(tokens) - 1:
            _settle_first(tokens, place.after)


def _settle_imam(tokens: Tokens, index: int) -> None:
    """إمام المسجد is an office, in الشيخ إمام محمود it is a name; written with its hamza it is no أمام."""
    before, behind = unit(tokens, index - 1)[0] if index else Word(""), unit(tokens, index + 1)[0]
    if tokens.form(index + 1).startswith(ARTICLE) and not before.given:
        tokens.units[index] = Word("title", sort="office", gender="m", number="s", stem=tokens.form(index)), index + 1
    elif before.kind == "title" and before.article and behind.given and not (behind.conj or behind.prep):
        tokens.units[index] = Word("given", gender="m", number="s", stem=tokens.form(index), given="m"), index + 1


def _settle_commented(tokens: Tokens, index: int) -> None:
    """وعقب بوتن قائلا: the verb, where only a name stands before the participle of saying; not عقب لقاء الوزير، قائلا."""
    for at in range(index - 2, max(index - NAMED, -1), -1):
        if tokens.kind(at) != WORD or tokens.kind(at + 1) != WORD:
            return
        if tokens.form(at) in used("comments"):
            word, _ = unit(tokens, at + 1)
            if (word.given or word.kind in ("", "title")) and not (word.prep or word.conj or word.owned):
                tokens.units[at] = Word("verb", conj=tokens.form(at)[0] == "و", stem=tokens.form(at)), at + 1
            return


def _settle_father(tokens: Tokens, index: int) -> None:
    """عيد ولد أمبارك, المختار ولد بابه: a noun or an office that is a given name too, before whose son he is."""
    if tokens.kind(index) != WORD or tokens.kind(index + 2) != WORD:
        return
    word, son = unit(tokens, index)[0], unit(tokens, index + 2)[0]
    held = word.kind == "title" and tokens.form(index + 1) not in used("dropped")  # not الأمير بن طلال
    plain = (held or word.kind == "noun") and word.given and not (word.conj or word.prep or word.owned)
    if plain and son.kind in ("", "given", "joint", "noun", "name") and not (son.conj or son.prep):
        tokens.units[index] = Word("given", gender="m", stem=tokens.form(index), given="m"), index + 1


def _settle_first(tokens: Tokens, index: int) -> None:
    """قال المولود قاسمي، رئيس …: a noun with article that is a given name too, between a verb of saying and a name that no
    other word follows."""
    if tokens.kind(index) != WORD or tokens.kind(index + 1) != WORD:
        return
    word, name = unit(tokens, index)[0], unit(tokens, index + 1)[0]
    plain = word.kind == "noun" and word.article and word.given and not (word.conj or word.prep or word.owned)
    if not plain or name.kind not in ("given", "joint") or name.article or name.conj or name.prep:
        return
    after = index + 2
    over = name.kind == "joint" or after >= len(tokens) or tokens.kind(after) != WORD or (
        unit(tokens, after)[0].kind in ("that", "title"))
    if over:
        tokens.units[index] = Word("given", gender="m", stem=tokens.form(index), given="m"), index + 1


def _of_people(tokens: Tokens, index: int) -> bool:
    """True for جدة before one of whom somebody is the grandmother, where no preposition makes it the town."""
    if tokens.kind(index + 1) != WORD or (index and tokens.kind(index - 1) == WORD and (
            unit(tokens, index - 1)[0].kind == "prep")):
        return False
    behind = unit(tokens, index + 1)[0]
    return behind.kind == "title" and behind.sort == "people" and behind.article and not (behind.conj or behind.prep)


def _leads(tokens: Tokens, index: int) -> bool:
    """أمر الوالي بإغلاق السوق: the verb, at the head of its clause and before who gives the order."""
    if tokens.kind(index + 1) != WORD:
        return False
    behind = unit(tokens, index + 1)[0]
    named = behind.kind in ("title", "name") and not (behind.conj or behind.prep)
    first = index == 0 or tokens.kind(index - 1) != WORD or unit(tokens, index - 1)[0].kind in ("stop", "adverb", "cue")
    return named and first


def _settle_surnames(tokens: Tokens) -> None:
    """Words of no list that stand behind a given name somewhere in the article are names wherever they stand: in جون والاس
    no و is cut off, nor in قال والاس further on."""
    given, found = lexicon.column("given_names"), set()
    said = {place.after for place in tokens.places.get("cue_verb", ()) if place.entry.get("part") in FINITE}
    subjects = {tokens.form(index) for index in said if index < len(tokens)}
    for index, token in enumerate(tokens.tokens[:-1]):
        if token.form not in given or tokens.kind(index + 1) != WORD or tokens.form(index + 1)[0] not in "ولبف":
            continue
        word, behind = unit(tokens, index)[0], unit(tokens, index + 1)[0]
        sure = not word.common or (index in said and behind.conj)  # أعلن لوك والتون
        plain = word.kind == "given" and sure and not word.article
        named = not behind.kind or (behind.prep == "ب" and behind.given and tokens.form(index + 1) in subjects)
        if plain and named and (behind.conj or behind.prep):  # سارة بالين, where وصفت بالين stands too
            found.add(tokens.form(index + 1))
    found |= {token.form for index, token in enumerate(tokens.tokens) if token.form[0] == "و" and len(token.form) > LEAST
              and index and _no_conjunction(tokens, index)}
    _settle_mothers(tokens)
    families = lexicon.column("family_names")
    found |= {form for form in subjects if form[0] == "ف" and form[1:] in given and form not in given}  # وأخبرت فورد
    found |= {token.form for index, token in enumerate(tokens.tokens) if token.form[0] == "ب" and index
              and token.form in families and _according(tokens, index - 1)}
    for index, token in enumerate(tokens.tokens if found else ()):
        if token.form in found:
            tokens.units[index] = Word("", stem=token.form), index + 1


def _settle_mothers(tokens: Tokens) -> None:
    """قالت أم خالد: a woman called by her son, where أم can join nothing: behind a feminine verb of saying, a woman's title,
    أن or عن."""
    for index in range(1, len(tokens) - 1):
        if tokens.form(index) != MOTHER or tokens.kind(index - 1) != WORD or tokens.kind(index + 1) != WORD:
            continue
        before, son = tokens.form(index - 1), unit(tokens, index + 1)[0]
        title = unit(tokens, index - 1)[0]
        stem = before.removesuffix(HER)  # كلمات قالتها أم سالم
        told = (finite(before) or title.kind == "verb") and (stem[-1:] == "ت" or before.lstrip("وف")[:1] == "ت")
        leads = told or (title.kind == "title" and title.gender == "f") or title.kind == "that" or title.stem == "عن"
        if leads and son.given and not (son.conj or son.prep):
            tokens.units[index] = Word("joint", gender="f", stem=MOTHER), index + 1


def _according(tokens: Tokens, index: int) -> bool:
    """True for a preposition, behind which no other stands: وفق بالحاج."""
    return tokens.kind(index) == WORD and unit(tokens, index)[0].kind == "prep" and len(tokens.form(index)) > 1


def _no_conjunction(tokens: Tokens, index: int) -> bool:
    """True behind a preposition, where no و can stand that joins: على وايد سيمز."""
    if tokens.kind(index) != WORD or tokens.kind(index - 1) != WORD or unit(tokens, index - 1)[0].kind != "prep":
        return False
    word, before = unit(tokens, index)[0], unit(tokens, index - 1)[0]
    plain = word.conj and not word.article and not word.prep and (not word.kind or bool(word.given))
    return plain and before.stem not in used("pronoun") and not before.conj
