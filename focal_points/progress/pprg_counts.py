"""The numbers of GAP, GBS and KAK in a report against the documents made in the portal.

Budget year and reporting year are the same here: Semester II 2026 tells of the documents
that carry the spending of 2026. Documents made outside the portal may be more, never fewer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from focal_points.pprg.models import Kind
from focal_points.pprg.queries import Made, made_by, made_by_all
from focal_points.progress.checks import Finding
from focal_points.progress.models import Progress

COUNTS = {"gap_count": Kind.GAP, "gbs_count": Kind.GBS, "kak_count": Kind.KAK}


@dataclass(frozen=True)
class InPortal:
    """What the portal knows of one of the three numbers, and where it is read."""

    made: Made
    kind: Kind
    year: int

    @property
    def url(self) -> str:
        return f"{reverse('pprg-list')}?tahun={self.year}&jenis={self.kind.value}"

    def __str__(self) -> str:
        told = f"Di portal: {self.made.counted} dari {self.made.all} {self.kind.label}"
        rule = "disetujui dan bertanda tangan" if self.kind == Kind.GBS else "disetujui"
        return f"{told} tahun {self.year} {rule}."


def in_portal(progress: Progress) -> dict[str, InPortal]:
    """{name in the form: what the portal knows}, only where there are documents."""
    year = progress.period.year
    return _known(made_by(progress.opd_id, year), year)


def _known(made: dict[str, Made], year: int) -> dict[str, InPortal]:
    return {
        key: InPortal(made[kind], kind, year)
        for key, kind in COUNTS.items()
        if kind in made
    }


def proposed(progress: Progress) -> dict[str, int]:
    """What a new report begins with: numbers somebody would else count by hand."""
    return {
        key: known.made.counted
        for key, known in in_portal(progress).items()
        if known.made.counted
    }


def contradictions(progress: Progress, fields: dict[str, Any]) -> list[Finding]:
    return _between(fields, in_portal(progress))


def contradictions_of_all(rows: Collection[Progress]) -> dict[int, list[Finding]]:
    """{report: its contradictions}, with one question for all of them."""
    listed = {row.pk: (row.opd_id, row.period.year) for row in rows}
    made = made_by_all(set(listed.values()))
    return {
        row.pk: _between(
            {key: getattr(row, key) for key in (*COUNTS, "rka_has_gbs")},
            _known(made[listed[row.pk]], row.period.year),
        )
        for row in rows
    }


def _between(fields: dict[str, Any], found: dict[str, InPortal]) -> list[Finding]:
    return [
        *(
            finding
            for key, known in found.items()
            for finding in _of(key, fields.get(key), known)
        ),
        *_of_the_budget(fields, found.get("gbs_count")),
    ]


def _of(key: str, typed: int | None, known: InPortal) -> Iterator[Finding]:
    name, counted = known.kind.label, known.made.counted
    if typed is None or typed == counted:
        return
    if typed < counted:
        yield _ask(
            key,
            f"Jumlah {name} ditulis {typed}, padahal {counted} {name} tahun "
            f"{known.year} sudah terhitung di portal. Samakan angkanya.",
            known,
        )
    elif known.kind == Kind.GBS and known.made.unsigned:
        yield _ask(
            key,
            f"Jumlah GBS ditulis {typed}, di portal {counted}: {known.made.unsigned} "
            "GBS yang disetujui belum ada lembar bertanda tangannya, jadi belum dihitung.",
            known,
        )


def _of_the_budget(fields: dict[str, Any], known: InPortal | None) -> Iterator[Finding]:
    if known and known.made.counted and fields.get("rka_has_gbs") == "tidak":
        yield _ask(
            "rka_has_gbs",
            f"RKA/DPA dinyatakan tidak memuat GBS, padahal {known.made.counted} GBS "
            f"tahun {known.year} bertanda tangan di portal. Periksa kembali.",
            known,
        )


def _ask(key: str, sentence: str, known: InPortal) -> Finding:
    return Finding(f"id_{key}", sentence, False, known.url)
