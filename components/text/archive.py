"""A .zip -> the files in it, bounded before anything is unpacked. File names are names only: nothing goes to a disk."""

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from components.errors import BrokenFile, EmptyText, IsnadError, LockedFile, TooLarge

LARGEST = 100_000_000  # bytes of all files of the archive, unpacked
MOST_FILES = 2_000
LONGEST_LIST = 2_000_000  # bytes of the archive's own list of its files
SAVE_AGAIN = "open it in its program and save it again"
MEND = "pack it again, or give the files by themselves"
_END = b"PK\x05\x06"
_BESIDE = frozenset({  # what stands beside a saved page, and is no article
    ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".bmp", ".woff", ".woff2", ".ttf", ".map",
    ".mp4", ".mp3", ".db", ".ini", ".download",
})
_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/))")
_ERRORS = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError, OverflowError, RuntimeError)


def _opened(data: bytes, name: str, called: str = "archive") -> ZipFile:
    end = data.rfind(_END, max(0, len(data) - 66_000))
    if end >= 0 and int.from_bytes(data[end + 12:end + 16], "little") > LONGEST_LIST:
        raise TooLarge(name, f"the {called} holds too many files", "pack fewer files into it")
    try:
        return ZipFile(io.BytesIO(data))
    except _ERRORS:
        raise BrokenFile(name, f"the {called} is damaged", MEND if called == "archive" else SAVE_AGAIN) from None


def names(data: bytes, name: str, called: str = "archive") -> frozenset[str]:
    """The names in the archive, which the error says is `called` so. Raises BrokenFile or TooLarge."""
    with _opened(data, name, called) as archive:
        return frozenset(archive.namelist())


def mimetype(data: bytes) -> str:
    """What an OpenDocument file says it is; nothing where it cannot be read."""
    try:
        with ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as part:
            return part.read(200).decode("ascii", "replace").strip()
    except _ERRORS:
        return ""


def members(data: bytes, name: str) -> Iterator[tuple[str, bytes | IsnadError]]:
    """Each file of the archive as (its path there, its bytes or what is wrong with it). Pictures, styles and scripts beside
    a saved page, folders and what systems add are passed over. Raises BrokenFile, EmptyText or TooLarge."""
    with _opened(data, name) as archive:
        files = [info for info in archive.infolist() if not info.is_dir() and not _SYSTEM.search(info.filename)]
        if sum(info.file_size for info in files) >= LARGEST:
            raise TooLarge(name, "the archive unpacks to 100 MB or more", "pack fewer files into it")
        if len(files) > MOST_FILES:
            raise TooLarge(name, f"the archive holds more than {MOST_FILES} files", "pack fewer files into it")
        wanted = [info for info in files if PurePosixPath(info.filename).suffix.lower() not in _BESIDE]
        if not wanted:
            raise EmptyText(name, "the archive holds no article", "put articles into it")
        for info in wanted:
            yield info.filename, _unpacked(archive, info, f"{name}/{info.filename}")


def _unpacked(archive: ZipFile, info: ZipInfo, where: str) -> bytes | IsnadError:
    if info.flag_bits & 1:
        return LockedFile(where, "the file is locked with a password", "unpack it, or pack it without a password")
    try:
        with archive.open(info) as part:
            return part.read()  # never more than the size it states, which was counted
    except _ERRORS:
        return BrokenFile(where, "the file in the archive is damaged", MEND)
