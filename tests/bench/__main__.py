"""How fast the engine is: characters a second, layer by layer, on the text of data/samples.

    .venv/bin/python -m tests.bench

One process, warm (each distinct word has been looked up once), the best of several runs. Beside it, in the same run and on
the same text, the dates that dateparser's `search_dates` finds; then the growth from 100 KB to 1 MB of text.
"""

import gc
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from components.analysis import analyze
from components.cli import COLLECTION
from components.extract.events import events, undated
from components.extract.figures import figures
from components.extract.quotes import speeches
from components.extract.speakers import attributed
from components.extract.times import dated
from components.extract.warnings import warnings
from components.model import Article
from components.text.sections import sections
from components.text.tokens import Tokens

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
DAY = date(2024, 1, 24)
RUNS = 5


def best(work: Callable[[], Any], runs: int = RUNS) -> float:
    """Seconds of the quickest of `runs` runs."""
    found = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)


def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


def stages(text: str) -> dict[str, float]:
    """Seconds of each layer in one run, each on what the layers before it have just found; nothing is remembered between
    runs but the words that were looked up."""
    article, clock, took = Article(text=text, published=DAY, published_basis="given"), time.perf_counter, {}
    begin = clock()
    tokens = Tokens(text)
    took["tokens"], begin = clock() - begin, clock()
    tokens.sections = sections(tokens)
    took["sections"], begin = clock() - begin, clock()
    times = dated(tokens, article).times
    took["times"], begin = clock() - begin, clock()
    figures(tokens, times)
    took["figures"], begin = clock() - begin, clock()
    found = speeches(tokens)
    took["quotes"], begin = clock() - begin, clock()
    quotes, actors = attributed(tokens, found, times)
    took["speakers"], begin = clock() - begin, clock()
    undated(tokens, times, quotes, actors, events(tokens, times, quotes, actors))
    took["events"], begin = clock() - begin, clock()
    warnings(tokens, times, quotes)
    took["warnings"], begin = clock() - begin, clock()
    analyze(article)
    took["all"] = clock() - begin
    return took


def layers(text: str, runs: int = RUNS) -> dict[str, float]:
    """Seconds of each layer on one text, the best of `runs` runs."""
    found = [stages(text) for _ in range(runs)]
    return {name: min(each[name] for each in found) for name in found[0]}


def of_size(pieces: list[str], size: int) -> str:
    """About `size` bytes of text, made of the samples again and again."""
    whole = "\n\n".join(pieces)
    count = size // len(whole.encode()) + 1
    return "\n\n".join([whole] * count).encode()[:size].decode(errors="ignore")


def main() -> int:
    gc.set_threshold(*COLLECTION)  # as the command line runs
    pieces = texts()
    characters = sum(map(len, pieces))
    sums: dict[str, float] = {}
    for text in pieces:
        for name, seconds in layers(text).items():
            sums[name] = sums.get(name, 0) + seconds
    print(f"{len(pieces)} samples, {characters:,} characters")
    for name, seconds in sums.items():
        print(f"{name:22} {characters / seconds:12,.0f} characters a second")
    from dateparser.search import search_dates

    other = sum(best(lambda text=text: search_dates(text, languages=["ar"]), 2) for text in pieces)  # type: ignore[misc]
    print(f"{'dateparser, dates only':22} {characters / other:12,.0f} characters a second")
    print(f"the whole analysis takes {sums['all'] / other:.2f} of dateparser's time")
    small, large = (Article(text=of_size(pieces, size)) for size in (100_000, 1_000_000))
    growth = best(lambda: analyze(large), 2) / best(lambda: analyze(small), 3)
    print(f"from 100 KB to 1 MB: {growth:.1f} times the time")
    return 0 if growth <= 12 and sums["all"] <= other else 1


if __name__ == "__main__":
    sys.exit(main())
