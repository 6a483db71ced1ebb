"""Files of every kind dropped on the page; 172 payloads in texts, titles and names, of which none runs or loads anything."""

import base64
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import measures
from tests.browser.served import DROP, ROOT, Watched, chromium, served
from tests.hostile import made
from tests.hostile.pack import TEXT, VISUAL
from tests.hostile.payloads import KINDS, PAYLOADS, RUN

ZONE = "[data-testid=stFileUploaderDropzone]"


@pytest.fixture(scope="module")
def tab() -> Iterator[Watched]:
    """A page; at its end nothing may have gone wrong, run, or gone out."""
    with served() as base, chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ar-IQ", reduced_motion="reduce")
        page.set_default_timeout(20_000)
        found = Watched(page, base)
        yield found
        assert page.evaluate("window.__ran") is None
        assert found.errors == []
        assert found.outside == []


def drop(tab: Watched, said: str, **files: bytes) -> Page:
    """A first visit on which files are dropped (their names with __ for the dot); waits until the words `said` stand in the
    article that opens, which is the first one."""
    tab.page.context.clear_cookies()
    tab.open()
    tab.page.wait_for_selector(ZONE)
    brought = [[name.replace("__", "."), base64.b64encode(data).decode()] for name, data in files.items()]
    tab.page.evaluate(DROP, [ZONE, brought])
    expect(tab.page.locator("article.doc")).to_contain_text(said)
    tab.settle()
    return tab.page


def test_every_kind_opens(tab: Watched) -> None:
    files = {}
    for number, kind in enumerate(("docx", "odt", "html", "eml", "pdf", "zip")):
        text, visual = f"{TEXT}\nالنسخة {number}", [*VISUAL, f"{number} {'النسخة'[::-1]}"]
        files[f"a__{kind}"] = {
            "docx": made.docx(made.word_paragraphs(text)),
            "odt": made.odt(made.odt_paragraphs(text)),
            "html": made.page(text).encode(),
            "eml": made.mail(text),
            "pdf": made.pdf([visual]),
            "zip": made.packed({"in/a.txt": text}),
        }[kind]
    page = drop(tab, "النسخة 0", **files)
    expect(page.locator(".notice")).to_have_count(0)
    samples = len(list((ROOT / "data/samples").glob("*.txt")))
    expect(page.locator(".st-key-switcher .row")).to_have_count(len(files) + samples)


def test_no_payload_of_a_text_runs(tab: Watched) -> None:
    text = TEXT + "\n" + "\n".join(PAYLOADS) + "\nختام النص الأول"
    page = drop(tab, "ختام النص الأول", a__txt=text.encode())
    built = "article.doc :is(script, img, image, iframe, object, embed, a, style, form, input, video, audio, math, details)"
    expect(page.locator(built)).to_have_count(0)
    assert page.evaluate(measures.SELECT_ALL).replace("\r\n", "\n") == text


def test_no_payload_of_a_title_a_name_or_a_source_runs(tab: Watched) -> None:
    lines = [
        {"id": kind, "title": kind, "source": kind, "url": f"javascript:{RUN}", "text": f"{TEXT}\n{kind}\nختام {number}"}
        for number, kind in enumerate(KINDS[:16])
    ]
    names: dict[str, bytes | str] = {f"{kind.replace('/', '_')}.txt": f"{TEXT}\n{kind}" for kind in KINDS[16:]}
    names["<b>x.exe"] = "x"
    page = drop(
        tab,
        "ختام 0",
        a__jsonl="\n".join(json.dumps(line) for line in lines).encode(),
        b__zip=made.packed(names),
        c__md=f"# {KINDS[2]} عنوان\n\n{TEXT}".encode(),
        d__html=made.page(f"{KINDS[2]} {TEXT}").encode(),
    )
    expect(page.locator(".notices")).to_contain_text("<b>x.exe")
