"""What stands at a token, asked while a naming is read."""

from collections.abc import Set
from dataclasses import dataclass, field

from components import lexicon
from components.extract.speakers.draft import CLAUSE, QUOTES
from components.extract.speakers.lexemes import unit
from components.text.tokens import MARK, Tokens
from components.text.tokens import WORD as WORD_TOKEN


@dataclass(frozen=True)
class Ahead:
    """Questions about `tokens`. `halts` are tokens at which something else begins: a time, a quotation, a cue."""

    tokens: Tokens
    halts: Set[int] = field(default_factory=frozenset)

    def opened(self, index: int, limit: int) -> int:
        """The first token behind marks that only dress a name: «رويترز», #جعجع."""
        tokens = self.tokens
        while index < limit and tokens.kind(index) == MARK and (tokens.form(index) in QUOTES or tokens.form(index) == "#"):
            index += 1
        return index

    def free(self, index: int, limit: int) -> bool:
        """True where a word stands at `index` at which nothing else begins."""
        return index < limit and index not in self.halts and self.tokens.kind(index) == WORD_TOKEN

    def last(self, index: int, limit: int) -> bool:
        """True where the naming can go no further at token `index`: its room, a mark, or a word that ends it."""
        if not self.free(index, limit):
            return True
        word, _ = unit(self.tokens, index)
        return word.kind in CLAUSE or word.kind == "prep"

    def names(self, index: int, limit: int) -> bool:
        """True where token `index` can go on with a personal name."""
        if index >= limit or self.tokens.kind(index) != WORD_TOKEN:
            return False
        word, _ = unit(self.tokens, index)
        return not word.conj and not word.prep and (bool(word.given) or word.kind in ("", "joint"))

    def starts_name(self, index: int, limit: int) -> bool:
        """True where token `index` may begin the name that a title is waiting for."""
        if not self.free(index, limit):
            return False
        word, _ = unit(self.tokens, index)
        if word.conj or word.prep or self.verbal(index, limit):
            return False
        given = bool(word.given) and word.kind not in ("title", "body", "document")
        return given or word.kind == "joint" or (word.kind == "" and not word.article)

    def verbal(self, index: int, limit: int) -> bool:
        """A word of no list that looks like a verb of the present, with more of its clause behind it. What begins with ت is
        as often a masdar (تأديب)."""
        form = self.tokens.form(index)
        if len(form) < 4 or form[0] not in "يس" or (form[0] == "س" and form[1] not in "يت"):
            return False
        return not unit(self.tokens, index)[0].kind and not self.last(index + 1, limit)

    def spelled_out(self, index: int, limit: int) -> bool:
        """A letter of a foreign abbreviation (آر إن سي): the next token is one too, or the one before and this is no other
        word: in «بي بي سي إن» the last is إن."""
        letters, form = lexicon.column("letter_names"), self.tokens.form(index)
        if form not in letters:
            return False
        if index + 1 < limit and self.tokens.form(index + 1) in letters:
            return True
        return self.tokens.form(index - 1) in letters and unit(self.tokens, index)[0].kind not in (*CLAUSE, "prep")
