"""A naming while it is read, and the records that come of it."""

from dataclasses import dataclass
from typing import NamedTuple

from components import lexicon
from components.extract.speakers.lexemes import Word

QUOTES = frozenset("\"«»“”„‟'‘’‹›")
COMMAS = frozenset("،,")
CLAUSE = frozenset(("that", "stop", "cue", "verb", "adverb"))  # kinds of word that end a naming


class Member(NamedTuple):
    """One of those named together. Token ranges, end exclusive: `role` the title with what belongs to it, `name` the
    person's proper name; each None where there is none. `head` is the word that says what kind of source it is; `inner`
    a second title inside the first, to which the name may belong (المتحدث باسم الرئيس جورج بوش), or -1."""

    first: int
    after: int
    head: Word
    head_at: int
    role: tuple[int, int] | None
    name: tuple[int, int] | None
    inner: int = -1


class Phrase(NamedTuple):
    """A naming as written: code points `start` to `end`, tokens `first` to `after`, and who is named in it."""

    start: int
    end: int
    first: int
    after: int
    members: tuple[Member, ...]


class Here(NamedTuple):
    """The word that is looked at: its token, the token after it, and the token that no naming may reach."""

    word: Word
    at: int
    after: int
    limit: int


@dataclass(slots=True)
class Draft:
    """A member while it is read. `closed`: a definite word or a proper name has closed the chain of the title; `sealed`:
    it was a word with article, after which no bare noun can go on; `firm`: the end that is sure, while something is read
    that belongs to it only if a name follows; `ranked`: where a rank begins; `apposed`: a title behind the name."""

    first: int
    head: Word
    head_at: int
    after: int
    closed: bool = False
    sealed: bool = False
    indefinite: bool = False
    role: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    firm: int | None = None
    ranked: int | None = None
    apposed: bool = False
    second: bool = False
    many: bool = False  # several, of whom none is named: بعض اللاعبين, 40 نائبا
    full: bool = False  # a name inside a title has ended it: no further noun joins
    inner: int = -1
    behind: int = -1  # where a title behind the name begins
    before: tuple[int, tuple[int, int] | None, Word, int] | None = None  # as it was before a title behind the name
    genders: frozenset[str] = frozenset()  # of a definite body and its genitives: what follows must agree with one

    @property
    def in_name(self) -> bool:
        """True while the words read last are the person's proper name."""
        return self.name is not None and not self.apposed

    @property
    def human(self) -> bool:
        """True where the head is the title of one person (or of one of several), whose name may follow."""
        return self.head.kind == "title" and not self.many and (self.head.number != "p" or self.first != self.head_at)

    def frozen(self) -> Member:
        after = self.after if self.firm is None else self.firm
        role = self.role
        if role is not None:
            role = (role[0], min(role[1], after))
            if self.ranked is not None and not self.apposed:
                role = (role[0], self.ranked) if self.ranked > role[0] else None
        return Member(self.first, after, self.head, self.head_at, role, self.name, self.inner)

    def take(self, after: int, closed: bool | None = None) -> int:
        """Lengthen it to token `after`, which is given back."""
        if self.in_name and self.name is not None and self.name[1] == self.after:
            self.name = (self.name[0], after)
        elif self.role is not None and not self.second:
            self.role = (self.role[0], after)
        self.after = after
        if closed is not None:
            self.closed, self.sealed = closed, self.sealed and closed
        return after

    def begin_name(self, first: int, after: int) -> int:
        """The person's name begins at token `first`; what stood before is sure."""
        if self.role is not None:
            self.role = (self.role[0], min(self.role[1], first))
        self.name, self.after, self.firm = (first, after), after, None
        return after

    def tentative(self, after: int, closed: bool = False) -> int:
        """Lengthen it to token `after` for the case that a name follows."""
        if not self.apposed:
            self.firm = self.after if self.firm is None else self.firm
        return self.take(after, closed)

    def appose(self, word: Word, first: int, head_at: int, after: int) -> int:
        """A title behind the name: مارك زوكربيرغ مؤسس فيسبوك. A second one is in the mention; the first stays the role."""
        short = self.role is not None and self.role == (self.first, self.first + 1)  # النائب: an apposed title says more
        self.behind = first
        if self.role is not None and self.ranked != self.role[0] and self.head.sort != "occupation" and not short:
            self.second = True
        else:
            self.role, self.head, self.head_at, self.indefinite = (first, after), word, head_at, not word.article
        self.apposed, self.closed, self.sealed, self.after = True, word.article, word.article, after
        return after

    def rank(self, first: int) -> None:
        """A rank begins at token `first`: it belongs to the mention, not to the role."""
        self.ranked = first if self.ranked is None else self.ranked


def saying(word: Word) -> bool:
    """A noun of saying: في بيان, في مؤتمر صحفي tell how something was said and belong to no title."""
    return word.stem in lexicon.column("sayings") or word.kind == "document"
