"""The driver team's verbs: begin, note a step, give an opinion, decide."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.pprg.actions.locking import person, take_to_fill, take_to_judge
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument, PprgNote, State
from focal_points.pprg.team import office_of
from focal_points.pprg.team_models import Verdict
from focal_points.pprg.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

BEGUN = Verb("pprg.review_begun", "mulai menelaah {object}")
NOTED = Verb("pprg.noted", "menulis catatan telaah di {object}")
RESOLVED = Verb("pprg.note_resolved", "menandai catatan telaah {object} sudah dijawab")
JUDGED = Verb("pprg.verdict", "menyampaikan pendapat telaah atas {object}")
REPAIR = Verb("pprg.repair_asked", "meminta perbaikan {object}")
APPROVED = Verb("pprg.approved", "menyetujui {object}")
REJECTED = Verb("pprg.rejected", "menolak {object}")
REOPENED = Verb("pprg.reopened", "membuka kembali {object}")


# Two notes with a file and the same words within this time are one, clicked twice.
AT_ONCE = dt.timedelta(minutes=1)


@transaction.atomic
def begin_review(*, document: PprgDocument, by: Actor) -> PprgDocument:
    """From now on the OPD cannot take it back. Beginning again changes nothing."""
    document = take_to_judge(document, by=by)
    if document.state == State.REVIEWING:
        return document
    WORKFLOW.check(document.status, State.REVIEWING, by=by)
    return _move(document, State.REVIEWING, BEGUN, by)


@transaction.atomic
def add_note(
    *,
    document: PprgDocument,
    step: str,
    text: str,
    by: Actor,
    upload: UploadedFile | None = None,
) -> PprgNote:
    """A second click finds the note of the first one."""
    document = _take_in_review(document, by)
    if step and template_of(document).step(step) is None:
        raise Refusal("Langkah ini tidak ada di dokumen.")
    if not text.strip():
        raise Refusal("Tulis isi catatan.", field="text")
    twins = document.notes.filter(
        step=step,
        text=text.strip(),
        version=document.versions.count(),
        written_by=by.user,
        resolved_at=None,
    )
    if upload is not None:
        # The same words may come with another file later.
        twins = twins.filter(written_at__gte=now() - AT_ONCE).exclude(file=None)
    if (first := twins.first()) is not None:
        return first
    file = None
    if upload is not None:
        file = store_upload(
            upload=upload, region=document.opd.region, slice_name="pprg", by=by
        )
    note = PprgNote.objects.create(
        document=document,
        step=step,
        text=text.strip(),
        file=file,
        version=document.versions.count(),
        written_by=person(by),
        written_at=now(),
    )
    record(by=by, verb=NOTED, obj=document, region=document.opd.region)
    return note


@transaction.atomic
def resolve_note(*, note: PprgNote, by: Actor) -> PprgNote:
    """By the reviewer who is satisfied, or by the OPD that has answered it."""
    if can(by, Permission.PPRG_FILL):
        document = take_to_fill(note.document, by=by)
    else:
        document = _take_in_review(note.document, by)
    note = PprgNote.objects.select_for_update().get(pk=note.pk)
    if note.resolved_at is not None:
        return note
    note.resolved_at, note.resolved_by = now(), by.user
    note.save(update_fields=["resolved_at", "resolved_by"])
    region = document.opd.region
    record(by=by, verb=RESOLVED, obj=document, region=region)
    return note


@transaction.atomic
def give_verdict(
    *, document: PprgDocument, answer: str, text: str, by: Actor
) -> Verdict:
    """One opinion per reviewer and submission; he may change it while the review lasts."""
    document = _take_in_review(document, by)
    office = office_of(by, document)
    if office is None:
        raise Refusal("Anda belum tercatat sebagai penelaah OPD ini.")
    given = Verdict.Answer(answer)
    if given != Verdict.Answer.AGREE and not text.strip():
        raise Refusal("Tulis alasannya.", field="text")
    verdict, _ = Verdict.objects.update_or_create(
        document=document,
        version=document.versions.count(),
        reviewer=person(by),
        defaults={
            "office": office,
            "answer": given,
            "text": text.strip(),
            "given_at": now(),
        },
    )
    record(
        by=by,
        verb=JUDGED,
        obj=document,
        region=document.opd.region,
        changes={office.label: (None, given.label)},
    )
    return verdict


@transaction.atomic
def ask_repair(*, document: PprgDocument, by: Actor) -> PprgDocument:
    """Never without an open note: the OPD must read what to mend."""
    document = _take_to_decide(document, State.REVISE, by)
    if not document.notes.filter(resolved_at=None).exists():
        raise Refusal("Tulis paling sedikit satu catatan sebelum meminta perbaikan.")
    return _move(document, State.REVISE, REPAIR, by)


@transaction.atomic
def approve(*, document: PprgDocument, by: Actor, reason: str = "") -> PprgDocument:
    """Gives the stamp its number. Against a reviewer's «tolak» it needs a written reason."""
    document = _take_to_decide(document, State.APPROVED, by)
    waiting = document.notes.filter(resolved_at=None).count()
    if waiting:
        raise Refusal(
            f"Masih ada {waiting} catatan terbuka. Tandai yang sudah dijawab, atau minta "
            "perbaikan."
        )
    against = [str(each) for each in rejections(document)]
    if against and not reason.strip():
        raise Refusal(
            f"{', '.join(against)}. Tulis alasan dokumen ini tetap disetujui; alasannya "
            "tercetak pada Berita Acara.",
            field="approval_reason",
        )
    document.approval_reason = reason.strip() if against else ""
    document.approved_by, document.approved_at = person(by), now()
    document.stamp_number = document.stamp_number or _next_stamp(document)
    return _move(
        document,
        State.APPROVED,
        APPROVED,
        by,
        "approved_by",
        "approved_at",
        "approval_reason",
        "stamp_number",
        reason=document.approval_reason,
    )


def rejections(document: PprgDocument) -> list[Verdict]:
    """Who of the team says «tolak» of the submission that is being reviewed."""
    said = document.verdicts.filter(
        answer=Verdict.Answer.REJECT, version=document.versions.count()
    )
    return list(said.select_related("reviewer"))


@transaction.atomic
def reject(*, document: PprgDocument, reason: str, by: Actor) -> PprgDocument:
    document = _take_to_decide(document, State.REJECTED, by)
    if not reason.strip():
        raise Refusal("Tulis alasan penolakan.", field="text")
    _note_reason(document, reason, by)
    return _move(document, State.REJECTED, REJECTED, by, reason=reason.strip())


@transaction.atomic
def reopen(*, document: PprgDocument, reason: str, by: Actor) -> PprgDocument:
    """An approved document needs mending, for instance after a changed budget.

    The head signed the old content: that page stays with the reason, a new one is needed.
    """
    document = _take_to_decide(document, State.REVISE, by)
    if not reason.strip():
        raise Refusal("Tulis alasan dibuka kembali.", field="text")
    _note_reason(document, reason, by, file=document.signed_page)
    document.approved_by = document.approved_at = None
    document.approval_reason = ""
    document.signed_page, document.signed_on, document.signed_by_name = None, None, ""
    return _move(
        document,
        State.REVISE,
        REOPENED,
        by,
        "approved_by",
        "approved_at",
        "approval_reason",
        "signed_page",
        "signed_on",
        "signed_by_name",
        reason=reason.strip(),
    )


def _take_in_review(document: PprgDocument, by: Actor) -> PprgDocument:
    document = take_to_judge(document, by=by)
    if document.state != State.REVIEWING:
        raise Refusal(
            f"Dokumen ini berstatus «{document.status.label}», jadi tidak sedang ditelaah."
        )
    return document


def _take_to_decide(document: PprgDocument, target: State, by: Actor) -> PprgDocument:
    require(by, Permission.PPRG_DECIDE)
    document = take_to_judge(document, by=by)
    WORKFLOW.check(document.status, target, by=by)
    return document


def _move(
    document: PprgDocument,
    target: State,
    verb: Verb,
    by: Actor,
    *fields: str,
    reason: str = "",
) -> PprgDocument:
    was = document.status.label
    document.state = target
    document.save(update_fields=["state", *fields])
    record(
        by=by,
        verb=verb,
        obj=document,
        region=document.opd.region,
        changes={"status": (was, target.label)},
        reason=reason,
    )
    return document


def _note_reason(
    document: PprgDocument, reason: str, by: Actor, file: StoredFile | None = None
) -> None:
    PprgNote.objects.create(
        document=document,
        text=reason.strip(),
        file=file,
        version=document.versions.count(),
        written_by=person(by),
        written_at=now(),
    )


def _next_stamp(document: PprgDocument) -> str:
    """Counted per region and year; the region's row is the queue."""
    region = Region.objects.select_for_update().get(pk=document.opd.region_id)
    given = PprgDocument.objects.filter(opd__region=region, year=document.year)
    number = given.exclude(stamp_number="").count() + 1
    return f"PPRG-{region.code}-{document.year}-{number:04d}"
