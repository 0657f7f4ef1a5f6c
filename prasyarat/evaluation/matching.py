"""Which item a path of an old folder speaks of: by the code in a folder's or file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pug_portal.lib.windows_names import safe_name

# What systems leave behind, and what a pack of the portal brings along itself.
_CLUTTER = re.compile(
    r"(^|/)(__MACOSX/|\.(?!\.?/)|~\$|Thumbs\.db$|desktop\.ini$)|^([^/]*/)?00 Daftar isi\.",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[A-Za-z]+|\d+")
NO_CODE = "tidak ada kode indikator pada nama folder atau berkas"


@dataclass(frozen=True)
class Found:
    """`where` names the folder or file that holds the code; without a code says why."""

    code: str = ""
    where: str = ""
    why: str = ""


Patterns = Mapping[str, re.Pattern[str]]


def patterns_of(codes: Iterable[str]) -> dict[str, re.Pattern[str]]:
    return {code: _pattern(code) for code in codes}


def find_code(path: str, patterns: Patterns) -> Found:
    """The nearest folder that names a code wins; the file's own name is asked last."""
    *folders, name = path.split("/")
    for segment in [*reversed(folders), name]:
        codes = [code for code, pattern in patterns.items() if pattern.search(segment)]
        if len(codes) == 1:
            return Found(codes[0], segment)
        if codes:
            told = ", ".join(codes)
            return Found(
                where=segment, why=f"“{segment}” menyebut beberapa kode: {told}"
            )
    return Found(why=NO_CODE)


def find_office(path: str, offices: Mapping[str, int]) -> int | None:
    """`offices`: folded names → key. A folder of its own, as the pack lays it."""
    *folders, _ = path.split("/")
    found = {offices[key] for one in folders if (key := folded(one)) in offices}
    return found.pop() if len(found) == 1 else None


def folded(name: str) -> str:
    return safe_name(name, 200).casefold()


def is_clutter(path: str) -> bool:
    return bool(_CLUTTER.search(path))


def is_astray(path: str) -> bool:
    """Names a place outside of the folder. Nothing is ever unpacked under it."""
    plain = path.replace("\\", "/")
    return plain.startswith("/") or ":" in plain or ".." in plain.split("/")


def _pattern(code: str) -> re.Pattern[str]:
    """«KOM-3», «kom 3», and «KOM_03» are one; «KOM-31» and the date 1.03.2024 are not."""
    parts = [f"0*{int(p)}" if p.isdigit() else p for p in _PARTS.findall(code)]
    if parts and parts[0][-1].isalpha():
        body = r"[\s._-]*".join(parts)
        return re.compile(rf"(?<![A-Za-z0-9]){body}(?![A-Za-z0-9])", re.IGNORECASE)
    body = r"[._-]".join(parts)
    return re.compile(rf"(?<![\w])(?<!\d[._-]){body}(?![A-Za-z0-9])(?![._-]\d)")
