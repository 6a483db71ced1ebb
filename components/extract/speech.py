"""A quotation whose speaker is not known yet: what `quotes` finds and `speakers` completes."""

from typing import Literal, NamedTuple

from components.model import Cue, QuoteKind

Order = Literal[
    "cue_first",      # cue, speaker, content: قال الوزير إن …
    "speaker_first",  # speaker, cue, content: الوزير يقول إن …
    "content_first",  # content, cue, speaker: «…»، قال الوزير
    "attribution",    # the speaker is the genitive of the cue, wherever the content stands: وفقًا للوزير، …
    "chained",        # a participle or masdar under another verb: … مضيفًا أن …
    "colon",          # speaker, colon, content, no cue: السوداني: لن نتراجع
    "none",           # quoted words with no cue of their own
]


class Speech(NamedTuple):
    """Content, cue and kind are settled; `room` is the token range (end exclusive) where the speaker's mention may stand.

    `start`, `end` are code points of the content alone. `cue_first`, `cue_after` are the cue's tokens, -1 without a cue.
    `continues` is the place in the list of the speech that this one goes on with, or None.
    """

    start: int
    end: int
    kind: QuoteKind
    rule: str
    confidence: float
    cue: Cue | None = None
    cue_first: int = -1
    cue_after: int = -1
    order: Order = "none"
    room: tuple[int, int] = (0, 0)
    continues: int | None = None
