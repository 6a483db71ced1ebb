"""The page as a user gets it: `streamlit run app.py` on a free port of this machine, and Debian's Chromium."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=20_000)  # a busy machine takes its time; five seconds were too few


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served() -> Iterator[str]:
    """The address of a server that runs until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://localhost:{port}/_stcore/health")
            yield f"http://localhost:{port}/"
        finally:
            server.terminate()


def _wait(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the server did not come up in 30 seconds")


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "Debian's chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


class Watched:
    """A page, and what it said and asked for that it should not have."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", lambda dialog: self.errors.append(f"dialog: {dialog.message}"))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, self.base.replace("http", "ws", 1), "data:", "blob:")):
            self.outside.append(url)

    def open(self, query: str = "") -> Page:
        self.page.goto(self.base + query)
        self.page.wait_for_selector("article.doc .par")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Waits until the script has run to its end and the page has stood unchanged for a while, on any machine."""
        self.page.evaluate(QUIET)


# until no script runs and nothing in the page has changed for 400 ms; what never rests is let go after 15 s
QUIET = """() => new Promise(done => {
  const [from, watch] = [performance.now(), new MutationObserver(() => { changed = performance.now(); })];
  let changed = from;
  watch.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
  const timer = setInterval(() => {
    const now = performance.now(), app = document.querySelector(".stApp");
    if (app?.dataset.testScriptState === "running") changed = now;
    if (now - changed < 400 && now - from < 15000) return;
    clearInterval(timer);
    watch.disconnect();
    done();
  }, 50);
})"""

DROP = """([selector, files]) => {
  const carried = new DataTransfer();
  const bytes = data => Uint8Array.from(atob(data), c => c.charCodeAt(0));
  for (const [name, data] of files) carried.items.add(new File([bytes(data)], name, {type: "text/plain"}));
  const zone = document.querySelector(selector);
  for (const kind of ["dragenter", "dragover", "drop"])
    zone.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: carried}));
}"""
