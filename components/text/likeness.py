"""How much letters read like Arabic: by single letters, by pairs of neighbours, by words with the article.

data/lexicon/lists/arabic_letters.csv and arabic_pairs.csv say how often each letter, and each pair of letters (in 10,000),
stands in Arabic text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2

from components import lexicon
from components.fold import fold

_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_USUAL = 3.6  # bits by which the pairs of real text are more usual than rare ones


def arabic_likeness(text: str) -> float:
    """0 to about 1: how much `text` reads like Arabic, by its letters, by words with the article, and by signs that no
    Arabic text has. Real text gives .8 and more; text in the wrong code page less than .4."""
    words = _WORD.findall(fold(text))
    letters = Counter("".join(words))
    count = letters.total()
    foreign = sum("\x80" <= sign <= "\u024f" and sign not in "\xa0«»·°©®×÷" for sign in text)
    if not count or foreign > count:
        return 0.0
    usual = _letters()
    shared = sum(min(number / count, usual.get(letter, 0.0)) for letter, number in letters.items())
    odd = sum("\u0629" in word[:-1] or "\u0649" in word[:-2] for word in _WORD.findall(text))
    articles = sum("ال" in word[:3] for word in words)
    likeness = 0.6 * shared + 0.4 * min(max(paired(words), 0.0), 1.0)
    return likeness + (0.3 * articles - odd) / max(len(words), 1) - foreign / count


def paired(words: Iterable[str]) -> float:
    """How usual the pairs of letters in folded `words` are: rare ones below 0, real text 1 and more."""
    weights = _pairs()
    pairs = Counter(word[place:place + 2] for word in words for place in range(len(word) - 1))
    likeness = sum(count * weights.get(pair, -1.0) for pair, count in pairs.items())
    return likeness / max(pairs.total(), 1) / _USUAL


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, float]:
    return {letter: float(share) for letter, share in lexicon.column("arabic_letters", "share").items()}


@lru_cache(maxsize=1)
def _pairs() -> Mapping[str, float]:
    return {pair: log2(1 + float(share)) - 1 for pair, share in lexicon.column("arabic_pairs", "share").items()}
