"""What the permission rows show each visitor, with repetitions left out.

Visitors who get the same `<main>` need only one of them looked at; what stands around it
(menu, name, hat) is looked at once for each visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from types import ModuleType

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.browser.tally import Tally

SHOWN = {("get", 200), ("get", 403), ("get", 404), ("post", 200), ("post", 422)}

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Visit:
    visitor: str
    row: str
    method: str
    url: str
    status: int

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
            html = page_of(getattr(people[visitor], visit.method)(url))
            if html is None:
                continue
            tally.cells += 1
            if is_new(visitor, html, tally):
                tally.pages += 1
                yield visit


def page_of(response: HttpResponseBase) -> str | None:
    if response.streaming or not response["Content-Type"].startswith("text/html"):
        return None
    return response.content.decode()


def is_new(visitor: str, html: str, tally: Tally) -> bool:
    html = _TOKEN.sub("", html)
    main = _MAIN.search(html)
    news = {f"frame of {visitor}", main[0] if main else html}
    digests = {sha256(part.encode()).hexdigest() for part in news}
    fresh = digests - tally.seen
    tally.seen |= digests
    return bool(fresh)
