"""Pictures for the eye, of the pages a journey passes: STORY_PICTURES=/tmp/look."""

from __future__ import annotations

import os

from playwright.sync_api import Page

from tests.browser.hands import fits_width

FOLDER = os.environ.get("STORY_PICTURES")


def look(page: Page, scene: str) -> None:
    """No horizontal scrolling; in both themes when somebody wants to look."""
    fits_width(page)
    if not FOLDER:
        return
    width = page.viewport_size["width"] if page.viewport_size else 0
    for theme in ("dark", "light"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.screenshot(path=f"{FOLDER}/{scene}-{width}-{theme}.png", full_page=True)
