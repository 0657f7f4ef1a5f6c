"""What the other side does with a submitted answer: verify, return, open again."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.figure_reading import figure_of
from prasyarat.assessments.item import given_by, given_of, is_proof, item_of
from prasyarat.assessments.models import Answer, RegionTarget, State
from prasyarat.assessments.rights import (
    require_judge,
    why_not_reopen,
    why_not_settle,
)
from prasyarat.assessments.workflow import WORKFLOW
from prasyarat.assessments.writing import evidence_of, locked, moved
from prasyarat.instruments.stored import rule_of
from prasyarat.scoring import rounded, score_item
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.numbers import angka

VERIFIED = Verb("answer.verified", "memverifikasi jawaban {object}")
AGREED = Verb("answer.agreed", "menyetujui {object} tidak berlaku")
RETURNED = Verb("answer.returned", "mengembalikan jawaban {object}")
SETTLED = Verb("answer.settled", "menetapkan nilai akhir {object}")
REOPENED = Verb("answer.reopened", "membuka kembali jawaban {object}")
LONGEST_REASON = 250
ALREADY = (
    "Jawaban ini sudah terverifikasi. Muat ulang halaman ini; mungkin sudah ada orang "
    "lain yang memprosesnya."
)


@transaction.atomic
def verify_answer(
    *, answer: Answer, by: Actor, score: Decimal | None = None, reason: str = ""
) -> Answer:
    """With `score` where the verifier sees another one than the answer itself gives."""
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
    answer.verifier_score = None if score == own_score(answer) else score
    answer.verifier_reason = other_score(answer, answer.verifier_score, reason)
    answer.save(
        update_fields=[
            "state",
            "verified_by",
            "verified_at",
            "review_note",
            "verifier_score",
            "verifier_reason",
        ]
    )
    record(
        by=by,
        verb=AGREED if claims_not_applicable else VERIFIED,
        obj=answer,
        region=answer.region,
        changes=moved(old, target),
        reason=answer.verifier_reason,
    )
    return answer


@transaction.atomic
def settle_score(
    *, answer: Answer, score: Decimal | None, reason: str, by: Actor
) -> Answer:
    """The last word on a verified answer; empty, or the verifier's own: his stands."""
    answer = locked(answer)
    if sentence := why_not_settle(answer, by):
        raise PermissionDenied(sentence)
    if answer.state != State.VERIFIED:
        raise Refusal("Nilai akhir hanya ditetapkan pada jawaban terverifikasi.")
    old = answer.final_score
    before = answer.verifier_score
    if before is None:
        before = own_score(answer)
    answer.final_score = None if score == before else score
    answer.final_reason = other_score(answer, answer.final_score, reason)
    answer.final_by = by.user if answer.final_score is not None else None
    answer.final_at = now() if answer.final_score is not None else None
    if answer.final_score == old and not answer.final_reason:
        return answer
    answer.save(update_fields=["final_score", "final_reason", "final_by", "final_at"])
    record(
        by=by,
        verb=SETTLED,
        obj=answer,
        region=answer.region,
        changes={"nilai akhir": (old, answer.final_score)},
        reason=answer.final_reason,
    )
    return answer


def own_score(answer: Answer) -> Decimal:
    """What the answer gives by itself, its evidence of the day of the answer."""
    valid = any_valid(evidence_of(answer), answer.as_of)
    rule = rule_of(answer.indicator)
    targets = RegionTarget.objects.filter(
        region=answer.region, indicator=answer.indicator
    )
    target = targets.values_list("target", flat=True).first()
    given = given_of(answer, has_valid_evidence=valid)
    figure = figure_of(item_of(answer), today()) if is_proof(answer) else None
    if figure is not None:
        given = given_by(figure, is_proven=valid)
    return rounded(score_item(rule, given, target).score) or Decimal(0)


def other_score(answer: Answer, score: Decimal | None, reason: str) -> str:
    """The reason that goes with a score of one's own; none without one."""
    if score is None:
        return ""
    if not score.is_finite() or not 0 <= score <= answer.indicator.max_score:
        most = angka(answer.indicator.max_score)
        raise Refusal(f"Isi nilai dari 0 sampai {most}.", field="score")
    if is_proof(answer):
        raise Refusal(
            "Angka ini dihitung portal; yang diperiksa buktinya. Kembalikan dengan "
            "catatan bila buktinya tidak mendukung angka itu.",
            field="score",
        )
    if answer.state == State.NOT_APPLICABLE:
        raise Refusal("Butir yang tidak berlaku tidak diberi nilai.", field="score")
    if not reason.strip():
        raise Refusal(
            "Nilai Anda berbeda dari nilai sebelumnya. Tulis alasannya.", field="reason"
        )
    if len(reason.strip()) > LONGEST_REASON:
        raise Refusal(
            f"Alasan paling panjang {LONGEST_REASON} karakter.", field="reason"
        )
    return reason.strip()


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
    answer.verifier_score = answer.final_score = None
    answer.verifier_reason = answer.final_reason = ""
    answer.final_by = answer.final_at = None
    answer.proposed_score = answer.proposed_by = None
    answer.proposed_reason = ""
    answer.save(
        update_fields=[
            "proposed_score",
            "proposed_reason",
            "proposed_by",
            "verifier_score",
            "verifier_reason",
            "final_score",
            "final_reason",
            "final_by",
            "final_at",
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
