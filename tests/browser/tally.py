"""Counts of what the browser has looked at, printed after the run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Tally:
    cells: int = 0
    pages: int = 0
    runs: int = 0
    stops: int = 0
    walks: int = 0
    seen: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def add(self, told: dict[str, Any]) -> None:
        """What another process has counted."""
        for name in ("cells", "pages", "runs", "stops", "walks", "notes"):
            setattr(self, name, getattr(self, name) + told[name])

    def told(self) -> dict[str, Any]:
        found = asdict(self)
        del found["seen"]
        return found

    def lines(self) -> list[str]:
        lines = []
        if self.cells:
            lines.append(
                f"axe: {self.cells} URL × peran, {self.pages} susunan berbeda, "
                f"{self.runs} kali dijalankan (terang/gelap × 1366/390, terbuka/tertutup)"
            )
        if self.walks:
            lines.append(
                f"papan ketik: {self.stops} perhentian Tab pada {self.walks} halaman"
            )
        return [*lines, *self.notes]


TALLY = Tally()
