"""Names of files and folders that Windows can unpack, whatever a person once typed.

Windows counts UTF-16 units, forbids some characters and some words, drops dots and blanks
at the end, and takes «SK» and «sk» for the same.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_PATH = 179
# What a name shrinks to at most when its folders leave little room.
SHORTEST = 24
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)",
    re.IGNORECASE,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """At most so many UTF-16 units, no letter halved."""
    while units(text) > most:
        text = text[:-1]
    return text


def safe_name(text: str, most: int, otherwise: str = "tanpa nama") -> str:
    """One folder's name, or the stem of a file's."""
    plain = unicodedata.normalize("NFC", text)
    plain = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in plain)
    plain = " ".join(_FORBIDDEN.sub("-", plain).split()).strip(". ")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    return cut(plain, most).rstrip(". ") or cut(otherwise, most)


def file_name(stem: str, extension: str, most: int) -> str:
    ending = f".{extension}"
    return safe_name(stem, most - units(ending), "berkas") + ending


class Names:
    """Paths already given away in one archive; a second one of the same name is numbered."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def claim(self, folder: str, stem: str, extension: str) -> str:
        """`folder` is made of safe names and short enough to leave room for the file."""
        room = LONGEST_PATH - (units(folder) + 1 if folder else 0)
        if room < SHORTEST:
            raise ValueError(f"no room for a file in {folder!r}")
        number = 1
        while True:
            tail = f" ({number})" if number > 1 else ""
            inner = safe_name(stem, room - units(tail) - units(extension) - 1, "berkas")
            path = "/".join(filter(None, (folder, f"{inner}{tail}.{extension}")))
            if path.casefold() not in self._taken:
                self._taken.add(path.casefold())
                return path
            number += 1
