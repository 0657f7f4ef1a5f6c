"""A person on a phone as arithmetic: what is read, typed and tapped, in seconds.

Nothing waits here. Every line of text counts once, at the moment it is first on a page;
200 words a minute is slow reading of forms, 125 characters a minute slow typing with
thumbs, and a tap is the pointing of the keystroke-level model with time to decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.hands import field as box_of

WORDS_A_MINUTE = 200
LETTERS_A_MINUTE = 125
TAP_SECONDS = 1.5
# Choosing a photo in the phone's own gallery: it opens, one looks, one confirms.
GALLERY_SECONDS = 8
GALLERY_TAPS = 2
# Is this a signed list of names, and of that day? A glance at a scan in the page.
LOOK_SECONDS = 15


@dataclass
class Reader:
    page: Page
    taps: int = 0
    words: int = 0
    letters: int = 0
    galleries: int = 0
    looks: int = 0
    received: int = 0
    fixed: int = 0
    sent: int = 0
    screens: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _kinds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        line = self.page.context.new_cdp_session(self.page)
        line.send("Network.enable")
        line.on("Network.requestWillBeSentExtraInfo", self._asked)
        line.on("Network.responseReceived", self._answered)
        line.on("Network.loadingFinished", self._loaded)

    # -- what it takes --------------------------------------------------------
    @property
    def seconds(self) -> float:
        reading = self.words / WORDS_A_MINUTE * 60
        typing = self.letters / LETTERS_A_MINUTE * 60
        tapping = (self.taps - self.galleries * GALLERY_TAPS) * TAP_SECONDS
        looking = self.galleries * GALLERY_SECONDS + self.looks * LOOK_SECONDS
        return reading + typing + tapping + looking

    def told(self) -> str:
        minutes, seconds = divmod(round(self.seconds), 60)
        return (
            f"{minutes} menit {seconds} detik ({self.words} kata, {self.letters} huruf, "
            f"{self.taps} ketukan); diterima {self.received / 1024:.0f} KB halaman dan "
            f"{self.fixed / 1024:.0f} KB gaya, huruf, dan skrip; dikirim "
            f"{self.sent / 1024:.0f} KB"
        )

    # -- what is done ---------------------------------------------------------
    def reads(self) -> None:
        """What stands on this page and was not read before."""
        text = self.page.evaluate("document.querySelector('main').innerText")
        lines = {" ".join(line.split()) for line in text.splitlines()}
        new = lines - self._known
        self._known |= new
        self.words += sum(len(line.split()) for line in new)
        self.screens.append(self.page.url)

    def reads_anew(self, selector: str) -> None:
        """What has to be read each time, though the same words stood there before."""
        text = self.page.evaluate(
            "where => [...document.querySelectorAll(where)].map(e => e.innerText).join(' ')",
            selector,
        )
        self.words += len(text.split())

    def looks_at_evidence(self) -> None:
        self.looks += 1

    def presses(self, key: str) -> None:
        self.taps += 1
        self.page.keyboard.press(key)

    def taps_on(self, name: str, *, within: Locator | None = None) -> None:
        place = within or self.page
        found = place.get_by_role("button", name=name, exact=True).or_(
            place.get_by_role("link", name=name, exact=True)
        )
        self.taps_at(found.filter(visible=True).first)

    def taps_at(self, place: Locator) -> None:
        self.taps += 1
        place.tap()

    def types(self, label: str, text: str, *, within: Locator | None = None) -> None:
        self.taps += 1
        self.letters += len(text)
        box = box_of(within or self.page, label)
        box.tap()
        box.fill(text)

    def chooses(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question)
        self.taps_at(group.get_by_label(answer, exact=True))

    def picks_from_gallery(self, place: Locator, *files: dict[str, Any]) -> None:
        self.taps += 1 + GALLERY_TAPS
        self.galleries += 1
        place.set_input_files(list(files))

    # -- what goes over the line ----------------------------------------------
    def _asked(self, event: dict[str, Any]) -> None:
        names = {name.lower(): value for name, value in event["headers"].items()}
        self.sent += int(names.get("content-length", 0))

    def _answered(self, event: dict[str, Any]) -> None:
        self._kinds[event["requestId"]] = event["type"]

    def _loaded(self, event: dict[str, Any]) -> None:
        kind = self._kinds.get(event["requestId"], "")
        size = int(event["encodedDataLength"])
        if kind in {"Stylesheet", "Script", "Font", "Image"}:
            self.fixed += size
        else:
            self.received += size
