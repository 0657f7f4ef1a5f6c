"""What the other side does with a submitted answer: verify, return, open again."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.rights import require_judge, why_not_reopen
from prasyarat.assessments.workflow import WORKFLOW
from prasyarat.assessments.writing import locked, moved
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

VERIFIED = Verb("answer.verified", "memverifikasi jawaban {object}")
AGREED = Verb("answer.agreed", "menyetujui {object} tidak berlaku")
RETURNED = Verb("answer.returned", "mengembalikan jawaban {object}")
REOPENED = Verb("answer.reopened", "membuka kembali jawaban {object}")
ALREADY = (
    "Jawaban ini sudah terverifikasi. Muat ulang halaman ini; mungkin sudah ada orang "
    "lain yang memprosesnya."
)


@transaction.atomic
def verify_answer(*, answer: Answer, by: Actor) -> Answer:
    answer = locked(answer)
    require_judge(answer, by)
    claims_not_applicable = answer.state == State.NOT_APPLICABLE
    target = State.NOT_APPLICABLE if claims_not_applicable else State.VERIFIED
    if answer.is_verified:
        raise Refusal(ALREADY)
    WORKFLOW.check(State(answer.state), target, by=by)
    old = answer.state
    answer.state = target
    answer.verified_by, answer.verified_at = by.user, now()
    answer.review_note = ""
    answer.save(update_fields=["state", "verified_by", "verified_at", "review_note"])
    record(
        by=by,
        verb=AGREED if claims_not_applicable else VERIFIED,
        obj=answer,
        region=answer.region,
        changes=moved(old, target),
    )
    return answer


@transaction.atomic
def return_answer(*, answer: Answer, note: str, by: Actor) -> Answer:
    answer = locked(answer)
    require_judge(answer, by)
    if answer.is_verified:
        raise Refusal(ALREADY)
    if not note.strip():
        raise Refusal(
            "Tulis apa yang perlu diperbaiki. Tanpa catatan, jawaban tidak dapat "
            "dikembalikan.",
            field="note",
        )
    return _to_needs_work(answer, note, RETURNED, by)


@transaction.atomic
def reopen_answer(*, answer: Answer, reason: str, by: Actor) -> Answer:
    """A verified answer becomes editable again; its score falls to 0 meanwhile."""
    answer = locked(answer)
    if sentence := why_not_reopen(answer, by):
        raise PermissionDenied(sentence)
    if not answer.is_verified:
        raise Refusal("Hanya jawaban terverifikasi yang dibuka kembali.")
    if not reason.strip():
        raise Refusal("Tulis alasan jawaban dibuka kembali.", field="reason")
    later = Answer.objects.filter(
        region=answer.region,
        opd=answer.opd,
        indicator=answer.indicator,
        as_of__gt=answer.as_of,
    )
    if later.exists():
        raise Refusal(
            "Sudah ada jawaban dengan tanggal sesudahnya. Perbaiki jawaban terbaru itu."
        )
    return _to_needs_work(answer, reason, REOPENED, by)


def _to_needs_work(answer: Answer, words: str, verb: Verb, by: Actor) -> Answer:
    WORKFLOW.check(State(answer.state), State.NEEDS_WORK, by=by)
    old = answer.state
    answer.state = State.NEEDS_WORK
    answer.review_note = words.strip()
    answer.not_applicable_reason = ""
    answer.verified_by = answer.verified_at = None
    answer.save(
        update_fields=[
            "state",
            "review_note",
            "not_applicable_reason",
            "verified_by",
            "verified_at",
        ]
    )
    record(
        by=by,
        verb=verb,
        obj=answer,
        region=answer.region,
        changes=moved(old, answer.state),
        reason=words,
    )
    return answer
