"""Who is meant by a title that says too little to tell people apart: المسؤول, المرأة, المصدر نفسه."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components import lexicon
from components.extract.actors.party import Party
from components.extract.speakers.draft import Member
from components.extract.speakers.lexemes import Word, used

if TYPE_CHECKING:
    from components.extract.actors.cast import Cast

MOST = 60  # parties that are looked at


def named_again(cast: "Cast", member: Member, keys: frozenset[str], at: int, gender: str) -> Party | None:
    """Who has spoken and is named again, though none of the words need be known; None for somebody new."""
    head = member.head
    gender = head.gender or gender
    if cast.tokens.form(member.first) in used("again") or cast.tokens.form(member.after - 1) in used("self"):
        sorts = used("source") if head.stem in used("source") else {head.stem}
        same = next((party for party in reversed(cast.speakers) if sorts & (party.heads | {party.head})), None)
        if same is None and head.stem in used("source"):
            return _last_source(cast) or cast.speaker_before(at, gender)
        return same or cast.speaker_before(at, gender)
    if head.stem in used("witness"):
        return _of_kin(cast, gender, "witness")  # روت هالة فريد، إحدى شهود العيان، …. وأكدت شاهدة العيان
    if head.number not in ("s", "") or not head.article:
        return None
    if len(keys) == 1 and head.stem in used("source"):
        return cast.speakers[-1] if cast.speakers and cast.speakers[-1].openness != "collective" else None
    if len(keys) == 1 and head.stem in used("kin") and not head.owned:
        return _of_kin(cast, gender, "kin")
    if len(keys) == 1 and head.stem in used("speaker"):
        return cast.speaker_before(at, gender)
    if not _vague(head, keys):
        return None
    nations = keys & lexicon.column("nationalities").keys()
    for party in reversed(cast.speakers if nations else ()):
        his = bool(nations & (party.nations | party.keys))
        fits = party.kind == "person" and cast.compatible(keys, party)
        if party.agrees(gender, "s") and (fits or (his and party.kind == "unnamed")):
            return party
    last = cast.speaker_before(at, gender)
    return last if last is not None and cast.compatible(keys, last) else None


def described_again(parties: Sequence[Party], head: Word, keys: frozenset[str]) -> list[Party]:
    """The body that is named again by its head noun with an adjective: المرصد البيئي is المرصد السوري لحقوق البيئة, الصحيفة
    البريطانية the only paper named, شركة التعدين the only company."""
    quality = next(iter(keys - {head.stem}), "")
    same = [party for party in parties if party.kind == "organization" and party.head == head.stem and party.keys != keys]
    if head.sort.startswith("outlet") and quality in lexicon.column("nationalities"):
        plain = same[0].openness == "outlet" and not same[0].keys & lexicon.column("nationalities").keys() if same else False
        return same if plain and len(same) == 1 else []
    if quality in used("trade"):
        fullest = max(same, key=lambda party: len(party.keys), default=None)
        return [fullest] if fullest is not None and all(party.keys <= fullest.keys for party in same) else []
    noun = quality.removesuffix("ه").removesuffix("ي")
    return [party for party in same if noun != quality and party.keys & {noun, noun + "ه"}]


def _last_source(cast: "Cast") -> Party | None:
    """Who spoke last, be it a body: أفاد بلاغ للوزارة …. وأضاف المصدر ذاته; the outlet named last where nobody has."""
    spoke = next((party for party in reversed(cast.speakers) if party.openness not in ("document", "collective")), None)
    outlets = [party for party in cast.parties[:MOST] if party.openness == "outlet" and party.seen >= 0]
    return spoke or (cast.speakers[-1] if cast.speakers else max(outlets, key=lambda party: party.seen, default=None))


def _of_kin(cast: "Cast", gender: str, use: str) -> Party | None:
    """Who spoke last, if that is somebody without an office: وقالت سلوى … وأضافت الأم."""
    last = cast.speakers[-1] if cast.speakers else None
    if last is None or last.gender != gender:
        return None
    if last.openness in ("unnamed", "role") and last.number == "s" and last.heads & used(use):
        return last  # قالت والدة الضحية …. وأضافت الأم
    if last.kind != "person" or last.openness != "named":
        return None
    return last if not last.roles or last.heads & used(use) else None


def _vague(head: Word, keys: frozenset[str]) -> bool:
    """A title that tells people apart too little: المسؤول; with no more than a nationality an occupation, or الزعيم."""
    if head.kind != "title":
        return False
    plain = all(key in lexicon.column("nationalities") for key in keys - {head.stem})
    return head.stem in used("vague") or (plain and (head.sort == "occupation" or head.stem in used("leading")))
