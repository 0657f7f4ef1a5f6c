"""«Lembar Telaah» of one document, «Berita Acara» of one OPD's documents of a year."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from focal_points.opd.models import Opd
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.review_content import TEAM, record, review_sheet
from pug_portal.lib import pdf
from pug_portal.lib.docx_parts import Column

if TYPE_CHECKING:
    from pug_portal.lib.docx import Docx

_MARGINS = (1.8, 1.8, 1.6, 2.2)


def review_sheet_pdf(document: PprgDocument) -> bytes:
    return _print("review_sheet", review_sheet(document))


def record_pdf(opd: Opd, year: int, documents: list[PprgDocument]) -> bytes:
    return _print("record", record(opd, year, documents))


def review_sheet_docx(document: PprgDocument) -> bytes:
    told = review_sheet(document)
    paper = _begin(told, f"{told['heading']} {document}")
    paper.title(told["heading"].upper())
    paper.facts(told["facts"], label_width=4)
    paper.heading("Catatan per langkah")
    _table(
        paper,
        (("Langkah", 0.36), ("Catatan penelaah", 0.44), ("Tindak lanjut", 0.2)),
        [(row.step, row.notes, row.answers) for row in told["notes"]],
    )
    paper.heading("Pendapat tim penggerak")
    if told["verdicts"]:
        _table(
            paper,
            (("Unsur", 0.16), ("Penelaah", 0.34), ("Pendapat", 0.16), ("Alasan", 0.34)),
            [
                (row.office, row.reviewer, row.answer, row.text)
                for row in told["verdicts"]
            ],
        )
    else:
        paper.paragraph("Belum ada pendapat.")
    _end(paper, told)
    paper.paragraph("")
    paper.paragraph(told["standing"], bold=True)
    return paper.bytes()


def record_docx(opd: Opd, year: int, documents: list[PprgDocument]) -> bytes:
    told = record(opd, year, documents)
    paper = _begin(told, f"{told['heading']} {opd.name} {year}")
    paper.title(told["heading"].upper())
    paper.paragraph(f"Nomor: {'.' * 40}", align="center")
    paper.paragraph(told["opening"], align="justify")
    _table(
        paper,
        (
            ("No.", 0.07),
            ("Jenis", 0.09),
            ("Judul", 0.34),
            ("Hasil telaah", 0.22),
            ("Nomor persetujuan", 0.28),
        ),
        told["results"],
    )
    paper.paragraph("")
    paper.paragraph(told["closing"], align="justify")
    _end(paper, told)
    return paper.bytes()


def _begin(told: dict[str, Any], title: str) -> Docx:
    from pug_portal.lib.docx import Docx

    paper = Docx(title=title, author=TEAM, size=10, margins=_MARGINS)
    paper.letterhead(told["letterhead"])
    return paper


def _end(paper: Docx, told: dict[str, Any]) -> None:
    if told["overruled"]:
        paper.heading("Disetujui dengan pendapat tolak")
        _table(
            paper,
            (
                ("Dokumen", 0.24),
                ("Pendapat tolak", 0.38),
                ("Alasan tetap disetujui", 0.38),
            ),
            [
                (row.title, row.against, f"{row.reason} ({row.decided_by})")
                for row in told["overruled"]
            ],
        )
    paper.heading("Tim penelaah")
    _table(
        paper,
        (("Unsur", 0.18), ("Nama", 0.32), ("SK", 0.24), ("Tanda tangan", 0.26)),
        [(seat.office, seat.name, seat.decree, "\n\n") for seat in told["team"]],
    )


def _table(
    paper: Docx, columns: tuple[tuple[str, float], ...], rows: list[tuple[str, ...]]
) -> None:
    """Widths as shares of the line."""
    made = [Column(title, share * paper.text_width) for title, share in columns]
    paper.table(made, rows)


def _print(page: str, context: dict[str, Any]) -> bytes:
    html = render_to_string(f"focal_points/pprg/pdf/{page}.html", context)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return pdf.render(html, identifier=identifier, assets={})
