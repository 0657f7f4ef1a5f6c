"""The people of the story, each at their own browser."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from pug_portal.access.actor import Actor
from tests.browser.hands import click, fits_width
from tests.pug_portal.lib import samples
from tests.world import World

# A folder in which every scene leaves a picture, for the eye: STORY_PICTURES=/tmp/look
PICTURES = os.environ.get("STORY_PICTURES")


@dataclass
class Story:
    world: World
    open_page: Callable[..., Page]
    sign_in: Callable[[Page, Actor], None]
    address: Callable[..., str]
    device: dict[str, Any]
    javascript: bool
    folder: Path
    pages: dict[str, Page] = field(default_factory=dict)

    def at_desk_of(self, name: str) -> Page:
        """The person's browser; the first time they sign in through the form."""
        if name not in self.pages:
            page = self.open_page(self.device, javascript=self.javascript)
            self.sign_in(page, getattr(self.world, name))
            self.pages[name] = page
        return self.pages[name]

    def look(self, page: Page, scene: str) -> None:
        fits_width(page)
        if PICTURES:
            width = self.device["viewport"]["width"]
            script = "" if self.javascript else "-tanpa-skrip"
            name = f"{scene}-{width}{script}"
            page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)

    def paper(self, name: str, pages: int = 2) -> Path:
        """A scan lying on the person's computer."""
        path = self.folder / name
        path.write_bytes(samples.pdf(pages))
        return path


def menu(page: Page, label: str) -> None:
    """Through the menu: the rail of a wide screen, «Menu» at the foot of a phone."""
    rail = page.get_by_role("navigation", name="Menu utama")
    if not rail.is_visible():
        foot = page.get_by_role("navigation", name="Menu ponsel")
        if not foot.is_visible():
            # A long form has the foot for itself; the name of the portal leads home.
            page.get_by_role("banner").get_by_role("link", name="PUG Portal").click()
        foot.get_by_text("Menu").click()
        page.wait_for_url("**/menu/")
        rail = page.get_by_role("main")
    # Who reads the page at once must not read the one that is being left.
    with page.expect_navigation():
        rail.get_by_role("link", name=label).first.click()


def told(page: Page, words: str) -> None:
    """The portal says what it did, or why it did not."""
    notes = page.get_by_role("status").or_(page.get_by_role("alert"))
    expect(notes.filter(has_text=words).first).to_be_visible()


def row(page: Page, text: str):
    return page.get_by_role("row").filter(has_text=text).first


def unfold(scope: Any, words: str) -> None:
    """Open what stands folded behind these words."""
    scope.locator("summary", has_text=words).first.click()


def unfold_evidence(page: Page) -> None:
    """The form of a piece of evidence; it stands open where there is none yet."""
    page.wait_for_load_state()
    if not page.get_by_label("Unggah berkas").is_visible():
        unfold(page, "Lampirkan bukti")


def press(page: Page, name: str, then: str) -> None:
    """A button whose page must be there before the next step."""
    click(page, name)
    expect(page.get_by_role("heading", level=1)).to_contain_text(then)


def status(page: Page, path: str) -> int:
    answer = page.goto(path)
    assert answer is not None
    return answer.status
