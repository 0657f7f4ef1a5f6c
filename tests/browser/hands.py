"""What a person does with a page: found by the words on the screen, never by id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Locator, Page, expect

Scope = Page | Locator


def field(scope: Scope, label: str) -> Locator:
    """The input under this label; a required mark after the words does not matter."""
    # A section may bear the same name as the box in it.
    boxes = scope.locator("input, textarea, select")
    exact = scope.get_by_label(label, exact=True).and_(boxes)
    if exact.count():
        return exact.first
    optional = re.compile(rf"^{re.escape(label)} \(boleh kosong.*\)$")
    marked = scope.get_by_label(optional)
    return marked if marked.count() else scope.get_by_label(label).first


def fill(scope: Scope, values: dict[str, str]) -> None:
    for label, value in values.items():
        field(scope, label).fill(value)


def choose(scope: Scope, label: str, option: str) -> None:
    """In a list: the option by its words."""
    field(scope, label).select_option(label=option)


def pick(scope: Scope, question: str, answer: str) -> None:
    """A radio button: the answer inside the group that asks the question."""
    group = scope.get_by_role("group", name=question)
    group.get_by_label(answer, exact=True).check()


def tick(scope: Scope, *labels: str) -> None:
    for label in labels:
        field(scope, label).check()


def attach(scope: Scope, label: str, *files: Path | dict[str, Any]) -> None:
    field(scope, label).set_input_files(list(files))


def click(scope: Scope, name: str) -> None:
    """A button or a link with exactly this name; the first visible one."""
    found = scope.get_by_role("button", name=name, exact=True).or_(
        scope.get_by_role("link", name=name, exact=True)
    )
    found.filter(visible=True).first.click()


def download(page: Page, name: str) -> Download:
    with page.expect_download() as waiting:
        click(page, name)
    return waiting.value


def sees(scope: Scope, *words: str) -> None:
    for text in words:
        expect(scope.get_by_text(text).filter(visible=True).first).to_be_visible()


def misses(scope: Scope, words: Iterable[str]) -> None:
    for text in words:
        expect(scope.get_by_text(text)).to_have_count(0)


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def fits_width(page: Page) -> None:
    """No horizontal scrolling."""
    wide, room = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room, f"{page.url}: {wide} px wide in {room} px"
