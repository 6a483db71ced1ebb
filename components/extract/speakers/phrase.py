"""The noun phrase that names somebody: titles, rank, name, what is apposed; where it begins and where it ends."""

from dataclasses import dataclass

from components import lexicon
from components.extract.speakers import bonds, marked, objects, reach
from components.extract.speakers.begin import Beginning
from components.extract.speakers.draft import CLAUSE, COMMAS, QUOTES, Draft, Here, Member, Phrase
from components.extract.speakers.lexemes import (
    FAITH,
    Word,
    accusative,
    acted,
    happening,
    his,
    is_name,
    masdar,
    told,
    unit,
    used,
)
from components.extract.speakers.lexemes import word as known
from components.text.tokens import LINE, MARK
from components.text.tokens import WORD as WORD_TOKEN

LONGEST = 24  # tokens of one naming; what is longer is no name but a clause
LONGEST_NAME = 7
LONGEST_ROW = 8  # bare nouns: رئيس مجلس إدارة شركة تطوير حقول نفط
SPELLED = 2  # letters: a shorter word may be one of a name spelled out, twice the same
VAN = "فان"


@dataclass(frozen=True)
class Reader(Beginning):
    """Reads namings out of the tokens of `ahead`."""

    def read(self, first: int, limit: int) -> Phrase | None:
        """The naming that begins at token `first`, before token `limit`; None where none begins there. Kept, for many verbs
        look back over the same words; what the article has shown of names meanwhile is part of the question."""
        limit = min(limit, first + LONGEST, len(self.tokens))
        if not self.objects and self.ahead.asks(first):
            return Reader(self.ahead, objects=True).read(first, limit)
        asked = (first, limit, self.objects, len(self.ahead.called))
        if asked not in self.ahead.kept:
            self.ahead.kept[asked] = self._read(self.ahead.opened(first, limit), limit)
        return self.ahead.kept[asked]

    def _read(self, first: int, limit: int) -> Phrase | None:
        tokens = self.tokens
        draft = self._begin(first, limit)
        if draft is None:
            return None
        members = []
        index = draft.after
        while index < limit:
            step = self._step(draft, index, limit)
            if step is None or (index - draft.first >= LONGEST_ROW and self._mere_row(index)):
                break
            if step == bonds.OTHER:
                fresh = self._begin(index, limit)
                if fresh is None:
                    break
                members.append(draft.frozen())
                draft, step = fresh, fresh.after
            index = step
        reach.to_comma(self.ahead, draft, limit)
        members.append(draft.frozen())
        members = reach.one_person(self.tokens, members)
        last = members[-1].after - 1
        called = self._by_name(members[-1], limit) if len(members) == 1 else None
        if called is not None:
            members = [members[0]._replace(name=called.members[0].name)]
        word, _ = unit(tokens, first)
        begin = tokens.inner(first, word.skip) if word.skip else tokens.tokens[first].start
        return Phrase(begin, tokens.tokens[last].end, first, called.after if called else last + 1, tuple(members))

    def _mere_row(self, index: int) -> bool:
        """True behind more bare nouns in a row than anybody's title has: a flood of them costs little then."""
        return all(not (word.article or word.given or word.conj or word.prep or not word.kind)
                   for word, _ in (unit(self.tokens, at) for at in range(index - LONGEST_ROW, index)))

    def _by_name(self, member: Member, limit: int) -> Phrase | None:
        """The name in what follows a naming without one: السائق، ويدعى ماهر الطحان; امرأة تدعى سعاد; أحد الجرحى وهو سائق
        يدعى ماهر الطحان."""
        if member.name is not None or member.head.kind not in ("title", "noun", "quantity", ""):
            return None
        at = member.after + (self.tokens.form(member.after) in COMMAS | marked.DASHES | {"("})
        if at + 1 < limit and self.tokens.form(at) in used("being"):
            at = next((index for index in range(at + 2, min(at + LONGEST_NAME, limit)) if not self.ahead.free(index, limit)
                       or self.tokens.form(index) in used("called")), at)
        if at + 1 >= limit or self.tokens.form(at) not in used("called"):
            return None
        found = self.read(at + 1, limit)
        return found if found is not None and found.members[0].name is not None else None

    # ---- how it goes on ---------------------------------------------------------------------------------------

    def _step(self, draft: Draft, index: int, limit: int) -> int | None:
        """Take token `index` into `draft`: the next token, OTHER where another member begins, None where it ends."""
        ahead = self.ahead
        tokens = ahead.tokens
        if index in ahead.halts:
            return reach.at_that_time(ahead, draft, index, limit)
        _, _, form, kind = tokens.tokens[index]
        if kind != WORD_TOKEN:
            if kind == MARK:
                told = self.objects and form in COMMAS and objects.told_behind(ahead, draft, index, limit)
                return None if told else bonds.mark(ahead, draft, index, limit)
            return draft.take(index + 1) if kind != LINE and draft.head.sort == "outlet" else None  # السويداء 24, القناة 12
        if form in used("called"):
            return None
        itself = form in used("self")
        if itself and draft.in_name:
            draft.after = index + 1
            return index + 1  # مارتن ذاته: of the mention, and none of the name
        if itself or (len(form) < 6 and ahead.spelled_out(index, limit)):
            return draft.take(index + 1)
        if len(form) > SPELLED and form == tokens.form(index - 1) == tokens.form(index - 2):
            return None  # the same word a third time (أحمد أحمد is a name): no name, and a flood of it costs little
        word, after = unit(tokens, index)
        if word.sort == "sayings" and self.ahead.possessed(index) and draft.head.kind in ("title", "given", ""):
            return None  # اختتم سالم حديثه
        if (not word.kind or word.sort == "everyday") and self._no_part(draft, index, after):
            return None
        here = Here(self._as_name(draft, word, index, after, limit), index, after, limit)
        bridged = reach.bridge(ahead, draft, here) if after <= limit else None
        if bridged is not None:
            return bridged
        if here.word.kind in CLAUSE:
            pointed = form in used("this") and draft.role is not None and not draft.closed and draft.head.kind == "title"
            of_house = draft.in_name and form in used("behind_joint") and unit(tokens, index - 1)[0].kind == "joint"
            return draft.take(after) if self._van(draft, here) or pointed or of_house else None  # ممثلو هذه الكتلة, دي لا
        if after > limit:
            return None
        if here.word.kind == "prep" and not here.word.conj:
            return bonds.preposition(ahead, draft, here)
        if here.word.conj:
            return bonds.joined(ahead, draft, here)
        told_here = reach.to_outlet(ahead, here) or objects.to_paper(ahead, here)
        if told_here or (here.word.prep and objects.foreign(ahead, draft, here)):
            return None
        if here.word.prep or self._bound(draft, here):
            return bonds.linked(ahead, draft, here)
        if not here.word.kind and ahead.verbal(index, limit) and not ahead.leaning(index):
            return None
        return self._in_name(draft, here) if draft.in_name else self._in_title(draft, here)

    def _no_part(self, draft: Draft, index: int, after: int) -> bool:
        """A word of no list that is a verb in the dual (الزوجين قاما), or whom a headline turns to (عمدة لندن لترامب: …)."""
        form, head = self.tokens.form(index), self.tokens.form(draft.head_at)
        if draft.head.number == "d" or (head.startswith("ال") and head.endswith("ين") and not draft.head.given):
            return form.endswith("ا") and draft.after == draft.head_at + 1
        action = form[0] == "ب" and (happening(form[1:]) or (not draft.in_name and acted(form[1:])))
        if action and self.ahead.told_with(draft.first):
            before, _ = unit(self.tokens, index - 1)
            named = (draft.in_name and before.given and known(form[1:]).kind != "noun") or before.stem in used("town")
            return self.ahead.counts[form] == 1 and not named and form not in lexicon.column("given_names")  # … بهروب الجنود
        turned = form[0] == "ل" and len(form) > 4 and self.tokens.form(after) == ":" and not draft.apposed
        return turned and form[1:] in self.ahead.forms

    def _bound(self, draft: Draft, here: Here) -> bool:
        """An unknown noun with ل before its genitive: رئيسة المنظمة لمناهضة التعذيب راضية النصراوي."""
        word = here.word
        if word.kind or word.article or word.stem[0] != "ل" or len(word.stem) < 5 or not draft.closed or draft.in_name:
            return False
        if not self.ahead.free(here.after, here.limit):
            return False
        following, end = unit(self.tokens, here.after)
        joined = self.tokens.form(here.after)
        if word.stem[-1] == "ي" and joined[0] == "و" and joined[-1] == "ي" and self.ahead.free(end, here.limit):
            return unit(self.tokens, end)[0].article  # لمالكي ومستغلي الحافلات
        return following.article or (following.kind == "place" and not following.prep)  # لحراك تونس الإرادة

    def _as_name(self, draft: Draft, word: Word, index: int, after: int, limit: int) -> Word:
        """A verb or preposition that is a given name after a title: اللواء بات رايدر, الوزير علي حسن."""
        named = draft.in_name
        if self.ahead.syllable(index, limit, named):
            return Word("given", stem=word.stem, given="-")  # لي كه تشيانغ, كيم يونغ هو
        if draft.in_name and self.tokens.form(index) in used("tribe") and self.ahead.names(after, limit):
            return Word("joint", stem=word.stem)  # هدى بني ياسين
        if word.prep and not word.article and unit(self.tokens, index - 1)[0].stem in used("town") and self.ahead.last(
                after, limit):
            return Word("place", stem=self.tokens.form(index))  # مدينة باجل
        waiting = draft.closed and draft.name is None and draft.human
        if waiting and word.kind == "body" and word.article and word.stem in used("body_adjective") and (
                draft.head.stem in used("elected")):
            return word._replace(kind="", sort="", stem=word.stem)  # الرئيس التشيلي المنتخب
        if (named or waiting) and self.ahead.family(word, index, after, limit):
            return Word("", stem=self.tokens.form(index))  # سمير بيومي, رائد فلاح
        ends = named and (after >= limit or self.tokens.kind(after) != WORD_TOKEN)
        alone = ends and (draft.after - draft.first == 1 or is_name(self.tokens, index))  # المختار ولد علي، …
        if alone and (self.ahead.like_verb(index) or (
                word.kind == "prep" and len(word.stem) > 1 and self.tokens.form(after) in "،,(")):
            return Word("", stem=self.tokens.form(index))  # مارك سيلبي، المدير …; أوليفييه فور، الأمين …
        if named and word.kind == "prep" and len(word.stem) > 3 and self._told_next(Here(word, index, after, limit)):
            return Word("", stem=self.tokens.form(index))  # حازم إمام إن
        if named and word.kind == "verb" and self.ahead.like_verb(index) and objects.twice(self.ahead, index):
            return Word("", stem=self.tokens.form(index))  # خوسيه فيغيروا سالازار
        if named and word.kind == "prep" and not word.conj and is_name(self.tokens, index) and self.ahead.dotted:
            return Word("given", gender="m", stem=word.stem, given="m")  # صالح علي الصماد
        if not draft.closed or draft.name is not None:
            return word
        if word.kind == "verb" and word.given and self.ahead.names(after, limit):
            return Word("given", gender=word.given, stem=word.stem, given=word.given)
        if word.kind == "prep" and is_name(self.tokens, index) and not self.ahead.last(after, limit):
            return Word("given", gender="m", stem=word.stem, given="m")
        return word

    def _van(self, draft: Draft, here: Here) -> bool:
        """مايكل فان is no فإن where the hamza is not written and nothing follows that فإن could govern, nor
        السفير يورغن فان هالن, where a name of no list follows."""
        token = self.tokens.tokens[here.at]
        if not draft.in_name or token.form != VAN or "إ" in self.tokens.text[token.start:token.end]:
            return False
        titled = draft.role is not None and unit(self.tokens, draft.first - 1)[0].kind != "prep"  # وبحسب الوزير كريم فان
        named = titled and self.ahead.foreign_name(here.after, here.limit) and not accusative(self.tokens.form(here.after))
        return named or self.ahead.last(here.after, here.limit)

    # ---- the name ---------------------------------------------------------------------------------------------

    def _in_name(self, draft: Draft, here: Here) -> int | None:
        word, after, limit = here.word, here.after, here.limit
        assert draft.name is not None
        length = draft.after - draft.name[0]
        if length == 1 and draft.role is None and self._noun_after_all(draft, word):
            draft.role, draft.name, draft.head, draft.closed, draft.sealed = draft.name, None, draft.head._replace(
                kind="noun"), True, True
            return draft.take(after)  # الدستور التونسي
        if unit(self.tokens, here.at - 1)[0].kind == "joint" or self.tokens.form(here.at - 1) in used("behind_joint"):
            return draft.take(after)  # عبد العظيم, آل الشيخ
        more = unit(self.tokens, after)[0] if after < limit else word
        described = more.article and more.stem in used("described")  # كريم حداد المقيم في …
        object_ = more.kind in ("noun", "body") and not more.article and word.kind == "title" and (
            unit(self.tokens, here.at - 1)[0].kind == "given")  # ألقى كمال حداد كلمة
        object_ = object_ or (more.article and word.stem in used("trade_name") and more.kind in ("noun", "body", ""))
        titled = after < limit and not more.conj and (described or more.kind == "title" or more.prep == "ل" or object_)
        over = self.ahead.last(after, limit)
        office = over and word.kind == "title" and word.sort == "office" and word.number == "s" and word.gender == "m"
        if length == 1 and not word.article and (office or (self._common(word) and (titled or over))):
            sure = unit(self.tokens, here.at - 1)[0].given or (draft.role is not None and word.kind == "nationality")
            return draft.take(after) if sure else None  # رسول خادم، وهو …; سمير حداد إن; كريم مفتي أن
        if length == 1 and word.kind in ("noun", "title") and not word.article and self._told_next(here):
            return draft.take(after)  # سمير جودة إن
        if word.kind == "quantity" and word.stem in used("apposed") and self.ahead.free(after, limit):
            title, end = unit(self.tokens, after)  # ريبرغ أحد خبراء الملف
            return draft.appose(title, here.at, after, end) if title.kind == "title" and draft.role is None else None
        ruling = word.given and word.sort == "office" and length > 1 and self._rules(after, limit)  # … أمير المنطقة
        if word.stem in used("his_grace") and not word.article and (not word.given or more.kind == "title"):
            return None  # دعا كمال حداد سمو رئيس الوزراء: another's title
        if word.kind == "title" and (word.article or not word.given or ruling):
            mine = word.owned or his(self.tokens, here.at, word)  # التقى سامي كرم زميله
            mine = mine or (draft.role is not None and not word.article and self.ahead.called_upon(draft.first))
            if word.number == "p" or mine or (told(word) and (word.article or self.objects)) or self._crossing(draft, word):
                return None  # أخبر رايدر الصحفيين; but سمير حداد مراسل القناة
            told_next = more.prep == "ل" and self.tokens.form(here.at) in lexicon.column("family_names")
            if word.article and length == 1 and (told_next or self.ahead.last(after, limit)):
                return None if self.objects and word.sort == "office" else draft.take(after)  # محمد الشيخ
            if self.objects and self.ahead.listener(after, limit) and self._construct(after, limit):
                return draft.appose(word, here.at, here.at, after)  # أبلغ ماير وزير الداخلية أعضاء البرلمان بأن
            if self.objects or not (word.article or self._construct(after, limit)):
                return None  # وصف برويدي وزير الخارجية بأنه, قالت تسيبريس متحدثة للتلفزيون
            draft.before = (draft.after, draft.role, draft.head, draft.head_at)
            return draft.appose(word, here.at, here.at, after)
        if self._foreign(word, here, length):
            return None
        if length == 1 and self._of_nation(draft, word):
            return draft.take(after)
        if word.article and word.kind != "given":
            return draft.take(after) if self._surname(draft, here, length) else None
        return draft.take(after) if (word.given or word.kind in ("joint", "")) and length < LONGEST_NAME else None

    def _told_next(self, here: Here) -> bool:
        """True for a word right behind a given name and before إن or a colon: no masdar stands there, as before أن."""
        token, first = self.tokens.tokens[min(here.after, len(self.tokens) - 1)], unit(self.tokens, here.at - 1)[0]
        word = here.word
        plain = bool(first.given) and not first.article and not (word.conj or word.prep or word.owned) and (
            word.stem[-1] != "ا" and word.sort != "sayings")
        return plain and (self.tokens.text[token.start] == "إ" or token.form == ":") and (
            self.ahead.last(here.after, here.limit))

    def _told_of(self, draft: Draft, here: Here) -> bool:
        """قال مشرق الكناني إن: a word of no list and a family name in ي between a verb of saying and أن."""
        plain = not draft.head.kind and not draft.head.article and draft.role is None and draft.first == here.at - 1
        after_it = plain and here.after < len(self.tokens) and self.tokens.kind(here.after) == WORD_TOKEN
        return after_it and self._told(draft.first) and unit(self.tokens, here.after)[0].kind == "that" and (
            self.ahead.last_name(here.at, here.limit))

    def _titled(self, draft: Draft, here: Here) -> bool:
        """إياس الساموري المتحدث باسم …: two words of no list before a title with article, the second with article too;
        behind a verb of saying before an office (ميلاد العجيلي عميد البلدية)."""
        word = here.word
        plain = not word.kind and not draft.head.kind and not draft.head.article and draft.role is None and (
            word.stem not in lexicon.column("adjectives"))
        if not plain or not self.ahead.free(here.after, here.limit):
            return False
        title, _ = unit(self.tokens, here.after)
        held = title.article or (title.sort == "office" and not title.prep and self._told(draft.first))
        return title.kind == "title" and held and title.number == "s" and not title.conj

    def _crossing(self, draft: Draft, word: Word) -> bool:
        """A feminine title behind a man's name is the object of the verb: زار الوزير كريم فتوح المدرسة."""
        assert draft.name is not None
        first, _ = unit(self.tokens, draft.name[0])
        man = draft.role is not None and draft.head.gender == "m" and first.given == "m"  # not زارت نور
        return man and word.article and word.gender == "f"

    def _of_nation(self, draft: Draft, word: Word) -> bool:
        """ميشلان الفرنسية: a nationality in the feminine behind a foreign name says that it is a company's."""
        plain = not draft.head.kind and not draft.head.article and not draft.head.given and draft.role is None
        return plain and word.kind == "nationality" and word.article and not word.conj and word.gender == "f"

    def _noun_after_all(self, draft: Draft, word: Word) -> bool:
        """An unknown word with article before an adjective with article is a common noun."""
        head = draft.head
        if head.kind or not head.article or not word.article or word.conj or word.prep or word.given:
            return False
        return word.kind == "nationality" or (not word.kind and word.stem in lexicon.column("adjectives"))

    def _common(self, word: Word) -> bool:
        """An everyday noun or trade that is a family name too: خادم, حداد."""
        if word.kind == "title":
            return word.sort in ("people", "occupation")
        return word.kind == "nationality" or (word.kind == "noun" and word.sort != "everyday")  # سعاد عرب

    def _construct(self, index: int, limit: int) -> bool:
        """True where a noun follows on which a bare title can lean: مؤسس فيسبوك, مدير الشركة."""
        if index < limit and self.tokens.form(index) in QUOTES:
            return True
        if not self.ahead.free(index, limit):
            return False
        word, _ = unit(self.tokens, index)
        return not word.prep and not word.conj and word.kind not in (*CLAUSE, "prep")

    def _rules(self, index: int, limit: int) -> bool:
        """True where a known noun with article stands, over which an أمير is set; not a family name."""
        if not self.ahead.free(index, limit):
            return False
        word, after = unit(self.tokens, index)
        if word.article or word.stem not in used("region"):
            return word.article and bool(word.kind)
        return self.ahead.free(after, limit) and unit(self.tokens, after)[0].kind == "place"  # أمير منطقة القصيم

    def _foreign(self, word: Word, here: Here, length: int) -> bool:
        """A word that no name goes on with: a noun with a possessive, the object of the verb, a verb of the present."""
        if word.kind == "" and not word.article and not word.given and self.ahead.possessed(here.at):
            return not self.tokens.form(here.at).endswith("يه")  # ميشيل بولاريه
        if objects.twice(self.ahead, here.at):
            return False  # … غارسيا توريس بخفض …, where غارسيا توريس stands elsewhere too
        if length > 1 and objects.short_object(self.ahead, here):
            return True  # التقى بيترو كوفالينكو وفدا
        if (not word.kind and accusative(self.tokens.form(here.at))) or his(self.tokens, here.at, word):
            return True  # وصف ميخائيل سوكولوف صديقه
        if self.ahead.accusative(here.at) or (not word.kind and word.stem[0] == "ب" and word.stem.endswith("ات")):
            return True
        if not word.kind and word.stem[0] in "بل" and masdar(word.stem[1:]):
            return True  # حظي كريم ناصيف بترحيب
        if self.objects and word.article and length > 1:
            return True  # وعدت أنجيلا ميركل الصيد بالمساعدة
        if word.kind == "" and length > 1 and not word.article and unit(self.tokens, here.at - 1)[0].article:
            faithful = self.tokens.form(here.at - 1) in FAITH  # كمال الدين كربوش
            joined = unit(self.tokens, here.at - 2)[0].kind == "joint"  # عبد الرزاق كريشان
            behind = here.after + 1
            titled = word.stem[-1] in "اي" and self.tokens.form(here.after) in COMMAS and (
                self.ahead.free(behind, here.limit) and self.ahead.closes(behind, here.limit))  # علي القرة داغي، الأمين
            return not faithful and not joined and not titled  # عبدالفتاح السيسي عفوا عن …
        known_so = word.stem in used("foreign_syllable")  # ري يونغ تشول
        return word.kind == "" and length > 1 and word.stem[0] in "تي" and not known_so and not self.ahead.last(
            here.after, here.limit)

    def _surname(self, draft: Draft, here: Here, length: int) -> bool:
        """A word with article that belongs to the name: يوسف الشاهد, محمد شياع السوداني; not صلاح الأضواء, غولن المقيم."""
        word = here.word
        if word.sort == "office" and word.stem.endswith("ي") and length == 1 and self.ahead.last(here.after, here.limit):
            return bool(unit(self.tokens, here.at - 1)[0].given)  # محمود الفلاحي
        joints = sum(unit(self.tokens, at)[0].kind == "joint" or self.tokens.form(at) in used("behind_joint")
                     for at in range(here.at - length, here.at))
        if told(word) or word.sort == "office" or length - joints > 4 or word.kind in ("body", "document") or word.owned:
            return False
        named = not self.objects and (length > 1 or draft.role is not None)
        if named and objects.before_that(self.tokens, word, here.after):
            return True  # خالد ناصر المطوع إن
        if word.stem in used("described"):  # آنا كامبل البالغة 27 عاما
            return False
        if length == 1:
            first = unit(self.tokens, here.at - 1)[0]
            sure = bool(first.given) or is_name(self.tokens, here.at - 1) or (
                self._titled(draft, here) or self._told_of(draft, here))
            return sure or (draft.role is not None and word.kind in ("", "nationality", "place"))
        if word.kind in ("", "nationality", "place") and word.stem.endswith("ي"):
            return True
        if not word.kind and objects.behind_surname(self.ahead, here):
            return False  # ثمن سمير الطيب التضحيات
        if self.ahead.free(here.after, here.limit) and unit(self.tokens, here.after)[0].kind == "prep":
            return self.tokens.form(here.at) in lexicon.column("family_names")  # حسم سمير الطيب الجدل حول …
        over = self.ahead.last(here.after, here.limit) or self.ahead.closes(here.after, here.limit)
        return word.kind == "" and not word.stem.startswith("م") and over
