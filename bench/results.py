"""Budgets with their values: a table for people, one line of JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    name: str
    value: float | None
    limit: float | None
    why: str = ""

    @property
    def ok(self) -> bool | None:
        if self.value is None or self.limit is None:
            return None
        return self.value <= self.limit

    @property
    def verdict(self) -> str:
        return {True: "baik", False: "LEBIH", None: "–"}[self.ok]


@dataclass
class Results:
    rows: list[Row] = field(default_factory=list)

    def add(
        self, name: str, value: float | None, limit: float | None, why: str = ""
    ) -> None:
        self.rows.append(Row(name, value, limit, why))

    def absent(self, name: str, limit: float, why: str) -> None:
        """A budget that could not be measured, and why."""
        self.add(name, None, limit, f"tidak diukur: {why}")

    def show(self) -> None:
        width = max(len(row.name) for row in self.rows)
        print(f"\n{'Anggaran':<{width}}  {'nilai':>9}  {'batas':>9}  hasil  keterangan")
        for row in self.rows:
            print(
                f"{row.name:<{width}}  {number(row.value):>9}  {number(row.limit):>9}"
                f"  {row.verdict:<5}  {row.why}"
            )

    def json(self) -> str:
        return json.dumps(
            {
                row.name: {"value": row.value, "limit": row.limit, "ok": row.ok}
                | ({"note": row.why} if row.why else {})
                for row in self.rows
            },
            ensure_ascii=False,
        )


def number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 1000 else f"{value:.2f}".rstrip("0").rstrip(".")
