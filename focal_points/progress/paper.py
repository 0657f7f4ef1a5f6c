"""The report on paper: surat pengantar and the answers, as PDF and as DOCX."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from focal_points.progress import approvals
from focal_points.progress.content import Content
from focal_points.progress.models import SENT, Progress
from focal_points.progress.reading import Reading, read
from focal_points.progress.sums import sums_of
from pug_portal.lib.dates import tanggal
from pug_portal.lib.docx_parts import Signature
from pug_portal.lib.pdf import render

if TYPE_CHECKING:
    from pug_portal.lib.docx import Docx

SUMS = (
    ("jml_arg", "Porsi ARG terhadap belanja pembanding"),
    ("jml_serapan", "Serapan pagu ARG"),
    ("jml_dilatih", "Staf dilatih L + P"),
    ("jml_l", "Peserta semua kegiatan, laki-laki"),
    ("jml_p", "Peserta semua kegiatan, perempuan"),
    ("jml_lp", "Peserta semua kegiatan, L + P"),
    ("jml_pagu", "Pagu semua kegiatan"),
    ("jml_realisasi", "Realisasi semua kegiatan"),
)


@dataclass(frozen=True)
class Letter:
    """The number stays open: the OPD's registry gives it."""

    kop: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    addressee: tuple[str, ...]
    body: tuple[str, ...]
    place_and_date: str
    office: str
    head_name: str


@dataclass(frozen=True)
class Paper:
    progress: Progress
    letter: Letter
    reading: Reading
    sums: tuple[tuple[str, str], ...]
    mark: str
    authors: tuple[tuple[str, str], ...]


def paper_of(progress: Progress, content: Content) -> Paper:
    sums = sums_of(content)
    return Paper(
        progress,
        _letter(progress, content),
        read(content),
        tuple((label, sums[key]) for key, label in SUMS),
        "" if progress.state in SENT else "DRAF, belum diajukan",
        _authors(progress),
    )


def _letter(progress: Progress, content: Content) -> Letter:
    opd, region, period = progress.called_opd, progress.opd.region, progress.period
    files = len(content["files"])
    secretariat = region.secretariat_office or "Sekretariat Pokja PUG"
    given = approvals.valid_approval(progress)
    return Letter(
        kop=(f"PEMERINTAH {region.name.upper()}", opd.name.upper()),
        facts=(
            ("Nomor", "........................................"),
            ("Sifat", "Biasa"),
            ("Lampiran", "1 (satu) berkas"),
            ("Hal", f"Penyampaian Laporan Kemajuan PUG {period}"),
        ),
        addressee=(
            "Yth. Ketua Kelompok Kerja Pengarusutamaan Gender",
            f"{region.name} c.q. {secretariat}",
            "di Tempat",
        ),
        body=(
            (
                f"Bersama ini kami sampaikan Laporan Kemajuan Pengarusutamaan Gender "
                f"{opd.name} {period}, dengan angka per {tanggal(period.figures_as_of)}, "
                f"yang memuat {len(content['activities'])} kegiatan dan {files} berkas bukti "
                "dukung."
            ),
            (
                "Laporan ini disampaikan untuk diverifikasi dan digunakan sebagai bahan "
                f"laporan Pokja PUG {region.name}."
            ),
            "Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.",
        ),
        place_and_date=f"{region.capital or region.short_name}, "
        + (
            tanggal(progress.submitted_at, region.zone)
            if progress.submitted_at
            else "......................"
        ),
        office=f"Kepala {opd.short_name},",
        head_name=given.head_name if given else approvals.head_of(progress.opd),
    )


def _authors(progress: Progress) -> tuple[tuple[str, str], ...]:
    """Who handed it in, for whom, and by what the head said yes."""
    told = []
    if progress.sender:
        way = " (lewat tautan, atas nama OPD)" if progress.submitted_as else ""
        told.append(("Diajukan oleh", f"{progress.sender}{way}"))
        if progress.submitted_under:
            told.append(("Dasar", progress.submitted_under))
    if progress.is_on_behalf:
        told.append(("Atas nama", progress.called_opd.name))
        told.append(("Pengisian", progress.entered_for))
    if given := approvals.valid_approval(progress):
        how = given.in_words
        told.append(("Disetujui oleh", f"{given.head_name} ({how})"))
    if progress.is_afterwards:
        told.append(("Keterangan", "diisi susulan, setelah periode dikunci"))
    if progress.receipt_number:
        told.append(("Tanda terima", progress.receipt_number))
    return tuple(told)


def paper_pdf(paper: Paper) -> bytes:
    html = render_to_string(
        "focal_points/progress/pdf/report.html",
        {"paper": paper, "progress": paper.progress},
    )
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return render(html, identifier=identifier, assets={})


def paper_docx(paper: Paper) -> bytes:
    progress, letter = paper.progress, paper.letter
    from pug_portal.lib.docx import Docx

    made = Docx(title=f"Laporan kemajuan {progress}", author=progress.called_opd.name)
    made.letterhead(letter.kop)
    if paper.mark:
        made.paragraph(paper.mark, align="right", bold=True)
    made.facts(letter.facts)
    made.paragraph("", after=0)
    for line in letter.addressee:
        made.paragraph(line, after=0)
    made.paragraph("")
    for text in letter.body:
        made.paragraph(text, align="justify", first_line=1.25)
    made.paragraph("", after=0)
    made.signatures(
        Signature(
            [letter.place_and_date, letter.office],
            letter.head_name or "................",
        )
    )
    made.page_break()
    made.title(f"Laporan Kemajuan PUG {progress.period}")
    made.facts(
        [("Perangkat daerah", progress.called_opd.name), *paper.authors], label_width=5
    )
    for part in paper.reading.parts:
        if part.key == "kendala":
            _write_activities(made, paper.reading)
        made.heading(part.title)
        made.facts([(a.label, a.text) for a in part.answers], label_width=5.5)
    made.heading("Jumlah")
    made.facts(paper.sums, label_width=7.5)
    made.heading("Bukti dukung")
    for place, file in enumerate(paper.reading.files, start=1):
        caption = f" ({file['caption']})" if file["caption"] else ""
        made.paragraph(f"{place}. {file['name']}{caption}", after=0)
    return made.bytes()


def _write_activities(made: Docx, reading: Reading) -> None:
    made.heading("Kegiatan")
    if not reading.activities:
        made.paragraph("Tidak ada kegiatan yang dilaporkan.")
    for place, part in enumerate(reading.activities, start=1):
        made.heading(f"{place}. {part.title}", 2)
        made.facts([(a.label, a.text) for a in part.answers[1:]], label_width=5.5)
