"""The server's door: kinds that are not read stay outside, whoever sends them."""

import asyncio
from typing import Any

import pytest

from components.views.uploads import PATH, OnlyArticles

TYPE = b"multipart/form-data; boundary=x"


def form(name: str, content: bytes) -> bytes:
    head = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
    return head.encode() + content + b"\r\n--x--\r\n"


def put(body: bytes, *headers: tuple[bytes, bytes], path: str = PATH + "s/f") -> tuple[int, bytes]:
    """(status, what the application behind the door got)."""
    got = bytearray()
    answers: list[Any] = []
    pieces = [body[start : start + 50] for start in range(0, len(body), 50)]

    async def application(scope: Any, receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            got.extend(message["body"])
            if not message["more_body"]:
                break
        length = dict(scope["headers"])[b"content-length"]
        assert int(length) == len(got)
        await send({"type": "http.response.start", "status": 204, "headers": []})

    async def receive() -> Any:
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Any) -> None:
        answers.append(message)

    length = (b"content-length", str(len(body)).encode())
    scope = {"type": "http", "method": "PUT", "path": path, "headers": [length, (b"content-type", TYPE), *headers]}
    asyncio.run(OnlyArticles(application)(scope, receive, send))
    return answers[0]["status"], bytes(got)


@pytest.mark.parametrize("name", ["a.txt", "خبر اليوم.PDF", "a.docx", "a.zip", "بلا نوع"])
def test_articles_come_in_as_they_are(name: str) -> None:
    body = form(name, b"x" * 500)
    assert put(body) == (204, body)


@pytest.mark.parametrize("name", ["a.exe", "photo.heic", "a.txt.js", "a.svg", 'a\\".exe'])
def test_a_direct_upload_of_another_kind_is_refused(name: str) -> None:
    assert put(form(name, b"x" * 500)) == (415, b"")
    assert put(form(name, b"x" * 500), (b"sec-fetch-site", b"cross-site")) == (415, b"")


def test_a_form_without_a_name_is_refused() -> None:
    assert put(b"--x\r\nContent-Disposition: form-data; name=f\r\n\r\nx\r\n--x--\r\n")[0] == 415


def test_from_the_page_only_the_name_comes_in() -> None:
    status, got = put(form("photo.heic", b"secret" * 500), (b"sec-fetch-site", b"same-origin"))
    assert status == 204 and b"secret" not in got and b'filename="photo.heic"' in got


def test_other_requests_pass() -> None:
    body = form("a.exe", b"x")
    assert put(body, path="/_stcore/health") == (204, body)
