"""What the verbs share: locking, the one open answer of an item, writing it down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from prasyarat.answer_checks import Problem
from prasyarat.assessments.evidence import EvidenceState, evidence_state
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.rights import require_fill
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal_waktu
from pug_portal.regions.models import Region

SAVED = Verb("answer.saved", "mengisi jawaban {object}")
SAVED_FOR = Verb("answer.saved_for", "mengisi jawaban {object} atas nama OPD")


def lock_region(region: Region) -> None:
    """Rows that do not exist yet cannot be locked: their region stands for them."""
    Region.objects.select_for_update().get(pk=region.pk)


def locked(answer: Answer) -> Answer:
    rows = Answer.objects.select_for_update(of=("self",))
    return rows.select_related("region", "opd", "indicator__prerequisite").get(
        pk=answer.pk
    )


def evidence_of(answer: Answer) -> list[Evidence]:
    return list(answer.evidence.select_related("file"))


def moved(old: str, new: str) -> dict[str, tuple[str, str]]:
    """For the trail, in the words of the screen."""
    return {"status": (str(State(old).label), str(State(new).label))}


def raise_problem(problem: Problem | None) -> None:
    if problem is not None:
        raise Refusal(problem.sentence, field=problem.field or None)


def open_row(item: Item, as_of: dt.date, by: Actor) -> tuple[Answer, Answer | None]:
    """The answer that may be written (stored or new) and the newest one that may not."""
    require_fill(item, by)
    item.check_asked()
    lock_region(item.region)
    newest = list(
        Answer.objects.select_for_update(of=("self",))
        .select_related("region", "opd", "indicator", "filled_by")
        .filter(region=item.region, opd=item.opd, indicator=item.indicator)
        .order_by("-as_of", "-pk")[:2]
    )
    if newest and newest[0].is_waiting:
        raise Refusal(
            "Jawaban ini sedang menunggu verifikasi. Tarik kembali dahulu bila hendak "
            "mengubahnya."
        )
    if newest and newest[0].is_open:
        refuse_foreign_draft(newest[0], by)
        return newest[0], newest[1] if len(newest) > 1 else None
    new = Answer(
        region=item.region, opd=item.opd, indicator=item.indicator, as_of=as_of
    )
    return new, newest[0] if newest else None


def is_foreign_draft(answer: Answer, by: Actor) -> bool:
    """A draft its OPD is writing: the sekretariat neither reads nor overwrites it."""
    return (
        answer.opd_id is not None
        and answer.state == State.DRAFT
        and by.role == Role.SEKRETARIAT
        and answer.filled_role != Role.SEKRETARIAT
    )


def refuse_foreign_draft(answer: Answer, by: Actor) -> None:
    if is_foreign_draft(answer, by):
        raise Refusal(
            "OPD ini sedang menulis draf jawabannya; isinya hanya dilihat OPD itu. "
            "Tunggu sampai diajukan."
        )


def version_of(answer: Answer | None) -> str:
    """Changes with every write: the form carries it to notice two writers."""
    return answer.filled_at.isoformat() if answer and not answer.is_new else ""


def refuse_stale(answer: Answer, seen: str | None) -> None:
    if seen is None or answer.is_new or seen == version_of(answer):
        return
    who = answer.filled_by or "orang lain"
    at = tanggal_waktu(answer.filled_at, answer.region.zone)
    raise Refusal(
        f"Jawaban ini baru saja diubah {who} pada {at}. Isian Anda masih ada di bawah; "
        "bandingkan dengan yang tersimpan, lalu simpan lagi bila tetap hendak mengganti."
    )


def write(
    answer: Answer, facts: Mapping[str, Any], by: Actor, *, copy_from: Answer | None
) -> None:
    """Nothing changed, nothing written: a second click leaves no trace."""
    is_new = answer.is_new
    changes = changed(answer, facts)
    if not changes and not is_new:
        return
    for name, value in facts.items():
        setattr(answer, name, value)
    sign(answer, by)
    answer.save()
    if is_new and copy_from is not None:
        copy_evidence(copy_from, answer)
    on_behalf = answer.opd_id is not None and by.role == Role.SEKRETARIAT
    record(
        by=by,
        verb=SAVED_FOR if on_behalf else SAVED,
        obj=answer,
        region=answer.region,
        changes=changes,
        # What an OPD drafts is read by that OPD alone.
        sealed=answer.opd_id is not None,
    )


def sign(answer: Answer, by: Actor) -> None:
    answer.filled_by = by.user
    answer.filled_role = by.role or ""
    answer.filled_at = now()


def copy_evidence(old: Answer, new: Answer) -> None:
    """A new dated answer starts with the evidence that still holds on its date."""
    Evidence.objects.bulk_create(
        Evidence(
            answer=new,
            file=item.file,
            url=item.url,
            accessed_on=item.accessed_on,
            page=item.page,
            caption=item.caption,
        )
        for item in evidence_of(old)
        if evidence_state(item, new.as_of) is EvidenceState.VALID
    )
