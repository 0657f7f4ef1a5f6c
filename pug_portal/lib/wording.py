"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """`kind`: same, added, removed."""

    kind: str
    text: str


def words(old: str, new: str) -> list[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    bare_old = [word.strip() for word in before]
    bare_new = [word.strip() for word in after]
    found = SequenceMatcher(None, bare_old, bare_new, autojunk=False)
    pieces = []
    for kind, i1, i2, j1, j2 in found.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(after[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece("removed", "".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("added", "".join(after[j1:j2])))
    return pieces
