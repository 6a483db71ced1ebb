"""The noun phrase that names somebody: titles, rank, name, what is apposed; where it begins and where it ends."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple

from components import lexicon
from components.extract.speakers.lexemes import Word, is_name, told, unit
from components.text.tokens import LINE, MARK, Tokens
from components.text.tokens import WORD as WORD_TOKEN

QUOTES = frozenset("\"«»“”„‟'‘’‹›")
CLOSING = {"«": "»", "“": "”", "„": "“", "‘": "’", "‹": "›"}
COMMAS = frozenset("،,")
LONGEST = 24  # tokens of one naming; what is longer is no name but a clause
SELVES = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم", "عينه"))  # المتحدث نفسه
HUMAN = frozenset(("title",))
QUARTERS = frozenset(("شمال", "جنوب", "شرق", "غرب"))
PROPER = frozenset(("", "given", "name", "joint"))
CLAUSE = frozenset(("that", "stop", "cue", "verb", "adverb"))


def _saying(word: Word) -> bool:
    """A noun of saying: في بيان, في مؤتمر صحفي tell how something was said and belong to no title."""
    return word.stem in lexicon.column("sayings") or word.kind == "document"


class Member(NamedTuple):
    """One of those named together. Token ranges, end exclusive: `role` the title with what belongs to it, `name` the
    person's proper name; each None where there is none. `head` is the word that says what kind of source it is."""

    first: int
    after: int
    head: Word
    head_at: int
    role: tuple[int, int] | None
    name: tuple[int, int] | None
    inner: int = -1  # a second title inside the first, to which the name may belong: المتحدث باسم الرئيس جورج بوش


class Phrase(NamedTuple):
    """A naming as written: code points `start` to `end`, tokens `first` to `after`, and who is named in it."""

    start: int
    end: int
    first: int
    after: int
    members: tuple[Member, ...]


@dataclass
class _Draft:
    """A member while it is read. `closed`: a definite word has closed the chain of its title; `firm`: the end that is
    sure, while something that belongs to it only if a name follows is being read."""

    first: int
    head: Word
    head_at: int
    closed: bool = False
    indefinite: bool = False
    role: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    after: int = 0
    firm: int | None = None
    ranked: int | None = None
    apposed: bool = False
    second: bool = False
    inner: int = -1
    sealed: bool = False  # closed by a word with article: no bare noun can go on

    def frozen(self) -> Member:
        after = self.after if self.firm is None else self.firm
        role = self.role
        if role is not None:
            role = (role[0], min(role[1], after))
            if self.ranked is not None and not self.apposed:
                role = (role[0], self.ranked) if self.ranked > role[0] else None
        return Member(self.first, after, self.head, self.head_at, role, self.name, self.inner)


@dataclass
class Reader:
    """Reads namings out of `tokens`. `halts` are tokens at which something else begins: a time, a quotation, a cue."""

    tokens: Tokens
    halts: Set[int] = field(default_factory=frozenset)
    objects: bool = False  # the verb takes whom it is told to as its object: أخبر رايدر الصحفيين

    def read(self, first: int, limit: int) -> Phrase | None:
        """The naming that begins at token `first`, before token `limit`; None where none begins there."""
        limit = min(limit, first + LONGEST, len(self.tokens))
        first = self._opened(first, limit)
        draft = self._begin(first, limit)
        if draft is None:
            return None
        members = []
        index = draft.after
        while index < limit:
            step = self._step(draft, index, limit)
            if step is None:
                break
            if isinstance(step, _Draft):
                members.append(draft)
                draft = step
                index = draft.after
            else:
                index = step
        members.append(draft)
        done = tuple(member.frozen() for member in members)
        last = done[-1].after - 1
        word, _ = unit(self.tokens, first)
        begin = self.tokens.inner(first, word.skip) if word.skip else self.tokens.tokens[first].start
        return Phrase(begin, self.tokens.tokens[last].end, first, last + 1, done)

    # ---- how it begins ----------------------------------------------------------------------------------------

    def _opened(self, index: int, limit: int) -> int:
        """The first token behind marks that only dress a name: «رويترز», #جعجع."""
        while index < limit and self.tokens.kind(index) == MARK and (
                self.tokens.form(index) in QUOTES or self.tokens.form(index) == "#"):
            index += 1
        return index

    def _begin(self, index: int, limit: int) -> _Draft | None:
        if index >= limit:
            return None
        start, word, after = index, Word(""), index
        while index < limit:  # سبعة أعضاء, أحد المعتصمين, عدد من التجار
            if self.tokens.kind(index) == WORD_TOKEN:
                word, after = unit(self.tokens, index)
                counted = word.kind == "quantity" or (word.kind == "prep" and word.stem == "من" and index > start)
            else:
                word, after = Word("digits"), index + 1
                counted = self.tokens.kind(index) == "digits" and index + 1 < limit
            if not counted:
                break
            index = after
        if word.kind in CLAUSE or not word.stem or (word.kind in ("prep", "digits") and not is_name(self.tokens, index)):
            return None
        if self.tokens.kind(index) != WORD_TOKEN or word.prep in ("ك", "ب"):
            return None
        draft = _Draft(start, word, index, closed=word.article or word.kind in ("place", "name"), after=after)
        draft.indefinite = not word.article and word.kind in ("title", "document", "noun")
        if word.kind == "nationality" and word.given and not word.article and self._names(after, limit):
            draft.name = (index, after)  # تركي آل الشيخ
        elif word.kind in ("title", "body", "document", "noun", "nationality", "quantity"):
            draft.role = (start, after)
        elif word.kind not in ("place", "name"):
            draft.name = (index, after)
        if draft.role is not None and word.sort == "rank":
            draft.ranked = start
            draft.closed = True
        return draft

    # ---- how it goes on ---------------------------------------------------------------------------------------

    def _step(self, draft: _Draft, index: int, limit: int) -> "int | _Draft | None":
        """Take token `index` into `draft` (the next token is given back), begin another member, or end (None)."""
        tokens = self.tokens
        kind = tokens.kind(index)
        if index in self.halts or kind == LINE:
            return None
        if kind == MARK:
            return self._mark(draft, index, limit)
        if kind == "digits":  # السويداء 24, القناة 12
            return self._take(draft, index + 1) if draft.head.sort == "outlet" else None
        word, after = unit(tokens, index)
        if tokens.form(index) in SELVES:
            return self._take(draft, index + 1)
        if self._spelled_out(index, limit):  # شركة آر إن سي
            return self._take(draft, index + 1)
        if word.kind == "verb" and word.given and draft.closed and draft.name is None and self._names(after, limit):
            word = Word("given", gender=word.given, stem=word.stem, given=word.given)  # اللواء بات رايدر
        if word.kind in CLAUSE:
            return self._take(draft, after) if self._van(draft, index, limit) else None
        if after > limit:
            return None
        if word.kind == "prep":
            if draft.closed and is_name(tokens, index) and not self._last(after, limit):
                word = Word("given", gender="m", stem=word.stem, given="m")
            else:
                return self._preposition(draft, word, index, limit)
        if word.conj:
            return self._joined(draft, word, index, after, limit)
        if word.prep:
            return self._linked(draft, word, index, after, limit)
        if self._verbal(index, limit):
            return None
        if draft.name is not None and not draft.apposed:
            return self._in_name(draft, word, index, after, limit)
        return self._in_title(draft, word, index, after, limit)

    def _take(self, draft: _Draft, after: int, name: int | None = None) -> int:
        """Lengthen `draft` to token `after`; from token `name` on it is the person's name."""
        if name is not None:
            if draft.role is not None:
                draft.role = (draft.role[0], min(draft.role[1], name))
            draft.name = (name, after)
            draft.firm = None
        elif draft.name is not None and draft.name[1] == draft.after and not draft.apposed:
            draft.name = (draft.name[0], after)
        elif draft.role is not None and not draft.second:
            draft.role = (draft.role[0], after)
        draft.after = after
        return after

    def _in_name(self, draft: _Draft, word: Word, index: int, after: int, limit: int) -> "int | None":
        assert draft.name is not None
        length = draft.after - draft.name[0]
        if word.kind == "title" and (word.number == "p" or told(word)):
            return None  # أخبر رايدر الصحفيين
        if word.kind == "title" and not (word.given and not word.article):
            if self._last(after, limit) and word.article and length == 1:
                return self._take(draft, after)  # محمد الشيخ
            return self._appose(draft, word, index, after)
        if word.kind == "" and not word.article and self.tokens.form(index).endswith(("ته", "تها", "تهم")):
            return None
        if self.objects and word.article and length > 1:
            return None  # وعدت أنجيلا ميركل الصيد بالمساعدة
        if word.kind == "" and length > 1 and word.stem[0] in "تي" and not self._last(after, limit):
            return None  # أنجلينا جولي تتفقد مخيما
        if word.article and word.kind != "given":
            return self._take(draft, after) if self._surname(draft, word, length, after, limit) else None
        if word.kind in ("given", "joint", "") and length < 7:
            return self._take(draft, after)
        return None

    def _surname(self, draft: _Draft, word: Word, length: int, after: int, limit: int) -> bool:
        """A word with article that belongs to the name: يوسف الشاهد, محمد شياع السوداني; not صلاح الأضواء, غولن المقيم."""
        if told(word) or word.sort == "office" or length > 4 or word.kind in ("body", "document") or word.owned:
            return False
        first = unit(self.tokens, draft.name[0] if draft.name else draft.first)[0]
        if length == 1:
            return bool(first.given) or (draft.role is not None and word.kind in ("", "nationality", "place"))
        if word.kind in ("", "nationality", "place") and word.stem.endswith("ي"):
            return True
        return word.kind == "" and not word.stem.startswith("م") and self._last(after, limit)

    def _in_title(self, draft: _Draft, word: Word, index: int, after: int, limit: int) -> "int | None":
        if draft.head.kind == "place" or (draft.head.kind == "name" and word.kind != "nationality"):
            return None
        if draft.closed and (word.owned or (word.article and word.kind == "body" and draft.head.kind == "body" and draft.sealed)):
            return None  # الرئيس التركي حليفه السابق, السلطات البريطانية الحكومة الروسية
        if self.objects and word.article and draft.closed and (
                told(word) or word.kind in ("body", "place") or (word.kind == "title" and word.sort == "office")):
            return None
        if word.article:
            if (draft.closed and draft.head.kind in HUMAN and word.given and word.kind in ("given", "", "place")
                    and not word.common and not draft.apposed):
                return self._take(draft, after, index)  # رئيس الحكومة الحبيب الصيد
            if word.kind == "title" and word.sort == "rank" and draft.ranked is None and draft.closed:
                draft.ranked = index
            if word.kind == "title" and word.sort == "office" and (not draft.closed or draft.indefinite) and not draft.apposed:
                draft.inner = index
            draft.closed = draft.sealed = True
            return self._take(draft, after)
        if word.kind == "title" and word.sort == "rank":
            draft.ranked, draft.closed = index if draft.ranked is None else draft.ranked, True
            return self._take(draft, after)
        named = draft.head.kind in HUMAN and draft.head.number != "p"
        if draft.closed and named and not draft.apposed and (word.given or word.kind in ("", "joint")):
            return self._take(draft, after, index)
        if word.given and draft.head.sort == "people" and draft.after == draft.head_at + 1 and not draft.head.article:
            draft.closed = True  # شقيق تشارلي رولي: the name is the other's
            draft.apposed = True
            return self._take(draft, after)
        if word.given and draft.head.kind in HUMAN and not word.common and not draft.apposed:
            return self._take(draft, after, index)  # ضابط سابق اسمه … is rarer than ضابط أحمد
        if draft.closed and not named and word.kind != "place" and (draft.sealed or draft.head.article or word.kind not in PROPER):
            return None  # ونشرت الشبكة مقطع الفيديو
        if draft.closed and word.kind == "title":
            draft.closed = False
            return self._take(draft, after)
        if draft.closed and word.kind == "noun" and draft.sealed:
            return None
        if word.kind == "place" or (word.kind == "" and not draft.indefinite) or word.kind == "name":
            draft.closed = True
        return self._take(draft, after)

    def _appose(self, draft: _Draft, word: Word, index: int, after: int) -> int | None:
        """What somebody is, after the name: مارك زوكربيرغ مؤسس فيسبوك."""
        if self.objects and word.article:
            return None
        if draft.role is not None and draft.ranked != draft.role[0] and draft.head.sort != "occupation":
            draft.after, draft.apposed, draft.closed = after, True, word.article  # a second title: the first stays the role
            draft.name = draft.name
            draft.second = True
            return after
        draft.role, draft.apposed, draft.closed, draft.after = (index, after), True, word.article, after
        draft.indefinite, draft.head, draft.head_at = not word.article, word, index
        return after

    def _van(self, draft: _Draft, index: int, limit: int) -> bool:
        """مايكل فان is no فإن where the hamza is not written and nothing follows that فإن could govern."""
        token = self.tokens.tokens[index]
        return (draft.name is not None and not draft.apposed and token.form == "فان" and "إ" not in
                self.tokens.text[token.start:token.end] and self._last(index + 1, limit))

    def _spelled_out(self, index: int, limit: int) -> bool:
        """A letter of a foreign abbreviation: the next token is one too, or the one before and this is no other word."""
        letters, form = lexicon.column("letter_names"), self.tokens.form(index)
        if form not in letters:
            return False
        if index + 1 < limit and self.tokens.form(index + 1) in letters:
            return True
        return self.tokens.form(index - 1) in letters and unit(self.tokens, index)[0].kind not in (*CLAUSE, "prep")

    def _names(self, index: int, limit: int) -> bool:
        """True where token `index` can go on with a personal name."""
        if index >= limit or self.tokens.kind(index) != WORD_TOKEN:
            return False
        word, _ = unit(self.tokens, index)
        return not word.conj and not word.prep and (bool(word.given) or word.kind in ("", "joint"))

    def _last(self, index: int, limit: int) -> bool:
        """True where the naming can go no further at token `index`: its room, a mark, or a word that ends it."""
        if index >= limit or index in self.halts or self.tokens.kind(index) != WORD_TOKEN:
            return True
        word, _ = unit(self.tokens, index)
        return word.kind in CLAUSE or word.kind == "prep"

    def _verbal(self, index: int, limit: int) -> bool:
        """A word of no list that looks like a verb of the present, with more of its clause behind it."""
        form = self.tokens.form(index)
        if len(form) < 4 or form[0] not in "يتس" or unit(self.tokens, index)[0].kind:
            return False
        if form[0] == "س" and form[1] not in "يت":
            return False
        if form[0] == "ت":  # as often a masdar: تأديب, تنسيق
            return False
        return not self._last(index + 1, limit)

    # ---- marks, prepositions, و ------------------------------------------------------------------------------

    def _mark(self, draft: _Draft, index: int, limit: int) -> int | None:
        tokens, form = self.tokens, self.tokens.form(index)
        if form in QUOTES:
            return self._quoted(draft, index, limit)
        if form in COMMAS:
            return self._after_comma(draft, index, limit)
        if form == "(":
            return self._bracketed(draft, index, limit)
        if form == "#" and index + 1 < limit:
            draft.after = index + 1
            return index + 1
        joined = tokens.glued(index - 1) and tokens.glued(index) and index + 1 < limit
        if (form in "-‐‑–ـ" or form in ".'’" and len(tokens.form(index - 1)) == 1) and joined:
            return self._take(draft, index + 2)
        if form == "." and len(tokens.form(index - 1)) == 1 and tokens.glued(index - 1) and index + 1 < limit:
            return self._take(draft, index + 1)  # د. أحمد
        return None

    def _quoted(self, draft: _Draft, index: int, limit: int) -> int | None:
        """A short name in quotation marks goes along: وكالة "رويترز" للأنباء."""
        form = self.tokens.form(index)
        close = CLOSING.get(form, form)
        for end in range(index + 2, min(index + 7, limit)):
            if self.tokens.form(end) == close:
                if draft.name is not None and not draft.apposed:
                    return self._take(draft, end + 1)
                draft.closed = True
                return self._take(draft, end + 1)
            if self.tokens.kind(end) == LINE:
                break
        return None

    def _bracketed(self, draft: _Draft, index: int, limit: int) -> int | None:
        """What stands in brackets is passed over, if the naming goes on behind it."""
        for end in range(index + 1, min(index + 6, limit)):
            if self.tokens.form(end) == ")":
                if draft.name is None and end + 1 < limit and self._starts_name(end + 1, limit):
                    return self._take(draft, unit(self.tokens, end + 1)[1], end + 1)
                return None
        return None

    def _starts_name(self, index: int, limit: int) -> bool:
        if index >= limit or index in self.halts or self.tokens.kind(index) != WORD_TOKEN:
            return False
        word, _ = unit(self.tokens, index)
        if word.conj or word.prep or self._verbal(index, limit):
            return False
        return (bool(word.given) and word.kind not in ("title", "body", "document")) or (word.kind == "" and not word.article)

    def _after_comma(self, draft: _Draft, index: int, limit: int) -> int | None:
        """A name after its title, or a title after its name, set off by a comma."""
        after = self._opened(index + 1, limit)
        if after >= limit or after in self.halts or self.tokens.kind(after) != WORD_TOKEN:
            return None
        word, end = unit(self.tokens, after)
        if draft.name is None and draft.head.kind == "title":
            if self._starts_name(after, limit) or (word.kind == "title" and word.sort == "rank"):
                if word.kind == "title":
                    draft.firm = draft.firm or draft.after
                    draft.ranked = after if draft.ranked is None else draft.ranked
                    draft.after = end
                    return end
                return self._take(draft, end, after)
            if word.kind == "prep" and word.stem == "في" and end < limit and not _saying(unit(self.tokens, end)[0]):  # مسؤول …، في لجنة …، السناتور …
                draft.firm = draft.firm or draft.after
                return self._take(draft, after + 1)
            return None
        if draft.name is not None and not draft.apposed and word.kind in ("title", "quantity") and not word.conj and not word.prep:
            if word.kind == "quantity":
                word, end = unit(self.tokens, end) if end < limit else (word, end)
                if word.kind not in ("title", "body"):
                    return None
            if draft.role is not None and draft.ranked != draft.role[0]:
                return None
            draft.role, draft.apposed, draft.closed, draft.after = (after, end), True, word.article, end
            draft.head, draft.head_at, draft.indefinite = word, after, not word.article
            return end
        return None

    def _preposition(self, draft: _Draft, word: Word, index: int, limit: int) -> int | None:
        """A preposition that belongs to the title: المتحدث باسم الوزارة, المسؤول عن الديوان, مصدر في الوزارة."""
        if draft.name is not None and not draft.apposed or index + 1 >= limit or index + 1 in self.halts:
            return None
        if self.tokens.kind(index + 1) != WORD_TOKEN:
            quoted = self.tokens.form(index + 1) in QUOTES and word.stem in ("في", "باسم") and draft.head.kind == "title"
            return self._tentative(draft, index + 1) if quoted else None
        inner, _ = unit(self.tokens, index + 1)
        stem = word.stem
        if stem == "باسم" and draft.head.kind in ("title", "document"):
            draft.closed = False
            return self._take(draft, index + 1)
        if draft.head.kind == "document":
            return None
        if stem == "من" and (draft.first != draft.head_at or draft.indefinite) and inner.kind not in CLAUSE:
            draft.closed = False
            return self._take(draft, index + 1)
        if inner.kind in CLAUSE or inner.kind == "prep" or _saying(inner) or draft.head.kind != "title":
            return None
        if f"{draft.head.stem} {stem}" in lexicon.column("title_prepositions"):  # المسؤول عن الديوان
            draft.closed = False
            return self._take(draft, index + 1)
        if stem in ("في", "لدي", "داخل", "الي", "ضمن"):
            if draft.indefinite and stem in ("في", "داخل", "لدي", "ضمن") and not draft.apposed:
                draft.closed = False
                return self._take(draft, index + 1)
            return self._tentative(draft, index + 1)
        return None

    def _tentative(self, draft: _Draft, after: int) -> int:
        if draft.firm is None and not draft.apposed:
            draft.firm = draft.after
        draft.closed = False
        return self._take(draft, after)

    def _linked(self, draft: _Draft, word: Word, index: int, after: int, limit: int) -> int | None:
        """ل or ب written together with the next noun: الديوان الوطني للزيت, أستاذ بجامعة القاهرة; but للصحفيين is who is told."""
        if draft.name is not None and not draft.apposed:
            return None
        if draft.head.kind in ("place", "name"):
            return None
        outsider = told(word) or word.sort == "outlet" or word.kind == "name"
        if draft.head.kind == "document":
            return self._take(draft, after) if word.prep == "ل" else None
        if outsider and not (word.prep == "ب"):
            if draft.head.kind != "title" or draft.apposed:
                return None if not draft.apposed else self._take(draft, after)
            return self._tentative_closed(draft, word, after)
        if word.prep == "ك" or word.kind in CLAUSE or _saying(word) and word.prep == "ب":
            return None
        if word.prep == "ب" and draft.head.kind == "body" and word.kind not in ("place", "body"):
            return None
        if draft.head.kind == "body" and unit(self.tokens, draft.after - 1)[0].kind == "place" and (
                word.stem not in lexicon.column("complements")):
            return None  # ضغطت على حكومة العراق للتساؤل
        draft.closed = word.article or word.kind == "place"
        return self._take(draft, after)

    def _tentative_closed(self, draft: _Draft, word: Word, after: int) -> int:
        firm = draft.firm if draft.firm is not None else draft.after
        self._take(draft, after)
        draft.firm, draft.closed = firm, word.article or word.kind == "name"
        return after

    def _joined(self, draft: _Draft, word: Word, index: int, after: int, limit: int) -> "int | _Draft | None":
        """و goes on with the same phrase (الكاتب والإعلامي السعودي) or begins another member (… والمرصد السوري)."""
        if word.prep or word.kind in CLAUSE or word.owned:
            return None  # ومقره لندن
        if word.kind == "prep":  # الشرق الأوسط وشمال أفريقيا
            ahead = after < limit and word.stem in QUARTERS and unit(self.tokens, after)[0].kind == "place"
            return self._take(draft, unit(self.tokens, after)[1]) if ahead and draft.role is not None else None
        if word.kind == "" and not word.article:
            named = draft.name is not None and not draft.apposed and self._last(after, limit)
            return self._take(draft, after) if named else None
        if draft.name is None and draft.head.kind == "title" and word.kind in ("title", "") and draft.head.sort == "occupation":
            draft.closed = word.article
            return self._take(draft, after)
        heads = word.kind in ("title", "body", "name", "place", "given") and word.sort != "loose"
        if word.kind == "document":
            heads = draft.head.kind in ("document", "place", "name") or draft.indefinite
        if draft.head.kind == "title" and draft.head.sort == "office" and word.article and word.kind == "body":
            heads = draft.head.article or draft.name is not None  # وزير الداخلية والجماعات المحلية
        own = heads and (word.kind in ("name", "place") or draft.name is not None or draft.head.kind in ("place", "name") or draft.head.article
                         or draft.indefinite or not word.article)
        if own:
            return self._begin_member(draft, index, limit)
        if draft.name is not None and not draft.apposed or draft.head.kind in ("place", "name"):
            return None
        if word.article or (not draft.closed and word.kind == "noun"):
            draft.closed = draft.closed or word.article
            return self._take(draft, after)
        return None

    def _begin_member(self, draft: _Draft, index: int, limit: int) -> "_Draft | None":
        fresh = self._begin(index, limit)
        if fresh is not None:
            fresh.first = index
        return fresh
