"""What stands at a token, asked while a naming is read."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from components import lexicon, verbs
from components.extract.speakers.draft import CLAUSE, QUOTES, Phrase
from components.extract.speakers.lexemes import FINITE, Word, finite, told, unit, used, verb_is, word
from components.extract.speakers.states import said_of
from components.text.tokens import DIGITS, MARK, WORD, Tokens

MOST_PAIRS = 20  # places of two words that are looked at
LEAST = 3  # letters of a word from which no letter is cut
FOR = "باسم"
TANWIN = "\u064b"
POSSESSED = ("ته", "تها", "تهم", "هما")


@lru_cache(maxsize=100_000)
def _strange(form: str) -> bool:
    """False for a form that no place in a text makes a foreign word; a function word with آ and a name behind a letter that
    is no proclitic may be one."""
    known = word(form)
    return not known.kind or known.conj or bool(known.prep) or form[0] == "ا"


@dataclass(frozen=True)
class Ahead:
    """Questions about `tokens`. `halts` are tokens at which something else begins: a time, a quotation, a cue."""

    tokens: Tokens
    halts: Set[int] = field(default_factory=frozenset)
    contents: Set[int] = field(default_factory=frozenset)  # those of them at which what is said begins
    called: set[str] = field(default_factory=set)  # particles that are syllables of a foreign name in this article
    kept: dict[tuple[int, int, bool, int], Phrase | None] = field(default_factory=dict, repr=False)  # namings already read

    @cached_property
    def dotted(self) -> bool:
        """True where the article writes على without dots: there علي is the name."""
        return "على" in self.tokens.text

    @cached_property
    def dots(self) -> bool:
        """True where the article writes ة: there جمعه is no name."""
        return "ة" in self.tokens.text

    @cached_property
    def hamzas(self) -> bool:
        """True where the article writes hamzas: there يا begins no verb."""
        return "أ" in self.tokens.text

    @cached_property
    def forms(self) -> frozenset[str]:
        """All words of the article, folded."""
        return frozenset(token.form for token in self.tokens.tokens)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where two forms stand side by side that may be foreign words: a long text has too many pairs to keep them all."""
        strange = set(filter(_strange, self.tokens.distinct))
        found: dict[tuple[str, str], list[int]] = {}
        for index, (one, other) in enumerate(pairwise(self.tokens.tokens)):
            if one.form in strange and other.form in strange:
                found.setdefault((one.form, other.form), []).append(index)
        return found

    @cached_property
    def full_names(self) -> dict[tuple[str, str], list[int]]:
        """Where a given name stands before another word of a name, by both forms."""
        given, found = lexicon.column("given_names"), dict[tuple[str, str], list[int]]()
        for index, (one, other) in enumerate(pairwise(self.tokens.tokens)):
            if one.form in given and other.kind == WORD:
                found.setdefault((one.form, other.form), []).append(index)
        return found

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words of no list in يه and وه that look owned and are names: they stand right behind a verb of saying (وأكد لوفيه)
        and elsewhere behind a given name (بيير لوفيه). Actions (تبنيه) and what a known noun makes (محاميه) are none."""
        given, subjects, alone = lexicon.column("given_names"), set[str](), set[str]()
        nouns = (lexicon.column("nouns"), lexicon.column("adjectives"), lexicon.column("everyday_words"))
        for place in self.tokens.places.get("cue_verb", ()):
            form = self.tokens.form(place.after) if place.after < len(self.tokens) else ""
            if form.endswith(("يه", "وه")) and len(form) > LEAST + 1 and form[0] not in "تا" and not (
                    word(form[:-1]).kind or word(form[:-2]).kind):
                subjects.add(form)
                if form[-2] == "ي" and place.entry.get("part") == "past" and not place.entry.get("pronoun") and (
                        self.closes(place.after + 1, len(self.tokens)) or unit(self.tokens, place.after + 1)[0].prep == "ل"):
                    alone |= {form} - {form for each in nouns if form[:-2] in each or form[:-1] in each}
        return frozenset(alone).union(other.form for one, other in pairwise(self.tokens.tokens if subjects else ())
                         if other.form in subjects and one.form in given)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in the article."""
        return Counter(token.form for token in self.tokens.tokens)

    def told_with(self, first: int) -> bool:
        """True where the verb of saying right before token `first` says ب of what it tells: أفاد, اعترف, أقر."""
        return any(place.kind == "cue_verb" and place.after == first and "ب" in str(place.entry.get("prep") or "").split()
                   for place in (self.tokens.opening.get(first - 1, ()) if first else ())) or (
                       first > 0 and self.tokens.form(first - 1) in used("orders"))  # أمر الوالي بصرف تعويضات

    def asks(self, first: int) -> bool:
        """True where the verb right before token `first` takes whom it speaks to as its object: طالب, دعا, شكر."""
        return first in self.asked

    @cached_property
    def asked(self) -> frozenset[int]:
        """The tokens right behind such a verb: every naming asks."""
        return frozenset(place.after for place in self.tokens.places.get("cue_verb", ())
                         if place.after == place.first + 1 and place.entry.get("part") in FINITE and verb_is(
                             str(place.entry.get("lemma")), "takes_object"))

    def called_upon(self, first: int) -> bool:
        """True where the verb right before token `first` calls upon somebody: طالب النائب … الوزير بفتح تحقيق."""
        before = self.tokens.opening.get(first - 1, ()) if first else ()
        return any(place.kind == "cue_verb" and place.after == first and "asks_of" in place.entry.uses for place in before)

    def one_name(self, index: int) -> bool:
        """True where token `index` and the one before are foreign words that the article has together elsewhere too, where
        no title leads to them: لشركة فولكس فاغن, where فولكس فاغن stands alone or behind شركة."""
        if index < 1 or not (self._foreign(index) and self._foreign(index - 1)):
            return False
        for other in self.pairs.get((self.tokens.form(index - 1), self.tokens.form(index)), ())[:MOST_PAIRS]:
            if other == index - 1 or other < 2 or self.tokens.kind(other - 1) != WORD:
                continue
            lead, before = unit(self.tokens, other - 1)[0], unit(self.tokens, other - 2)[0]
            if lead.kind != "title" and not lead.article and not before.article and before.kind != "title":
                return True
        return False

    def opened(self, index: int, limit: int) -> int:
        """The first token behind marks that only dress a name: «رويترز», #جعجع."""
        tokens = self.tokens
        while index < limit and tokens.kind(index) == MARK and (tokens.form(index) in QUOTES or tokens.form(index) == "#"):
            index += 1
        return index

    def dressed(self, index: int, limit: int) -> bool:
        """False where the mark at token `index` surely opens no naming: it dresses none, or a verb stands behind it. Cheap,
        for it is asked at every mark before a verb."""
        form = self.tokens.form(index)
        if form not in QUOTES and form != "#":
            return False
        behind = self.opened(index + 1, limit)
        if behind >= limit:
            return False
        kind, form = self.tokens.kind(behind), self.tokens.form(behind)
        if kind != WORD:
            return kind == DIGITS
        return unit(self.tokens, behind)[0].kind not in CLAUSE or form in self.called or form in used("syllable")

    def free(self, index: int, limit: int) -> bool:
        """True where a word stands at `index` at which nothing else begins."""
        return index < limit and index not in self.halts and self.tokens.kind(index) == WORD

    def last(self, index: int, limit: int) -> bool:
        """True where the naming can go no further at token `index`: its room, a mark, or a word that ends it."""
        if not self.free(index, limit):
            return True
        word, _ = unit(self.tokens, index)
        return word.kind in CLAUSE or word.kind == "prep"

    def names(self, index: int, limit: int) -> bool:
        """True where token `index` can go on with a personal name."""
        if index >= limit or self.tokens.kind(index) != WORD:
            return False
        word, _ = unit(self.tokens, index)
        return not word.conj and not word.prep and (bool(word.given) or word.kind in ("", "joint"))

    def starts_name(self, index: int, limit: int) -> bool:
        """True where token `index` may begin the name that a title is waiting for."""
        if not self.free(index, limit):
            return False
        word, after = unit(self.tokens, index)
        if word.conj or word.prep or self.verbal(index, limit) or said_of(self.tokens, index, limit):
            return False
        if word.given and word.article and after < limit and unit(self.tokens, after)[0].prep:
            return False  # اللاعبة، الفائزة بالبطولة
        titled = word.kind == "title" and bool(word.given) and not word.article
        if titled and self.names(after, limit) and self.closes(unit(self.tokens, after)[1], limit):
            return True  # نائب المدير، رائد قاسم، …
        given = bool(word.given) and word.kind not in ("title", "body", "document")
        return given or word.kind == "joint" or (word.kind == "" and not word.article)

    def verbal(self, index: int, limit: int) -> bool:
        """A word of no list that looks like a verb of the present, with more of its clause behind it. What begins with ت is
        as often a masdar (تأديب)."""
        form = self.tokens.form(index)
        if len(form) < 4 or form[0] not in "يس" or (form[0] == "س" and form[1] not in "يت"):
            return False
        token = self.tokens.tokens[index]
        if form[:2] == "يا" and self.tokens.text[token.start + 1] == "ا" and self.hamzas:
            return False  # يانسن: a verb would have a hamza
        known = unit(self.tokens, index)[0].kind or form in used("foreign_syllable")
        return not known and not self.last(index + 1, limit)

    def said_before(self, index: int) -> bool:
        """True where a verb of saying stands just before token `index`, which is no verb then, though it looks like one."""
        said = index > 0 and index - 1 in self.halts and index not in self.halts and finite(self.tokens.form(index - 1))
        return said and self.like_verb(index) and not self.possessed(index)

    def last_name(self, index: int, limit: int) -> bool:
        """True where token `index` is a family name that ends a naming: الكناني, one of the list of such names."""
        if not self.free(index, limit):
            return False
        word, after = unit(self.tokens, index)
        form = self.tokens.form(index)
        over = self.closes(after, limit) or unit(self.tokens, after)[0].kind == "title" or self.possessed(after)
        if word.conj or word.prep or not over or form in lexicon.column("adjectives"):
            return False
        family = form in lexicon.column("family_names") or word.stem in used("trade_name")
        nisba = word.article and not word.kind and word.stem.endswith("ي") and word.stem not in lexicon.column("adjectives")
        return nisba or (family and not word.article) or (word.kind == "given" and not word.common)

    def for_name(self, index: int, limit: int) -> bool:
        """True where باسم is somebody's first name: قال باسم الكناني إن; not قال باسم الوفد إن."""
        told = index > 0 and self.tokens.kind(index - 1) == WORD and finite(self.tokens.form(index - 1))
        if not told or self.tokens.form(index) != FOR or not self.last_name(index + 1, limit):
            return False
        self.is_first_name(index)
        return True

    def is_first_name(self, index: int) -> None:
        """Token `index` is a man's name from now on, whatever else the form is elsewhere."""
        self.tokens.units[index] = Word("given", gender="m", stem=self.tokens.form(index), given="m"), index + 1

    def as_title(self, index: int) -> bool:
        """True where an accusative that is an adverb elsewhere is somebody's title: لكن متحدثا …, وأفاد متحدثا باسم …"""
        return self.tokens.form(index - 1) in used("before_subject") or self.tokens.form(index + 1) == "باسم"

    def like_verb(self, index: int) -> bool:
        """A word of no list that has the shape of a verb: سيلبي, فكرت."""
        form = self.tokens.form(index)
        functions = lexicon.column("np_function_words")
        return unit(self.tokens, index)[0].kind == "verb" and verbs.is_finite(form) and form not in functions and (
            not finite(form))

    def leaning(self, index: int) -> bool:
        """True behind a bare head noun or a preposition, where a noun must stand: بنك ستاندرد, لدى يونايتد."""
        word, _ = unit(self.tokens, index - 1)
        return word.kind == "prep" or (word.kind == "body" and not word.article)

    def syllable(self, index: int, limit: int, named: bool = False) -> bool:
        """A particle that is a syllable of a foreign name: لو تشينغ، المتحدث …, لي كه تشيانغ, and with `named` behind other
        syllables كيم يونغ هو. What stands around it must be of no list and end like a name."""
        tokens, form = self.tokens, self.tokens.form(index)
        if len(form) > 3 or form not in used("syllable") or (not named and form in used("last_syllable")):
            return False
        if named:
            end = index + 1
            while end < limit and tokens.kind(end) == WORD and self._foreign(end):
                end += 1
            kinds = ("",) if form not in used("surname_syllable") and end == index + 1 else ("", "given")  # جان لويس لي مي
            before = tokens.form(index - 1) in used("before_syllable") or unit(tokens, index - 1)[0].kind in kinds
            found = before and self.closes(end, limit)
        else:
            end = index + 1
            while end < limit and tokens.kind(end) == WORD and self._foreign(end):
                end += 1
            found = end > index + 1 and self.closes(end, limit)
        if found:
            self.called.add(form)
        return found

    def called_so(self, index: int, limit: int) -> bool:
        """True where a particle at `index` begins a foreign name, or is one that this article has shown to be so."""
        return self.tokens.form(index) in self.called or self.syllable(index, limit)

    def _foreign(self, index: int) -> bool:
        word, _ = unit(self.tokens, index)
        return not word.kind and not word.article and not word.conj and not word.prep and index not in self.halts

    def foreign_name(self, index: int, limit: int) -> bool:
        """True for a word of no list at token `index` that is no verb: ريبوبليكا; not صحيفة لا تصدق."""
        verb = verbs.is_finite(self.tokens.form(index)) or self.tokens.form(index)[0] in "يت"
        return self.free(index, limit) and self._foreign(index) and not verb

    def closes(self, index: int, limit: int) -> bool:
        """True where a naming is over at token `index`: the end of its room, a mark, أن, a title set behind it."""
        tokens = self.tokens
        if index >= limit or index in self.halts or tokens.kind(index) != WORD:
            return True
        word, _ = unit(tokens, index)
        return word.kind in ("that", "prep") or (word.kind in ("title", "body", "name") and word.article)

    def family(self, word: Word, index: int, after: int, limit: int) -> bool:
        """A family name that looks like something else: like a word behind ب, ف, ل (بيومي, فلاح), like a verb."""
        if not word.kind and word.article and self.tokens.form(index)[:3] in ("كال", "فال"):
            return self.last(after, limit) or self.starts_name(after, limit)  # البروفيسور كالدويل
        plain = word.kind in ("", "given", "joint") and not (word.conj or word.prep)
        if plain or word.article or word.kind in ("nationality", "title", "body", "place"):
            return False
        form = self.tokens.form(index)
        return after == index + 1 and self.last(after, limit) and form in lexicon.column("family_names")

    def told_by_name(self, index: int) -> bool:
        """True for ل with a name of no list that the article has without it: قال لبوتين, where بوتين stands too."""
        form = self.tokens.form(index)
        return form[0] == "ل" and len(form) > 5 and form[1:] in self.forms and not unit(self.tokens, index)[0].article

    def described(self, index: int, limit: int) -> bool:
        """True for an indefinite noun at token `index` with its adjective, and a word behind it: لصحيفة محلية …"""
        if not (self.free(index + 1, limit) and self.free(index + 2, limit)) or unit(self.tokens, index)[0].article:
            return False
        quality, after = unit(self.tokens, index + 1)
        agrees = quality.kind == "nationality" or quality.stem in lexicon.column("adjectives")
        return agrees and not quality.article and after == index + 2

    def listener(self, index: int, limit: int) -> bool:
        """True where somebody who is told stands between tokens `index` and `limit`: أعضاء البرلمان, الصحفيين."""
        while index < limit and self.tokens.kind(index) == WORD and index not in self.halts:
            word, after = unit(self.tokens, index)
            if told(word) or (word.kind == "title" and word.number == "p"):
                return True
            index = after
        return False

    def spelled_out(self, index: int, limit: int) -> bool:
        """A letter of a foreign abbreviation (آر إن سي): the next token is one too, or the one before and this is no other
        word: in «بي بي سي إن» the last is إن, in «سي إن إن» none is."""
        letters, form = lexicon.column("letter_names"), self.tokens.form(index)
        if form not in letters:
            return False
        if form == self.tokens.form(index - 1) != self.tokens.form(index - 2) in letters:
            return True
        if index + 1 < limit and self.tokens.form(index + 1) in letters:
            return True
        return self.tokens.form(index - 1) in letters and unit(self.tokens, index)[0].kind not in (*CLAUSE, "prep")

    def possessed(self, index: int) -> bool:
        """A word with an object or owner at its end (أحضره, شهادتها): a ه without dots, so no ة."""
        token = self.tokens.tokens[index]
        if token.form.endswith(POSSESSED) and self.tokens.text[token.end - 1] != "ة":  # بوشتة
            return True
        if token.form.endswith("الله"):
            return False  # عطالله
        return len(token.form) > 3 and self.tokens.text[token.end - 1] == "ه" and not (
            token.form.endswith("ييه") or token.form in self.surnames)  # بارنييه

    def accusative(self, index: int) -> bool:
        """A word that is written with the ending of an adverb: صرحت نانسي معلقةً."""
        token = self.tokens.tokens[index]
        return token.end - token.start != len(token.form) and TANWIN in self.tokens.text[token.start:token.end]
