"""The OPD answers per plan with evidence; Bappeda says what it found there."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from focal_points.cascade.models import Answer, CascadeEntry, Plan
from focal_points.opd.models import Opd, OpdTag
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.clock import now, today
from pug_portal.lib.seen import fingerprint

ANSWERED = Verb("cascade.answered", "mengisi {object}")
REVIEWED = Verb("cascade.reviewed", "meninjau {object}")


class StaleCell(Refusal):
    """Somebody wrote in this cell since the page was opened."""

    def __init__(self, plan: str) -> None:
        super().__init__(
            f"{Plan(plan).label} baru saja diubah orang lain. Isian Anda belum disimpan. "
            "Bandingkan dengan yang tersimpan, lalu simpan yang Anda pilih."
        )
        self.plan = plan


_OWN = {Role.BAPPEDA: OpdTag.PLANNING, Role.SEKRETARIAT: OpdTag.PPPA}


@transaction.atomic
def answer_plan(
    *,
    opd: Opd,
    year: int,
    plan: str,
    answer: str,
    evidence: str,
    by: Actor,
    upload: UploadedFile | None = None,
    seen: str | None = None,
) -> CascadeEntry:
    """A changed answer has to be reviewed anew. `seen`: the cell as the page showed it."""
    require_in(by, opd.region, Permission.CASCADE_FILL)
    if by.role in OPD_ROLES and opd.pk not in opd_ids_of(by):
        raise PermissionDenied("Kaskade ini milik OPD lain.")
    if not today().year - 10 <= year <= today().year + 5:
        raise Refusal("Tahun anggaran ini tidak mungkin di sini.")
    said, where = Answer(answer), evidence.strip()
    if said != Answer.NOT_YET and not where:
        raise Refusal(
            f"{Plan(plan).label}: sebutkan letaknya, misalnya bab, halaman, atau "
            "nomor kegiatan.",
            field=f"{plan}-evidence",
        )
    Opd.objects.select_for_update(of=("self",)).get(pk=opd.pk)
    rows = CascadeEntry.objects.filter(opd=opd, year=year, plan=plan)
    entry = rows.first() or CascadeEntry(opd=opd, year=year, plan=plan)
    old = (entry.answer, entry.evidence)
    if old == (said, where) and upload is None:
        return entry
    if seen is not None and seen != token_of(entry if entry.pk else None):
        raise StaleCell(plan)
    if upload is not None:
        entry.file = store_upload(
            upload=upload, region=opd.region, slice_name="cascade", by=by
        )
    entry.answer, entry.evidence = said, where
    entry.touched_at, entry.touched_by = now(), by.user
    entry.found, entry.review_note = "", ""
    entry.reviewed_by = entry.reviewed_at = None
    entry.save()
    changes = {"jawaban": (old[0] or None, said), "letak": (old[1] or None, where)}
    record(by=by, verb=ANSWERED, obj=entry, region=opd.region, changes=changes)
    return entry


@transaction.atomic
def review(
    *,
    entry: CascadeEntry,
    found: str,
    note: str,
    by: Actor,
    seen: str | None = None,
) -> CascadeEntry:
    """Where Bappeda finds something else than the OPD says, it tells why."""
    rows = CascadeEntry.objects.select_for_update(of=("self",))
    entry = rows.select_related("opd__region").get(pk=entry.pk)
    require_in(by, entry.opd.region, Permission.CASCADE_REVIEW)
    if reason := why_not_review(entry.opd, by):
        raise PermissionDenied(reason)
    if by.user is not None and entry.touched_by_id == by.user.pk:
        # Under whatever hat it was typed, and however the appointment ended since.
        raise Refusal("Anda yang mengisi jawaban ini, jadi ditinjau orang lain.")
    judged = Answer(found)
    old = (entry.found, entry.review_note)
    if old == (judged, note.strip()):
        return entry
    if seen is not None and seen != token_of(entry):
        raise StaleCell(entry.plan)
    if judged != entry.answer and not note.strip():
        raise Refusal(
            f"{entry.get_plan_display()}: tulis mengapa hasilnya berbeda.",
            field=f"{entry.plan}-review_note",
        )
    entry.found, entry.review_note = judged, note.strip()
    entry.reviewed_by, entry.reviewed_at = by.user, now()
    entry.save(update_fields=["found", "review_note", "reviewed_by", "reviewed_at"])
    changes = {"hasil": (old[0] or None, judged), "catatan": (old[1] or None, note)}
    region = entry.opd.region
    record(by=by, verb=REVIEWED, obj=entry, region=region, changes=changes)
    return entry


def token_of(entry: CascadeEntry | None) -> str:
    """The whole cell: an answer changed meanwhile is not what the reviewer judged, and a
    review made meanwhile is not silently dropped by a changed answer."""
    if entry is None:
        return fingerprint({})
    names = ("answer", "evidence", "file_id", "found", "review_note")
    return fingerprint({name: getattr(entry, name) for name in names})


def why_not_review(opd: Opd, actor: Actor) -> str:
    if opd.pk in opd_ids_appointing(actor):
        return f"Anda ditunjuk pada {opd.short_name}, jadi ditinjau orang lain."
    if opd.tag == _OWN.get(actor.role or Role.PIMPINAN):
        return (
            f"{opd.short_name} adalah kantor Anda sendiri, jadi ditinjau kantor lain."
        )
    return ""
