"""Where a reported clause ends: at the next cue, a turn of the narrator, a trailing attribution, or the sentence's end."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from components import lexicon, verbs
from components.extract.quotes.attribution import Attributed
from components.extract.quotes.cues import Said
from components.extract.quotes.ground import ATTRIBUTION, COMMAS, NARRATOR, VERB, Ground, common, whole_kinds
from components.extract.quotes.nearer import spelled_out
from components.extract.quotes.silences import declined, silences
from components.extract.quotes.verbs import TURNING, adverbial, finite, homograph, is_cue, preps
from components.text.tokens import LINE, STOPS, WORD, Place

TURN = 10  # tokens from the narrator's but to the cue, its speaker between them
ADDED_TO = 2  # tokens of who adds to something
OBJECT = 6  # tokens of whom a participle turns to: داعية أصحاب المحال إلى
SAYING = frozenset({"says", "reports", "calls", "voices"})  # not the predicates: بقيت ملتزمة بالاتفاق
OCCASION = "occasion"
TANWIN = "\u064b"
NAME = 4  # tokens of a source
BOUND = frozenset({"relative", "negation", "hal", "bare_turn", "auxiliary", "copula", "verbal", "an_owner"})
OTHERS = 40  # tokens of a relative clause in which another party speaks
LISTED = 16  # tokens of a subject of several nouns
LAST = 16  # tokens of the narrator at the end of a sentence
LONGEST = 260  # tokens; a clause that runs on longer is no clause


def cuts(ground: Ground, saids: Sequence[Said], attributions: Sequence[Attributed]) -> Sequence[int]:
    """The tokens at which a clause that reaches them ends (the word of the narrator before a cue counts), in text order."""
    found: set[int] = set()
    inner: set[int] = set()
    for number, said in enumerate(saids):
        if number and "finds" in said.entry.uses and said.entry["lemma"] == saids[number - 1].entry["lemma"] and (
                not said.place.clitics and said.opening.room_end == said.after):
            inner.add(said.first)
            continue  # التقرير يظهر أن …، لكنه يظهر أن: still the outer speech
        if said.entry.get("pronoun") and said.place.clitics == "و" and "person" in said.entry.uses and (
                said.first > ground.unit(said.first)[0] and ground.is_word(said.first - 1)):
            inner.add(said.first)
            continue  # أن الرجل سقط وأخبرها أنه: joined without a comma
        if _goes_on_inside(ground, said, saids[number - 1] if number else None):
            inner.add(said.first)
            continue
        begin = min(_turn(ground, said.first), topic(ground, said))
        if said.form == "participle" and any(
                finite(place) and place.clitics == "و" for place in ground.places(said.first - 1, VERB)):
            begin = min(begin, said.first - 1)  # واستدركت مؤكدة أن
        if begin == said.first and not (said.form == "finite" and said.place.clitics):
            begin = _contrast(ground, said.first)
        if said.form == "finite" and _others(ground, said):
            begin = said.first - 1
        then = said.place.clitics == "ل" and ground.form(said.first - 1) in COMMAS  # ، ليرد عليه القاضي «…»
        if number and ground.form(said.first - 1) in COMMAS and spelled_out(ground, saids[number - 1].place):
            then = True  # وتعليقا على ما ذكره الوزير بأن السوق مغلق، قال النائب
        if said.form == "participle" or begin < said.first or said.place.clitics[:1] in ("و", "ف") or then:
            found.add(begin)
    for place in ground.tokens.places.get(VERB, ()):
        if place.first not in found and not ground.inside[place.first] and place.first not in inner and (
                _turns(ground, place)):
            begin = _turn(ground, place.first)
            found.add(begin)
        elif (begin := _answers(ground, place)) or (begin := _told_by(ground, place)):
            found.add(begin)
    found.update(silences(ground, saids))
    found.update(declined(ground))
    found.update(_acts(ground, saids))
    found.update(_manners(ground))
    for place in ground.tokens.places.get(NARRATOR, ()):
        if place.entry["turn"] == "aside" and _aside(ground, place):
            found.add(place.first)
    for place in ground.tokens.places.get(OCCASION, ()):
        if not place.clitics and ground.form(place.first - 1) in COMMAS and _last(ground, place.after):
            found.add(place.first)
    for attributed in attributions:
        if attributed.position == "final" and (begin := _also(ground, attributed.first)):
            found.add(begin)
        if begin := but_quoted(ground, attributed.first):
            found.add(begin)
        if attributed.position != "initial" and not _runs_on(ground, attributed):
            found.add(attributed.first)
    return sorted(found)


def _goes_on_inside(ground: Ground, said: Said, before: Said | None) -> bool:
    """أن آخرين يجيبونه خلال دقائق ويقولون له «…»: a present joined without a comma to another in the clause of a past."""
    if before is None or said.form != "finite" or said.place.clitics != "و" or said.entry["part"] != "present" or (
            not ground.is_word(said.first - 1) or before.opening.how != "clause" or before.entry["part"] != "past"):
        return False
    return any(ground.present_verb(index) for index in range(max(before.opening.content, said.first - TURN), said.first))


def topic(ground: Ground, said: Said) -> int:
    """، وعن الهدف الملغى قال: …: where what the next speech is about begins, else the cue itself."""
    entry = said.place.entry
    if said.form == "finite" and not said.place.clitics and entry["part"] == "past" and "says" in entry.uses:
        form, kind = ground.form, ground.tokens.kind
        for index in range(said.first - 2, max(said.first - TURN, ground.unit(said.first)[0] - 1), -1):
            if "topic" in whole_kinds(form(index)) and kind(index - 1) != WORD:
                return index
            if kind(index) != WORD or index in ground.cue_tokens:
                break
    return said.first


def _others(ground: Ground, said: Said) -> bool:
    """إن القتال توقف بعد انسحاب الثوار، الذين قالوا إنهم …: to the end of the sentence another party speaks."""
    end = ground.unit(said.first)[1]
    return ("relative" in whole_kinds(ground.form(said.first - 1)) and ground.form(said.first - 2) in COMMAS
            and "plain" in said.entry.uses and said.entry["number"] == "p" and end - said.first <= OTHERS
            and not any(ground.form(index) in COMMAS for index in range(said.first, end)))


def _also(ground: Ground, first: int) -> int:
    """قالت الوكالة إن أربعة قتلوا، كما جرح المئات وفق الوزارة: where the clause begins that has a source of its own."""
    for index in range(first - 1, max(first - TURN, 1), -1):
        if ground.form(index) in COMMAS:
            return index + 1 if ground.also(index + 1) else 0
    return 0


def but_quoted(ground: Ground, first: int) -> int:
    """أن السفينة جاهزة، ولكنه «لم يكشف كل شيء» وفقا للخبير: where the but begins whose words in marks another source said; 0
    where none does."""
    pair = ground.closers.get(first - 1)
    if pair is None or not ground.clausal(pair) or ground.form(pair.first - 2) not in COMMAS:
        return 0
    but = any(place.entry.get("contrast") for place in ground.places(pair.first - 1, NARRATOR))
    return pair.first - 1 if but else 0


def _manners(ground: Ground) -> Iterator[int]:
    """أن الدول «تريد مكانة الحليف»، مستعيدًا كلمته: how somebody said what stands in marks is the narrator's."""
    for pair in ground.paired.pairs:
        if ground.form(pair.after) not in COMMAS or not ground.is_word(pair.after + 1):
            continue
        start, end, form, _ = ground.tokens.tokens[pair.after + 1]
        if form[0] == "م" and form[-1] == "ا" and TANWIN in ground.tokens.text[start:end]:
            yield pair.after + 1


def _acts(ground: Ground, saids: Sequence[Said]) -> Iterator[int]:
    """، شاكرا الداعمين; ، محملا الوزارة المسؤولية: what a speaker does by speaking is the narrator's word, if the participle
    has the gender of the cue; not محملا بالأخشاب."""
    acts = {form for form in ground.tokens.distinct if "act" in whole_kinds(form)}
    firsts = [said.first for said in saids] if acts else []
    for index in (index for index, token in enumerate(ground.tokens.tokens) if acts and token.form in acts):
        at = bisect_left(firsts, index) - 1
        if at < 0 or ground.form(index - 1) not in COMMAS or firsts[at] < ground.unit(index)[0] or (
                ground.form(index + 1)[:1] == "ب" and ground.form(index + 1) not in lexicon.column("given_names")):
            continue
        if ground.form(index).endswith("ين"):
            if saids[at].entry.get("number") == "p" or ground.form(saids[at].after).endswith("ون"):
                yield index  # قال المتظاهرون إن …، محملين
            continue
        feminine = ground.form(index)[-1] == "ه"
        if saids[at].entry.get("gender", "") in ("", "f" if feminine else "m"):
            yield index


def _runs_on(ground: Ground, source: Attributed) -> bool:
    """تم اختيار إسبانيا حسب تقديرات الأطباء، وأن …; ضبطت، بحسب المحضر، عشرين قطعة: the clause goes on behind the source."""
    if source.place.entry["takes"] == "owned" and ground.is_word(source.after) and source.after not in ground.cue_tokens:
        return not ground.places(source.after, NARRATOR)  # إن سلوكهم على حد تعبيره لم يتغير
    if source.position == "middle" and ground.form(source.first - 1) in COMMAS and ground.form(source.room_end) in COMMAS:
        behind = source.room_end + 1
        follows = ground.form(behind)[:1] != "و" and behind not in ground.cue_tokens and not ground.places(behind, NARRATOR)
        return follows and (
            source.place.entry["takes"] != "owned" and source.verb is None)
    return ground.form(source.room_end) in COMMAS and any(
        place.kind == "complementizer" and place.clitics == "و"
        for place in ground.tokens.opening.get(source.room_end + 1, ()))


def _turn(ground: Ground, first: int) -> int:
    """The narrator's word right before a cue (فيما أكد, من جهته قال), else the cue itself."""
    for before in range(first - 1, first - 5, -1):
        for place in ground.places(before, NARRATOR) if NARRATOR in ground.classes(before) else ():
            if place.entry.get("comma") and ground.form(place.first - 1) not in COMMAS:
                continue  # أوقف بعد أن أقر: part of what is told
            gap = first - place.after
            if gap == 0 or (gap == 1 and ground.form(first - 1) in COMMAS):
                return place.first - ("hal" in whole_kinds(ground.form(place.first - 1)))  # وهو الأمر الذي
    return first


def _contrast(ground: Ground, first: int) -> int:
    """، لكن الصحيفة أشارت إلى أن: where the narrator turns to another speaker who stands before the cue."""
    begin = ground.row(first - 1)
    near = max(first - TURN, 0) < begin < first - 1 and ground.form(begin - 1) in COMMAS
    return begin if near and any(place.entry.get("contrast") for place in ground.places(begin, NARRATOR)) else first


def _told_by(ground: Ground, place: Place) -> int:
    """أن الاتفاق قريب تقول الغد، وهو مقترح: the source of a clause behind it, without a comma, as it is set after the
    French; 0 where none stands."""
    if place.clitics or place.entry["part"] != "present" or not place.entry.uses & {"plain", "carries"} or not (
            ground.is_word(place.first - 1)) or whole_kinds(ground.form(place.first - 1)) & BOUND or (
            ground.complementizer(place.first - 1)):
        return 0
    end = next((index for index in range(place.after, place.after + NAME) if not ground.is_word(index)), place.after)
    apart = end > place.after and ground.form(end) in COMMAS and end + 1 not in ground.joined_complementizers
    if ground.form(place.after)[-1:] == "ا" or place.first - ground.unit(place.first)[0] < TURN:
        return 0  # المعلمة تقول كلاما جميلا
    named = all(not whole_kinds(ground.form(index)) & {"noun_prep", "an_owner", "no_subject", "negation"}
                and not ground.complementizer(index) for index in range(place.after, end))
    return place.first if apart and named else 0


def _answers(ground: Ground, place: Place) -> int:
    """، لكن الشابة نفت ذلك; ، لكن السلطات لم تعلق على قوله: where the narrator tells what others make of the speech; 0 where
    he does not."""
    if place.clitics or place.entry["person"] != "3" or place.entry["part"] not in ("past", "present", "jussive"):
        return 0
    silent = ground.form(place.first - 1) == "لم" and "answers" in place.entry.uses
    if not silent and (place.entry["stance"] != "denying" or place.entry["part"] != "past" or homograph(place)):
        return 0
    begin = _contrast(ground, place.first - silent)
    return begin if begin < place.first - silent else 0


def _turns(ground: Ground, place: Place) -> bool:
    """A cue without speech of its own still ends the clause before it: ، ودعا إلى, متهمة إياهم بـ, بينما نفى."""
    entry = place.entry
    if adverbial(ground, place):
        comma = ground.form(place.first - 1) in COMMAS
        if not comma and ground.form(place.first)[-1] == "ه" and (
                "hung" in entry.uses or ground.indefinite(place.first - 1)):
            return False  # رسوم جمركية مشددة على السلع; الآمال معلقة على الأمطار
        if not comma and ground.form(place.first)[-1] == "ا" and "with_it" in whole_kinds(ground.form(place.after)):
            return False  # متحفا معترفا به دوليا
        if not comma and ground.form(place.first)[-1] == "ا" and place.entry.uses & SAYING and (
                ground.is_a(place.after, "asserted")):
            return True  # إن المخزون كاف مؤكدا عدم وجود نقص
        own = preps(place.entry)
        near = range(place.after, place.after + (OBJECT if comma else 2))
        prep = any(ground.form(index) in own or ("ب" in own and ground.form(index)[:1] == "ب") for index in near)
        prep = prep and (comma or bool(entry.uses & SAYING))
        plain = entry["gender"] == "m" and ground.form(place.first)[-1] == "ا"
        return prep or (comma and (plain or entry["stance"] == "denying"))  # ، نافية مسؤوليتها
    use = entry.uses
    turning = use & TURNING or ("describes" in use and place.clitics == "و")  # ، ووصف السوق بالراكد
    if not finite(place) or not turning or use & {"settles", "adds", "worded"} or not is_cue(ground, place.first):
        return False
    if not place.clitics and ("rules" in use or ("recorded" in use and ground.form(place.first - 1) == "حيث")):
        return False  # حيث تنص الاتفاقية على بناء, حيث تسجل المدينة 25 درجة: what a document lays down, a thing shows
    if entry["pronoun"] and "relative" not in whole_kinds(ground.form(place.first - 1)):
        return False  # but الأمر الذي اعتبره خرقا
    if entry["gender"] == "m" and entry["part"] == "past" and any(
            each.entry.get("gender") == "f" and not each.clitics for each in ground.places(place.after, "actor_place")):
        return False  # وطلب الجزائر استضافة المؤتمر: the noun, for the verb would be طلبت
    before = ground.form(place.first - 1)
    if place.clitics in ("و", "ف") and entry["part"] == "past":
        if _listed(ground, place):
            return False
        if before not in COMMAS and "describes" in use and "calls" not in use and _named_describes(ground, place):
            return True
        return before in COMMAS and not (homograph(place) and _other_word(ground, place))
    subject = ground.form(place.first + 1)
    if entry["stance"] == "denying" and place.clitics == "و" and before in COMMAS and subject.startswith("ال"):
        return True  # ، وينفي السعوديون هذا
    begin = _turn(ground, place.first)  # للتحقيق فيما حدث: no turn
    if entry["part"] == "present" and entry["number"] == "p" and entry["person"] == "3" and "then" in whole_kinds(before):
        return False  # لم يعترضوا على البيع ثم يعترضون على العلاوة
    if "objectless" in use and any(ground.form(index) in preps(entry) and not ground.is_a(index + 1, "this")
                                   for index in range(place.after, place.after + ADDED_TO)):
        return False  # أضاف الفريق إلى قائمته لاعبا; not أضاف إلى ذلك
    if entry["part"] == "present" and ground.form(begin - 1) not in COMMAS and any(
            each.entry.get("contrast") for each in ground.places(begin, NARRATOR)):
        return False  # يرشقون السيارات بينما يرد الحرس بالغاز
    return begin < place.first and (not homograph(place) or ground.form(begin - 1) in COMMAS or bool(place.clitics))


def _named_describes(ground: Ground, place: Place) -> bool:
    """أن الفريق تعب ووصف عمروش التعادل بالمنصف: a name of no list of nouns, a thing, and what he calls it."""
    form, end = ground.form(place.after), min(place.after + TURN, ground.unit(place.first)[1])
    named = ground.is_word(place.after) and not (form.startswith("ال") or common(form) or ground.indefinite(place.after))
    return named and ground.form(place.after + 1).startswith("ال") and any(
        ground.form(index).startswith("بال") for index in range(place.after + 2, end))


def _listed(ground: Ground, place: Place) -> bool:
    """أن استعمال الهاتف وتصوير الطريق، ونشر المقاطع، يمثل خطرا: one more noun of a subject whose verb is still to come."""
    if not any(other.entry["part"] == "masdar" for other in ground.places(place.first, VERB)):
        return False
    comma = next((index for index in range(place.after, place.after + TURN) if ground.form(index) in COMMAS), 0)
    if not comma or not (ground.present_verb(comma + 1) or (
            ground.form(comma + 1)[:1] == "ت" and verbs.is_finite(ground.form(comma + 1)))):
        return False
    for index in range(place.first - 2, max(place.first - LISTED, 0), -1):
        if ground.complementizer(index):
            return not ground.has_past(index + 1, place.first)
        if ground.present_verb(index):
            return False
    return False


def _other_word(ground: Ground, place: Place) -> bool:
    """وعقب التنسيق: the other word of that spelling, as no vowel mark is on it and its preposition does not follow."""
    token = ground.tokens.tokens[place.first]
    near = range(place.after, place.after + OBJECT)
    return token.end - token.start == len(token.form) and not any(ground.form(index) in preps(place.entry) for index in near)


def _aside(ground: Ground, place: Place) -> bool:
    """وذلك needs no comma before it; the other turns do, with or without و."""
    if place.first == ground.unit(place.first)[0]:
        return False
    if place.entry.get("free"):  # وذلك خلال مؤتمر; not وذلك بهدف
        if any(other.entry["turn"] == "aside" for other in ground.places(place.after, NARRATOR)):
            return True  # وذلك في إشارة إلى
        if ground.places(place.after, ATTRIBUTION):
            return not (ground.is_a(place.after + 1, "not_source"))  # وذلك وفقا للقواعد
        occasion = place.after + 1 + (ground.form(place.after + 1) == "اول")  # وذلك خلال أول كلمة
        return bool(ground.places(place.after, OCCASION)) or any(
            ground.is_a(occasion, kind) for kind in ("statement", "occasion"))
    return "و" in place.clitics or ground.form(place.first - 1) in COMMAS or place.first - 1 in ground.closers


def _last(ground: Ground, index: int) -> bool:
    """، في تصريحات للصحفيين.: nothing else follows in the sentence; not ، في تصريحات للصحفيين، عن موعد."""
    end = ground.unit(index - 1)[1]
    return end - index <= LAST and not any(
        ground.form(at) in COMMAS or ground.complementizer(at) for at in range(index, end))


def next_stop(stops: Sequence[int], index: int, limit: int) -> int:
    """The first of `stops` from token `index` on, else `limit`."""
    at = bisect_left(stops, index)
    return min(stops[at], limit) if at < len(stops) else limit


def clause_end(ground: Ground, first: int, stops: Sequence[int]) -> int:
    """The token behind the reported clause that begins at token `first`; what stands in marks does not end it."""
    end = ground.unit(first)[1]
    index, limit = first, min(end, first + LONGEST)
    while index < limit:
        stop, mark = next_stop(stops, max(index, first + 1), limit), ground.next_mark(index)
        if stop < limit and stop <= mark:
            return stop
        if mark >= limit:
            break
        pair = ground.jump[mark]
        index = pair.after if pair.closed else mark + 1
    return limit if limit < end else _next_sentence(ground, end, stops)


def _next_sentence(ground: Ground, end: int, stops: Sequence[int]) -> int:
    """«…. وأن أقاربه …»: the clause goes on over a full stop where the next sentence begins with وأن."""
    if ground.form(end - 1) not in STOPS or end >= len(ground.tokens) or ground.tokens.kind(end) == LINE:
        return end
    joined = any(place.kind == "complementizer" and place.clitics == "و" for place in ground.tokens.opening.get(end, ()))
    return clause_end(ground, end, stops) if joined else end


def begins_unit(ground: Ground, index: int) -> bool:
    first = ground.unit(index)[0]
    return index == first or (index == first + 1 and not ground.is_word(first))


def conjunction(ground: Ground, first: int) -> int:
    """The offset where a clause begins once a leading و or ف is taken off its first word."""
    token = ground.tokens.tokens[first]
    if token.form[0] != "و" or len(token.form) < 3 or "w_word" in whole_kinds(token.form):
        return token.start
    return ground.tokens.inner(first, 1)
