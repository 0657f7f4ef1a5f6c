"""The document as PDF and DOCX, ready to be attached to RKA or DPA."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from focal_points.offices.models import Office
from focal_points.offices.nip import spaced
from focal_points.offices.queries import Signatory, signatory_of
from focal_points.pprg import sheets
from focal_points.pprg.choosing import template_of
from focal_points.pprg.fields import Content, Shape
from focal_points.pprg.models import GapFormat, Kind, PprgDocument, PprgVersion, State
from focal_points.pprg.reading import shown
from pug_portal.lib import pdf
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal, zone_of
from pug_portal.lib.docx_parts import Column, Signature
from pug_portal.regions.models import Region

if TYPE_CHECKING:
    from pug_portal.lib.docx import Docx

DOTS = "." * 30


def paper_pdf(document: PprgDocument, version: PprgVersion | None) -> bytes:
    html = paper_html(document, version)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return pdf.render(html, identifier=identifier, assets={})


def paper_html(document: PprgDocument, version: PprgVersion | None) -> str:
    content = version.content if version else document.content
    context: dict[str, Any] = {
        "document": document,
        "heading": template_of(document).title,
        "letterhead": letterhead(document.opd.region, document.opd.name),
        "region": document.opd.region,
        "standing": standing(document),
        "sign": signature(document, content),
    }
    if document.kind == Kind.GAP:
        columns, cells = _gap(document, content)
        context |= {"columns": columns, "cells": cells, "cols": _cols(columns, cells)}
        return render_to_string("focal_points/pprg/pdf/gap.html", context)
    context |= _pairs(document, content)
    return render_to_string("focal_points/pprg/pdf/pairs.html", context)


def paper_docx(document: PprgDocument, version: PprgVersion | None) -> bytes:
    content = version.content if version else document.content
    is_landscape = document.kind != Kind.KAK
    from pug_portal.lib.docx import Docx

    paper = Docx(
        title=str(document),
        author=document.opd.name,
        landscape=is_landscape,
        size=9 if document.kind == Kind.GAP else 11,
        margins=(1.5, 1.4, 1.5, 1.4) if document.kind == Kind.GAP else (2, 2, 2, 2.5),
    )
    paper.letterhead(letterhead(document.opd.region, document.opd.name))
    paper.title(template_of(document).title.upper())
    if document.kind == Kind.GAP:
        _write_gap(paper, document, content)
    else:
        _write_pairs(paper, document, content)
    sign = signature(document, content)
    paper.signatures(Signature(sign["above"], sign["name"], sign["below"]))
    paper.footer(standing(document))
    return paper.bytes()


def _gap(document: PprgDocument, content: Content) -> tuple[sheets.Columns, list[str]]:
    if document.gap_format == GapFormat.FOUR:
        return sheets.GAP4_COLUMNS, sheets.gap4_cells(content)
    return sheets.GAP9_COLUMNS, sheets.gap9_cells(content)


def _shares(columns: sheets.Columns, cells: list[str]) -> list[float]:
    """Of the page's width: two thirds as the form has it, one where the words are. The
    form alone lets one full column run over the page while the others stand empty."""
    whole, words = sum(columns.widths), sum(map(len, cells)) or 1
    return [
        (2 * width / whole + len(cell) / words) / 3
        for width, cell in zip(columns.widths, cells, strict=True)
    ]


def _cols(columns: sheets.Columns, cells: list[str]) -> list[dict[str, Any]]:
    """Header cells of the upper row, and for each column whether it reaches up."""
    reaching = [not title for title, span in columns.groups for _ in range(span)]
    return [
        {
            "title": title,
            "width": round(share * 100, 2),
            "reaches": bool(reaching) and reaching[place],
            "number": place + 1,
        }
        for place, (title, share) in enumerate(
            zip(columns.titles, _shares(columns, cells), strict=True)
        )
    ]


def _pairs(document: PprgDocument, content: Content) -> dict[str, Any]:
    make = sheets.gbs_pairs if document.kind == Kind.GBS else sheets.kak_pairs
    opd = document.opd
    rows = make(template_of(document), content, opd.name, document.year)
    return {"pairs": rows, "actions": sheets.action_rows(content)}


def _write_gap(paper: Docx, document: PprgDocument, content: Content) -> None:
    columns, cells = _gap(document, content)
    paper.facts(
        [
            ("Perangkat Daerah", document.opd.name),
            ("Tahun Anggaran", str(document.year)),
        ],
        label_width=4,
    )
    made = [
        Column(title, share * paper.text_width)
        for title, share in zip(columns.titles, _shares(columns, cells), strict=True)
    ]
    marks = [f"({number})" for number in range(1, len(made) + 1)]
    paper.table(made, [marks, cells], columns.groups)
    paper.paragraph("")


def _write_pairs(paper: Docx, document: PprgDocument, content: Content) -> None:
    found = _pairs(document, content)
    label = 6.0
    columns = [Column("Uraian", label), Column("Isi", paper.text_width - label)]
    paper.table(columns, [(pair.label, pair.text) for pair in found["pairs"]])
    if document.kind == Kind.GBS:
        paper.heading("Rencana Aksi")
        fourth = paper.text_width / 4
        heads = ("Kegiatan/Sub Kegiatan", "Masukan (Rp)", "Keluaran", "Hasil")
        paper.table([Column(head, fourth) for head in heads], found["actions"])
    paper.paragraph("")


def letterhead(region: Region, office: str) -> list[str]:
    return [f"Pemerintah {region.name}", office]


def standing(document: PprgDocument) -> str:
    """The stamp of approval, or that there is none yet."""
    if document.state == State.APPROVED:
        day = document.approved_at.astimezone(zone_of(document.opd.region.zone)).date()  # type: ignore[union-attr]
        return (
            f"Telah ditelaah dan disetujui Tim Penggerak PUG {document.opd.region.name}, "
            f"{tanggal(day)}, nomor {document.stamp_number}, pengajuan ke-"
            f"{document.sent_count}."
        )
    return f"Status: {document.status.label}. Belum disetujui Tim Penggerak PUG."


def signature(document: PprgDocument, content: Content) -> dict[str, Any]:
    """As typed in the document; of a GAP, as the register of officials has it."""
    said = content.get
    day: Any = None
    if document.kind == Kind.GAP:
        opd = document.opd
        found = signatory_of(opd.region, Office.Kind.HEAD_OF_OPD, today(), opd)
        found = found or Signatory(title=f"Kepala {opd.name}")
        place = opd.region.capital
        title, name, rank, nip = found.title, found.name, found.rank, found.nip
    else:
        place = str(said("signatory_place") or "")
        day = said("signatory_date")
        title = str(said("signatory_title") or "")
        name = str(said("signatory_name") or "")
        rank = str(said("signatory_rank") or "")
        nip = str(said("signatory_nip") or "")
    when = (
        shown(Shape.DATE, day) if day else f".................... {document.year - 1}"
    )
    below = [line for line in (rank, f"NIP {spaced(nip)}" if nip else "") if line]
    return {
        "above": [
            f"{place or '....................'}, {when}",
            f"{title or 'Kepala OPD'},",
        ],
        "name": name or DOTS,
        "below": below,
    }
