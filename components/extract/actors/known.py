"""What is known of the parties of an article: what they are called, their full namings, who is called so."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from components.extract.actors import kin
from components.extract.actors.counterpart import counterpart
from components.extract.actors.names import alike, name_keys, within
from components.extract.actors.party import Party, edges, masculine, office, one_case
from components.extract.speakers.draft import COMMAS, Member
from components.extract.speakers.lexemes import his, unit, used
from components.model import Openness
from components.text.tokens import WORD as WORD_TOKEN
from components.text.tokens import Tokens

ARTICLE, LEAST = "ال", 5  # letters of a word from which its article is cut
NICKNAME = 3  # tokens of المعروف بنائب الدراجة
MOST_ALIKE = 60  # parties looked at for one naming, so that time stays straight in length


@dataclass
class Known:
    """All parties of one article as far as full namings have shown them: `learn` every one of these first."""

    tokens: Tokens
    parties: list[Party] = field(default_factory=list)
    by_key: dict[str, list[Party]] = field(default_factory=dict)
    compared: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    learned: set[int] = field(default_factory=set)  # tokens at which a learned naming begins
    cut: set[int] = field(default_factory=set)  # tokens whose first letter is the ل of وفقا ل
    shorts: dict[str, Party] = field(default_factory=dict)  # bodies by the short names set behind them in brackets
    by_edge: dict[str, list[Party]] = field(default_factory=dict)
    speakers: deque[Party] = field(default_factory=lambda: deque(maxlen=MOST_ALIKE))  # in the order of their speeches

    # ---- what a member is called ------------------------------------------------------------------------------

    def text(self, first: int, after: int, signs: bool = False) -> str:
        """Tokens `first` to `after` as a name: without proclitics, a swallowed article put back, blanks made single; the
        signs of a hashtag stay only with `signs`."""
        tokens = self.tokens
        word, _ = unit(tokens, first)
        skip = word.skip or (1 if first in self.cut else 0)
        begin = tokens.inner(first, skip) if skip else tokens.tokens[first].start
        written = tokens.text[begin:tokens.tokens[after - 1].end].rstrip("،,")
        text = " ".join((written if signs else written.replace("#", "").replace("_", " ")).split())
        form = tokens.form(first)
        if word.prep == "ل" and word.article and not form[word.skip:].startswith("ال"):
            text = "ا" + text
        return text

    def name_keys(self, name: tuple[int, int]) -> tuple[str, ...]:
        """The words of a personal name as they are compared."""
        keys = name_keys(self.tokens, *name)
        return (keys[0][1:], *keys[1:]) if name[0] in self.cut and keys else keys

    def keys(self, first: int, after: int) -> frozenset[str]:
        """The words of tokens `first` to `after` by which a description is compared."""
        kept = self.compared.get((first, after))
        if kept is not None:
            return kept
        found: list[str] = []
        index = first
        while index < after:
            if self.tokens.kind(index) != WORD_TOKEN:
                index += 1
                continue
            form = self.tokens.form(index)
            word, index = unit(self.tokens, index)
            passed = word.stem in used("uncounted") or form in used("self")
            if not passed and word.kind not in ("prep", "stop", "joint"):
                found.extend((office(one_case(part)) for part in _parts(word.stem)) if word.kind != "nationality" else (
                    masculine(word.stem),))
        coaches = [each.split() for each in used("coach") if " " in each]
        if any(set(words) <= set(found) for words in coaches):  # المدير الفني is المدرب
            found = [*used("trainer"), *(key for key in found if not any(key in words for words in coaches))]
        self.compared[first, after] = frozenset(found)
        return self.compared[first, after]

    def known_office(self, member: Member) -> Member:
        """`member` with the usual word for an office of two words: المدير الفني, الناخب الوطني as المدرب."""
        if member.head.kind != "title" or member.head_at + 1 >= member.after:
            return member
        pair = f"{member.head.stem} {unit(self.tokens, member.head_at + 1)[0].stem}"
        return member._replace(head=member.head._replace(stem=min(used("trainer")))) if pair in used("coach") else member

    def start(self, member: Member) -> int:
        """The token with which the naming begins, vague counts (عدة) left out."""
        return member.head_at if unit(self.tokens, member.first)[0].stem in used("uncounted") else member.first

    def settled(self, member: Member) -> Member:
        """`member` without the name that belongs to a title inside its own: أحد مستشاري الرئيس دونالد ترامب, or المتحدث باسم
        الرئيس جورج بوش where the president is named elsewhere; والد الطفلة ريم الهلالي."""
        if kin.relative(self.tokens, member):
            assert member.role is not None and member.name is not None
            return member._replace(role=(member.role[0], member.name[1]), name=None)
        if member.inner < 0 or member.name is None or member.role is None or member.name[0] <= member.inner:
            return member
        if self.tokens.form(member.first) not in used("one_of"):
            party = self.person_of(self.name_keys(member.name), exact=True)
            if party is None or office(member.head.stem) in party.heads:
                return member
        return member._replace(role=(member.role[0], member.name[1]), name=None)

    def shown(self, member: Member) -> Member:
        """Who is to be known by what `member` says: of a relative, the other by whose name it is told."""
        return kin.other(self.tokens, member) if kin.relative(self.tokens, member) else self.settled(member)

    def surname(self, member: Member) -> Member:
        """A lone common word as the name it is where somebody of that name is known: خادم for عادل خادم; the word
        behind what somebody is: الأسير الطوباسي for خليل الطوباسي."""
        head = member.head
        if member.name is None and head.kind == "title" and head.article and head.number == "s" and (
                member.first == member.head_at == member.after - 2):
            return self._behind_title(member)
        common = head.kind in ("noun", "nationality", "place", "quantity") or (head.kind == "title" and head.sort != "rank")
        if member.name is not None or member.after - member.first != 1 or not common:
            return member
        party = self.person_of((head.stem,), exact=True)
        edges = () if party is None else (party.name_keys[-1], *(party.name_keys[:1] if head.given else ()))
        if party is None or len(party.name_keys) < 2 or head.stem not in edges:
            return member
        return member._replace(role=None, name=(member.first, member.after))

    def _behind_title(self, member: Member) -> Member:
        last = member.after - 1
        word, _ = unit(self.tokens, last)
        if word.kind or not word.article:
            return member
        party = self.person_of((word.stem,), exact=True)
        if party is None or len(party.name_keys) < 2 or party.name_keys[-1] != word.stem:
            return member
        return member._replace(role=(member.first, last), name=(last, member.after))

    # ---- learning ---------------------------------------------------------------------------------------------

    def learn(self, member: Member) -> None:
        """Remember a naming that is full enough to know the party by later."""
        self.learned.add(member.first)
        member = self.known_office(member)
        if member.name is not None:
            named = self.name_keys(member.name)
            if (len(named) > 1 and not self._run_together(member, named)) or (named and member.role is not None):
                self._person(member, named)
        elif member.head.kind == "body" or (member.head.kind == "name" and member.after - member.first > 0):
            keys = self.keys(self.start(member), member.after)
            if member.head.article and len(keys) == 2 and keys - used("describing") == {member.head.stem}:
                return
            if len(keys) > 1 or member.head.kind == "name":
                self._body(member, keys)

    def _person(self, member: Member, keys: tuple[str, ...]) -> Party:
        assert member.name is not None
        party = self.person_of(keys, exact=True)
        if party is None:
            party = self._add(Party("person", "named", keys[-1], self.text(*member.name), keys, begin=member.first))
        elif len(keys) > len(party.name_keys) and (
                alike(keys[-1], party.name_keys[-1]) or len(party.name_keys) == 1 or self._surname(member.name[1] - 1)):
            party.name, party.name_keys, party.head = self.text(*member.name), keys, keys[-1]
        if member.role is not None and member.role[1] > member.role[0]:
            role = self.text(*member.role, signs=True)
            if role not in party.roles:
                party.roles.append(role)
            keys_of_role, heads = self.keys(*member.role), {office(member.head.stem)}
            if member.head.stem in used("member") and keys_of_role & used("deputies"):
                heads |= used("deputy")  # عضو لجنة الصحة بمجلس النواب is النائب
            party.keys |= keys_of_role | heads
            party.heads |= heads
            party.articled |= {member.head.stem} if member.head.article else set()
        party.keys |= self._nickname(member)
        party.nations |= self._nations(member)
        nation, _ = unit(self.tokens, member.first)
        if member.name[0] == member.first + 1 and nation.kind == "nationality":  # الكرواتي لوكا بريتش
            party.nations, party.keys = party.nations | {masculine(nation.stem)}, party.keys | {masculine(nation.stem)}
        peer = counterpart(self, member) if member.role is None else None
        if peer is not None:  # ونظيره الروسي، سيرغي لافروف
            party.keys, party.heads = party.keys | peer.keys, party.heads | {peer.head}
            party.nations, party.lent = party.nations | {peer.nation}, not party.roles
        party.gender = party.gender or self.gender_of(member)
        self._index(party, (*keys, *party.keys))
        return party

    def _nickname(self, member: Member) -> frozenset[str]:
        """The words by which somebody is known: كمال حداد، المعروف إعلاميا بنائب الدراجة، …"""
        tokens, at = self.tokens, member.after
        at += at < len(tokens) and tokens.form(at) in COMMAS
        if at + NICKNAME >= len(tokens) or tokens.form(at) not in used("known_as"):
            return frozenset()
        at += 1 + tokens.form(at + 1).endswith("ا")
        both = all(tokens.kind(index) == WORD_TOKEN for index in (at, at + 1))
        known = both and unit(tokens, at)[0].prep == "ب" and unit(tokens, at + 1)[0].article
        return self.keys(at, at + 2) if known else frozenset()

    def called(self, party: Party, member: Member) -> None:
        """What a clause of its own says somebody is: إيغور سامارين، وهو خبير عسكري. He is الخبير from then on."""
        keys = self.keys(member.first, member.after)
        party.roles.append(self.text(member.first, member.after, signs=True))
        party.keys, party.heads = party.keys | keys, party.heads | {office(member.head.stem)}
        self._index(party, keys)

    def _run_together(self, member: Member, keys: tuple[str, ...]) -> bool:
        """Two words that are no given name and family name, the first of which somebody is called by: أردوغان نتنياهو."""
        if member.name is None or len(keys) != 2 or member.role is not None:
            return False
        if unit(self.tokens, member.name[0])[0].given:
            return False
        return any(len(p.name_keys) > 1 and alike(p.name_keys[-1], keys[0]) for p in self._near(keys[:1]))

    def _surname(self, index: int) -> bool:
        """A last word that is more likely a name than a verb read along: with an article, or a known given name."""
        word, _ = unit(self.tokens, index)
        return word.article or bool(word.given)

    def gender_of(self, member: Member) -> str:
        """Gender by a feminine title, by the given name, by the head of what is no person; a masculine title is worn by
        women too (النائب زهرة إدريس)."""
        head = member.head
        titled = head.kind == "title" and head.gender == "f" and not his(self.tokens, member.head_at, head)  # حارسه
        if member.name is None or titled:
            return member.head.gender
        given = unit(self.tokens, member.name[0])[0].given
        return "" if given == "-" else given

    def _body(self, member: Member, keys: frozenset[str]) -> Party:
        head = member.head.stem
        short = self._short(member)
        for party in self.by_key.get(head.split()[0], ())[:MOST_ALIKE]:
            if party.kind == "organization" and party.keys == keys:
                return party
        first = self.start(member)
        sort: Openness = "outlet" if member.head.sort.startswith("outlet") else "named"
        party = self._add(Party("organization", sort, head, self.text(first, member.after), keys=keys, begin=member.first,
                                gender=member.head.gender, number="s", definite=True))
        self._index(party, keys)
        if short:
            self.shorts.setdefault(short, party)
        return party

    def _short(self, member: Member) -> str:
        """The short name of a body in brackets behind its full one: وكالة أنباء الصين الجديدة (شينخوا); else empty."""
        after = member.after - 1
        if self.tokens.form(after) != ")" or self.tokens.form(after - 2) != "(":
            return ""
        return self.tokens.form(after - 1)

    def _add(self, party: Party) -> Party:
        self.parties.append(party)
        return party

    def unite(self, named: Party, titled: Party) -> None:
        """Make who was known by an office alone (`titled`) the person `named`, by whom alone both are found from now on."""
        named.roles.append(titled.name)
        named.heads, named.keys = named.heads | titled.heads, named.keys | titled.keys
        named.mentions |= titled.mentions
        self._index(named, titled.keys)
        titled.mentions.clear()
        titled.keys = titled.heads = frozenset()

    def _index(self, party: Party, keys: Iterable[str]) -> None:
        for key in keys:
            bucket = self.by_key.setdefault(key, [])
            if party not in bucket[-MOST_ALIKE:]:
                bucket.append(party)
        for key in party.name_keys:
            for edge in edges(key):
                bucket = self.by_edge.setdefault(edge, [])
                if party not in bucket[-MOST_ALIKE:]:
                    bucket.append(party)

    # ---- looking up -------------------------------------------------------------------------------------------

    def person_of(self, keys: tuple[str, ...], at: int = 0, gender: str = "", exact: bool = False) -> Party | None:
        """The person whose name holds `keys` (or is held by it), the nearest before token `at`, else the first behind."""
        if not keys:
            return None
        pool = {id(p): p for key in keys for p in self.by_key.get(key, ())[:MOST_ALIKE]
                if p.kind == "person" and p.name_keys}
        found = [p for p in pool.values() if self._same_person(keys, p.name_keys)]
        if (not found and not exact) or (not found and len(keys) > 1):
            found = [p for p in self._near(keys)
                     if within(keys, p.name_keys) or (len(p.name_keys) > 1 and within(p.name_keys, keys))]
        if gender:
            found = [p for p in found if p.gender in ("", gender)] or ([] if len(keys) == 1 else found)
        return self.nearest(found, at)

    def _near(self, keys: tuple[str, ...]) -> list[Party]:
        """Persons with a name that may be one of `keys` in another spelling: two letters at one of its ends are the same."""
        near = {id(p): p for key in keys for edge in edges(key) for p in self.by_edge.get(edge, ())[:MOST_ALIKE]}
        return list(near.values())

    def _same_person(self, keys: tuple[str, ...], known: tuple[str, ...]) -> bool:
        short, long = (keys, known) if len(keys) <= len(known) else (known, keys)
        younger = used("generation") & set(keys)
        if not within(short, long) or (younger and not younger & set(known)):
            return False  # ترامب الابن is not ترامب
        return len(short) > 1 or len(long) == 1 or short[0] in (long[-1], long[0]) or len(keys) == 1

    def nearest(self, found: list[Party], at: int) -> Party | None:
        """The one named last before token `at`, else the one that the text names first."""
        if not found:
            return None
        past = [party for party in found if party.seen >= 0]
        return max(past, key=lambda party: party.seen) if past else min(found, key=lambda party: party.begin)

    def _nations(self, member: Member) -> frozenset[str]:
        """The nationality that stands directly behind the head noun; الرئيس الإسلامي may be that of any country."""
        if member.head_at + 1 >= member.after or self.tokens.kind(member.head_at + 1) != WORD_TOKEN:
            return frozenset()
        word, _ = unit(self.tokens, member.head_at + 1)
        told = word.kind == "nationality" and masculine(word.stem) not in used("no_country")
        return frozenset((masculine(word.stem),)) if told else frozenset()


def _parts(stem: str) -> list[str]:
    """The words of a stem, those behind the first without article too, as they stand alone: البنك المركزي, المركزي."""
    first, *more = stem.split()
    return [first, *(part[2:] if part.startswith(ARTICLE) and len(part) >= LEAST else part for part in more)]
