"""Everything Isnad refuses, as one line for the reader.

IsnadError
├── UsageError        the call itself was wrong
├── UnreadableFile    there is no such file, or it may not be read
├── EmptyText         nothing but blanks, or nothing at all
├── NotArabic         a text without enough Arabic in it
├── NotText           bytes that are no text
├── Undecodable       text in an encoding that could not be told
├── TooLarge          more than the engine takes
├── UnknownKind       a kind of file that is not read
├── BrokenFile        a file of a known kind that is damaged
│   ├── LockedFile    it wants a password
│   └── ScannedFile   its pages are pictures
├── BadLine           a line of a .jsonl file that is no article
└── LexiconError      a word list that does not hold what it should
"""


class IsnadError(Exception):
    """One line for the reader: `where` the file or entry, `what` is wrong, `mend` the next thing to try.

    `code` names the kind of error for those who translate it; all parts are in `args`, so it pickles.
    """

    code = "error"

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(where, what, mend)

    @property
    def where(self) -> str:
        return str(self.args[0])

    @property
    def what(self) -> str:
        return str(self.args[1])

    @property
    def mend(self) -> str:
        return str(self.args[2])

    def __str__(self) -> str:
        return "{}: {}; {}".format(*self.args)


def shown(text: str) -> str:
    """`text` on one line that can do no harm in a terminal: controls, direction marks and lone surrogates escaped.

    >>> shown("a\\u202eb\\n")
    'a\\\\u202eb\\\\n'
    """
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)


class UsageError(IsnadError):
    code = "usage"


class UnreadableFile(IsnadError):
    code = "unreadable"


class EmptyText(IsnadError):
    code = "empty"


class NotArabic(IsnadError):
    code = "not_arabic"


class NotText(IsnadError):
    code = "not_text"


class Undecodable(IsnadError):
    code = "undecodable"


class TooLarge(IsnadError):
    code = "too_large"


class UnknownKind(IsnadError):
    code = "unknown_kind"


class BrokenFile(IsnadError):
    code = "broken"


class LockedFile(BrokenFile):
    code = "locked"


class ScannedFile(BrokenFile):
    code = "scan"


class BadLine(IsnadError):
    """`id` is the line's own id where it could be read."""

    code = "bad_line"
    id: str | int | float | None = None


class LexiconError(IsnadError):
    code = "lexicon"
