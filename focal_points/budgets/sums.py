"""Adding up ARG, only ever what has the same denominator. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from focal_points.progress.models import Denominator
from pug_portal.lib.numbers import persen


class Figures(Protocol):
    """What a row must know; ArgBudget does."""

    @property
    def denominator(self) -> str: ...
    @property
    def arg(self) -> int | None: ...
    @property
    def total(self) -> int | None: ...
    @property
    def realized(self) -> int | None: ...


@dataclass(frozen=True)
class Group:
    """All rows of one kind of denominator. `whole`: rows whose share can be told."""

    denominator: str
    offices: int
    arg: int
    realized: int | None
    base_arg: int
    base_total: int

    @property
    def label(self) -> str:
        return Denominator(self.denominator).label

    @property
    def phrase(self) -> str:
        """«belanja OPD», within a sentence."""
        return self.label[0].lower() + self.label[1:]

    @property
    def share(self) -> str:
        """Only rows that know both ARG and denominator count in it."""
        return persen(self.base_arg, self.base_total or None)

    @property
    def absorbed(self) -> str:
        return persen(self.realized, self.arg or None)

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


MIXED = (
    "Pembanding berbeda-beda, jadi angka berikut tidak dijumlahkan dan tidak diperingkat "
    "satu sama lain."
)


def groups(rows: Iterable[Figures]) -> list[Group]:
    by_kind: dict[str, list[Figures]] = {}
    for row in rows:
        if row.arg is not None:
            by_kind.setdefault(row.denominator, []).append(row)
    order = list(Denominator.values)
    return [_group(kind, by_kind[kind]) for kind in sorted(by_kind, key=order.index)]


def _group(kind: str, rows: list[Figures]) -> Group:
    spent = [row.realized for row in rows if row.realized is not None]
    based = [row for row in rows if row.total]
    return Group(
        kind,
        len(rows),
        sum(row.arg or 0 for row in rows),
        sum(spent) if spent else None,
        sum(row.arg or 0 for row in based),
        sum(row.total or 0 for row in based),
    )


def share_of(row: Figures) -> str:
    return persen(row.arg, row.total or None)
