"""What binds the parts of a naming: commas, quotation marks, brackets, prepositions and و."""

from components import lexicon
from components.extract.speakers import marked, reach
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.draft import CLAUSE, COMMAS, QUOTES, Draft, Here, saying
from components.extract.speakers.lexemes import Word, acted, masdar, told, unit, used
from components.extract.speakers.states import unfit
from components.text.tokens import DIGITS
from components.text.tokens import WORD as WORD_TOKEN

OTHER = -1  # another member begins here
FOR = "باسم"
ON = "علي"  # على, folded
ABOUT = "عن"
NAMED = frozenset(("place", "body", "name"))


# ---- marks -------------------------------------------------------------------------------------------------------


def mark(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """The token after what the mark at `index` binds to `draft`, None where the naming ends at it."""
    tokens, form = ahead.tokens, ahead.tokens.form(index)
    if form in QUOTES:
        return marked.quoted(ahead, draft, index, limit)
    if form in COMMAS:
        return _after_comma(ahead, draft, index, limit)
    if form == "(":
        return marked.bracketed(ahead, draft, index, limit)
    if index + 1 >= limit:
        return None
    if form == "_" and tokens.glued(index - 1) and tokens.glued(index):
        return draft.take(index + 1)  # وزارة #التجارة_الأميركية
    if form == "#":
        return draft.take(index + 1)  # دونالد #ترمب
    if form == "." and tokens.glued(index) and tokens.form(index + 1) in used("domain"):
        return draft.take(index + 2)  # العربية.نت
    letters = lexicon.column("letter_names")
    if form == "." and tokens.glued(index - 1) and tokens.glued(index) and tokens.form(index - 1) in letters and (
            tokens.form(index + 1) in letters):
        return draft.take(index + 2)  # بنك إس.جي
    if form == "/" and draft.head.kind == "title" and draft.name is None and ahead.starts_name(index + 1, limit):
        return draft.tentative(index + 1, True)  # اللواء/ محمود عشري
    initial = len(tokens.form(index - 1)) == 1 and tokens.glued(index - 1) and tokens.kind(index - 1) == WORD_TOKEN
    if form in marked.DASHES and (end := marked.dashed(ahead, draft, index, limit)) is not None:
        return draft.begin_name(index + 1, end)
    if form in "-‐‑–" and tokens.glued(index - 1) and tokens.glued(index):
        return draft.take(index + 2)
    return draft.take(index + 1) if form in ".'’" and initial else None  # د. أحمد


def _after_comma(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """A name after its title, or a title after its name, set off by a comma."""
    first = ahead.opened(index + 1, limit)
    if not ahead.free(first, limit):
        return None
    word, end = unit(ahead.tokens, first)
    if draft.name is None and draft.head.kind == "title" and not draft.apposed:  # not شقيق تشارلي رولي، المصاب …
        inserted = draft.firm is not None and ahead.tokens.form(draft.firm) in COMMAS and not draft.indefinite
        if word.kind == "title" and word.sort == "rank" and not inserted:
            draft.rank(first)
            return draft.tentative(end, True)
        if ahead.starts_name(first, limit):
            return None if unfit(ahead.tokens, first, limit) else draft.begin_name(first, end)
        if word.kind == "title" and word.article and word.number == "s" and ahead.tokens.form(draft.first) in used("one_of"):
            return draft.tentative(end, True)  # أحد المقربين منه، الشاعر المنفي كريم …
        if _titled(ahead, draft, word) and not inserted:  # استقبل الرئيس، في مكتبه، النائب …: his guest
            draft.rank(first)  # it stands like a rank: the role is what is said before the comma
            return draft.tentative(end, True)
        if word.kind == "nationality" and word.article and word.number == "s" and ahead.starts_name(end, limit):
            role = draft.role
            after = draft.begin_name(end, unit(ahead.tokens, end)[1])
            draft.role = role
            return after  # مدرب الرجاء، البرتغالي جواو …
        between = word.kind == "place" and ahead.tokens.form(end) in COMMAS
        if between and ahead.starts_name(end + 1, limit):
            draft.take(end)
            return draft.begin_name(end + 1, unit(ahead.tokens, end + 1)[1])  # المتحدث باسم أبناء العاصمة، أوسلو، أوتو …
        if word.kind == "prep" and word.stem == "في" and ahead.free(end, limit) and not saying(unit(ahead.tokens, end)[0]):
            return draft.tentative(end)  # مسؤول …، في لجنة …، السناتور …
        return None
    most = word.stem in used("superlative")
    if not draft.in_name or not (most or word.kind in ("title", "quantity")) or word.conj or word.prep:
        return None
    head_at = first
    while most or word.kind == "quantity":  # …، أحد رؤساء الهلال الأحمر; …، أنجح لاعبة في تاريخ البطولة
        head_at = end
        if not ahead.free(end, limit):
            return None
        word, end = unit(ahead.tokens, end)
        most = word.stem in used("superlative")
    short = draft.role == (draft.first, draft.first + 1)  # النائب …، وكيل اللجنة
    if word.kind not in ("title", "body") or (draft.role is not None and draft.ranked != draft.role[0] and not short):
        return None
    return draft.appose(word, first, head_at, end)


def _titled(ahead: Ahead, draft: Draft, word: Word) -> bool:
    """True for the title with article under which somebody is named behind his office: عضو اللجنة، المحامي جورج نعمة."""
    one = word.kind == "title" and word.article and word.number == "s" and not (word.conj or word.prep or word.owned)
    if not one or not draft.human or draft.apposed or (draft.head.gender, word.gender) == ("f", "m"):
        return False
    before = draft.first - 1
    post = before >= 0 and ahead.tokens.kind(before) == WORD_TOKEN and unit(ahead.tokens, before)[0].stem in used("post")
    return not post  # منافسه على لقب هداف الدوري، النجم كمال حداد


# ---- prepositions ------------------------------------------------------------------------------------------------


def preposition(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """A preposition that belongs to the title: المتحدث باسم الوزارة, المسؤول عن الديوان, مصدر في الوزارة."""
    following, stem = here.at + 1, here.word.stem
    if draft.in_name or draft.full or following > here.limit:
        return None
    related = draft.head.sort == "people" or draft.head.stem in used("related")
    near = related and (draft.indefinite or draft.head.sort != "people")
    if stem in used("whose") and near and draft.after == draft.head_at + 1:
        return draft.take(following)  # زميلة لها
    if following >= here.limit or following in ahead.halts:
        return None
    if ahead.tokens.kind(following) != WORD_TOKEN:
        quoted = ahead.tokens.form(following) in QUOTES and draft.head.kind == "title" and (
            stem in ("في", FOR) or (stem == "ل" and marked.named_behind(ahead, following, here.limit)))
        return draft.tentative(following) if quoted else None
    inner, _ = unit(ahead.tokens, following)
    if stem == FOR and draft.head.kind in ("title", "document"):
        again = any(ahead.tokens.form(at) == FOR for at in range(draft.head_at + 1, here.at))  # باسم الوزارة باسم الكناني
        alone = draft.head.article and draft.after == draft.head_at + 1  # النائب باسم الكناني
        family = (alone or draft.closed or draft.after > draft.head_at + 2) and ahead.last_name(following, here.limit)
        called = draft.human and (again or draft.head.stem not in used("speaks_for")) and (
            family or (draft.sealed and inner.kind == "given"))
        if called and ((alone and family) or draft.after > draft.head_at + 1 or draft.head.sort == "rank"):
            ahead.is_first_name(here.at)
            return draft.begin_name(here.at, following)  # الخبير الاقتصادي باسم جميل حنا
        return draft.take(following, closed=False)
    if stem == ON and inner.stem in used("knowledge") and draft.indefinite:
        return draft.take(following, closed=False)  # شخص على دراية بالأمر
    ruled = draft.head.kind == "body" or draft.head.number == "p" or draft.after > draft.head_at + 1  # لاعب خط وسط …
    if stem in used("quarter") and not draft.closed and ruled:
        return draft.take(following, closed=False) if inner.kind == "place" or inner.article else None  # نيابة شمال القاهرة
    if draft.head.kind == "document":
        return draft.take(following) if _published_in(draft, stem, inner) else None
    if inner.kind in CLAUSE or ahead.tokens.form(following) in used("aside"):
        return None  # شهود عيان من جهتهم
    if _belongs(ahead, draft, here, inner):
        return draft.take(following, closed=False)
    mission = draft.head.stem in used("mission")
    if inner.kind == "document" and inner.article and draft.human and draft.name is None and stem == "في":
        return draft.tentative(following)  # الباحثة الرئيسية في الدراسة، إيلينا …
    leaning = f"{draft.head.stem} {stem}" in lexicon.column("title_prepositions")
    aside = saying(inner) and inner.stem not in used("field") and not (leaning and stem == ON)  # القائمون على الدراسة
    if inner.kind == "prep" or aside or (draft.head.kind != "title" and not mission):
        return None
    about = stem == ABOUT and any(unit(ahead.tokens, at)[0].kind == "prep" for at in range(draft.head_at + 1, here.at)
                                  if ahead.tokens.kind(at) == WORD_TOKEN)  # كشف مسؤولان في الوزارة عن تأجيل
    if not about and leaning:
        lasting = stem != "في" or draft.head.number == "p" or inner.kind in ("body", "name") or inner.stem in used("field")
        return draft.take(following, closed=False) if lasting else draft.tentative(following)
    if mission:  # بعثة الكويت لدى الأمم المتحدة
        return draft.take(following, closed=False) if stem in used("inside") and inner.kind in NAMED else None
    several = draft.closed and draft.head.number == "p"  # زعماء المجموعة في أحدث قمة
    reporting = draft.head.stem in used("reporter") and bool(unit(ahead.tokens, here.at - 1)[0].prep)
    if stem in used("inside") and draft.indefinite and not draft.apposed and not several and not reporting:
        return draft.take(following, closed=False)  # مسؤول في الوزارة, but مراسل للوكالة في المكان
    on_platform = stem == ON and inner.stem in used("platform")  # المدون على يوتيوب …
    return draft.tentative(following) if on_platform or stem in used("inside") or stem in used("toward") else None


def _belongs(ahead: Ahead, draft: Draft, here: Here, inner: Word) -> bool:
    """True for a preposition that surely goes on with the naming, whoever's name follows."""
    stem = here.word.stem
    if draft.head.kind == "body" and _of_body(ahead, draft, here, inner):
        return True
    busy = unit(ahead.tokens, here.at - 1)[0]
    responsible = busy.article and draft.human and busy.stem in used("responsible")
    if responsible and inner.article and f"{busy.stem} {stem}" in lexicon.column("title_prepositions"):
        return True  # الطبيب المسؤول عن الحالة
    if stem == "عن" and inner.stem in used("region") and draft.human and (draft.name is None or draft.apposed):
        return True  # السيناتور عن ولاية تكساس تيد …
    if stem == "من" and (draft.first != draft.head_at or draft.indefinite):
        return True
    if draft.many and stem == "في" and inner.kind in ("place", "body"):
        return True  # بعض اللاعبين في باريس سان جيرمان
    polled = ahead.tokens.kind(draft.first) == DIGITS and draft.closed and inner.kind in ("place", "")
    return stem == "في" and polled  # 58 بالمئة من الناخبين في …


def _of_body(ahead: Ahead, draft: Draft, here: Here, inner: Word) -> bool:
    """A preposition inside the name of a body: منظمة الأمن والتعاون في أوروبا, المجلس المحلي في محافظة درعا, الرابطة
    التونسية للدفاع عن حقوق الإنسان; not وزارة الدفاع عن مقتل جندي."""
    stem, head = here.word.stem, draft.head
    region = head.stem in used("local") and inner.stem in used("region") and not draft.indefinite
    ruling = draft.after == draft.head_at + 1 and head.stem in used("ruling") and head.article
    if stem == "في" and ruling and (inner.kind == "place" or inner.stem in used("region")):
        return True  # السلطات في دارفور, الشرطة في ولاية كسلا
    if stem == "في" and (region or inner.stem in used("continent")):
        return True
    action = unit(ahead.tokens, here.at - 1)[0]
    task = action.prep == "ل" or head.stem in used("tasked")
    return (task and f"{action.stem} {stem}" in lexicon.column("title_prepositions") and not saying(inner)
            and inner.kind not in ("place", "prep"))


def _published_in(draft: Draft, stem: str, inner: Word) -> bool:
    """تقارير في وسائل الإعلام, تقرير من البنك الدولي: where a document stands, whose it is."""
    if draft.after != draft.head_at + 1 or draft.head.article:
        return False
    issuing = inner.kind in (*NAMED, "document") and (not inner.article or inner.sort != "loose")
    return (stem == "في" and inner.sort in ("outlet", "outlet_word")) or (stem == "من" and issuing)


def linked(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """ل or ب written together with a noun: الديوان الوطني للزيت, أستاذ بجامعة القاهرة; but للصحفيين is who is told."""
    word, after, head = here.word, here.after, draft.head
    if draft.in_name and draft.name is not None:  # فتحي بديرة, سمير بالطيب: a family name that begins like a preposition
        single = draft.after - draft.name[0] == 1 and word.prep != "ل" and word.kind in ("noun", "given", "title", "")
        action = word.article and word.kind in ("noun", "") and not (word.given or word.owned)  # تعهد كيم بالسعي, باللوم
        adverb = word.common and word.article and unit(ahead.tokens, here.at - 1)[0].common  # مؤمن بالكامل
        sure = (bool(word.given) and not adverb) or (ahead.last(after, here.limit) and not action)
        return draft.take(after) if single and sure else None
    if head.kind == "name" and word.prep == "ل" and word.stem in used("sport"):
        closed = ahead.free(after, here.limit) and unit(ahead.tokens, after)[0].article
        return draft.take(unit(ahead.tokens, after)[1] if closed else after)  # الاتحاد الأفريقي لكرة القدم
    if unit(ahead.tokens, here.at - 1)[0].stem in used("belonging") and word.prep == "ل":
        return draft.take(after, word.article or word.kind in ("place", "name"))  # القناة التابعة لشبكة …
    blame = head.kind == "nationality" and head.number == "s" and word.prep == "ب" and word.kind in ("", "noun")
    if head.kind in ("place", "name") or word.prep == "ك" or blame:  # ألقى الحوثي باللوم
        return None
    several = head.kind == "title" and draft.closed and (head.number == "p" or draft.first != draft.head_at)
    if word.prep == "ل" and several and not word.article and masdar(word.stem):
        return None  # يستعد عدد من الأطباء لافتتاح عيادة
    if head.kind == "document":
        return draft.take(after) if word.prep == "ل" else None
    if word.prep == "ب" and word.stem in used("led") and head.kind == "body" and ahead.free(after, here.limit):
        leader, _ = unit(ahead.tokens, after)
        if leader.given or leader.kind == "title":
            return None  # كتيبة الوادي بقيادة حسن الغول; but التحالف بقيادة السعودية
    definite = word.article or word.kind in ("place", "name")
    addressed = ahead.tokens.form(after) == ":" and word.prep == "ل" and word.kind != "place"
    if addressed and draft.indefinite and head.kind == "title" and not (draft.sealed and word.kind == "noun"):
        return None  # نائب أردني للحكومة: …
    if word.prep == "ل" and head.stem in used("envoy") and word.kind == "name" and word.sort == "outlet_word":
        return draft.take(after, True)  # مبعوث الاتحاد للشرق الأوسط is no paper's
    if word.prep == "ل" and (told(word) or word.sort == "outlet" or word.kind == "name"):
        if draft.apposed:
            heard = told(word) or word.sort == "outlet"  # خالد مجاهد المتحدث باسم الوزارة للصحافيين
            return None if heard else draft.take(after)
        if head.kind in ("body", "title") and word.kind == "name" and word.sort == "body" and draft.sealed:
            return draft.take(after, definite)  # الهيئة العليا للأمم المتحدة لشؤون …, المقرر الخاص للأمم المتحدة
        if head.stem in used("reporter") and draft.indefinite and told(word):
            return draft.take(after, definite)  # مراسل للوكالة
        return draft.tentative(after, definite) if head.kind == "title" else None
    concerned = unit(ahead.tokens, draft.after - 1)[0].stem in used("concerned")
    if word.prep == "ب" and head.kind == "body" and draft.sealed and _where(ahead, word, after):
        return draft.take(after, word.article)  # شركة النقل بالساحل, دائرة الإعلام برئاسة الجمهورية
    if (draft.closed or draft.after > draft.head_at + 1) and not concerned and _said_by(ahead, draft, word):
        return None  # أشادت رئيسة الوزراء بالإصلاحات
    if word.prep == "ب" and not concerned and (saying(word) or (head.kind == "body" and word.kind not in ("place", "body"))):
        return None
    if head.kind == "body" and word.stem not in lexicon.column("complements") and (
            unit(ahead.tokens, draft.after - 1)[0].kind == "place"):
        return None  # ضغطت على حكومة العراق للتساؤل
    if draft.genders:
        several = word.kind == "title" and word.number == "p"  # للأساتذة المتعاقدين
        draft.genders |= {"f", "m"} if several else {"f" if word.stem.endswith(("ه", "ات")) else "m"}
    return draft.take(after, definite)


def _said_by(ahead: Ahead, draft: Draft, word: Word) -> bool:
    """True for what a verb of saying tells with ب behind its subject: أفاد المتحدث باسم الإطفاء بوفاة رجلين."""
    if word.prep != "ب" or draft.head.kind not in ("title", "body") or (word.given and not acted(word.stem)):
        return False
    thing = word.article and word.kind in ("noun", "") and not word.given
    seated = any(word.stem in used(use) for use in ("region", "town", "locality", "quarter", "field"))
    action = not word.article and not seated and (word.kind == "noun" or acted(word.stem))
    return (thing or action) and ahead.told_with(draft.first)


def _where(ahead: Ahead, word: Word, after: int) -> bool:
    """True for a part of a country (بالجنوب), or the seat that a body belongs to (برئاسة الجمهورية; not برئاسة الوزير)."""
    seat = word.stem in used("seat") and after < len(ahead.tokens) and unit(ahead.tokens, after)[0].stem in used("seated")
    return seat or (word.article and word.stem in used("part_of_country"))


# ---- و -----------------------------------------------------------------------------------------------------------


def joined(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """و goes on with the phrase (الكاتب والإعلامي السعودي), begins another member (… والمرصد السوري: OTHER) or ends it."""
    word, after = here.word, here.after
    if word.prep or word.kind in CLAUSE or word.owned or (draft.full and word.article):
        return None  # ومقره لندن; مستشار الوزير كريم حداد والمتشدد
    if ahead.tokens.form(here.at)[0] == "ف":  # فيل فلين: ف joins no members
        ends = ahead.closes(after, here.limit) or ahead.tokens.form(after) in used("relative")
        return draft.take(after) if draft.in_name and (word.kind == "given" or word.kind == "") and ends else None
    if word.kind == "prep":  # الشرق الأوسط وشمال أفريقيا
        region = word.stem in used("quarter") and ahead.free(after, here.limit) and draft.role is not None
        return draft.take(unit(ahead.tokens, after)[1]) if region and unit(ahead.tokens, after)[0].kind == "place" else None
    if word.kind == "" and not word.article:
        titled = ahead.free(after, here.limit) and unit(ahead.tokens, after)[0].kind == "title"  # سارة ليا ويتسن مسؤولة …
        return draft.take(after) if draft.in_name and (titled or ahead.last(after, here.limit)) else None
    if draft.name is None and draft.head.kind == "title" and draft.head.sort == "occupation" and word.kind in ("title", ""):
        return draft.take(after, word.article)
    if draft.apposed and reach.same_person(ahead, draft, here):
        return draft.take(after, closed=True)
    if _other(draft, word):
        return OTHER
    if draft.in_name or draft.head.kind in ("place", "name"):
        return None
    if word.article or (not draft.closed and word.kind == "noun"):
        return draft.take(after, draft.closed or word.article)
    fields = word.sort == "complements" and draft.sealed and ahead.free(after, here.limit)
    if fields and unit(ahead.tokens, after)[0].article:
        return draft.take(after, closed=False)  # وزارة الخارجية وشؤون المغتربين
    return None


def _other(draft: Draft, word: Word) -> bool:
    """True where a word behind و is the head of another member."""
    head = draft.head
    if word.kind == "document":  # رئيس الجهاز المركزي للتعبئة والإحصاء
        return head.kind in ("document", "place", "name") or (
            draft.indefinite and not (head.kind == "title" and draft.closed and word.article))
    if word.kind not in ("title", "body", "name", "place", "given") or word.sort == "loose":
        return False
    if word.kind == "body" and word.article and head.kind == "body" and draft.sealed and word.stem in used("sole"):
        return True  # منظمة القبعات الزرقاء والمرصد
    if word.stem in used("described") and word.article:
        return False  # المنشق الصيني والحائز على جائزة نوبل
    nameless = draft.name is None or (
        draft.apposed and (word.number == "p" or word.sort == "people" or word.kind == "body"))
    if head.kind == "title" and head.sort == "office" and word.article and not head.article and nameless:
        return False  # وزير الداخلية والجماعات المحلية, وزير المجتمعات والحكم المحلي
    return (word.kind in ("name", "place") or draft.name is not None or head.kind in ("place", "name") or head.article
            or draft.indefinite or not word.article)
