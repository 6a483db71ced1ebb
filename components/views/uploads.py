"""The server's door for files: a kind that is not read does not come in, whatever the page in the browser let through.

The page itself may send any file, so that it can say in the reader's language why it is not read: of a kind that is not
read, only the name comes in. A request that no page of ours made is refused outright (415). Sizes are Streamlit's to check
(server.maxUploadSize; 413).
"""

import re
from email.message import Message as Header

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.errors import UnknownKind
from components.text import formats

PATH = "/_stcore/upload_file/"
LONGEST_HEAD = 65_536  # bytes in which the file's name must stand
_NAME = re.compile(rb'filename="((?:[^"\\\r\n]|\\.){0,2000})"')
_HEAD = b"\r\n\r\n"


class OnlyArticles:
    """ASGI middleware in front of Streamlit's upload route."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("PUT", "POST") or PATH not in scope["path"]:
            return await self.app(scope, receive, send)
        first: list[Message] = []
        head = b""
        while len(head) < LONGEST_HEAD and _HEAD not in head:
            first.append(await receive())
            head += first[-1].get("body", b"")
            if not first[-1].get("more_body"):
                break
        name = _name(head)
        if name is not None and _is_read(name):
            return await self.app(scope, _again(first, receive), send)
        if name is None or dict(scope["headers"]).get(b"sec-fetch-site") != b"same-origin":
            return await PlainTextResponse("this kind of file is not read here", 415)(scope, receive, send)
        while first[-1].get("more_body"):
            first[-1] = await receive()
        body = _emptied(head, dict(scope["headers"]).get(b"content-type", b""))
        headers = [pair for pair in scope["headers"] if pair[0] not in (b"content-length", b"transfer-encoding")]
        named = {**scope, "headers": [*headers, (b"content-length", str(len(body)).encode())]}
        await self.app(named, _again([{"type": "http.request", "body": body, "more_body": False}], receive), send)


def _again(messages: list[Message], receive: Receive) -> Receive:
    """What was received already, then what comes."""
    waiting = list(messages)

    async def next_one() -> Message:
        return waiting.pop(0) if waiting else await receive()

    return next_one


def _name(head: bytes) -> str | None:
    found = _NAME.search(head.partition(_HEAD)[0])
    return found[1].decode("utf-8", "replace") if found else None


def _is_read(name: str) -> bool:
    try:
        formats.kind_of(name)
    except UnknownKind:
        return False
    return True


def _emptied(head: bytes, kind: bytes) -> bytes:
    """The same form with the same name and nothing in the file."""
    header = Header()
    header["content-type"] = kind.decode("latin-1")
    boundary = str(header.get_param("boundary") or "").encode("latin-1", "replace")
    return head.partition(_HEAD)[0] + _HEAD + b"\r\n--" + boundary + b"--\r\n"
