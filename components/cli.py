"""`python -m components analyze`: arguments, one-line errors, exit status. No logic.

Exit status 0: all articles were analysed; 1: some were not, or the output could not be written; 2: the call was wrong.
"""

import argparse
import contextlib
import gc
import json
import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, NoReturn

from components.errors import IsnadError, TooLarge, UnreadableFile, UsageError, shown
from components.model import Analysis
from components.text import formats
from components.text.read import Entry, entries, file_id

ABOUT = """Takes Arabic news articles apart: who said what, when, how many, and what is wrong with the text.

FILE is an article (.txt .md .html .htm .docx .odt .pdf .eml), - for a text on standard input, a .zip of such files,
or a .jsonl file: many articles, one JSON object a line with "text" and optionally "id", "title", "source", "url",
"published"."""
EXAMPLES = """examples:
  python -m components analyze article.txt --published 2024-01-24
  python -m components analyze news.jsonl > analyses.jsonl
  cat article.txt | python -m components analyze - --format text

exit status: 0 all articles were analysed, 1 some were not, 2 the call itself was wrong."""

COLLECTION = (100_000, 50, 50)  # The engine makes few cycles: looking for them took a third of the time of a megabyte.
HANDED = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # pipes that the shell has opened: <(…)
SEPARATORS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MEMORY = 590_000_000  # bytes: an article of 5 MB takes so much; one that takes more is refused in words
LARGE = 100_000  # code points: behind an article of this length they are looked for


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError("the call", message, f"see {self.prog} --help")


def _day(value: str) -> date:
    try:
        return formats.day(value)
    except ValueError:
        raise UsageError("--published", f"{value} is no day", "write it as YYYY-MM-DD") from None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m components", description="Isnad takes Arabic news articles apart.", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    analyze = commands.add_parser(
        "analyze", help="analyse articles and print what was found", description=ABOUT, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    analyze.add_argument("files", nargs="+", metavar="FILE", help="an article, a .jsonl file, or - for standard input")
    analyze.add_argument("--published", type=_day, metavar="YYYY-MM-DD",
                         help="the day of publication, for every article that does not give its own")
    analyze.add_argument("--format", choices=("json", "jsonl", "text"), default="json",
                         help="json (default; several articles come one a line), jsonl, or text: a summary for the terminal")
    analyze.add_argument("--shape", choices=("auto", "always", "never"), default="auto",
                         help="with --format text: join and order the Arabic letters for a terminal that cannot")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit status. Writes to standard output and standard error only."""
    gc.set_threshold(*COLLECTION)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if stream is sys.stdout else stream.encoding, errors="backslashreplace")
    try:
        status = _guarded(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        _tell("the call: stopped before the end; what was written so far is whole")
        return _silenced(130)
    except BrokenPipeError:
        return _silenced(1)
    except MemoryError:
        _tell("the call: there is not enough memory; give fewer or smaller files")
        return _silenced(1)
    except OSError as error:
        _tell(f"standard output: it cannot be written ({_reason(error)}); send it where there is room")
        return _silenced(1)


def bound_memory() -> None:
    """Whatever is given, this process takes no more than MEMORY; where the system cannot see to that, nothing does."""
    try:
        import resource

        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    except (ImportError, AttributeError, OSError, ValueError):  # not on Windows
        return


def _guarded(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
    except UsageError as error:
        _tell(str(error))
        return 2
    except SystemExit as done:  # --help
        return int(done.code or 0)
    if sys.stdout is None:
        _tell("standard output: it is closed; leave it open")
        return 1
    return _analyze(options)


def _silenced(status: int) -> int:
    """Nothing more goes to standard output, so that closing it at exit cannot fail."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _tell(line: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(f"isnad: {shown(line)}", file=sys.stderr, flush=True)


def _analyze(options: argparse.Namespace) -> int:
    failed = False
    alone = len(options.files) == 1 and not options.files[0].lower().endswith((*formats.LINES, *formats.PACKED))
    for number, entry in enumerate(_entries(options.files)):
        result = _analysis(entry, options.published)
        if isinstance(result, IsnadError):
            failed = True
            _tell(str(result))
        if options.format == "text":
            _show(result, options.shape, number)
        else:
            _write(entry, result, alone and options.format == "json" and sys.stdout.isatty())
        large = entry.article is not None and len(entry.article.text) > LARGE
        del entry, result  # a large article must not wait in memory for the end of the next one
        if large:
            gc.collect()
    return 1 if failed else 0


def _write(entry: Entry, result: Analysis | IsnadError, spread: bool) -> None:
    """One object on standard output, on one line or `spread` for readers. It goes out piece by piece: as one string, that of
    a long article would need more memory than its analysis."""
    if isinstance(result, IsnadError):
        data = {"id": entry.id, "error": f"{result.what}; {result.mend}"}
        pieces: Iterable[str] = (json.dumps(data, ensure_ascii=False, indent=2 if spread else None, allow_nan=False),)
    elif spread:
        data = {**result.as_dict(), "id": entry.id}
        pieces = (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False),)
    else:
        pieces = result.json_pieces(entry.id)
    for piece in pieces:
        for sign, escaped in SEPARATORS.items():  # JSON may hold them as they are, but whoever cuts lines cuts at them too
            piece = piece.replace(sign, escaped) if sign in piece else piece
        sys.stdout.write(piece)
    print(flush=True)


def _show(result: Analysis | IsnadError, shape: Literal["auto", "always", "never"], number: int) -> None:
    if isinstance(result, Analysis):
        from components.exports.terminal import summary

        print(("\n" if number else "") + summary(result, shape), flush=True)


def _entries(files: Sequence[str]) -> Iterator[Entry]:
    """The entries of all files in their order; a file that cannot be opened has its error in its place."""
    for file in files:
        try:
            if file == "-":
                if sys.stdin is None:
                    raise UnreadableFile("-", "standard input is closed", "give a file or a text on standard input")
                yield from entries(sys.stdin.buffer, "-")
                continue
            formats.kind_of(file)
            if not (Path(file).is_file() or Path(file).is_dir() or file.startswith(HANDED)) and Path(file).exists():
                raise UnreadableFile(file, "it is no file but a device or a pipe", "give its text on standard input, as -")
            with open(file, "rb") as handle:  # noqa: PTH123  (pathlib gives a file name with a zero byte another error)
                yield from entries(handle, file)
        except IsnadError as error:
            yield Entry(file_id(file), error=error)
        except MemoryError:
            large = TooLarge(file, "there is not enough memory to read it", "cut it into smaller ones")
            yield Entry(file_id(file), error=large)
        except (OSError, ValueError) as error:
            what = f"the file cannot be opened ({_reason(error)})"
            yield Entry(file_id(file), error=UnreadableFile(file or "''", what, "check its name"))


def _reason(error: Exception) -> str:
    return (error.strerror or "unknown reason").lower() if isinstance(error, OSError) else "not a name of a file"


def _analysis(entry: Entry, published: date | None) -> Analysis | IsnadError:
    """What the engine finds; its own failure, which must not happen, is told like any other error."""
    from components.analysis import analyze

    article = entry.article
    if article is None:
        return entry.error or UnreadableFile(str(entry.id), "nothing could be read", "check the file")
    if published and not article.published:
        article = replace(article, published=published, published_basis="given")
    try:
        return analyze(article)
    except MemoryError:
        return TooLarge(article.id, "there is not enough memory for this article", "cut it into shorter ones")
    except IsnadError as error:
        return error
    except Exception:  # one article must not take the others with it
        return IsnadError(article.id, "the engine failed on this article", "please report it, with the article")
