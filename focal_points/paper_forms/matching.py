"""Which report a scanned page belongs to, and why one belongs to none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from focal_points.paper_forms.models import Outcome
from focal_points.paper_forms.reference import VERSION, Forged, Reference, ours
from pug_portal.lib.dates import Semester

NO_CODE = "Kode QR tidak terbaca. Tetapkan OPD-nya, atau pindai ulang lebih terang."
TWO_CODES = (
    "Ada lebih dari satu formulir pada gambar ini. Potret satu halaman per gambar."
)
FORGED = (
    "Kode QR menyerupai kode formulir, tetapi tanda keasliannya salah. Cetak formulir "
    "baru dari portal."
)
NOT_YOURS = "Bukan formulir OPD Anda. Serahkan halaman ini kepada sekretariat Pokja."
UNKNOWN_OPD = "OPD pada kode QR tidak melapor pada periode ini."
BLANK = "Halaman kosong."


@dataclass(frozen=True)
class Desk:
    """Who brought the pages in, and for what. `opds`: those he may bring pages for."""

    region: str
    semester: Semester
    opds: Collection[int]
    is_office: bool


@dataclass(frozen=True)
class Judged:
    outcome: Outcome
    reason: str = ""
    opd: int | None = None
    page: int | None = None
    pages: int | None = None


def judge(codes: Iterable[str], desk: Desk) -> Judged:
    try:
        found = list(dict.fromkeys(ours(codes)))
    except Forged:
        return Judged(Outcome.REFUSED, FORGED)
    if not found:
        return Judged(Outcome.OPEN, NO_CODE)
    if len(found) > 1:
        return Judged(Outcome.REFUSED, TWO_CODES)
    return _judged(found[0], desk)


def _judged(reference: Reference, desk: Desk) -> Judged:
    """Whose it is comes first: of another's page nothing more is told."""
    if reference.region != desk.region or reference.opd not in desk.opds:
        return Judged(Outcome.REFUSED, _foreign(reference, desk))
    if reference.semester != desk.semester:
        return Judged(
            Outcome.REFUSED,
            f"Formulir {reference.semester.label}, sedangkan unggahan ini untuk "
            f"{desk.semester.label}. Unggah pada periode itu.",
        )
    facts = (reference.opd, reference.page, reference.pages)
    if reference.is_older:
        return Judged(
            Outcome.OPEN,
            f"Formulir versi lama ({reference.version}); yang berlaku versi {VERSION}. "
            "Tetapkan OPD-nya bila tetap hendak dipakai.",
            *facts,
        )
    return Judged(Outcome.MATCHED, "", *facts)


def _foreign(reference: Reference, desk: Desk) -> str:
    if not desk.is_office:
        return NOT_YOURS
    if reference.region != desk.region:
        return f"Formulir daerah lain (kode {reference.region})."
    return UNKNOWN_OPD


def missing(found: Iterable[tuple[int | None, int | None]]) -> list[str]:
    """What is not there yet, per print: two prints of one form may differ in length."""
    prints: dict[int, set[int]] = {}
    for page, pages in found:
        if page and pages:
            prints.setdefault(pages, set()).add(page)
    lacking = {
        pages: sorted(set(range(1, pages + 1)) - there)
        for pages, there in sorted(prints.items())
    }
    if any(not pages for pages in lacking.values()):
        return []
    return [
        f"halaman {', '.join(map(str, numbers))} dari {pages} belum ada"
        for pages, numbers in lacking.items()
    ]
