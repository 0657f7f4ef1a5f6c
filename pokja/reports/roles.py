"""Bappeda's six roles, and what the collected data show of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pokja.reports.rows import Assessment, MeetingRow, RoleRow
from pokja.reports.rows_opd import Figures, OpdRow

ROLES = (
    (
        "Bersama {secretariat} mengadakan pertemuan pengumpulan analisis gender (GAP) "
        "dan pernyataan anggaran gender (GBS)"
    ),
    "Mengoordinasikan penyusunan RPJMD",
    "Memastikan isu gender masuk dalam proses perencanaan",
    "Menyusun laporan Pokja PUG",
    "Memiliki anggaran APBD untuk fasilitasi PUG",
    "Memastikan Renstra dan Renja perangkat daerah responsif gender",
)
_WORDS = {2: ("RPJMD",), 3: ("isu gender",), 5: ("anggaran APBD",)}


def role_rows(
    *,
    secretariat: str,
    assessment: Assessment | None,
    opds: tuple[OpdRow, ...],
    meetings: tuple[MeetingRow, ...],
    notes: dict[str, str],
) -> tuple[RoleRow, ...]:
    verified = [row.figures for row in opds if row.figures]
    facts: dict[int, list[str]] = {
        1: _collecting(verified, meetings),
        4: [
            (
                f"Laporan ini memuat isi {len(verified)} laporan perangkat daerah "
                "yang sudah terverifikasi."
            )
        ],
        6: _planning(verified),
    }
    for number, words in _WORDS.items():
        facts[number] = _answers(assessment, words)
    return tuple(
        RoleRow(
            number=number,
            role=role.format(secretariat=secretariat),
            facts=tuple(facts[number]),
            note=notes.get(str(number), ""),
        )
        for number, role in enumerate(ROLES, start=1)
    )


def _collecting(verified: list[Figures], meetings: tuple[MeetingRow, ...]) -> list[str]:
    facts = []
    if meetings:
        facts.append(f"{len(meetings)} rapat terlaksana pada semester ini.")
    if verified:
        gap = _sum(figures.gap for figures in verified)
        gbs = _sum(figures.gbs for figures in verified)
        facts.append(
            f"Terkumpul {gap} GAP dan {gbs} GBS dari {len(verified)} perangkat daerah "
            "yang laporannya terverifikasi."
        )
    return facts


def _planning(verified: list[Figures]) -> list[str]:
    def told(name: str, read: Callable[[Figures], str]) -> str:
        answers = [read(figures) for figures in verified]
        return (
            f"{name} responsif gender menurut {len(verified)} laporan terverifikasi: "
            f"ya {answers.count('Ya')}, sebagian {answers.count('Sebagian')}, "
            f"tidak {answers.count('Tidak')}."
        )

    if not verified:
        return []
    return [
        told("Renstra", lambda figures: figures.renstra),
        told("Renja", lambda figures: figures.renja),
    ]


def _answers(assessment: Assessment | None, words: tuple[str, ...]) -> list[str]:
    if assessment is None:
        return []
    return [
        f"{row.code} {row.text}: {row.answer} ({row.state})."
        for prerequisite in assessment.prerequisites
        for row in prerequisite.indicators
        if row.answer and any(word in row.text for word in words)
    ]


def _sum(values: Iterable[int | None]) -> int:
    return sum(value or 0 for value in values)
