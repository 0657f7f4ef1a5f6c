"""A page used by the keyboard alone, forwards, as somebody who reads it would."""

from __future__ import annotations

from playwright.sync_api import Page

MOST_STOPS = 120
# What a screen reader would say first: the label, else the words on it.
_NAME = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].innerText : "";
  return (label || one.innerText || one.getAttribute("aria-label") || "").trim();
}"""


def tab_to(page: Page, name: str) -> None:
    met = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        met.append(page.evaluate(_NAME))
        if met[-1].startswith(name):
            return
    raise AssertionError(f"{page.url}: no stop «{name}» among {met}")


def enter(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def write(page: Page, name: str, words: str) -> None:
    """What stood there is selected by arriving, and so replaced."""
    tab_to(page, name)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(words)


def tick(page: Page, *names: str) -> None:
    for name in names:
        tab_to(page, name)
        page.keyboard.press("Space")
