"""Submitting to the sekretariat, and taking back what nobody has opened yet."""

from __future__ import annotations

from django.db import transaction

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.actions.locking import check_open, remember, take_to_fill
from focal_points.progress.approvals import valid_approval
from focal_points.progress.attendance_lists import off_the_list
from focal_points.progress.authority import authority_of
from focal_points.progress.carrying import waiting
from focal_points.progress.changed import changed_sentence, count_changed
from focal_points.progress.checks import blocking
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress, State
from focal_points.progress.review_models import ProgressVersion
from focal_points.progress.workflow import WORKFLOW
from pug_portal.access.actor import Actor, Guest
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

SUBMITTED = Verb("progress.submitted", "mengajukan laporan kemajuan {object}")
WITHDRAWN = Verb("progress.withdrawn", "menarik kembali laporan kemajuan {object}")


class AlreadySubmitted(Refusal):
    """A second click: the report is where the first one put it."""


@transaction.atomic
def submit(*, progress: Progress, by: Actor) -> Progress:
    """Freeze the answers as a version; the first submission gives the receipt number."""
    progress = take_to_fill(progress, by=by)
    if progress.state == State.SUBMITTED:
        raise AlreadySubmitted(
            f"Laporan ini sudah diajukan dengan nomor {progress.receipt_number}."
        )
    WORKFLOW.check(progress.status, State.SUBMITTED, by=by)
    check_ready(progress)
    given = valid_approval(progress)
    if given is None:
        raise Refusal(
            "Kepala OPD belum menyetujui laporan ini. Ajukan setelah persetujuannya ada."
        )
    moment = now()
    number = progress.versions.count() + 1
    content = snapshot(progress)
    under = authority_of(by, progress, given)
    version = ProgressVersion.objects.create(
        progress=progress,
        number=number,
        content=content,
        submitted_at=moment,
        submitted_by=by.user,
        submitted_as=sent_as(by),
        submitted_under=under,
    )
    version.files.set(row.file for row in progress.files.select_related("file"))
    progress.state = State.SUBMITTED
    progress.submitted_at = moment
    progress.submitted_by = by.user
    progress.submitted_as = sent_as(by)
    progress.submitted_under = under
    progress.first_submitted_at = progress.first_submitted_at or moment
    progress.receipt_number = progress.receipt_number or _next_receipt(progress)
    progress.opened_by_verifier_at = None
    progress.changed_count = count_changed(progress, content)
    progress.save(
        update_fields=[
            "state",
            "submitted_at",
            "submitted_by",
            "submitted_as",
            "submitted_under",
            "first_submitted_at",
            "receipt_number",
            "opened_by_verifier_at",
            "changed_count",
        ]
    )
    remember(progress, by)
    told: dict[str, tuple[object, object]] = {
        "pengajuan ke": (number - 1 or None, number)
    }
    if under:
        told["dasar"] = (None, under)
    if changed := changed_sentence(progress.changed_count):
        told["yang perlu diperiksa ulang"] = (None, changed)
    record(
        by=by,
        verb=SUBMITTED,
        obj=progress,
        region=progress.opd.region,
        changes=told,
    )
    return progress


def sent_as(by: Actor) -> str:
    """A person with an account is named by it; a guest by what he said of himself."""
    return by.name if isinstance(by, Guest) else ""


@transaction.atomic
def withdraw(*, progress: Progress, by: Actor) -> Progress:
    """«Tarik kembali», while the verifier has not opened it."""
    progress = take_to_fill(progress, by=by)
    WORKFLOW.check(progress.status, State.DRAFT, by=by)
    if progress.state != State.SUBMITTED:
        raise Refusal(
            "Laporan ini belum diajukan, jadi tidak ada yang ditarik kembali."
        )
    if progress.opened_by_verifier_at is not None:
        raise Refusal(
            "Laporan ini sudah dibuka verifikator. Mintalah sekretariat "
            "mengembalikannya bila ada yang perlu diubah."
        )
    check_open(progress)
    moment = now()
    progress.versions.filter(number=progress.versions.count()).update(
        withdrawn_at=moment
    )
    progress.approvals.filter(revoked_at=None).update(revoked_at=moment)
    progress.state = State.DRAFT
    if progress.returned_at is None:
        progress.first_submitted_at = None  # it was never on anybody's desk
    progress.save(update_fields=["state", "first_submitted_at"])
    record(by=by, verb=WITHDRAWN, obj=progress, region=progress.opd.region)
    return progress


def check_ready(progress: Progress) -> None:
    """Refuse while a contradiction or unreadable text stands in the report."""
    if progress.unread:
        raise Refusal(
            f"Ada {len(progress.unread)} isian yang belum terbaca. "
            "Perbaiki isian yang bertanda, lalu simpan."
        )
    stops = [
        *waiting(progress),
        *blocking(snapshot(progress), progress.period.semester),
        *off_the_list(list(progress.activities.all())),
    ]
    if stops:
        raise Refusal(
            f"Laporan belum dapat diajukan: {stops[0].sentence}"
            + (f" Ada {len(stops) - 1} hal lain." if len(stops) > 1 else "")
        )


def _next_receipt(progress: Progress) -> str:
    """Counted per period; the period's row is the queue in which everybody waits."""
    period = ReportingPeriod.objects.select_for_update(of=("self",)).get(
        pk=progress.period_id
    )
    given = Progress.objects.filter(period=period).exclude(receipt_number="").count()
    code = progress.opd.region.code
    return f"TT-{code}-{period.semester.code}-{given + 1:04d}"
