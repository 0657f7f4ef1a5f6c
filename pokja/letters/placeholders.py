"""`{tanggal}` and its like in the text of a letter: known ones are filled in, unknown
ones are marked so that the preview shows them in red and finishing refuses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# What one may write in a text, and what stands there afterwards.
KNOWN = {
    "acara": "nama rapat",
    "tema": "tema rapat",
    "hari_tanggal": "hari dan tanggal rapat",
    "waktu": "jam rapat",
    "tempat": "tempat rapat",
    "penyelenggara": "penyelenggara",
    "daerah": "nama daerah",
    "alasan": "alasan ditunda atau dibatalkan",
    "nomor_surat_lama": "nomor surat yang dirujuk",
    "tanggal_surat_lama": "tanggal surat yang dirujuk",
}
_PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")
# Private-use characters: nobody types them, and they never reach a finished letter.
OPEN, CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def fill(text: str, values: Mapping[str, str]) -> str:
    text = text.replace(OPEN, "").replace(CLOSE, "")

    def one(found: re.Match[str]) -> str:
        value = values.get(found[1].strip().casefold(), "")
        return value or f"{OPEN}{found[0]}{CLOSE}"

    return _PLACEHOLDER.sub(one, text)


def unfilled(texts: Iterable[str]) -> list[str]:
    """Every marked placeholder once, in order."""
    found = (name for text in texts for name in _MARKED.findall(text))
    return list(dict.fromkeys(found))


def shown(text: str) -> SafeString:
    """As HTML: everything escaped, what is unknown in red."""
    html = _MARKED.sub(r'<mark class="asing">\1</mark>', str(escape(text)))
    return mark_safe(html)  # noqa: S308 -- escaped the line above
