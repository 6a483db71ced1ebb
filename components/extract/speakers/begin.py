"""Where a naming begins, and what its first word is there: a title, a name, a body; or nothing that names anybody."""

from dataclasses import dataclass

from components import lexicon
from components.extract.speakers.draft import CLAUSE, COMMAS, Draft
from components.extract.speakers.lexemes import HAMZAS, Word, accusative, finite, his, is_name, masdar, subject, unit, used
from components.extract.speakers.titles import Titles
from components.text.tokens import DIGITS
from components.text.tokens import WORD as WORD_TOKEN
from components.words import ARTICLE

OUT_OF = "من"
LEAST = 5  # letters of a plural
DESCRIBED = frozenset(("title", "body", "document", "noun", "nationality", "quantity"))


@dataclass(frozen=True)
class Beginning(Titles):
    """Begins namings."""

    def _begin(self, start: int, limit: int) -> Draft | None:
        if start >= limit:
            return None
        index, word, after = self._counted(start, limit)
        reading = self._reading(word, index, after, limit)
        if reading is None or self._names_nobody(reading, index, after, limit, index == start):
            return None
        return self._opened(reading, start, index, after, limit)

    def _counted(self, start: int, limit: int) -> tuple[int, Word, int]:
        """The head behind a quantity, its word and the token after it: سبعة أعضاء, أحد المعتصمين, عدد من التجار."""
        tokens, index, word, after = self.tokens, start, Word(""), start
        while index < limit:
            if tokens.kind(index) == WORD_TOKEN:
                word, after = unit(tokens, index)
                counted = word.kind == "quantity" or (word.kind == "prep" and word.stem == "من" and index > start)
                hundred = word.stem in used("hundred") or (
                    word.kind == "prep" and after < limit and unit(tokens, after)[0].stem in used("hundred"))
                counted = counted or (index > start and hundred)  # 58 بالمئة من الناخبين, 12 في المئة من …
            else:
                word, after = Word("digits"), index + 1
                percent = index > start and tokens.form(index) in "%٪"
                counted = index + 1 < limit and (tokens.kind(index) == DIGITS or percent or self._decimal(index))
            if not counted:
                break
            index = after
        return index, word, after

    def _decimal(self, index: int) -> bool:
        """True for the mark inside a number: 86,3."""
        tokens = self.tokens
        inside = 0 < index < len(tokens) - 1 and tokens.kind(index - 1) == tokens.kind(index + 1) == DIGITS
        return inside and tokens.glued(index - 1) and tokens.glued(index)

    def _reading(self, word: Word, index: int, after: int, limit: int) -> Word | None:
        """What the word at token `index` is where somebody is named; None where it is a part of the clause."""
        tokens, form = self.tokens, self.tokens.form(index)
        if word.kind == "adverb" and self.ahead.as_title(index):
            word = subject(form) or word  # لكن متحدثا باسم …
        if word.kind == "verb" and self.ahead.said_before(index):
            word = Word("", stem=form)  # قال فكرت أوزار
        if tokens.kind(index) == WORD_TOKEN and self.ahead.called_so(index, limit):
            return Word("given", stem=form, given="-")
        titled = word.kind in ("name", "title", "") and not (word.article or word.prep or word.conj) and bool(word.given)
        if titled and word.kind != "title" and self.ahead.last_name(after, limit):
            return Word("given", stem=form, given=word.given)  # فارس الكيلاني
        if self.ahead.for_name(index, limit):
            return Word("given", gender="m", stem=form, given="m")  # قال باسم الكناني إن
        if word.article and word.stem in used("ministry") and self._of_country(after, limit):
            return word._replace(kind="body", sort="body", gender="f", number="s", given="")  # الدفاع الروسية
        if word.kind in CLAUSE or not word.stem or word.prep in ("ك", "ب") or (
                word.kind == "prep" and not is_name(tokens, index)):
            return None
        bare = word.kind == "" and not word.article and tokens.text[tokens.tokens[index].end - 1] == "ة"
        return word._replace(kind="noun") if bare and self._definite_next(after, limit) else word  # مرارة الهزيمة

    def _told(self, index: int) -> bool:
        """True right behind a verb of saying."""
        return index > 0 and self.tokens.kind(index - 1) == WORD_TOKEN and finite(self.tokens.form(index - 1))

    def _of_country(self, index: int, limit: int) -> bool:
        """True where a nationality in the feminine stands, which is a ministry's and no masculine field's."""
        if not self.ahead.free(index, limit):
            return False
        word, _ = unit(self.tokens, index)
        return word.kind == "nationality" and word.article and word.gender == "f" and not word.conj

    def _names_nobody(self, word: Word, index: int, after: int, limit: int, first: bool) -> bool:
        """True for an adverb, an object, somebody's thing, an action; `first` where no quantity stands before."""
        token = self.tokens.tokens[index]
        form, unknown = token.form, word.kind == ""
        his = form in used("honorific")  # سموه
        owned = word.kind in ("", "noun", "given") and ((word.owned and not his) or self.ahead.accusative(index))
        if owned and not first and word.number == "p" and lexicon.column("nouns", "human").get(word.stem) == "yes":
            owned = False  # أحد أفرادها
        aged = word.article and word.stem in used("age") and self.tokens.form(index - 1) == OUT_OF  # تبلغ من العمر
        if form in used("aside") or owned or aged or (first and self._of_noun(index, word)):
            return True  # من جهتها, حقًا, زيارة قادته إلى
        unowned = first and not his and (unknown or word.sort == "everyday")
        if unowned and not word.article and not word.given and self.ahead.possessed(index):
            return True  # تشكيكه
        if word.kind == "noun" and not word.given and accusative(form):
            return True  # اقتحم متجرا، وهو يصيح
        if not unknown:
            return False
        above = self.tokens.text[token.start] == "أ"  # ألتمان is no التماس
        action = masdar(word.stem) and not (above or self.ahead.names(after, limit) or self._between(index, after))
        state = len(form) > 4 and form[0] == "م" and form[-1] == "ا" and after < limit and self.tokens.form(after)[:1] == "ب"
        if accusative(form) or action or (state and not word.given):  # مرفوقا بتعليق
            return True  # دخل متجرا, لكنه حاول التقليل من …
        manner = self.tokens.text[token.end - 1] == "ة" and form not in lexicon.column("family_names") and (
            not self.ahead.free(after, limit))  # يضيف بحسرة: …
        return form[0] == "ب" and (masdar(form[1:]) or manner or self.tokens.text[token.start + 1] in HAMZAS)  # بتجميد

    def _of_noun(self, index: int, word: Word) -> bool:
        """A verb with its object behind a bare noun that it describes, or the owner of that noun: زيارة قادته إلى, لقاء جمعه
        بالتجار. A man's name with ة is no جمعه where the article writes the dots."""
        tokens = self.tokens
        if not index or tokens.kind(index - 1) != WORD_TOKEN or word.article != word.owned:
            return False
        noun, _ = unit(tokens, index - 1)
        bare = noun.kind in ("noun", "document") and not noun.article and not noun.owned
        return bare and self.ahead.possessed(index) and (word.owned or (bool(word.given) and self.ahead.dots))

    def _between(self, index: int, after: int) -> bool:
        """True for the only word between a verb of saying and أن: قال تورين إن can name no action."""
        tokens = self.tokens
        if index < 1 or tokens.kind(after) != WORD_TOKEN or tokens.kind(index - 1) != WORD_TOKEN:
            return False
        return finite(tokens.form(index - 1)) and unit(tokens, after)[0].kind == "that"

    def _opened(self, word: Word, start: int, index: int, after: int, limit: int) -> Draft:
        """The naming whose head `word` stands at token `index`."""
        draft = Draft(start, word, index, after, closed=word.article or word.kind in ("place", "name"))
        if his(tokens := self.tokens, index, word) and not (
                self.ahead.free(after, limit) and tokens.form(after).startswith(ARTICLE)):
            draft.closed = draft.sealed = True  # رئيسه نبيل …
        draft.indefinite = not word.article and (word.kind in ("title", "document", "noun") or word.sort == "outlet")
        nation = word.kind == "nationality"
        if self._described_by(word, after, limit):
            word = word._replace(kind="title", sort="occupation", number="s")  # الفلكي عيسى المنيع
            draft.head = word
        lead = unit(self.tokens, start)[0]
        draft.many = start != index and word.number == "p" and lead.kind == "quantity" and not (
            lead.stem in used("apposed") or lead.stem in used("one_of") or word.article is False)
        if self._construct_plural(word, after, limit):
            word = word._replace(kind="title", sort="people", gender="m", number="p")
            draft.head, draft.indefinite = word, False  # مناصرو المشروع
        bare = bool(word.given) and not word.article
        if word.kind == "nationality" and bare and self.ahead.names(after, limit):
            draft.name = (index, after)  # تركي آل الشيخ
        elif (word.kind == "title" and bare and self._both_given(after, limit, self._told(index))) or (
                word.kind == "noun" and bare and self._called(after, limit)):
            draft.name, draft.head = (index, after), word._replace(kind="given")  # سيد كمال; ويوضح سلامة أن, برهان سوليتو
        elif word.kind in DESCRIBED:
            draft.role = None if nation and word is draft.head else (start, after)  # الكرواتي لوكا بريتش: no office
        elif word.kind not in ("place", "name"):
            draft.name = (index, after)
        if draft.role is not None and word.sort == "rank":
            draft.ranked, draft.closed = start, True
        if word.kind == "body" and word.article and not word.sort.startswith("outlet"):
            draft.genders = frozenset((word.gender,))
        return draft

    def _described_by(self, word: Word, after: int, limit: int) -> bool:
        """An unknown word with article before a given name says what somebody is, and so does a nationality."""
        if word.kind == "nationality" and word.article and not word.conj and word.number == "s":
            return self._countryman(after, limit)
        if word.kind or not word.article or word.conj or word.given or not self.ahead.free(after, limit):
            return False
        following, end = unit(self.tokens, after)
        if following.stem in used("standing"):
            return True  # الأولى عالميا نادين كرم
        described = following.article and not (following.conj or following.prep or following.given)
        if described and following.kind in ("", "noun", "nationality") and self.ahead.free(end, limit):
            following, _ = unit(self.tokens, end)  # الحرفية الماهرة سلمى روس
            return following.kind == "given" and not following.article and not following.common
        return bool(following.given) and following.kind == "given" and not following.conj and not following.prep

    def _countryman(self, index: int, limit: int) -> bool:
        """True where a given name, or one or two foreign words (three with a given name) that end a naming, stand at
        `index`: الكرواتي لوكا بريتش."""
        end, most = index, 2
        while end < index + most and self.ahead.free(end, limit) and self.ahead.names(end, limit):
            name, after = unit(self.tokens, end)
            if name.article or self.ahead.verbal(end, limit) or self.ahead.accusative(end) or self.ahead.possessed(end):
                break
            if end == index and name.kind == "given":
                return True
            end, most = after, most + (end == index and bool(name.given))  # الفرنسي جان لوك دوبريه
            if self.ahead.closes(end, limit) or self.ahead.possessed(end):
                return True  # أعلن الإسباني رفائيل نادور انسحابه
        return False

    def _construct_plural(self, word: Word, after: int, limit: int) -> bool:
        """An unknown word in ـو before a noun with article: people of some sort, whom no list knows."""
        if word.kind or word.article or word.prep or word.given or len(word.stem) < LEAST or word.stem[-1] != "و":
            return False
        if not self.ahead.free(after, limit):
            return False
        following, _ = unit(self.tokens, after)
        return following.article and following.kind in ("noun", "body", "document") and not following.given and (
            not following.conj)

    def _definite_next(self, index: int, limit: int) -> bool:
        """True where a word with article follows that is no family name that a list knows."""
        if not self.ahead.free(index, limit):
            return False
        word, _ = unit(self.tokens, index)
        return word.article and not word.given and not word.conj and word.kind in ("", "noun", "document", "body")

    def _both_given(self, index: int, limit: int, told: bool) -> bool:
        """True where a given name and nothing of a noun phrase follows a title that is a given name too, or a family name
        with article does right behind a verb of saying: قال رائد الحلواني."""
        if not self.ahead.free(index, limit):
            return False
        word, after = unit(self.tokens, index)
        plain = word.kind == "given" and not word.article and not word.conj and not word.prep
        if told and word.article and not word.kind and word.stem.endswith("ي") and (
                word.stem not in lexicon.column("adjectives") and not self.ahead.names(after, limit)):
            return True
        return plain and not self.ahead.names(after, limit)

    def _called(self, index: int, limit: int) -> bool:
        """True where a noun that is a given name too is the name, by what follows: nothing of a noun phrase."""
        if self.ahead.last(index, limit):
            return True
        word, _ = unit(self.tokens, index)
        object_ = accusative(self.tokens.form(index)) and word.sort != "everyday"
        if object_ or (word.kind == "given" and not word.article):
            return True  # ويطرح رامي سؤالا
        family = word.article and word.kind in ("", "given") and not word.conj and not word.prep
        if family and self.tokens.form(index + 1) == ":" and word.stem not in lexicon.column("adjectives"):
            return True  # كمال القناوي: …
        family = family and self.tokens.form(index + 1) in COMMAS
        if family and word.stem not in lexicon.column("adjectives") and self.ahead.free(index + 2, limit):
            title, _ = unit(self.tokens, index + 2)  # رياض المؤمن، وزير البيئة، …
            return title.kind == "title" and not title.article and title.number == "s"
        plain = word.kind == "" and not word.article and not word.conj and not word.prep
        return plain and word.stem not in lexicon.column("adjectives") and not self.ahead.verbal(index, limit)
