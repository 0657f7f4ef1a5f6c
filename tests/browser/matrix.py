"""What the permission rows show each visitor, with repetitions left out.

Pages whose `<main>` has the same elements, classes and attributes in the same order
differ only in words: one of them is looked at. What stands around it (menu, name, hat)
is looked at once for each visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from html.parser import HTMLParser
from types import ModuleType

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.browser.tally import Tally

JUDGED = {"class", "role", "type", "autocomplete", "tabindex", "lang", "scope"}
# Words of their own or numbers: whether they say anything is judged, not what.
SAYING = {"aria-label", "aria-description", "aria-valuetext", "aria-valuenow"}
# Names of other elements: whether those are there is judged.
POINTING = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-details"}
# Such a word does not break, and may be wider than its box on the narrowest screen.
LONG_WORD = 24
SHOWN = {("get", 200), ("get", 403), ("get", 404), ("post", 200), ("post", 422)}

_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Visit:
    visitor: str
    row: str
    method: str
    url: str
    status: int
    # What the answer held: a POST that succeeds is spent by the first look.
    html: str = ""

    @property
    def is_spent(self) -> bool:
        return (self.method, self.status) == ("post", 200)

    def __str__(self) -> str:
        return f"{self.visitor}: {self.row} {self.url}"


def visits(
    module: ModuleType, world, people: dict[str, Client], tally: Tally
) -> Iterator[Visit]:
    kwargs = module.kwargs(world)
    for row, answers in module.ROWS.items():
        name, method = row.split()
        url = reverse(name, kwargs=kwargs.get(name, {}))
        for visitor, status in answers.items():
            visit = Visit(visitor, row, method.lower(), url, status)
            if (visit.method, status) not in SHOWN:
                continue
            with closing(getattr(people[visitor], visit.method)(url)) as answer:
                html = page_of(answer)
            if html is None:
                continue
            tally.cells += 1
            if is_new(visitor, html, tally):
                tally.pages += 1
                yield replace(visit, html=html)


def page_of(response: HttpResponseBase) -> str | None:
    if response.streaming or not response["Content-Type"].startswith("text/html"):
        return None
    html = response.content.decode()
    # A fragment is part of a page, and looked at there.
    return html if "<html" in html else None


def is_new(visitor: str, html: str, tally: Tally) -> bool:
    main = _MAIN.search(html)
    news = {f"frame of {visitor}", skeleton(main[0] if main else html)}
    digests = {sha256(part.encode()).hexdigest() for part in news}
    fresh = digests - tally.seen
    tally.seen |= digests
    return bool(fresh)


class Skeleton(HTMLParser):
    """A page without its words: names of attributes, and the values that axe judges."""

    def __init__(self, ids: frozenset[str]) -> None:
        super().__init__()
        self.ids = ids
        self.bones: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = (f"{name}{self._judged(name, value or '')}" for name, value in attrs)
        self.bones.append(f"<{tag} {' '.join(told)}>")

    def _judged(self, name: str, value: str) -> str:
        if name in POINTING:
            return "" if self.ids.issuperset(value.split()) else "=nowhere"
        if name in SAYING:
            return "" if value.strip() else "=nothing"
        return f"={value}" if name in JUDGED or name.startswith("aria-") else ""

    def handle_endtag(self, tag: str) -> None:
        self.bones.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if words := data.split():
            is_long = max(map(len, words)) > LONG_WORD
            self.bones.append("long words" if is_long else "words")


def skeleton(html: str) -> str:
    reader = Skeleton(frozenset(_ID.findall(html)))
    reader.feed(html)
    return "".join(reader.bones)
