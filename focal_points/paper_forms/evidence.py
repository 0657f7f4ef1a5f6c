"""Pages become one PDF among the evidence of their report."""

from __future__ import annotations

import io
from collections.abc import Sequence

from django.db import transaction

from focal_points.opd.models import Opd
from focal_points.paper_forms.models import Outcome, ScanPage
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.actions.filling import touch
from focal_points.progress.actions.locking import check_open, take
from focal_points.progress.models import EDITABLE, Progress, ProgressFile
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import open_file, store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.photos import as_one_pdf

CAPTION = "Formulir bertanda tangan/hasil pindai"
SCANNED_IN = Verb("progress.scanned_in", "melampirkan pindaian formulir pada {object}")
_LAST = 10_000
# A filled form has about ten pages. More than this is not one report's form any more.
MOST_JOINED, MOST_JOINED_BYTES = 150, 40 * 1024**2


@transaction.atomic
def attach_pages(
    *, period: ReportingPeriod, opd: Opd, pages: Sequence[ScanPage], by: Actor
) -> None:
    """All pages brought for one report, with those it has already. Twice changes nothing."""
    require(by, *FILLERS)
    progress = _report(period, opd, by)
    there = list(
        ScanPage.objects.filter(evidence__progress=progress)
        .select_related("evidence__file")
        .order_by("place")
    )
    fresh = _without_twins(pages, {page.sha256 for page in there})
    if not fresh:
        return
    ordered = sorted([*there, *fresh], key=_place)
    if len(ordered) > MOST_JOINED:
        raise Refusal(
            f"Pindaian laporan {opd.short_name} menjadi {len(ordered)} halaman; paling "
            f"banyak {MOST_JOINED}. Lepas dahulu pindaian lama dari buktinya, atau "
            "lampirkan berkas ini sebagai bukti biasa."
        )
    stored = _store(progress, ordered, by)
    row = _replace(progress, there, stored)
    for place, page in enumerate(ordered):
        page.evidence, page.place = row, place
        page.outcome, page.picture = Outcome.ATTACHED, None
        page.reason = "" if page in fresh else page.reason
        page.save(update_fields=["evidence", "place", "outcome", "picture", "reason"])
    _touch(progress, by)
    record(
        by=by,
        verb=SCANNED_IN,
        obj=progress,
        region=opd.region,
        changes={"Halaman": (_told(there), _told(ordered))},
    )


def _report(period: ReportingPeriod, opd: Opd, by: Actor) -> Progress:
    """The report, held; begun where there is none: by the OPD, or for it by the office."""
    found = Progress.objects.filter(period=period, opd=opd).first()
    if found is None or by.role in OPD_ROLES:
        found = actions.start_draft(period=period, opd=opd, by=by)
    taken = take(found, by=by)
    if taken.state not in EDITABLE:
        raise Refusal(
            f"Laporan {opd.short_name} berstatus «{taken.status.label}», jadi pindaian "
            "tidak dapat ditambahkan. Minta laporan dibuka kembali dahulu."
        )
    check_open(taken)
    return taken


def _without_twins(pages: Sequence[ScanPage], known: set[str]) -> list[ScanPage]:
    fresh = []
    for page in pages:
        if page.sha256 in known:
            page.outcome, page.picture = Outcome.TWIN, None
            page.reason = "Halaman yang sama persis sudah dilampirkan."
            page.save(update_fields=["outcome", "reason", "picture"])
            continue
        known.add(page.sha256)
        fresh.append(page)
    return fresh


def _place(page: ScanPage) -> tuple[int, int, int, int]:
    """By the number printed on the form; what has none comes last, as it came in."""
    if page.page is None:
        return _LAST, _LAST, page.file_id, page.number
    return page.pages or _LAST, page.page, page.file_id, page.number


def _store(progress: Progress, ordered: Sequence[ScanPage], by: Actor) -> StoredFile:
    semester = progress.period.semester.code
    content = _joined(ordered)
    if len(content) > MOST_JOINED_BYTES:
        raise Refusal(
            f"Pindaian laporan {progress.called_opd.short_name} menjadi "
            f"{ukuran(len(content))}; paling besar {ukuran(MOST_JOINED_BYTES)}. Lepas "
            "dahulu pindaian lama dari buktinya, atau pindai dengan mutu biasa."
        )
    return store_bytes(
        content=content,
        name=f"formulir-{progress.called_opd.short_name}-{semester}.pdf",
        kind="pdf",
        region=progress.opd.region,
        slice_name="laporan-opd",
        by=by,
        pages=len(ordered),
    )


def _joined(ordered: Sequence[ScanPage]) -> bytes:
    """Pages that are in a PDF of ours already are taken over as they are."""
    from pypdf import PdfReader, PdfWriter

    pictures = [bytes(page.picture) for page in ordered if page.picture is not None]
    fresh = iter(PdfReader(io.BytesIO(as_one_pdf(pictures))).pages)
    readers: dict[object, PdfReader] = {}
    writer = PdfWriter()
    for page in ordered:
        if page.picture is not None:
            writer.add_page(next(fresh))
            continue
        file = page.evidence.file  # type: ignore[union-attr]
        if file.pk not in readers:
            readers[file.pk] = PdfReader(io.BytesIO(open_file(file)))
        writer.add_page(readers[file.pk].pages[page.place or 0])
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _replace(
    progress: Progress, there: Sequence[ScanPage], stored: StoredFile
) -> ProgressFile:
    """One PDF per report: the former row gives way, its file stays with what was sent."""
    former = {row.pk: row for page in there if (row := page.evidence)}
    first = next(iter(former.values()), None)
    row = ProgressFile.objects.create(
        progress=progress,
        file=stored,
        caption=first.caption if first else CAPTION,
        activity=first.activity if first else None,
    )
    ScanPage.objects.filter(evidence__in=former).update(evidence=row)
    ProgressFile.objects.filter(pk__in=former).delete()
    return row


def _touch(progress: Progress, by: Actor) -> None:
    """Handing on an OPD's own paper does not make its report one of the office's."""
    if by.role in OPD_ROLES or progress.is_on_behalf:
        touch(progress, by)
        return
    progress.version += 1
    progress.touched_at = now()
    progress.save(update_fields=["version", "touched_at"])


def _told(pages: Sequence[ScanPage]) -> str | None:
    return ", ".join(page.called for page in pages) or None
