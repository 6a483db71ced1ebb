"""One party of an article, and what its head noun makes of it."""

from dataclasses import dataclass, field

from components import lexicon
from components.extract.speakers.lexemes import Word, used
from components.model import ActorKind, Openness


@dataclass(eq=False)
class Party:
    """One person, body or source. `keys` are the folded words of everything it was called, `name_keys` those of a
    person's name; `at` the tokens where it is named; `seen` the last of them that the reading has passed, or -1."""

    kind: ActorKind
    openness: Openness
    head: str
    name: str
    name_keys: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    articled: frozenset[str] = frozenset()  # those heads that came with the article: الرئيس, not رئيس الوزراء
    nations: frozenset[str] = frozenset()  # nationalities said of the party itself, not of what it belongs to
    gender: str = ""
    number: str = "s"
    definite: bool = False
    roles: list[str] = field(default_factory=list)
    issuer: "Party | None" = None
    mentions: set[tuple[int, int]] = field(default_factory=set)
    seen: int = -1
    lent: bool = False  # its office is that of its counterpart
    begin: int = 0

    @property
    def role(self) -> str | None:
        return self.roles[0] if self.roles else None

    def agrees(self, gender: str, number: str) -> bool:
        """True unless gender or number of a verb speaks against this party as its subject."""
        if number == "p":
            return self.number in ("p", "d")
        if number == "s" and self.number == "p" and self.kind == "unnamed" and self.gender != "f":
            return False  # مصادر, as all plurals of things, takes قالت
        return not gender or self.gender in ("", gender)


def masculine(stem: str) -> str:
    """A nationality in its dictionary form, so that المسؤول الفرنسي is found in مسؤول في الرئاسة الفرنسية."""
    forms = lexicon.column("nationalities", "of")
    return lexicon.key(forms[stem]) if stem in forms else stem


def office(stem: str) -> str:
    """A title, the same for two words for one office: العاهل is الملك, الناطق is المتحدث."""
    for use in ("monarch", "spokesman", "spokeswoman"):
        if stem in used(use):
            return min(used(use))
    return stem


def one_case(stem: str) -> str:
    """Duals and plurals by their ending in one form: مصدرين أمنيين are المصدران الأمنيان."""
    return stem[:-2] + "ون" if len(stem) > 5 and stem.endswith(("ين", "ان")) else stem


def edges(key: str) -> tuple[str, str]:
    """What one changed letter leaves at least one of: the first two letters, the last two."""
    return key[:2] + "-", "-" + key[-2:]


def kind_of(head: Word, definite: bool) -> tuple[ActorKind, Openness]:
    """What sort of actor a head noun makes, and how openly it is named; `definite` where it can be only one."""
    if head.kind == "place":
        return "place", "named"
    if head.kind in ("body", "name"):
        return "organization", "outlet" if head.sort.startswith("outlet") else "named"
    if head.kind == "document":
        return "unnamed", "document"
    if head.number in ("p", "d"):
        return "unnamed", "collective"
    if head.kind == "title" and head.sort in ("office", "occupation", "rank"):
        return ("person", "role") if definite or head.sort == "office" else ("unnamed", "unnamed")
    if head.kind == "title":
        return "unnamed", "unnamed"
    return "unnamed", "collective" if head.article else "unnamed"
