"""«00 Daftar isi» of a pack: what is missing on top, then every item with its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.template.loader import render_to_string

from prasyarat.assessments.evidence import EvidenceState, evidence_state, page_number
from prasyarat.assessments.models import Evidence
from prasyarat.assessments.queries import NOT_OFFICIAL
from prasyarat.evaluation.content import Content, Entry, is_outside_period
from prasyarat.evaluation.placing import Placed
from prasyarat.scoring import ItemScore
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import angka
from pug_portal.lib.sheets import Column, Count, Date, Text, listing

TITLE = "00 Daftar isi"
LACKING, HELD = "KURANG", "Ada"
MOST = 30_000


@dataclass(frozen=True)
class Copied:
    """What came of copying one file: its hash, or why it is not there."""

    sha256: str = ""
    problem: str = ""


@dataclass(frozen=True)
class ManifestRow:
    entry: Entry
    heading: str = HELD
    evidence: Evidence | None = None
    path: str = ""
    page: str = ""
    size: int | None = None
    sha256: str = ""
    remark: str = ""

    @property
    def day(self) -> dt.date | None:
        file = self.evidence.file if self.evidence else None
        return file.document_date if file else None

    @property
    def until(self) -> dt.date | None:
        file = self.evidence.file if self.evidence else None
        return file.valid_until if file else None

    @property
    def link(self) -> str:
        """Opens beside the list, a PDF at the page that was named."""
        if not self.path:
            return self.evidence.url if self.evidence else ""
        number = page_number(self.page) if self.path.endswith(".pdf") else None
        return quote(self.path) + (f"#page={number}" if number else "")


Copies = Mapping[tuple[str, int | None, int], tuple[Placed, Copied]]


def rows_of(content: Content, copies: Copies) -> list[ManifestRow]:
    """One row per piece of evidence; an item without any has a row of its own."""
    found: list[ManifestRow] = []
    for entry in content.entries:
        pieces = [
            _row(content, entry, evidence, copies.get((*entry.key, number)))
            for number, evidence in enumerate(entry.evidence, 1)
        ]
        found += pieces or [
            ManifestRow(entry, LACKING if entry.lack else HELD, remark=_remark(entry))
        ]
    return found


def _row(
    content: Content,
    entry: Entry,
    evidence: Evidence,
    copy: tuple[Placed, Copied] | None,
) -> ManifestRow:
    remarks = [_remark(entry), *_oddities(content, evidence)]
    if copy is None:
        told = f"alamat {evidence.url}"
        return ManifestRow(
            entry, HELD, evidence, page=evidence.page, remark=_all([told, *remarks])
        )
    place, copied = copy
    return ManifestRow(
        entry=entry,
        heading=LACKING if copied.problem else HELD,
        evidence=evidence,
        path=place.path if copied.sha256 else "",
        page=evidence.page,
        size=place.file.size,
        sha256=copied.sha256,
        remark=_all([copied.problem, *remarks]),
    )


def _remark(entry: Entry) -> str:
    carried = entry.carried_from
    from_old = f"jawaban dari {carried}, belum dikonfirmasi" if carried else ""
    return _all([entry.lack, from_old])


def _oddities(content: Content, evidence: Evidence) -> list[str]:
    file = evidence.file
    state = evidence_state(evidence, content.period.on)
    return [
        str(state) if state is not EvidenceState.VALID else "",
        "di luar periode" if is_outside_period(evidence, content.period) else "",
        "tanpa tanggal dokumen" if file and file.document_date is None else "",
        evidence.caption,
    ]


def _all(parts: Iterable[str]) -> str:
    return "; ".join(part for part in parts if part)


def score(item: ItemScore | None) -> str:
    return "" if item is None else f"{angka(item.score)} dari {angka(item.max)}"


def _scores(name: str) -> Column:
    labels = {"claimed": "mandiri", "proven": "terverifikasi", "settled": "akhir"}

    def told(row: ManifestRow) -> str:
        return score(getattr(row.entry, name))

    return Column(name, f"Nilai {labels[name]}", width=16, of=told)


def _wide(name: str, header: str, of: object, width: int = 40) -> Column:
    return Column(name, header, Text(MOST), width=width, of=of)  # type: ignore[arg-type]


COLUMNS = (
    Column("heading", "Keadaan", width=11),
    Column("place", "Nomor", width=9, of=lambda row: row.entry.place),
    Column(
        "group",
        "Prasyarat",
        width=22,
        of=lambda row: row.entry.indicator.prerequisite.name,
    ),
    Column("code", "Kode", width=10, of=lambda row: row.entry.indicator.code),
    _wide("text", "Indikator", lambda row: row.entry.indicator.text, 50),
    Column("opd", "OPD", width=16, of=lambda row: row.entry.of_whom),
    _wide("said", "Jawaban", lambda row: row.entry.said, 30),
    Column("status", "Status", width=18, of=lambda row: row.entry.status),
    _scores("claimed"),
    _scores("proven"),
    _scores("settled"),
    _wide("path", "Berkas di paket", lambda row: row.path, 60),
    Column("page", "Halaman", width=14),
    Column("day", "Tanggal dokumen", Date(), width=14),
    Column("until", "Berlaku sampai", Date(), width=14),
    Column("size", "Ukuran (bita)", Count(), width=14),
    Column("sha256", "SHA-256", width=68),
    _wide("remark", "Keterangan", lambda row: row.remark),
)


def workbook(content: Content, rows: list[ManifestRow]) -> bytes:
    """What is missing stands on top, and again in its place of the order."""
    top, period = lacking(content, rows), content.period
    sums: list[tuple[str, int | str]] = [
        ("Periode", str(period)),
        ("Daerah", period.region.name),
        ("Instrumen", period.instrument.name),
        ("Keadaan per", tanggal(period.on)),
        ("Berkas", sum(bool(row.path) for row in rows)),
        ("Yang kurang", len(top)),
        (f"Nilai mandiri ({NOT_OFFICIAL})", angka(content.claimed, 2)),
        ("Nilai terverifikasi", angka(content.proven, 2)),
        ("Nilai akhir", angka(content.settled, 2)),
    ]
    return listing(TITLE, COLUMNS, [*top, *rows], sums)


def lacking(content: Content, rows: list[ManifestRow]) -> list[ManifestRow]:
    """Also items whose evidence is there but does not count, such as an expired one."""
    top = [row for row in rows if row.heading == LACKING]
    told = {row.entry.key for row in top}
    return top + [
        ManifestRow(entry, LACKING, remark=entry.lack)
        for entry in content.entries
        if entry.lack and entry.key not in told
    ]


def page(content: Content, rows: list[ManifestRow]) -> bytes:
    """The same list for a browser, with links that open each file at its page."""
    context = {
        "period": content.period,
        "content": content,
        "lacking": lacking(content, rows),
        "rows": [
            (row, score(row.entry.claimed), score(row.entry.proven)) for row in rows
        ],
        "note": NOT_OFFICIAL,
    }
    return render_to_string("prasyarat/evaluation/pdf/index.html", context).encode()
