"""Members of two decrees side by side: who came, who went, what changed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from focal_points.offices.nip_owners import bare_name
from pokja.decree_drafting.annex import AnnexRow

WATCHED = (
    ("name", "Nama"),
    ("position", "Jabatan"),
    ("institution", "Instansi"),
    ("standing", "Kedudukan"),
)


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    old: AnnexRow | None
    new: AnnexRow | None
    changes: tuple[Change, ...] = ()

    @property
    def row(self) -> AnnexRow:
        found = self.new or self.old
        assert found is not None  # noqa: S101 -- one of them is always there
        return found


@dataclass(frozen=True)
class Comparison:
    added: tuple[Difference, ...]
    gone: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    same: int


def compare(old: Sequence[AnnexRow], new: Sequence[AnnexRow]) -> Comparison:
    """People by their name, others by their position; then a new holder of an old seat."""
    pairs: list[tuple[AnnexRow, AnnexRow]] = []
    left, right = list(old), list(new)
    for key in (_seat, _person, _place):
        for row in list(right):
            match = next(
                (each for each in left if key(each) and key(each) == key(row)), None
            )
            if match is not None:
                pairs.append((match, row))
                left.remove(match)
                right.remove(row)
    found = [Difference(a, b, _changes(a, b)) for a, b in pairs]
    changed = sorted((d for d in found if d.changes), key=lambda d: d.row.number)
    return Comparison(
        added=tuple(Difference(None, row) for row in right),
        gone=tuple(Difference(row, None) for row in left),
        changed=tuple(changed),
        same=len(found) - len(changed),
    )


def _seat(row: AnnexRow) -> tuple[str, ...]:
    return (*_person(row), *_place(row), _plain(row.standing))


def _person(row: AnnexRow) -> tuple[str, ...]:
    return (bare_name(row.name),) if row.name else ()


def _place(row: AnnexRow) -> tuple[str, ...]:
    return (_plain(row.position), _plain(row.institution)) if row.position else ()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _changes(old: AnnexRow, new: AnnexRow) -> tuple[Change, ...]:
    return tuple(
        Change(label, getattr(old, name), getattr(new, name))
        for name, label in WATCHED
        if _plain(getattr(old, name)) != _plain(getattr(new, name))
    )
