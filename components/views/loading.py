"""The page while files are read: which file, how far, the five steps with what each found, and a way out."""

import time
from html import escape
from typing import Any

import streamlit as st

from components.views.intake import Work, carry_on, settle
from components.wording import Wording

STEPS = {"read": "character", "quotes": "quote", "times": "event", "figures": "figure", "faults": "fault"}
PAUSE = 0.08  # seconds between two pictures of how far it is


def show(wording: Wording) -> None:
    """Reads what is waiting, then shows its first article. A click on «cancel» keeps what was read so far."""
    work: Work = st.session_state["work"]
    with st.container(key="loading"):
        slot = st.empty()
        st.button(wording("cancel"), key="stop", on_click=_stop)
        carry_on(work, _Telling(wording, work, slot))
    settle(work.taken)
    st.rerun()


def _stop() -> None:
    settle(st.session_state["work"].taken)


class _Telling:
    """Draws how far it is, each time a step is done."""

    def __init__(self, wording: Wording, work: Work, slot: Any) -> None:
        self.wording, self.work, self.slot = wording, work, slot
        self.found: dict[str, int] = {}
        self.drawn = 0.0
        self.draw()

    def __call__(self, step: str, found: int) -> None:
        if step == "read":
            self.found.clear()
        self.found[step] = found
        if time.monotonic() - self.drawn > PAUSE:
            self.draw()

    def draw(self) -> None:
        word, work = self.wording, self.work
        name = escape(work.files[work.done][0]) if work.done < len(work.files) else ""
        share = 100 * (work.done + len(self.found) / len(STEPS)) / max(len(work.files), 1)
        count = f"{word.number(min(work.done + 1, len(work.files)))} {word('of')} {word.number(len(work.files))}"
        self.slot.html(
            f'<div class="stage"><h1>{word("loading")}</h1><p class="lead"><bdi>{name}</bdi> · {count}</p>'
            f'<div class="meter" role="progressbar" aria-valuenow="{share:.0f}" aria-label="{word("loading")}">'
            f'<i style="width:{share:.0f}%"></i></div><ol class="steps">{self.steps()}</ol></div>'
        )
        self.drawn = time.monotonic()

    def steps(self) -> str:
        word, lines = self.wording, ""
        now = next((step for step in STEPS if step not in self.found), "")
        for step, noun in STEPS.items():
            done = step in self.found
            kind = "done" if done else "now" if step == now else ""
            said = escape(word.count(self.found[step], noun)) if done else ""
            lines += f'<li class="{kind}"><span>{"✓" if done else ""}</span>{word(f"step_{step}")}<span>{said}</span></li>'
        return lines
