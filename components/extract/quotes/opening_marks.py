"""Whether the marks behind a cue hold its speech, or a name on the way to it."""

from components import lexicon
from components.extract.quotes.ground import ATTRIBUTION, COMMAS, PHRASE, SPOKEN_LONG, VERB, Ground, kinds, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.nearer import blocks
from components.extract.quotes.verbs import MANNER, SPOKEN, finite, preps
from components.text.tokens import Place

NAMED_LONG = 7  # words: a name in marks is shorter
PLACED_LONG = 3  # behind في كلمة, في بيان
HEADLINES = 2  # units of a text that may be headlines
SUBJECT = 14  # tokens of a subject before the few words that it said
LATE, FAR = 20, 45  # tokens behind a few words in marks, and behind one word, in which the speech may open
SECOND = 2  # tokens of a clause that goes on behind its marks
NEEDS_OBJECT = frozenset({"marks", "person", "asks_of", "demands", "calls", "prepositional"})
ENDS = frozenset(".؟!")
DASHES = frozenset("-–—")


def bare_clause(ground: Ground, place: Place, pair: Pair) -> bool:
    """السويد تقول «من الصعب» خفض الضرائب: a headline without إن whose clause begins in marks and runs on behind them."""
    end = ground.unit(place.first)[1]
    return ("plain" in place.entry.uses and place.kind == VERB and place.entry["part"] == "present" and not place.clitics
            and pair.closed and pair.first == place.after and pair.words < SPOKEN_LONG and ground.is_word(pair.after)
            and end - pair.after > SECOND and ground.form(end - 1) not in ENDS and not blocks(ground, pair.after)
            and ground.unit_of[place.first] < HEADLINES)


def opens_speech(ground: Ground, pair: Pair, place: Place, stop: int) -> bool:
    """True where the marks behind a cue hold its speech, not a name on the way to it."""
    use, before = place.entry.uses, pair.first - 1
    if before > place.after and ground.form(before) in COMMAS and ground.form(before - 1) in preps(place.entry):
        before -= 1  # وشدد على، «ضرورة …»
    form, adjacent = ground.form(before), before < place.after
    if form == ":" or (form in DASHES and use & SPOKEN):
        return True
    if place.kind == PHRASE:
        return not place.entry.get("doc") or pair.words >= SPOKEN_LONG
    if adjacent and use <= NEEDS_OBJECT and pair.words < SPOKEN_LONG and ground.places(pair.inner, "actor_title") and (
            form not in preps(place.entry) and not ground.clausal(pair)):
        return False  # وناشد «المتحدث باسم المطار»، المسافرين
    if not use & MANNER and "relative" in whole_kinds(ground.form(pair.inner)) and _his_words(ground, pair):
        return False  # وشكر اللاعبين «الذين قاتلوا حتى النهاية»، على حد قوله
    if "calls" in use and "spoken_an" in whole_kinds(ground.form(pair.inner)) and not ground.complementizer(before):
        return True  # داعيا الناس قبل ساعة «ألا يضيعوا الفرصة»
    if ground.complementizer(before) or _named(ground, pair, adjacent):
        return False  # another word's أن, a name on the way
    own = preps(place.entry)
    if (not adjacent and form in own) or (form not in own and "ب" in own and ground.form(pair.inner)[:1] == "ب"):
        return not _later(ground, pair, stop)
    if adjacent and "describes" in use and _passive(ground, place):
        return False  # تغريدات اعتبرت «مسيئة»
    if "accuses" in use and pair.words == 1 and not adjacent and form not in ("ب", "بال"):
        return False  # واتهمته بدعم «العنف»
    if "describes" in use and (place.entry["pronoun"] or form in ("ب", "بال") or (
            place.entry["part"] == "participle" and (before == place.after or form.startswith("ايا")))):
        return not _later(ground, pair, stop)
    if pair.words >= SPOKEN_LONG and "carries" in use:
        return True  # نقلت الوكالة عن المحكمة «…»
    told = pair.words >= SPOKEN_LONG and ground.clausal(pair) and "prepositional" in use  # تحدث عن طريقين «الأول أننا …»
    if not use & MANNER and not told and any(_begins(ground.form(each), own) for each in range(place.after, before + 1)):
        return False  # the marks stand inside a masdar phrase: تلتزم بتقديم «…»
    if not use & SPOKEN and not (adjacent and "calls" in use):
        return False
    if ground.is_a(before, "title_opener") and pair.closed:
        return False  # تحت عنوان «…»
    if not adjacent and whole_kinds(form) & {"noun_prep", "opener_prep"} and (
            pair.words < NAMED_LONG or ("opener_prep" in whole_kinds(form) and before > place.after)):
        return False  # دراسة حول «…»
    if pair.words >= SPOKEN_LONG:
        return True
    clausal = ground.clausal(pair)
    goes_on = bool({place.first - 1, place.first - 2} & ground.closers.keys())  # «…»، قال سامر، «…»
    behind = clausal and form in COMMAS and not goes_on
    if (len(form) == 1 and not behind) or not (adjacent or "says" in use or "reports" in use):
        return False
    named = "org_opener" in kinds(ground.form(pair.inner)) and not clausal
    if named or (pair.words == 1 and "says" not in use and not clausal) or _later(ground, pair, stop):
        return False
    return _complete(ground, pair, place, stop, adjacent)


def _his_words(ground: Ground, pair: Pair) -> bool:
    """True where على حد قوله stands behind the marks and a comma."""
    behind = pair.after + (ground.form(pair.after) in COMMAS)
    return pair.closed and any(place.entry["takes"] == "owned" for place in ground.places(behind, ATTRIBUTION))


def _passive(ground: Ground, place: Place) -> bool:
    """True for a verb of describing with no object written to it, right behind an indefinite noun in the feminine."""
    entry, before = place.entry, ground.form(place.first - 1)
    return (finite(place) and not entry["pronoun"] and not place.clitics and entry["gender"] == "f"
            and len(before) > 3 and before.endswith(("ه", "ات")) and not before.startswith("ال"))


def _begins(form: str, own: frozenset[str]) -> bool:
    return form in own or ("ب" in own and form[:1] == "ب" and len(form) > 3)


def _named(ground: Ground, pair: Pair, adjacent: bool) -> bool:
    before = pair.first - 1
    if adjacent:
        return False
    if ground.is_a(before, "saying_place"):
        return pair.words == 1 or (pair.words < PLACED_LONG and not ground.clausal(pair))  # مؤتمر «سيدر»
    if not ground.is_a(before, "name_opener"):
        return False
    definite = ground.form(before).startswith(("ال", "لل"))  # قالت للإذاعة «كنا نبكي»; not لإذاعة «صباح الخير»
    return pair.words < NAMED_LONG and not (definite and ground.clausal(pair))


def _complete(ground: Ground, pair: Pair, place: Place, stop: int, adjacent: bool) -> bool:
    """True where so few words in marks are a speech: by their end mark, their verb, or as nothing follows them."""
    if ground.form(pair.outer - 1) in ENDS or ground.form(pair.first - 1) in COMMAS:
        return True
    first = ground.form(pair.inner)
    if pair.words > 2 and ("spoken" in whole_kinds(first) or (len(first) > 2 and first[0] in "ين") or (
            adjacent and place.entry["part"] == "participle")):
        return True
    ends = pair.after >= stop or not ground.is_word(pair.after)
    if ground.clausal(pair) and (ends or "speaks" in place.entry.uses):
        return True
    told = "speaks" in place.entry.uses and pair.first - place.after < SUBJECT and not _likened(ground, pair.first - 1)
    return ends and (adjacent or pair.words > 3 or told)


def _likened(ground: Ground, index: int) -> bool:
    """بمثابة «…», بصوت «…»: an indefinite noun behind ب, to which the words in marks belong; not قال بايدن, where what is
    left without ب is no word."""
    form = ground.form(index)
    if form in lexicon.column("given_names") or form in lexicon.column("family_names"):
        return False  # قالت باسيل
    known = any(form[1:] in lexicon.column(name) for name in ("nouns", "everyday_words", "adjectives"))
    return form[0] == "ب" and known and len(form) > 3 and form[1:3] != "ال" and not ground.places(index, "actor_name")


def _later(ground: Ground, pair: Pair, stop: int) -> bool:
    """True where a complementizer, a colon or longer marks follow a short pair."""
    if not pair.closed or pair.words >= SPOKEN_LONG:
        return False
    for index in range(pair.after, min(stop, pair.after + (LATE if pair.words > 1 else FAR))):
        other = ground.jump.get(index)
        own = ground.complementizer(index) and "an_owner" not in whole_kinds(ground.form(index - 1)) and (
            index == pair.after or not ground.places(index - 1, VERB))
        if own or ground.form(index) == ":" or (other and other.words >= SPOKEN_LONG):
            return True
        if blocks(ground, index):
            return False
    return False
