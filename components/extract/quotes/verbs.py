"""What a verb of saying may do: the column `use` of data/lexicon/quotes/cue_verb.verbs.csv, and the shapes that are cues.

says          reports, and may stand behind its content (قال)       reports   with أن or with marks (شدد)
marks         with marks, or أن behind its own preposition (كتب)   finds     reports a finding, never with marks (أظهر)
calls         calls for something (دعا)                            voices    gives voice to a feeling (أعرب عن أمله في أن)
describes     وصفه بأنه «…»                                        accuses   likewise, and a clause without marks too
carries       hands on another's words (نقل)                       asks      takes questions
ascribes      likewise, with whose they are behind إلى or ل (نسب إلى مصدر أن)
person        may have a person as written object (أخبره)          pronominal  must have one (سماه)
speaks        has no object but words: the shortest marks behind its subject are speech (قال سامر «نعم»)
written       with على and a pronoun behind it: on a banner or a wall, by nobody named
rules         lays down what shall be: with a noun it ends no clause before it (حيث تنص الاتفاقية على بناء)
answers       not said (لم يعلق على الخبر) it is what the narrator tells of others
asks_of       calls upon somebody: with him as its object it ends the clause before it (وطالبها بتوضيح)
pledges       with أن as well as with marks, but never as a source (كما وعد)
owned         its masdar governs with the owner written to it alone (اعترافه بأن)
demands       with أن where marks follow it (طالبا منه أن «لا يتأخر»)
settles       with the subjunctive it says what shall be done, which is no speech (اتفقا على أن يلتقيا)
objectless    has no thing as object: content may come first bare  plain     the plain verb of saying
prepositional no bare أن                                           impersonal  alone says nothing (يذكر أن)
inferred      behind ما or مما it is the narrator's inference (مما يشير إلى أن)
documented    only a document or an expert says it (أثبت)
masdar        its masdar governs too (definite: with an article)   negatable  reports though negated (لم يستبعد)
felt          inside a reported clause it says nothing of its own (قال إنهم يشعرون بالقلق من أن)
recorded      with a thing as subject it tells what is (حيث تسجل المدينة 25 درجة), and ends no clause
worded        with what one says as its object, or another verb of saying behind it (أنهى حديثه: «…»)
adds          a verb of growing too: only a speaker stands behind it (وزاد المتحدث أن)
unowned       with a pronoun written to it it is another word (نسبة)
hung          its participle is another word where no comma stands before it (الآمال معلقة على)
between       its past is so only in the singular (بين, not بينوا)
homograph     its past is another common word too (عبر); homograph_present: its present (يعد),
              which with far may govern from far off all the same (تدعي الوثائق أن)
"""

from functools import lru_cache

from components import lexicon
from components.extract.quotes.ground import COMMAS, VERB, Ground, kinds, whole_kinds
from components.lexicon import Entry
from components.text.tokens import Place

PAST_CLITICS = frozenset({"", "و", "ف"})
FINITE = {"past": PAST_CLITICS, "present": PAST_CLITICS | {"س", "وس", "فس", "ل", "ول", "فل"}, "jussive": PAST_CLITICS}
SPOKEN = frozenset({"says", "reports", "marks"})
MANNER = frozenset({"says", "reports"})
CLAUSAL = frozenset({"says", "reports", "finds", "accuses", "carries", "pledges"})
CLAUSAL_B = CLAUSAL | {"describes"}
ATTRIBUTING = SPOKEN | {"carries", "finds"}
TURNING = SPOKEN | {"calls", "voices", "finds", "accuses"}
NAMING = frozenset({"describes", "pronominal"})
OBJECTED = frozenset({"person", "pronominal"})
TOLD = 4  # tokens of what somebody is told, before a colon
WITHHELD = 5  # tokens of what a source asks not to tell
CLAUSE_WORDS = frozenset({"relative", "negation", "hal", "verbal", "bare_turn", "thus", "spoken", "which"})
FOLLOWING = frozenset({"says", "plain"})


@lru_cache(maxsize=1_000)
def _folded(listed: str) -> frozenset[str]:
    return frozenset(each.replace("إ", "ا").replace("ى", "ي") for each in listed.split())


def preps(entry: Entry) -> frozenset[str]:
    """The prepositions, folded, that a cue has before its أن or its noun."""
    return _folded(str(entry.get("prep", "")))


def finite(place: Place) -> bool:
    """True for a verb of saying in a person but «I», with و, ف, س or ل written to it."""
    return _verb(place) and not (place.entry.attrs["person"] == "1" and place.entry.attrs["number"] == "s")


def i_say(place: Place) -> bool:
    """أقول, أؤكد: the form is that of too many other words to be looked for like the others."""
    return "says" in place.entry.uses and _verb(place) and not finite(place)


def _verb(place: Place) -> bool:
    return place.kind == VERB and not place.article and place.clitics in FINITE.get(place.entry.attrs["part"], ())


def adverbial(ground: Ground, place: Place) -> bool:
    """A participle in the accusative without article: مضيفا, مؤكدة, مشيرين; not غير مؤكدة."""
    return (place.kind == VERB and place.entry["part"] == "participle" and not place.article
            and place.clitics in ("", "و") and ground.form(place.first)[-1] in "اهنت"
            and "negation" not in whole_kinds(ground.form(place.first - 1)))


def homograph(place: Place) -> bool:
    """True where the form is another common word too: بين, but not بينوا."""
    if "between" in place.entry.uses and place.entry["number"] == "p" and place.entry["person"] == "3":
        return False
    return ("homograph_present" if place.entry["part"] == "present" else "homograph") in place.entry.uses


def is_cue(ground: Ground, index: int) -> bool:
    """False where token `index` looks like a cue and is none (مقرا: a seat; كتب عليها), unless أن or its preposition stands
    right behind it."""
    known, behind, verbs = kinds(ground.form(index)), ground.form(index + 1), ground.places(index, VERB)
    if behind.startswith("علي") and len(behind) > 3 and any("written" in place.entry.uses for place in verbs):
        return False  # لافتة كتب عليها «…»: nobody speaks
    if "with_it" in whole_kinds(behind) and any(finite(place) and "ب" in preps(place.entry) for place in verbs) and (
            ground.complementizer(index + 2) is None):
        return False  # تصريحات أدلى بها: the clause belongs to what was said
    if "withheld" in whole_kinds(behind) and any(
            "detail" in whole_kinds(ground.form(at)) for at in range(index + 2, index + WITHHELD)):
        return False  # قال المراقب، طالبا حجب اسمه، إن
    if behind in ("فيه", "فيها") and any(place.entry["part"] == "present" for place in verbs):
        if any("finds" in place.entry.uses for place in verbs):
            return False  # شريط يظهر فيه رجل
        manner = ground.form(index - 1)
        if manner[:1] == "ب" and manner[-1] != "ا" and len(manner) > 3 and not (
                kinds(manner) & {"statement", "document_word"}):
            return False  # بصوت يصر فيه على الكلام
    return "not_cue" not in known or ("clausal" in known and (
        ground.complementizer(index + 1) is not None or any(behind in preps(place.entry) for place in verbs)))


def turns_to(ground: Ground, place: Place) -> bool:
    """شكرت المديرة الطالبات، وبشرتهن بالخبر: «…»: joined behind a comma, with whom it speaks to written to it, and right
    before the colon."""
    colon = next((at for at in range(place.after, place.after + TOLD) if ground.form(at) == ":"), 0)
    return bool(colon and colon + 1 in ground.jump and finite(place) and place.clitics == "و" and place.entry["pronoun"]
                and place.entry.uses & (SPOKEN | {"calls"}) and ground.form(place.first - 1) in COMMAS)


def named(ground: Ground, place: Place) -> bool:
    """خالد المحنا, زياد نصر: a form of «we» right behind a word that opens no clause is a family name; so is a verb that is
    a given name too behind another (هاني عزت)."""
    names = lexicon.column("given_names", "also")
    if not place.clitics and names.get(ground.form(place.first)) == "" and ground.form(place.first - 1) in names:
        return True
    return (place.entry.get("person") == "1" and not place.clitics and ground.is_word(place.first - 1)
            and place.first > ground.unit(place.first)[0] and not whole_kinds(ground.form(place.first - 1)) & CLAUSE_WORDS
            and not ground.complementizer(place.first - 1))


def noun_like(ground: Ground, place: Place) -> bool:
    """في رد, بيان نشر: the past that is spelled as its masdar, where no verb must stand, or has another homograph."""
    entry = place.entry
    if homograph(place) or "pronominal" in entry.uses:
        return True
    if entry["part"] != "past" or place.clitics or not any(
            other.entry["part"] == "masdar" for other in ground.places(place.first, VERB)):
        return False
    before = place.first - 1
    if "takes_noun" in whole_kinds(ground.form(before)) or (
            ground.form(before) == "كان" and ground.form(before - 1) == "اذا"):
        return True  # رفض ذكر اسمه, ما إذا كان نقل السفارة
    if "says" in entry.uses and not ground.complementizer(before):
        return "noun_prep" in whole_kinds(ground.form(before))
    if ground.complementizer(before):  # إن ذكر الوزير: a noun; بعد أن ذكر: the verb
        return ground.form(before)[-1] == "ن" and "an_time" not in whole_kinds(ground.form(before - 1))
    return ground.is_word(before) and "verbal" not in whole_kinds(ground.form(before))
