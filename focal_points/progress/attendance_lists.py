"""Attendance lists kept in the portal; the slice above that keeps them registers here.

A list is named by a key that means nothing here: the arrow between the apps stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from focal_points.progress.checks import Finding
from focal_points.progress.models import Activity, Progress
from pug_portal.lib.dates import rentang_tanggal
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """One that cannot change any more."""

    key: str
    title: str
    first: dt.date
    last: dt.date
    men: int
    women: int

    def __str__(self) -> str:
        days = rentang_tanggal(self.first, self.last)
        return f"{self.title}, {days} ({self.told})"

    @property
    def told(self) -> str:
        return f"L {angka(self.men)}, P {angka(self.women)}"


# Lists of a region whose days touch the span; and those of these keys, wherever they are.
Held = Callable[[Region, dt.date, dt.date], list[AttendanceList]]
Named = Callable[[Collection[str]], list[AttendanceList]]
_providers: list[tuple[Held, Named]] = []


def register(held: Held, named: Named) -> None:
    if (held, named) not in _providers:
        _providers.append((held, named))


def lists_for(progress: Progress) -> list[AttendanceList]:
    """Of the region and the semester of the report, oldest first."""
    semester, region = progress.period.semester, progress.opd.region
    found = [
        each
        for held, _ in _providers
        for each in held(region, semester.start, semester.end)
    ]
    return sorted(found, key=lambda each: (each.first, each.title))


def real_lists(rows: Collection[Activity]) -> dict[str, AttendanceList]:
    """{key: list} of the linked activities; asks nothing when none is linked."""
    keys = {row.listed_from for row in rows if row.listed_from}
    if not keys:
        return {}
    return {each.key: each for _, named in _providers for each in named(keys)}


def off_the_list(rows: Collection[Activity]) -> list[Finding]:
    """Linked figures that are no longer those of the list: they are not submitted so."""
    real = real_lists(rows)
    return [
        finding
        for place, row in enumerate(rows, start=1)
        if (found := real.get(row.listed_from))
        for finding in _of(row, found, f"Kegiatan {place}")
    ]


def _of(row: Activity, found: AttendanceList, called: str) -> Iterator[Finding]:
    for name, real, sex in (
        ("listed_men", found.men, "laki-laki"),
        ("listed_women", found.women, "perempuan"),
    ):
        typed = getattr(row, name)
        if typed == real:
            continue
        told = "kosong" if typed is None else angka(typed)
        yield Finding(
            f"kegiatan-{row.pk}-{name}",
            f"{called}: {sex} di daftar hadir tertulis {told}, padahal daftar hadir "
            f"«{found.title}» di portal mencatat {angka(real)}. Ambil lagi dari daftar "
            "hadir itu, atau lepaskan hubungannya.",
            True,
        )
