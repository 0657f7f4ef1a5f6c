"""A letter on paper: PDF and DOCX from the same content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.cache import cache as shared_cache
from django.template.loader import render_to_string

from pokja.letters.content import Addressee, Head, LetterContent
from pokja.letters.signing import VIA, Block
from pokja.letters.texts import WAS
from pug_portal.files.actions import open_file
from pug_portal.files.models import StoredFile
from pug_portal.lib import pdf
from pug_portal.lib.docx_parts import Column, Listing, Signature

if TYPE_CHECKING:
    from pug_portal.lib.docx import Docx

KEPT_FOR = 24 * 60 * 60
CSS = Path(__file__).resolve().parents[2] / "static" / "css"
STYLES = ("letter.css", "letter-f4.css")
EMBLEM = "lambang"


def letter_pdf(content: LetterContent, addressee: Addressee | None = None) -> bytes:
    """To one addressee; without one the letter with its list."""
    sheet = content.to(addressee) if addressee else content.listed()
    return print_page(
        "letter", content.head, {"title": content.title, "sheets": [sheet]}
    )


def print_page(page: str, head: Head, context: Mapping[str, object]) -> bytes:
    """The same page is never rendered twice within a day."""
    emblem = emblem_bytes(head)
    html = render_to_string(
        f"pokja/letters/pdf/{page}.html",
        {
            **context,
            "paper": head.paper,
            "emblem": f"{pdf.SCHEME}{EMBLEM}" if emblem else "",
        },
    )
    styles = {name: _style(name) for name in STYLES}
    known = html.encode() + b"".join(styles.values())
    identifier = hashlib.sha256(known).hexdigest()
    key = f"letter-pdf:{identifier}"
    printed: bytes | None = shared_cache.get(key)
    if printed is None:
        assets = {**styles, **({EMBLEM: emblem} if emblem else {})}
        printed = pdf.render(html, identifier=identifier, assets=assets)
        shared_cache.set(key, printed, KEPT_FOR)
    return printed


def emblem_bytes(head: Head) -> bytes:
    if not head.emblem:
        return b""
    found = StoredFile.objects.filter(pk=UUID(head.emblem)).first()
    return open_file(found) if found else b""


@cache
def _style(name: str) -> bytes:
    return (CSS / name).read_bytes()


def letter_docx(content: LetterContent) -> bytes:
    """With room for the number, or the mark that the registry's system fills."""
    from pug_portal.lib.docx import Docx

    paper = Docx(title=content.title, author=content.region, paper=content.head.paper)
    _write(paper, content.listed(), emblem_bytes(content.head))
    return paper.bytes()


def _write(paper: Docx, letter: LetterContent, emblem: bytes) -> None:
    paper.letterhead(letter.head.lines, letter.head.contact, emblem or None)
    paper.paragraph(letter.place_date, align="right")
    paper.facts(
        [
            ("Nomor", letter.printed_number),
            ("Sifat", letter.nature),
            ("Lampiran", letter.attachment),
            ("Hal", letter.subject),
        ]
    )
    _address(paper, letter.addressed)
    for text in letter.opening:
        paper.paragraph(text, align="justify", first_line=1)
    paper.facts(_facts(letter), label_width=3.6, indent=1)
    if letter.agenda:
        paper.paragraph("Susunan acara:", keep_with_next=True)
        paper.facts(
            [
                (item.time or "–", _item(item.text, item.speaker))
                for item in letter.agenda
            ],
            label_width=3.6,
            indent=1,
        )
    paper.paragraph("", after=0)
    for place, text in enumerate(letter.closing):
        goes_on = place == 0 and letter.happening.is_off
        paper.paragraph(text, align="justify", first_line=0 if goes_on else 1)
    paper.signatures(_signature(letter.block))
    if letter.copies:
        paper.paragraph("", after=0)
        paper.paragraph("Tembusan:", after=0, keep_with_next=True)
        paper.numbered(Listing(letter.copies))
    if not letter.is_each and letter.addressees:
        _attach_list(paper, letter)


def _address(paper: Docx, lines: Sequence[str]) -> None:
    paper.paragraph("", after=0)
    first, *others = lines
    for line in [f"Yth. {first}", *others]:
        paper.paragraph(line, after=0)
    paper.paragraph("di Tempat", after=12)


def _facts(letter: LetterContent) -> list[tuple[str, str | Listing]]:
    return [
        (fact.label, f"{fact.value} ({WAS} {fact.was})" if fact.was else fact.value)
        for fact in letter.facts
    ]


def _item(text: str, speaker: str) -> str:
    return f"{text} ({speaker})" if speaker else text


def _signature(block: Block) -> Signature:
    above = [f"\t{line}" if line == VIA else line for line in block.above]
    return Signature(above, block.name, block.below)


def _attach_list(paper: Docx, letter: LetterContent) -> None:
    paper.page_break()
    reference = (
        "Lampiran surat",
        f"Nomor: {letter.printed_number}",
        f"Tanggal: {letter.dated}",
    )
    for line in reference:
        paper.paragraph(line, indent=paper.text_width / 2, after=0)
    paper.title("DAFTAR UNDANGAN")
    paper.table(
        [
            Column("No.", 1.2, "center"),
            Column("Nama/jabatan", 8),
            Column("Instansi", 7.3),
        ],
        [
            (place, row.listed, row.institution or "–")
            for place, row in enumerate(letter.addressees, 1)
        ],
    )
    paper.paragraph("", after=0)
    paper.signatures(_signature(letter.block))
