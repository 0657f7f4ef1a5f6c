"""Progress reports brought to a state, through the real actions."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from focal_points.opd.models import Opd
from focal_points.periods.actions import open_period
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.models import Activity, Progress, ProgressFile, State
from focal_points.progress.review_models import Approval
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.regions.models import Region

# A moment inside the period that period() opens.
WITHIN = "2021-01-11"
AFTER_DUE = "2021-02-03"
AFTER_LOCK = "2021-03-01"

ANSWERS: dict[str, Any] = {
    "renstra_responsive": "ya",
    "renja_responsive": "sebagian",
    "rka_has_gbs": "ya",
    "gap_count": 3,
    "gbs_count": 2,
    "kak_count": 1,
    "spending_ceiling": 12_500_000_000,
    "arg_ceiling": 508_500_000,
    "arg_realized": 379_650_000,
    "tables_available": 8,
    "tables_updated": 5,
    "trained_men": 4,
    "trained_women": 9,
    "active_focal_points": 2,
    "obstacles": "Data kunjungan belum terpilah menurut disabilitas.",
    "efforts": "Puskesmas mulai mencatat pada formulir baru.",
    "support_asked": "Pendampingan penyusunan GAP.",
    "recommendation": "Anggarkan pelatihan analisis gender tahun depan.",
}
ACTIVITY: dict[str, Any] = {
    "sub_activity_code": "1.02.02.2.02.0001",
    "held_from": dt.date(2020, 8, 3),
    "held_to": dt.date(2020, 8, 5),
    "beneficiaries": "Ibu hamil dan suaminya",
    "institutions": "Puskesmas, PKK",
    "men": 1284,
    "women": 4106,
    "ceiling": 412_500_000,
    "realized": 318_250_000,
    "fund_source": "apbd",
    "stage": "pelaksanaan",
    "duties": ["a", "i"],
    "result": "Kehadiran suami naik dari 12% menjadi 31%.",
}


def _one_page() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(99, 99)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


PDF = _one_page()


def period(region: Region, year: int = 2020, half: int = 2) -> ReportingPeriod:
    """Semester II 2020: due in January of the next year."""
    start = dt.date(year, 12, 1) if half == 2 else dt.date(year, 6, 1)
    end = dt.date(year, 12, 31) if half == 2 else dt.date(year, 6, 30)
    found = ReportingPeriod.objects.filter(region=region, year=year, half=half).first()
    return found or open_period(
        region=region,
        year=year,
        half=half,
        figures_as_of=end,
        opens_on=start,
        due_on=end + dt.timedelta(days=31),
        locks_on=end + dt.timedelta(days=46),
        by=SYSTEM,
    )


def pdf(name: str = "bukti.pdf") -> SimpleUploadedFile:
    """Another name has another content: the same one twice is refused."""
    own = b"" if name == "bukti.pdf" else f"\n% {name}\n".encode()
    return SimpleUploadedFile(name, PDF + own, "application/pdf")


def draft(opd: Opd, by: Actor, on: ReportingPeriod | None = None) -> Progress:
    return actions.start_draft(period=on or period(opd.region), opd=opd, by=by)


def filled(progress: Progress, by: Actor, **answers: Any) -> Progress:
    """Every answer given, one activity, one piece of evidence."""
    actions.save(
        progress=progress,
        version=fresh(progress).version,
        answers={**ANSWERS, **answers},
        by=by,
    )
    if not progress.activities.exists():
        activity(progress, by)
    if not progress.files.exists():
        evidence(progress, by)
    return fresh(progress)


def activity(progress: Progress, by: Actor, name: str = "Kelas ibu hamil") -> Activity:
    return actions.add_activity(
        progress=progress,
        version=fresh(progress).version,
        name=name,
        by=by,
        **ACTIVITY,
    )


def evidence(progress: Progress, by: Actor, name: str = "bukti.pdf") -> ProgressFile:
    return actions.attach_file(
        progress=progress, upload=pdf(name), caption="Daftar hadir", by=by
    )


def ask(progress: Progress, by: Actor, kind: str = Approval.Kind.ACCOUNT) -> str:
    """Ask the head; the secret of a link, else an empty text."""
    _, token = actions.ask_head_approval(
        progress=progress,
        kind=kind,
        head_name="Hasan Basri",
        signed_page=pdf("lembar.pdf") if kind == Approval.Kind.SIGNED_PAGE else None,
        by=by,
    )
    return token


def sent(progress: Progress, by: Actor) -> Progress:
    """Approved on a signed page and submitted."""
    ask(progress, by, Approval.Kind.SIGNED_PAGE)
    return actions.submit(progress=progress, by=by)


def returned(progress: Progress, by: Actor, text: str = "Lampirkan daftar hadir."):
    actions.open_for_review(progress=progress, by=by)
    actions.add_note(progress=progress, field="obstacles", text=text, by=by)
    return actions.return_to_opd(progress=progress, by=by)


def progress_at(
    state: str, *, opd: Opd, filler: Actor, verifier: Actor | None = None
) -> Progress:
    """A report of Semester II 2020 in `state`; the clock must stand within it."""
    made = draft(opd, filler)
    if state == State.DRAFT:
        return made
    filled(made, filler)
    if state == State.AWAITING_HEAD:
        ask(made, filler)
        return fresh(made)
    sent(made, filler)
    assert verifier is not None or state == State.SUBMITTED
    if state == State.RETURNED:
        returned(made, verifier)
    if state == State.VERIFIED:
        actions.open_for_review(progress=made, by=verifier)
        actions.verify(progress=made, by=verifier)
    return fresh(made)


def fresh(progress: Progress) -> Progress:
    return Progress.objects.select_related("opd__region", "period__region").get(
        pk=progress.pk
    )
