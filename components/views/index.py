"""What the server does to the page's frame before the first script runs: direction, language, faces, styles, a cookie.

Streamlit has no setting for a right-to-left page, so the frame it sends is edited on its way out.
"""

import secrets
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "isnad_shelf"
STATIC = Path(__file__).resolve().parent.parent / "static"
STYLES = ("fonts.css", "marks.css", "page.css", "panels.css", "streamlit.css")
_LINKS = "".join(f'<link rel="stylesheet" href="./assets/{name}">' for name in STYLES)
_UNWANTED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
_REPLACED = {b"content-length", b"etag", b"last-modified", b"cache-control"}


def assets() -> Mount:
    """The route under which styles and faces are served."""
    return Mount("/assets", StaticFiles(directory=STATIC))


class ArabicIndex:
    """ASGI middleware: the page's frame leaves as an Arabic, right-to-left document (or English, if the address says so)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", []))
        if scope["type"] != "http" or scope["method"] != "GET" or b"text/html" not in headers.get(b"accept", b""):
            return await self.app(scope, receive, send)
        wanted = [pair for pair in scope["headers"] if pair[0] not in _UNWANTED]
        start: dict[str, Any] = {}
        body = bytearray()

        async def hold(message: Any) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body"):
                page = frame(bytes(body), _language(scope))
                kept = [pair for pair in start["headers"] if pair[0] not in _REPLACED]
                start["headers"] = [*kept, *_headers(page, headers.get(b"cookie", b""))]
                await send(start)
                await send({"type": "http.response.body", "body": page})

        await self.app({**scope, "headers": wanted, "extensions": {}}, receive, hold)


def frame(page: bytes, language: str) -> bytes:
    """Streamlit's index page with language, direction and our styles; any other page comes back as it was."""
    direction = "rtl" if language == "ar" else "ltr"
    opened = f'<html lang="{language}" dir="{direction}">'.encode()
    return page.replace(b'<html lang="en">', opened, 1).replace(b"</head>", _LINKS.encode() + b"</head>", 1)


def _language(scope: Scope) -> str:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", ["ar"])[0]
    return "en" if asked == "en" else "ar"


def _headers(page: bytes, cookies: bytes) -> list[tuple[bytes, bytes]]:
    """Length and freshness, and the shelf's cookie where the browser has none."""
    found = [(b"content-length", str(len(page)).encode()), (b"cache-control", b"no-cache")]
    if COOKIE not in SimpleCookie(cookies.decode("latin-1")):
        cookie = f"{COOKIE}={secrets.token_urlsafe(18)}; Path=/; SameSite=Strict; HttpOnly"
        found.append((b"set-cookie", cookie.encode()))
    return found
