"""What a page is made of: nodes, rows, inputs, and the files it asks for."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import Any

_LISTS = re.compile(r"\(\s*%s(?:\s*,\s*%s)*\s*\)|'(?:[^']|'')*'|\b\d+\b")


class Anatomy(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.nodes = self.rows = self.fields = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nodes += 1
        self.rows += tag == "tr"
        kind = dict(attrs).get("type")
        is_shown = tag in {"select", "textarea"} or (
            tag == "input" and kind not in {"hidden", "submit", "button"}
        )
        self.fields += is_shown


def anatomy(headers: dict[str, str], body: bytes) -> dict[str, Any]:
    if headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    if not headers.get("Content-Type", "").startswith("text/html"):
        return {"bytes": len(body), "nodes": 0, "rows": 0, "fields": 0}
    found = Anatomy()
    found.feed(body.decode())
    return {
        "bytes": len(body),
        "nodes": found.nodes,
        "rows": found.rows,
        "fields": found.fields,
    }


def shape(sql: str) -> str:
    """A query without its values: two of one shape in one page smell of a loop."""
    return _LISTS.sub("?", sql)
