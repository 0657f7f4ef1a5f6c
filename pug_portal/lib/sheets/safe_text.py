"""Text that a spreadsheet program must not take for a formula, and back again.

A cell that begins with = + - @ or a control character runs when the file is opened as CSV or typed over.
An apostrophe in front makes it plain text for every program; reading takes exactly that one away.
"""

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n]")
# XML 1.0 knows no such characters; a workbook that holds one cannot be opened.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_000


def guarded(text: str) -> str:
    """As it is written into a cell."""
    text = printable(text)
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """As it was before `guarded`; what a person typed stays as typed."""
    is_ours = text[:1] == "'" and _DANGEROUS.match(text)
    return text[1:] if is_ours else text


def printable(text: str) -> str:
    if not text.isprintable():
        text = _NOT_IN_XML.sub("", text)
    return text[:LONGEST_CELL]


def tidy(text: str) -> str:
    """What two texts are compared by: spreadsheet programs change line ends and spaces unseen."""
    if not text.isprintable() or len(text) > LONGEST_CELL:
        text = printable(text)
    return " ".join(text.split())
