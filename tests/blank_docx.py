"""A DOCX that takes everything and writes nothing, for tests that ask who may have it."""

from __future__ import annotations


class BlankDocx:
    """What `pug_portal.lib.docx.Docx` offers."""

    text_width = 17.0

    def __init__(self, **_: object) -> None:
        pass

    def _take(self, *_: object, **__: object) -> None:
        pass

    letterhead = title = heading = paragraph = numbered = _take
    facts = table = signatures = page_break = footer = _take

    def bytes(self) -> bytes:
        return b"PK"
