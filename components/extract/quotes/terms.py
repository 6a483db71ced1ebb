"""Marks without a cue: names, titles, slogans and scare quotes (kind `term`), or a speech that stands alone."""

from collections.abc import Collection, Sequence

from components import lexicon, verbs
from components.extract.quotes.drafts import Draft, draft, pair_content
from components.extract.quotes.ground import COMMAS, VERB, Ground, common, kinds, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.opening_marks import DASHES
from components.extract.quotes.verbs import is_cue
from components.text.tokens import DIGITS, LINE

NAME_WORDS, NAMED = 6, 3
CODE = 4  # words and letters of a code
ACTIVE = 4  # letters of an active participle
ENDS = frozenset(".!")
QUESTION = frozenset("؟?")  # behind another line in marks
COLON_WORDS = 4  # words in marks right behind a colon that are speech whatever stands before it
LINE_WORDS, FREE_WORDS = 3, 6  # words in marks that are speech without a cue: on a line of their own, anywhere


def quoted_words(ground: Ground, first: int, after: int, others: Collection[int] = ()) -> bool:
    """True where the token range holds marks around words of the speaker, not around a name; `others` are the first
    tokens of pairs that are somebody else's."""
    index = ground.next_mark(first)
    while index < after:
        pair = ground.jump[index]
        if index not in others and not name_like(ground, pair):
            return True
        index = ground.next_mark(pair.after if pair.closed else index + 1)
    return False


def personal(ground: Ground, pair: Pair) -> bool:
    """«سامي كرم»: a given name, and names behind it."""
    names = lexicon.column("given_names")
    if not 1 < pair.words < NAME_WORDS + 1 or ground.form(pair.inner) not in names:
        return False
    return all(ground.form(at) in names or ground.form(at) in lexicon.column("family_names")
               for at in range(pair.inner + 1, pair.outer))


def name_like(ground: Ground, pair: Pair) -> bool:
    """True for a name or scare quote by its length, its first words and the noun before it."""
    before = pair.first - 1
    if _code(ground, pair) or personal(ground, pair):
        return True
    if pair.words == 1 and (ground.present_verb(pair.inner) and ground.form(pair.inner).endswith("ون")):
        return False  # الموظفون «يتمارضون»
    if pair.words > 1 and "degree" in whole_kinds(ground.form(pair.outer - 1)):
        return False  # «سيئة للغاية»
    if ground.form(before) == "و" and (other := ground.closers.get(before - 1)) and other.words < NAME_WORDS and (
            pair.words < NAME_WORDS) and _opener(ground, other.first - 1):
        return True  # حركتي «أنا أيضا» و«كفى صمتا»
    known = _with_article(ground, before) or _owned(ground.form(before))
    if _opener(ground, before) and pair.words <= (2 if known else NAME_WORDS):
        if known and ground.clausal(pair):
            return False  # المصنع «لن يغلق»
        # إن القانون «صارم», إن المدرسة «منارة العالم»
        return not (known and ground.complementizer(before - 1)
                    and not _with_article(ground, pair.inner) and not ground.is_word(pair.after))
    if pair.closed and pair.words <= NAME_WORDS and ground.is_a(pair.after, "name_opener") and not (
            _with_article(ground, pair.after) or ground.clausal(pair)) and not ground.is_word(before - 1):
        return True  # و«ماكس أند كو» شركة هولندية
    if pair.words and ground.tokens.kind(pair.inner) == DIGITS:
        return pair.words < 2 and "noun_prep" in whole_kinds(ground.form(before))  # حوالي «100 خبير»; عن «7 أكتوبر»
    if not pair.closed or pair.words == 0:
        return pair.words < 4
    if _places(ground, pair) or _entitled(ground, pair):
        return True
    if pair.words == 1:
        return _single(ground, pair)
    if pair.words > 4:
        return False
    first = ground.form(pair.inner)
    if "place_opener" in kinds(first) and any(_with_article(ground, index) for index in range(pair.inner + 1, pair.outer)):
        return True
    if "org_opener" in kinds(first) or first[0] < "\u0600" or any(
            place.kind == "actor_name" for place in ground.tokens.opening.get(pair.inner, ())):
        return True
    if all("letter_name" in kinds(ground.form(index)) for index in range(pair.inner, pair.outer)):
        return True
    if "feeling" in kinds(first):
        return False  # «القلق العميق»
    articles = sum(_with_article(ground, index) for index in range(pair.inner, pair.outer))
    if articles and ground.repeated(pair):
        return True
    return articles >= pair.words or (articles > 0 and ground.form(before) in COMMAS and _with_article(ground, pair.inner))


def _entitled(ground: Ground, pair: Pair) -> bool:
    """الوزيرة «كيارا موندي»: right behind a title with its article, two or three words that no list knows."""
    before = pair.first - 1
    titled = 1 < pair.words <= NAMED and _with_article(ground, before) and any(
        place.article for place in ground.places(before, "actor_title"))
    return titled and all(ground.is_word(at) and at not in ground.tokens.opening and _foreign(ground.form(at))
                          for at in range(pair.inner, pair.outer))


def _foreign(form: str) -> bool:
    """No word that is known, none with a pronoun at its end, no verb by its shape."""
    return len(form) >= CODE and form[0] not in "يتس" and not form.endswith(("ه", "ها", "هم")) and not (
        common(form) or form.removesuffix("ا") in lexicon.column("adjectives") or verbs.is_finite(form))


def _places(ground: Ground, pair: Pair) -> bool:
    """«البصرة وميسان وذي قار»: a list of places, of which two are known."""
    listed = range(pair.inner, pair.outer)
    return 1 < pair.words <= NAME_WORDS and bool(ground.places(pair.inner, "actor_place")) and any(
        place.clitics == "و" for index in listed for place in ground.places(index, "actor_place")) and not any(
        verbs.is_finite(ground.form(index)) for index in listed)


def _code(ground: Ground, pair: Pair) -> bool:
    """الطائرة «سي 130», الخزان «ج 4»: letters by name or sign, and figures behind them."""
    return 0 < pair.words < CODE and ground.tokens.kind(pair.outer - 1) == DIGITS and all(
        ground.tokens.kind(index) == DIGITS or len(ground.form(index)) == 1
        or "letter_name" in whole_kinds(ground.form(index)) for index in range(pair.inner, pair.outer))


def _owned(form: str) -> str:
    """فيلم of فيلمها, جمعيه of جمعيتها; an empty string where no owner is written to the word."""
    ending = next((ending for ending in ("ها", "هم", "ه") if form.endswith(ending)), "")
    stem = form.removesuffix(ending)
    stem = stem[:-1] + "ه" if stem.endswith("ت") else stem
    return stem if ending and len(stem) > 2 and "name_opener" in kinds(stem) and "name_opener" not in kinds(form) else ""


def _opener(ground: Ground, index: int) -> bool:
    """A word that a name follows, in the dual too, حركتي, and with its owner, فيلمها."""
    form = ground.form(index)
    if _owned(form):
        return True
    dual = form[:-2] + "ه" if form.endswith("تي") else form[:-1] if form.endswith("ي") else form
    return ground.is_a(index, "name_opener") or "name_opener" in kinds(dual)


def _adjective(form: str) -> bool:
    """True for the shapes of صادم, منهار and محزنة."""
    return len(form) > 3 and (form[0] == "م" or form[-1] == "ه" or (form[1] == "ا" and len(form) == ACTIVE))


def _with_article(ground: Ground, index: int) -> bool:
    return ground.form(index).startswith("ال") and len(ground.form(index)) > 3


def _single(ground: Ground, pair: Pair) -> bool:
    """One word in marks: a name, unless it is said of something known (الوضع «مقلق», حكومته «مستقرة»)."""
    before, word = pair.first - 1, ground.form(pair.inner)
    if word[0] < "\u0600":
        return True
    if "feeling" in kinds(word) or (word[0] == "ب" and (verbs.is_finite(ground.form(before)) or any(
            place.entry["part"] != "masdar" for place in ground.places(before, VERB)))):
        return False  # علم «بانشغال»
    if _with_article(ground, pair.inner):
        return True
    if "copula" in kinds(ground.form(before)) or common(word):
        return False
    if _adjective(word) and not _with_article(ground, before) and (
            common(ground.form(before)) or ground.places(before, "actor_place")):
        return False  # مزاعم «محزنة»; رد مدريد «معقول»
    token = ground.tokens.tokens[before] if before >= 0 else None
    owned = token is not None and len(token.form) > 3 and (
        ground.tokens.text[token.end - 1] == "ه" or token.form.endswith(("ها", "هم")))
    return not (owned or _with_article(ground, before))


def terms(ground: Ground, taken: Collection[int], mixed: Collection[tuple[int, int]]) -> list[Draft]:
    """Pairs that no speech took; `taken` are first tokens of pairs, `mixed` token ranges of mixed clauses."""
    found = []
    spans = sorted(mixed)
    at = 0
    for pair in ground.paired.pairs:
        if pair.first in taken or not (content := pair_content(ground, pair)):
            continue
        while at < len(spans) and spans[at][1] <= pair.first:
            at += 1
        if at < len(spans) and spans[at][0] <= pair.first and not name_like(ground, pair):
            continue
        if pair.words == 1 and ground.places(pair.inner, "time_weekday") and ground.places(pair.first - 1, "time_day"):
            continue  # اليوم "الاثنين"
        found.append(draft(ground, *content, "term", "quote.term", 0.7, pair=pair))
    return found


def free_marks(ground: Ground, pairs: Collection[int], made: Sequence[Draft]) -> list[Draft]:
    """A sentence of marks alone, with no cue beside it, is speech of whoever spoke last."""
    found = []
    taken = bytearray(len(ground.tokens) + 1)
    for each in made:
        taken[each.first:each.after] = b"\x01" * (each.after - each.first)
    for pair in (*ground.paired.pairs, *(pair for pair in ground.paired.unclosed if ground.opens_line(pair.first))):
        if pair.first in pairs or taken[pair.first] or pair.words < LINE_WORDS:
            continue
        if not pair.closed:
            if pair.words >= FREE_WORDS and ground.opens_line(pair.outer + 1):  # the next paragraph of the speech opens too
                words = ground.trimmed(pair.inner, pair.outer)
                found.append(draft(ground, *words, "direct", "quote.marks_alone", 0.5, pair=pair))
            continue
        if not (content := pair_content(ground, pair)):
            continue
        begin, end = ground.unit(pair.first)
        edge = ground.trimmed(begin, end)
        alone_here = edge[0] == pair.first and edge[1] in (pair.after, pair.after - 1)
        if pair.words < FREE_WORDS:
            alone_here = alone_here and (_line(ground, pair) or _resumed(ground, pair, made))
        signed = _signed(ground, pair, end)
        if room := _thus(ground, pair):
            found.append(draft(ground, *content, "direct", "quote.marks_alone", 0.6, pair=pair, order="colon", room=room))
        elif signed:
            found.append(draft(ground, *content, "direct", "quote.marks_alone", 0.6, pair=pair, order="colon",
                               room=(pair.after + 1, signed)))
        elif pair.words >= COLON_WORDS - 1 and "topic" in whole_kinds(ground.form(edge[0])) and (
                ground.form(pair.first - 1) == ":"):
            found.append(draft(ground, *content, "direct", "quote.marks_alone", 0.6, pair=pair))  # وعن الملعب: «…»
        elif pair.words >= COLON_WORDS - 1 and _led_in(ground, begin, pair):
            found.append(draft(ground, *content, "direct", "quote.marks_alone", 0.6, pair=pair, order="speaker_first",
                               room=(begin, pair.first - 1)))
        elif alone_here or (pair.words >= 9 and not ground.is_a(pair.first - 1, "name_opener") and not (
                ground.is_a(pair.first - 1, "title_opener"))):
            found.append(draft(ground, *content, "direct", "quote.marks_alone", 0.6, pair=pair))
    return found


def _led_in(ground: Ground, begin: int, pair: Pair) -> bool:
    """آتحدث المدرب ياسر بعد المباراة: «أنا فخور باللاعبين»: a clause in marks right behind a colon, whatever stands before
    it; not فيلم بعنوان: «…», عبارة كتبت عليه: «…»."""
    colon = pair.first - 1
    if pair.first - 1 > begin and _sworn(ground, pair):
        return True
    leads = begin < colon and ground.form(colon) == ":" and not ground.is_a(colon - 1, "title_opener")
    leads = leads and pair.words >= COLON_WORDS
    return leads and ground.clausal(pair) and all(
        is_cue(ground, index) for index in range(begin, colon) if index in ground.cue_tokens)


def _signed(ground: Ground, pair: Pair, end: int) -> int:
    """«لقد قاتلوا حتى النهاية» - المدرب سامي كرم: the token behind a name that signs marks, to the end of their sentence; 0
    where none does."""
    last = ground.trimmed(pair.after, end)[1]
    named = any(place.kind in ("actor_title", "actor_name") and not place.clitics
                for place in ground.tokens.opening.get(pair.after + 1, ()))
    given = ground.form(pair.after + 1) in lexicon.column("given_names")
    return last if ground.form(pair.after) in DASHES and (named or given) and pair.words >= COLON_WORDS and (
        last - pair.after <= NAME_WORDS + 1) else 0


def _thus(ground: Ground, pair: Pair) -> tuple[int, int] | None:
    """«لن نعود إلى الوراء».. هكذا اختصر المدرب الموسم: the tokens behind the verb of a clause that points back to marks
    at the head of a sentence."""
    at = pair.after
    if pair.first != ground.unit(pair.first)[0]:
        return None
    while ground.form(at) in COMMAS | ENDS:
        at += 1
    begin = at
    while "thus" in whole_kinds(ground.form(at)) and not whole_kinds(ground.form(at)) & {"spoken", "relative"}:
        at += 1
    end = ground.unit(at)[1] if at < len(ground.tokens) else at
    end = next((index for index in range(at + 1, end) if "own_words" in whole_kinds(ground.form(index))), end)
    return (at + 1, end) if begin < at < end - 1 and ground.has_past(at, at + 1) else None


def _sworn(ground: Ground, pair: Pair) -> bool:
    """قدم وعدا «بعدم بيع أي لاعب», حلف «بأنه لم ير السيارة», «إننا نأمل …» behind a comma: no name begins so."""
    first = ground.form(pair.inner)
    if "copula" in whole_kinds(ground.form(pair.first - 1)) or len(ground.form(pair.first - 1)) == 2:
        return False  # ما ينتظره هو «أن يتبنى خطة»
    if ground.form(pair.first - 1) in COMMAS and pair.words > COLON_WORDS and first in lexicon.column("own_voice"):
        return True
    return "sworn" in whole_kinds(first) or ((opener := ground.complementizer(pair.inner)) is not None and (
        opener.clitics == "ب" or ground.present_verb(pair.inner + 1)))


def _resumed(ground: Ground, pair: Pair, made: Sequence[Draft]) -> bool:
    """«كنت خائفة»، تقول سارة. «لكنني نجوت»: a sentence of marks behind one whose speech stands before its cue goes on."""
    number = ground.unit_of[pair.first]
    if number == 0 or ground.tokens.kind(pair.first - 1) == LINE:
        return False
    first, after = ground.units[number - 1]
    return any(each.pair is not None and first <= each.first < after and each.speech.cue_first > each.first for each in made)


def _line(ground: Ground, pair: Pair) -> bool:
    """True where a pair is a whole line, below the first, that ends as a statement, «لم نستسلم قط.», or goes on with a line
    of marks."""
    after = pair.after + (ground.form(pair.after) in ENDS)
    stopped = after > pair.after or ground.form(pair.outer - 1) in ENDS
    if pair.first - 2 in ground.closers and (ground.clausal(pair) or ground.form(pair.outer - 1) in QUESTION):
        stopped = True
    return stopped and ground.tokens.kind(pair.first - 1) == LINE and (
        after >= len(ground.tokens) or ground.tokens.kind(after) == LINE)
