"""The parties of an article: short names, titles alone and bare nouns go back to the fullest naming of the same party."""

from collections.abc import Sequence
from dataclasses import dataclass

from components import lexicon
from components.extract.actors import kin
from components.extract.actors.again import described_again, named_again
from components.extract.actors.counterpart import own_office
from components.extract.actors.known import MOST_ALIKE, Known
from components.extract.actors.names import LEAST_ALIKE, alike, covered
from components.extract.actors.party import Party, kind_of, office
from components.extract.speakers.draft import Member
from components.extract.speakers.lexemes import Word, unit, used
from components.text.tokens import DIGITS


@dataclass
class Cast(Known):
    """All parties of one article. First `learn` every full naming, then `resolve` namings in text order."""

    def resolve(self, member: Member, at: int, gender: str = "", number: str = "") -> Party:
        """The party that `member` names, a new one if nobody before or behind it fits."""
        family = kin.of_family(self, member) if kin.relative(self.tokens, member) else None
        member = self.known_office(self.surname(self.settled(member)))
        if family is not None:
            party = family
        else:
            party = self._named(member, at, gender) if member.name is not None else self._described(member, at, gender)
        party.seen = at
        if gender and number != "p" and party.kind == "person":
            party.gender = gender
        return party

    def _named(self, member: Member, at: int, gender: str) -> Party:
        assert member.name is not None
        keys = self.name_keys(member.name)
        alone = len(keys) == 1 and member.role is None  # عبود may be نوال عبود
        gender = gender if alone else self.gender_of(member) or gender
        if alone and keys[0] in self.shorts:
            return self.shorts[keys[0]]
        party = self._shorter(keys, at, gender) if self._run_together(member, keys) else self.person_of(keys, at, gender)
        if party is None:
            party = (self._body_called(keys, at) or self._shorter(keys, at, gender) or self._behind_letter(keys, at)
                     or self._misspelt(member, keys))
        if party is None:
            party = self._add(Party("person", "named", keys[-1] if keys else "", self.text(*member.name), keys,
                                    begin=at, gender=gender))
            self._index(party, keys)
        if party.kind == "person" and member.role is not None and keys and member.first not in self.learned:
            self._person(member, keys)
        return party

    def _body_called(self, keys: tuple[str, ...], at: int) -> Party | None:
        """A body by the words of its name that are no common nouns: رويترز for وكالة رويترز."""
        wanted = frozenset(keys)
        pool = {id(p): p for key in keys for p in self.by_key.get(key, ())[:MOST_ALIKE]
                if p.kind == "organization" and len(p.keys) <= len(keys) + 3}
        return self.nearest([p for p in pool.values() if covered(wanted, p.keys)], at)

    def _behind_letter(self, keys: tuple[str, ...], at: int) -> Party | None:
        """Somebody known whose name has a preposition or و before it that no list told apart: وفقا لكامبل."""
        if not keys or keys[0][0] not in "لبوف" or len(keys[0]) < 5:
            return None
        return self.person_of((keys[0][1:], *keys[1:]), at, exact=True)

    def _misspelt(self, member: Member, keys: tuple[str, ...]) -> Party | None:
        """A body whose head noun has two letters changed about: الوزراة where the ministry was named."""
        word, after = unit(self.tokens, member.first)
        if len(keys) > 1 or after != member.after or not word.article or word.kind:
            return None
        return next((p for p in self.parties[::-1][:MOST_ALIKE] if p.kind == "organization" and len(p.head) > LEAST_ALIKE
                     and sorted(p.head) == sorted(keys[0]) and alike(p.head, keys[0])), None)

    def _shorter(self, keys: tuple[str, ...], at: int, gender: str) -> Party | None:
        """Somebody known whose name was read a word too far: تلقى كاسن سؤالا."""
        if keys[-1:] and keys[-1] in used("generation"):
            return None  # ترامب الابن
        for length in range(len(keys) - 1, 0, -1):
            party = self.person_of(keys[:length], at, gender, exact=True)
            if party is not None and alike(keys[length - 1], party.name_keys[-1]):
                return party
        return None

    def _described(self, member: Member, at: int, gender: str) -> Party:
        head, first = member.head, self.start(member)
        keys = self.keys(first, member.after) - used("again")
        if head.kind == "name" and head.stem in self.shorts:
            return self.shorts[head.stem]
        witness = head.stem in used("witness") and self._definite(member)  # شاهد العيان
        back = head.article or witness or self.tokens.form(member.first) in used("again")
        bare = keys - used("describing")
        found = []
        if head.kind == "body" and head.article and len(keys) > 1 and bare == {head.stem}:  # الشركة الناشئة
            found = [p for p in self._alike(head, bare, back) if p.seen >= 0 and p.kind == "organization"]
            found = [p for p in found if p.head == head.stem] or found
        if not found and head.kind == "body" and len(keys) == 2 and (head.article or keys & used("trade")):
            found = [p for p in described_again(self.by_key.get(head.stem, ())[:MOST_ALIKE], head, keys) if p.seen >= 0]
        found = found or own_office(self._alike(head, keys, back), keys) or self._her_office(head, keys)
        if found:
            spoken = [p for p in found if p in self.speakers] if head.article and head.kind == "body" else []
            party = spoken[0] if len(spoken) == 1 else self.nearest(found, at)
            assert party is not None
            return party
        party = named_again(self, member, keys, at, gender) if back else None
        if party is not None:
            return party
        return self._new(member, keys, first, at)

    def compatible(self, keys: frozenset[str], party: Party) -> bool:
        """False where a nationality among `keys` speaks against somebody whose title shows another one of his own: the
        coach of an English club may be المدرب الألماني."""
        nations = keys & lexicon.column("nationalities").keys()
        return not nations or not party.nations or bool(nations & party.nations) or bool(nations & party.keys)

    def _alike(self, head: Word, keys: frozenset[str], back: bool) -> list[Party]:
        """Parties that can be meant by a title or noun with its modifiers: the same words first, then more words."""
        stem = office(head.stem)
        pool = self.by_key.get(stem.split()[0] if " " in stem else stem, ())[:MOST_ALIKE]
        same = [p for p in pool if p.keys == keys]
        if head.kind == "title" and head.article and len(keys) == 1 and (told := self._told_fuller(pool, head, stem)):
            return told
        if same and head.kind == "body":
            fuller = [p for p in pool if p.kind == "organization" and keys < p.keys and len(p.keys) < len(keys) + 4]
            own = [p for p in fuller if p.head not in used("board") - {stem}]
            if len(own) == 1 and len(keys) > 1 and (
                    len(fuller) == 1 or own[0].keys - keys <= lexicon.column("nationalities").keys()):
                return own  # الخارجية الروسية is وزارة الخارجية الروسية
        if same and head.kind != "name":
            return same
        wider = [p for p in pool if covered(keys, p.keys) and (back or p.kind != "unnamed" or len(keys) > 1)
                 and (stem in p.heads or head.kind not in ("title", "document"))]
        if head.kind == "title" and not back and len(keys) < 2:
            wider = []
        if head.kind in ("body", "name", "document") and not back and len(keys) < 2 and head.kind != "name":
            wider = []
        if head.kind in ("body", "name"):
            wider = [p for p in wider if p.kind == "organization" and (head.kind == "body" or len(p.keys) < len(keys) + 3)]
        if head.kind == "name" and head.sort == "body":  # الأمم المتحدة is not الجمعية العامة للأمم المتحدة
            wider = [p for p in wider if p.keys == keys or p.head in used("kind_of_body")]
        if head.kind == "name" and (fuller := [p for p in wider if len(p.keys) > len(keys)]):
            return fuller  # نيويورك تايمز is صحيفة نيويورك تايمز
        if head.kind == "body" and head.article:
            boards = used("board") - {stem}
            wider = [p for p in wider if p.head not in boards] or wider  # الشركة is no مجلس إدارة شركة
        if head.kind == "place":
            wider = [p for p in wider if p.kind == "place"]
        if not wider and head.kind == "title" and (same_office := self._same_office(pool, head, keys)):
            return same_office
        if not wider and head.article and 1 < len(keys) < 4 and head.kind in ("title", "body"):
            sole = stem in used("monarch")
            alone = [p for p in pool if (stem in p.heads or p.head == stem) and (len(p.keys) > 1 or sole)]
            alone = [p for p in alone if (len(keys) == 2 or p.kind == "unnamed") and self.compatible(keys, p)]
            if len(alone) > 1:
                alone = [p for p in alone if head.stem in p.articled]  # الرئيس التركي is no رئيس الوزراء
            return alone if len(alone) == 1 else []  # المدرب الأرجنتيني where one coach is named
        return wider

    def _her_office(self, head: Word, keys: frozenset[str]) -> list[Party]:
        """The woman whose office the text has in the masculine: رئيسة الوزراء behind رئيس الوزراء البريطاني نادين ماي."""
        if head.kind != "title" or head.gender != "f" or head.number != "s" or head.stem[-1] != "ه" or len(keys) < 2:
            return []
        his = head._replace(stem=head.stem[:-1])
        found = self._alike(his, keys - {head.stem} | {his.stem}, False)
        return found if len(found) == 1 and found[0].kind == "person" and found[0].gender == "f" else []

    def _same_office(self, pool: Sequence[Party], head: Word, keys: frozenset[str]) -> list[Party]:
        """The only person named before who holds the office over the same group: قائد الكتائب الموالية للجنوب is قائد كتائب
        الساحل; not where a country of one is none of the other's."""
        groups = keys & used("group") if head.stem not in used("speaks_for") else frozenset()
        countries = lexicon.column("nationalities").keys() & keys
        found = [p for p in pool if p.kind == "person" and p.seen >= 0 and office(head.stem) in p.heads and groups & p.keys]
        return found if groups and len(found) == 1 and not (countries - found[0].keys - found[0].nations) else []

    def _told_fuller(self, pool: Sequence[Party], head: Word, stem: str) -> list[Party]:
        """The only source named before that المسؤولان or المصادر can be, told by more than its head: مسؤولان في الوزارة."""
        numbers = ("p", "d") if head.number == "p" else (head.number or "s",)  # للمسؤولين may be two
        fuller = [p for p in pool if p.kind == "unnamed" and p.seen >= 0 and stem in p.heads and len(p.keys) > 1
                  and p.number in numbers]
        persons = any(p.kind == "person" and stem in p.heads for p in pool)
        return fuller if len(fuller) == 1 and not persons else []

    def speaker_before(self, at: int, gender: str = "", number: str = "s") -> Party | None:
        """The party that spoke last before token `at` and agrees; a person if there is one."""
        for party in reversed(self.speakers):
            if party.kind == "person" and party.agrees(gender, number):
                return party
        people = [p for p in self.parties[:MOST_ALIKE * 4]
                  if p.kind == "person" and p.name_keys and p.agrees(gender, number)]
        return self.nearest([p for p in people if p.gender == gender] or people, at)

    def _definite(self, member: Member) -> bool:
        """True where a word with article closes the chain: كاتب عام النقابة."""
        return any(unit(self.tokens, index)[0].article for index in range(member.head_at + 1, member.after))

    def _new(self, member: Member, keys: frozenset[str], first: int, at: int) -> Party:
        head = member.head
        kind, openness = kind_of(head, head.article or self._definite(member))
        amount = unit(self.tokens, member.first)[0]
        counted = self.tokens.kind(member.first) == DIGITS and head.kind == "title"  # 14 دبلوماسيا
        alone = head.stem in used("one_more")  # قال آخر
        several = counted or (amount.kind == "quantity" and head.number == "" and not alone)  # بعض الناس
        number = "p" if several else head.number or "s"
        if self.tokens.form(first) in used("one_of"):
            number, openness = "s", "unnamed"
        name = self.text(first, member.after)
        if self.tokens.form(member.head_at) != head.stem and self.tokens.form(member.head_at).endswith(head.stem + "ا"):
            name = " ".join(part.removesuffix("ا").rstrip("ً") for part in name.split())  # مصدرا حكوميا
        party = self._add(Party(kind, openness, head.stem, name, keys=keys, begin=at,
                                heads=frozenset((office(head.stem),)), nations=self._nations(member), gender=head.gender,
                                number=number, definite=head.article))
        self._index(party, keys)
        return party
