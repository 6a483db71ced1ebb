"""Whose the name behind a relative is: والد الطفلة ريم الهلالي is the girl's father, who has another name."""

from typing import TYPE_CHECKING

from components.extract.actors.party import Party
from components.extract.speakers.draft import Member
from components.extract.speakers.lexemes import unit, used
from components.text.tokens import WORD as WORD_TOKEN
from components.text.tokens import Tokens

if TYPE_CHECKING:
    from components.extract.actors.known import Known

MOST = 60  # parties that are looked at


def relative(tokens: Tokens, member: Member) -> bool:
    """True where the name in `member` is that of the other whom a relative is told by: شقيقة الأسير سامي الهلالي; not where
    a comma sets the name apart, nor where its gender is the relative's alone: والد الطفلة سعيد الهلالي."""
    head, inner = member.head, unit(tokens, member.head_at)[1]
    if head.stem not in used("kin_of") or head.article or member.name is None or member.role is None or (
            member.head_at != member.first or not inner < member.name[0] == member.role[1]):
        return False
    other, _ = unit(tokens, inner)
    if not other.article or other.kind != "title" or other.number not in ("s", "") or other.prep or other.conj:
        return False
    if head.stem in used("agent") and other.sort == "office":
        return False  # وكيل الوزير is an office
    if any(tokens.kind(index) != WORD_TOKEN for index in range(inner, member.name[0])):
        return False
    given = unit(tokens, member.name[0])[0].given
    return not (given == head.gender and other.gender not in ("", given))


def other(tokens: Tokens, member: Member) -> Member:
    """The one whom the relative `member` is told by, with the title that stands with the name."""
    assert member.name is not None
    first = unit(tokens, member.head_at)[1]
    head, _ = unit(tokens, first)
    return Member(first, member.after, head, first, (first, member.name[0]), member.name)


def of_family(known: "Known", member: Member) -> Party | None:
    """The only person named in the article who has the family name of the other and the gender of the relative: مسعود
    الهلالي for والد الطفلة ريم الهلالي; None where nobody or more than one has."""
    assert member.name is not None
    keys = known.name_keys(member.name)
    gender = member.head.gender
    found = [party for party in known.by_key.get(keys[-1], ())[:MOST]
             if party.kind == "person" and len(party.name_keys) > 1 < len(keys) and party.name_keys[-1] == keys[-1]
             and party.name_keys[0] != keys[0] and party.gender in ("", gender)]
    alone = found[0] if len(found) == 1 else None
    return alone if alone is not None and (not alone.roles or alone.heads & used("kin_of")) else None
