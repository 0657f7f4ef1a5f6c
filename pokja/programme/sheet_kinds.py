"""Cells of a programme's workbook: several offices, and the letters of Pokja duties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from focal_points.opd.models import Opd
from focal_points.progress.duties import DUTIES
from pug_portal.lib.sheets import CellRefused, Lines

_BETWEEN = re.compile(r"[\s,;.]+")


@dataclass(frozen=True)
class Offices(Lines):
    """Short names apart by a semicolon; the value is the list of keys."""

    offices: tuple[Opd, ...] = ()
    hint: str = "Nama singkat OPD; beberapa dipisahkan dengan titik koma."
    empty: Any = field(default_factory=list)

    @cached_property
    def _by_word(self) -> dict[str, int]:
        words = [
            (word.casefold(), opd.pk)
            for opd in self.offices
            for word in {opd.short_name, opd.name, *opd.aliases}
            if word
        ]
        times = Counter(word for word, _ in words)
        return {word: pk for word, pk in words if times[word] == 1}

    @cached_property
    def _names(self) -> dict[int, str]:
        return {opd.pk: opd.short_name for opd in self.offices}

    def read(self, cell: Any) -> list[int]:  # type: ignore[override]
        found = []
        for name in super().read(cell):
            key = self._by_word.get(name.casefold())
            if key is None:
                raise CellRefused(
                    f"«{name[:40]}» bukan nama OPD daerah ini, tulis nama singkatnya"
                )
            found.append(key)
        return sorted(set(found))

    def write(self, value: Any) -> str | None:
        return super().write(
            [self._names[key] for key in value or () if key in self._names]
        )

    def shown(self, value: Any) -> str:
        return super().shown([self._names.get(key, "") for key in value or []])

    def same(self, old: Any, new: Any) -> bool:
        return sorted(old or []) == sorted(new or [])


@dataclass(frozen=True)
class DutyLetters(Lines):
    """«a, c, l»: the statutory duties of the Pokja that a line carries out."""

    hint: str = "Huruf tugas a sampai l, misalnya a; c."

    def read(self, cell: Any) -> list[str]:  # type: ignore[override]
        text = "; ".join(super().read(cell)).casefold()
        letters = [part for part in _BETWEEN.split(text) if part]
        if unknown := [letter for letter in letters if letter not in DUTIES]:
            raise CellRefused(
                f"«{unknown[0][:20]}» bukan huruf tugas, tulis a sampai {max(DUTIES)}"
            )
        return sorted(set(letters))

    def same(self, old: Any, new: Any) -> bool:
        return sorted(old or []) == sorted(new or [])


def offices_kind(offices: Iterable[Opd]) -> Offices:
    return Offices(1000, offices=tuple(offices))
