"""How a title goes on: adjectives, genitives, further titles, the name at last; what belongs to the verb ends it."""

from dataclasses import dataclass, field

from components import lexicon
from components.extract.speakers import objects, reach
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.draft import CLAUSE, COMMAS, Draft, Here
from components.extract.speakers.lexemes import HAMZAS, Word, his, masdar, published, told, unit, used
from components.extract.speakers.lexemes import word as known
from components.extract.speakers.states import said_of
from components.text.tokens import WORD, Tokens
from components.words import ARTICLE

FOR = "باسم"
LEAST = 5  # letters of a name with its preposition
LONGEST = 3  # words of a name of which none is known
PROPER = frozenset(("", "given", "name", "joint"))


@dataclass(frozen=True)
class Titles:
    """Reads titles on out of the tokens of `ahead`. With `objects` the verb takes whom it tells as its object (أخبر رايدر
    الصحفيين): what cannot belong to the subject any more ends it."""

    ahead: Ahead
    objects: bool = False
    tokens: Tokens = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.ahead.tokens)

    def _in_title(self, draft: Draft, here: Here) -> int | None:
        word, head = here.word, draft.head
        if head.kind == "place" or (head.kind == "name" and word.kind != "nationality") or (
                draft.human and draft.closed and said_of(self.tokens, here.at, here.limit)):
            return None
        if self.objects and head.given and word.article and word.sort == "office" and draft.after == draft.head_at + 1:
            return None  # ووصف خليفة الوزير بأنه
        if draft.closed and (word.owned or his(self.tokens, here.at, word) or self._object(draft, word)):
            return None
        if word.kind == "title" and word.sort == "office" and draft.inner < 0 and (
                self.tokens.form(here.at - 1) == FOR and not draft.apposed):
            draft.inner = here.at  # المتحدث باسم رئيسة الوزراء تيريزا ماي: whose name it is
        if self.objects and draft.apposed and draft.closed and word.kind == "title" and word.number == "p":
            return None  # أبلغ ماير وزير الداخلية أعضاء البرلمان
        if word.kind == "title" and word.sort == "rank" and (draft.closed or not word.article):
            draft.rank(here.at)
            return draft.take(here.after, closed=True)
        if draft.human and not (self.objects or draft.apposed) and objects.noun_as_name(self.ahead, draft, here):
            return draft.begin_name(here.at, here.after)
        if reach.barred(self.ahead, draft, here) or self._for_body(head, here) or self._not_its(draft, here):
            return None
        if word.article:
            return self._definite(draft, here)
        branded = head.sort == "outlet" and not word.kind and not masdar(word.stem[1:])  # موقع أرابيان بيزنيس الإلكتروني
        if not branded and self._complement(word, here):
            return None
        if word.stem in used("withheld") and self.tokens.form(here.after) in used("withholding"):
            return None  # مصدر أمني فضل عدم كشف اسمه
        inside = reach.inner_name(self.ahead, draft, here) if draft.closed else None
        if inside is not None:
            return inside
        other = word.given and not word.common and not word.article
        if other and draft.apposed and draft.before is not None and draft.closed:
            draft.after, draft.role, draft.head, draft.head_at = draft.before
            draft.apposed = draft.second = False
            return None  # دعا بيراوي وزير الخارجية جيريمي هانت: the title was another's
        named = draft.human and not draft.apposed
        other_name = reach.spoken_for(self.ahead, draft, here) if named else None
        if other_name is not None:
            return other_name
        if named and reach.behind_rank(self.ahead, here):
            return draft.begin_name(here.at, here.after)  # العميد توحيد الكندري
        speaks_for = unit(self.tokens, draft.head_at + 1)[0].kind == "prep"
        if named and self.objects and draft.indefinite and draft.closed and speaks_for:
            return None  # وصف متحدث باسم الحكومة الفرنسية روبوشون بأنه
        belongs = self._of_title(draft, here, named)
        if belongs is not None:
            return belongs
        if named and draft.closed and (word.given or word.kind in ("", "joint")):
            return draft.begin_name(here.at, here.after)
        if head.kind == "noun" and draft.closed and word.given and not word.common and not draft.apposed:
            return draft.begin_name(here.at, here.after)
        if draft.closed and not draft.apposed and (head.kind == "noun" or not head.kind) and self._unknown_name(here):
            return draft.begin_name(here.at, here.after)  # ترى الطبية النفسية نادين سان أن
        if named and word.given and not word.common:
            if head.sort == "people" and not head.article and draft.after == draft.head_at + 1:
                draft.apposed = True  # شقيق تشارلي رولي: the name is the other's
                return draft.take(here.after, closed=True)
            return draft.begin_name(here.at, here.after)
        return self._indefinite(draft, here)

    def _not_its(self, draft: Draft, here: Here) -> bool:
        return objects.foreign(self.ahead, draft, here) or objects.behind_quality(self.ahead, draft, here) or (
            objects.own(self.ahead, draft, here) or objects.behind_brand(self.ahead, draft, here))

    def _for_body(self, head: Word, here: Here) -> bool:
        """True for the title of whoever is named behind a body: تحدث باسم الوفد النائب جورج نعمة."""
        titled = here.word.kind == "title" and here.word.article and here.word.number == "s"
        if head.kind != "body" or not head.article or not titled or not self.ahead.free(here.after, here.limit):
            return False
        name = unit(self.tokens, here.after)[0]
        return name.kind == "given" and not name.common and not name.article

    def _of_title(self, draft: Draft, here: Here, named: bool) -> int | None:
        """The token after a bare word that is none of the person's name but of the title; None for any other. `named` where
        a name may follow."""
        word = here.word
        saint = word.kind == "joint" and word.stem in used("saint")
        if (named or draft.many) and (saint or unit(self.tokens, here.at - 1)[0].stem in used("saint")):
            return draft.take(here.after)  # لاعبو باريس سان جيرمان
        if named and word.stem in used("on_his_behalf"):
            return draft.take(here.after, closed=True)  # متحدث باسمه
        if named and draft.closed and not word.given and self.ahead.one_name(here.at):
            return draft.take(here.after, closed=True)  # المدير التنفيذي لشركة فولكس فاغن
        club = self._club(here) if named and draft.sealed and not word.kind else None
        return draft.take(club, closed=True) if club is not None else None

    def _unknown_name(self, here: Here) -> bool:
        """True for two or three bare words of no list before أن, behind a word that says what somebody is."""
        end = here.at
        while self.ahead.free(end, here.limit) and end < here.at + LONGEST:
            word, after = unit(self.tokens, end)
            if word.kind not in ("", "given", "joint") or word.article or word.conj or word.prep or word.kind in CLAUSE:
                break
            end = after
        return end > here.at + 1 and end < len(self.tokens) and self.tokens.kind(end) == WORD and (
            unit(self.tokens, end)[0].kind == "that")

    def _club(self, here: Here) -> int | None:
        """The token after a name of no list with ل or ب that tells whose or where somebody is, before his own and a comma:
        اللاعب الإنجليزي لتوتنهام هوتسبرز، هاري كين; الكاتب العام للنقابة بتوزر، سليم المنشاوي."""
        if here.word.stem[0] not in "لب" or len(here.word.stem) < LEAST:
            return None
        end = here.after
        if self.ahead.free(end, here.limit) and not unit(self.tokens, end)[0].kind:
            end += 1
        if self.tokens.form(end) not in COMMAS or not self.ahead.free(end + 1, here.limit):
            return None
        return end if unit(self.tokens, end + 1)[0].kind == "given" else None

    def _complement(self, word: Word, here: Here) -> bool:
        """What is said of the party, not its name: أضاف اللاعب مبتسمًا, قام الوزير بتسليط الضوء."""
        if word.kind or word.given:
            return self.ahead.accusative(here.at)
        if self.ahead.accusative(here.at):
            return True
        if word.stem[0] != "ب" or len(word.stem) < 5:
            return False
        if self.tokens.text[self.tokens.tokens[here.at].start + 1] in HAMZAS:
            return True  # قال اللاعب بإصرار
        if known(word.stem[1:]).kind in ("noun", "document") and word.stem not in lexicon.column("family_names"):
            return True  # أفاد مراسلنا بفرار …
        return len(word.stem) > 5 and self.ahead.free(here.after, here.limit) and unit(self.tokens, here.after)[0].article

    def _object(self, draft: Draft, word: Word) -> bool:
        """A definite head noun that cannot belong to a naming already closed: السلطات البريطانية الحكومة الروسية."""
        if not word.article:
            return False
        if self.objects and word.kind == "" and word.stem.endswith("ين"):
            return True  # نبهت الشركة المستثمرين
        if word.kind == "body" and draft.sealed and (draft.head.kind == "body" or (
                draft.head.kind == "title" and draft.name is None and not word.stem.endswith("يه"))):
            return True  # ناشد نقيب المعلمين الحكومة; not شرطة البلدية
        if self.objects and draft.sealed and word.stem.endswith(("ين", "ون")) and word.number != "s" and not word.given and (
                draft.head.number != "p" and word.kind in ("", "noun", "title")):
            return True  # حذرت وزارة الصحة المواطنين
        same = word.stem in used("class_of") and unit(self.tokens, draft.after - 1)[0].number == "p"  # المعلمين النواب
        if word.kind == "title" and word.number == "p" and draft.human and draft.sealed and draft.head.number == "s" and (
                not same):
            return True  # شكرت المستشارة الألمانية الجنود
        office = word.kind == "title" and word.sort == "office"
        several = (word.kind == "title" and word.number == "p") or (word.kind in ("noun", "document") and not word.given)
        noun = office or (several and word.stem not in lexicon.column("adjectives"))  # وصف عدد من النواب الاتفاق
        place = word.kind == "place" and word.stem not in lexicon.column("nationalities")  # not الحكومة السورية
        return self.objects and (told(word) or place or word.kind in ("body", "name") or noun)

    def _definite(self, draft: Draft, here: Here) -> int | None:
        """A word with article: an adjective, the genitive that closes the chain, or a name such as الحبيب."""
        word = here.word
        if (draft.closed and draft.head.kind == "title" and word.given and word.kind in ("given", "", "place")
                and not draft.apposed and not self._feminine(word)
                and (not word.common or self.ahead.names(here.after, here.limit))):
            return draft.begin_name(here.at, here.after)  # رئيس الحكومة الحبيب الصيد
        if word.stem in used("drawn") or (draft.sealed and not draft.in_name and self._second(draft, here)):
            return None  # لفت المدير الانتباه
        office = word.kind == "title" and word.sort == "office" and word.number == "s"
        kin = word.kind == "title" and word.sort in ("occupation", "rank") and word.number == "s" and not draft.closed and (
            self.tokens.form(draft.first) in used("one_of"))  # أحد أقارب الكاتب زايتسيف
        other = office and (not draft.closed or draft.indefinite) and not draft.apposed
        if kin or (other and not unit(self.tokens, here.at - 1)[0].article):  # رئيس اللجنة النائب …: his own title
            draft.inner = here.at
        if draft.closed and here.after < here.limit and self._governs(word, here.after):
            return self._quality(draft, here)
        proper = unit(self.tokens, here.at - 1)[0]
        if draft.head.kind == "body" and word.stem in used("concerned") and not (proper.kind or proper.article):
            return None  # منظمة هيومن رايتس ووتش المعنية بحقوق الإنسان
        if draft.closed and word.stem in used("aged"):
            return None  # الفتاة البالغة من العمر 34 عاما
        if draft.genders:
            gender = "f" if word.stem.endswith("ه") or word.stem in used("feminine") else "m"
            if draft.closed and gender not in draft.genders:
                return None  # ألقت الشرطة القبض
            draft.genders |= {gender}
        draft.sealed = True
        return draft.take(here.after, closed=True)

    @staticmethod
    def _feminine(word: Word) -> bool:
        """An adjective of a feminine noun that is a woman's name too: الجمعية الخيرية, الهيئة العليا."""
        if word.stem in used("feminine"):
            return True
        known_so = word.stem in lexicon.column("adjectives") or word.stem in used("describing")
        return word.given == "f" and word.stem.endswith("ه") and known_so

    def _second(self, draft: Draft, here: Here) -> bool:
        """A noun with article behind one that has closed the chain: the object of the verb (نفت وزارة الدفاع الخبر, استقبل
        رئيس الوزراء السفير), for what goes on is an adjective."""
        word = here.word
        if self.tokens.form(here.at - 1)[:2] not in ("ال", "لل"):
            return False
        if word.kind == "title" and draft.human:
            return word.stem in used("office_head") and not self.ahead.starts_name(here.after, here.limit)
        noun = word.kind in ("noun", "document") and word.stem in lexicon.column("nouns")
        adjective = word.stem.endswith(("ي", "يه", "يين")) or word.stem[0] == "م"  # البلد المضيف
        action = masdar(word.stem) or (len(word.stem) == 4 and word.stem[0] == "ت")  # التوصل
        noun = (noun and not adjective) or (not word.kind and action)
        goes_on = word.stem in lexicon.column("adjectives") or word.stem in used("beside_noun")
        return noun and not word.given and not goes_on

    def _governs(self, word: Word, following: int) -> bool:
        """A participle with its own complement says something of the party: المعترف بها دوليا, البالغ من العمر 30 عاما."""
        form = self.tokens.form(following)
        if form in used("pronoun"):
            return True
        participle = word.kind == "" and (word.stem.startswith("م") or word.stem in used("participle"))
        return participle and form in used("issued_by") and not word.stem.endswith("ي")

    def _quality(self, draft: Draft, here: Here) -> int | None:
        """The token after what somebody does or bears, if his name follows: الأسير المضرب عن الطعام سالم الهلالي."""
        noun, name = here.after + 1, here.after + 2
        if not draft.human or draft.name is not None or draft.apposed or not self.ahead.free(name, here.limit):
            return None
        thing, given = unit(self.tokens, noun)[0], unit(self.tokens, name)[0]
        sure = given.kind == "given" and (not given.common or self.ahead.names(name + 1, here.limit))
        if not sure or given.article or not thing.article or thing.prep or thing.kind == "title":
            return None
        return draft.take(name, closed=True)

    def _indefinite(self, draft: Draft, here: Here) -> int | None:
        """A bare word that is no name: the next noun of the chain, an adjective, the name of a body."""
        word = here.word
        if self._object_of_verb(draft, here) or (word.kind == "place" and draft.human and draft.sealed):
            return None  # توعد رئيس الوزراء الإسرائيلي إيران
        if draft.head.kind == "nationality" and draft.head.number == "s" and word.kind in ("", "noun"):
            return None  # أكمل حجازي سلسلة التغريدات
        if draft.genders:
            draft.genders |= {"f" if word.stem.endswith(("ه", "ات")) else "m"}
        if draft.closed and word.kind != "place":
            return self._behind_closed(draft, here)
        if word.kind == "place" and draft.indefinite and word.stem in lexicon.column("nationalities"):
            return draft.take(here.after)  # وسائل إعلام سورية رسمية
        kin = draft.head.stem in used("kin") and not word.kind
        draft.apposed = draft.apposed or kin  # والدة ريسا كوسوما البالغة …: the name is the other's
        whole = word.kind == "body" and draft.human and here.after > here.at + 1 and (
            self.tokens.form(here.after - 1).startswith(ARTICLE))  # رئيس هيئة الأركان كريم القرشي
        if kin or whole or word.kind in ("place", "name") or (word.kind == "" and not draft.indefinite):
            return draft.take(here.after, closed=True)
        return draft.take(here.after)

    def _behind_closed(self, draft: Draft, here: Here) -> int | None:
        """A bare word behind a closed chain: the next title of the same person, or more of a body's foreign name."""
        word = here.word
        if word.kind == "name" and draft.head.sort == "outlet":
            return draft.take(here.after, closed=True)  # وكالة الأنباء الروسية تاس
        brand = word.kind == "name" and word.sort == "body" and not word.article
        if brand and draft.head.stem in used("kind_of_body") and not self.objects and not draft.human:
            return draft.take(here.after, closed=True)  # شركة التقنية الأمريكية العملاقة آبل
        if self.objects and word.kind == "body":
            return None  # وأبلغ مسؤول بالوزارة محطة إذاعة أن
        if draft.human and draft.sealed and word.kind == "body":
            return None  # وترأست الكاتبة الراحلة جمعية
        if self._brand(draft, here):
            return draft.take(here.after, closed=True)  # مكتب الإحصاء الأوروبي يوروستات
        proper = word.kind in PROPER and not draft.sealed and not draft.head.article
        if not draft.human and not proper:
            return None  # ونشرت الشبكة مقطع الفيديو
        if word.kind == "title" and draft.head.article and draft.after == draft.head_at + 1:
            return None  # التقى الرئيس وزير المالية
        if word.kind in ("noun", "document") and (draft.sealed or (draft.head.article and draft.after == draft.head_at + 1)):
            return None  # ووصف الدبلوماسي فاتورة الكهرباء
        return draft.take(here.after, closed=word.kind != "title")

    @staticmethod
    def _like_bound(word: Word) -> bool:
        """An adjective, or a name in بو, that only begins like a preposition: بارزون, سيدي بوسعيد; not بوضوح."""
        if word.stem in lexicon.column("adjectives"):
            return True
        rest = known(word.stem[1:])
        return word.stem[1] == "و" and (not rest.kind or (rest.conj and bool(rest.given)))

    def _brand(self, draft: Draft, here: Here) -> bool:
        """True for a foreign word between a body with its nationality and أن: the name it goes by."""
        word, nation = here.word, unit(self.tokens, here.at - 1)[0]
        plain = word.kind in ("", "given") and not self.objects and draft.head.kind == "body"
        nation_of = nation.kind == "nationality" and nation.article
        if not (plain and nation_of) or not here.after < min(here.limit + 1, len(self.tokens)):
            return False
        behind = unit(self.tokens, here.after)[0] if self.tokens.kind(here.after) == WORD else None
        return behind is not None and behind.kind == "that" and word.stem[0] not in "بل"

    def _object_of_verb(self, draft: Draft, here: Here) -> bool:
        """A bare word that belongs to the verb and not to its subject: مصدر عسكري باشتباه …, ابتكر طلاب معطفا."""
        word, head = here.word, draft.head
        passive = word.stem in used("carried_out") and not word.article  # دراسة أُجريت في …
        acts = word.sort == "everyday" and draft.apposed and draft.indefinite and head.gender == "f" and (
            word.stem[0] == "ت" and self.tokens.form(here.after) in used("of_verb"))  # باحثة مشاركة تركز على
        if acts or self.ahead.accusative(here.at) or passive or (head.kind == "document" and published(word.stem)):
            return True
        if not draft.indefinite or word.kind not in ("", "noun"):
            return False
        if unit(self.tokens, here.at - 1)[0].kind == "prep":
            return False  # كبير محللي السوق لدى أواندا
        outlet = head.sort == "outlet" and not masdar(word.stem[1:])  # موقع أرابيان بيزنيس
        bound = word.kind == "" and word.stem[0] == "ب" and len(word.stem) > 5 and not draft.apposed and not outlet
        bound = bound and not self._like_bound(word)
        following = unit(self.tokens, here.after)[0] if self.ahead.free(here.after, here.limit) else Word("stop")
        governs = following.article or (not following.kind and following.stem[-1] != "ا")
        kin = head.sort == "people" or head.stem in used("kin")
        if (kin and head.number == "s") or governs:
            return bound  # والدة ريسا كوسوما, مدرب ألوا السابق
        called = outlet and here.at == draft.head_at + 1  # صحيفة لاتريبونا
        accusative = word.stem[-1] == "ا" and len(word.stem) > 3 and head.stem[-1] != "ا" and not called
        return bound or (accusative and self.tokens.form(draft.head_at)[-1] != "ا")
