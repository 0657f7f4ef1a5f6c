"""The rancangan as a Word document in the order of a Keputusan; its number stays blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pokja.decree_drafting.annex import AnnexRow
from pokja.decree_drafting.models import DecreeText
from pokja.decrees.models import Decree
from pug_portal.lib.dates import tanggal
from pug_portal.lib.docx_parts import Column, Listing, Signature

if TYPE_CHECKING:
    from pug_portal.lib.docx import Docx

DIGITS = (
    "",
    "SATU",
    "DUA",
    "TIGA",
    "EMPAT",
    "LIMA",
    "ENAM",
    "TUJUH",
    "DELAPAN",
    "SEMBILAN",
)
BLANK_NUMBER = "NOMOR ………………………………"
BLANK_DAY = "…………………………"
HEADS = ("bupati", "gubernur", "wali kota", "walikota")
COLUMNS = (
    Column("NO", 1.0, "center"),
    Column("NAMA", 3.1),
    Column("JABATAN DALAM DINAS", 3.6),
    Column("INSTANSI", 3.6),
    Column("KEDUDUKAN", 2.8),
    Column("KETERANGAN", 2.9),
)
LABEL = 2.9


def ordinal(number: int) -> str:
    """KESATU … KESEPULUH, KESEBELAS, KEDUA BELAS, KEDUA PULUH SATU …, up to 99."""
    tens, ones = divmod(number, 10)
    if number == 10:
        return "KESEPULUH"
    if number == 11:
        return "KESEBELAS"
    if tens == 0:
        return f"KE{DIGITS[ones]}"
    if tens == 1:
        return f"KE{DIGITS[ones]} BELAS"
    return f"KE{DIGITS[tens]} PULUH {DIGITS[ones]}".rstrip()


def points_of(text: str) -> list[tuple[str, list[str]]]:
    """(point, the points below it) of a text with one point per line."""
    found: list[tuple[str, list[str]]] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("- ") and found:
            found[-1][1].append(line[2:].strip())
        elif line:
            found.append((line.removeprefix("- "), []))
    return found


def draft_docx(decree: Decree, text: DecreeText, rows: list[AnnexRow]) -> bytes:
    from pug_portal.lib.docx import Docx

    made = Docx(
        title=f"Rancangan Keputusan tentang {decree.title}",
        paper="F4",
        author=decree.region.name,
        margins=(2.0, 2.0, 2.0, 2.5),
    )
    _head(made, decree)
    _body(made, decree, text)
    _sign(made, decree, with_date=True)
    _copies(made, text)
    made.page_break()
    _annex(made, decree, rows)
    return made.bytes()


def _is_head(decree: Decree) -> bool:
    """A head of region signs without NIP and under «DENGAN RAHMAT TUHAN …»."""
    words = decree.issuer_position.casefold()
    return any(head in words for head in HEADS)


def _head(made: Docx, decree: Decree) -> None:
    issuer = decree.issuer_position.upper()
    above = [issuer]
    if _is_head(decree) and decree.region.parent is not None:
        above = [decree.region.parent.name.upper(), issuer]
    elif not _is_head(decree):
        above = [f"PEMERINTAH {decree.region.name.upper()}", issuer]
    made.letterhead(above)
    for line in (f"KEPUTUSAN {issuer}", BLANK_NUMBER, "TENTANG"):
        made.paragraph(line, align="center", bold=line.startswith("KEPUTUSAN"), after=6)
    made.paragraph(decree.title.upper(), align="center", bold=True, after=8)
    if _is_head(decree):
        made.paragraph("DENGAN RAHMAT TUHAN YANG MAHA ESA", align="center", after=6)
    made.paragraph(f"{issuer},", align="center", after=8)


def _body(made: Docx, decree: Decree, text: DecreeText) -> None:
    considering = [f"{point.rstrip(';.')};" for point, _ in points_of(text.considering)]
    recalling = [f"{point.rstrip(';.')};" for point, _ in points_of(text.recalling)]
    made.facts(
        [
            ("Menimbang", Listing(considering, "a.")),
            ("Mengingat", Listing(recalling, "1.")),
        ],
        label_width=LABEL,
    )
    made.paragraph("", after=0)
    made.paragraph("MEMUTUSKAN:", align="center", bold=True, after=6)
    named = (
        f"KEPUTUSAN {decree.issuer_position.upper()} TENTANG {decree.title.upper()}."
    )
    lines: list[tuple[str, str | Listing]] = [("Menetapkan", named)]
    for number, (point, below) in enumerate(points_of(text.dictums), 1):
        lines.append((ordinal(number), point))
        if below:
            lines.append(("", Listing(_ended(below), "a.")))
    made.facts(lines, label_width=LABEL)


def _sign(made: Docx, decree: Decree, *, with_date: bool) -> None:
    place = decree.signed_place or decree.region.capital
    made.paragraph("", after=0)
    dated = [f"Ditetapkan di {place}", f"pada tanggal {BLANK_DAY}", ""]
    name = decree.signed_name.upper() if _is_head(decree) else decree.signed_name
    above = [*(dated if with_date else []), f"{decree.issuer_position.upper()},"]
    made.signatures(Signature(above, name or BLANK_DAY))


def _copies(made: Docx, text: DecreeText) -> None:
    copies = [point for point, _ in points_of(text.copies)]
    if not copies:
        return
    made.paragraph("", after=0)
    made.paragraph("Tembusan:", after=2, keep_with_next=True)
    made.numbered(Listing(_ended(copies), "1."))


def _ended(points: list[str]) -> list[str]:
    """A semicolon after each point, a full stop after the last one."""
    bare = [point.rstrip(";. ") for point in points]
    return [*[f"{point};" for point in bare[:-1]], f"{bare[-1]}."]


def _annex(made: Docx, decree: Decree, rows: list[AnnexRow]) -> None:
    made.paragraph("LAMPIRAN", indent=9, after=0)
    made.paragraph(f"KEPUTUSAN {decree.issuer_position.upper()}", indent=9, after=0)
    made.paragraph(BLANK_NUMBER, indent=9, after=0)
    made.paragraph(f"TENTANG {decree.title.upper()}", indent=9, after=12)
    made.paragraph("SUSUNAN KEANGGOTAAN", align="center", bold=True, after=8)
    made.table(COLUMNS, [row.cells for row in rows])
    _sign(made, decree, with_date=False)


def file_name(decree: Decree) -> str:
    until = f" {tanggal(decree.effective_from)}" if decree.effective_from else ""
    return f"Rancangan {decree.get_kind_display()}{until}"
