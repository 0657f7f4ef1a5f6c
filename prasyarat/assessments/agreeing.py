"""The last word of two people, where there is no third: one proposes, the other agrees.

Nobody settles alone what he filled or verified; a third person settles without a proposal.
"""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from prasyarat.assessments.judge_actions import SETTLED, other_score, own_score
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.rights import why_not_reopen, why_not_settle
from prasyarat.assessments.writing import locked
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

PROPOSED = Verb("answer.score_proposed", "mengusulkan nilai akhir {object}")
DECLINED = Verb("answer.score_declined", "menolak usulan nilai akhir {object}")
FIELDS = ["proposed_score", "proposed_reason", "proposed_by"]
NO_PROPOSAL = "Usulan nilai akhir ini sudah tidak ada. Muat ulang halaman ini."


def why_not_propose(answer: Answer, by: Actor) -> str:
    if sentence := why_not_reopen(answer, by):
        return sentence
    if not why_not_settle(answer, by):
        return "Anda dapat menetapkan nilai akhir ini sendiri."
    return ""


def why_not_agree(answer: Answer, by: Actor) -> str:
    """The other of the two: who wrote agrees with who verified, and the other way round."""
    if sentence := why_not_reopen(answer, by):
        return sentence
    if by.user_id == answer.proposed_by_id:
        return "Usulan ini dari Anda; orang lain yang menyetujuinya."
    if not why_not_settle(answer, by) or by.user_id == answer.verified_by_id:
        return ""
    if answer.proposed_by_id != answer.verified_by_id:
        return "Anda ikut mengisi jawaban ini, seperti pengusulnya. Pemeriksanya yang menyetujui."
    return ""


@transaction.atomic
def propose_score(*, answer: Answer, score: Decimal, reason: str, by: Actor) -> Answer:
    """A newer proposal takes the place of the one before it."""
    answer = locked(answer)
    if sentence := why_not_propose(answer, by):
        raise PermissionDenied(sentence)
    if answer.state != State.VERIFIED:
        raise Refusal("Nilai akhir hanya diusulkan pada jawaban terverifikasi.")
    if score == standing_score(answer):
        raise Refusal("Nilai ini sudah berlaku. Usulkan nilai lain.", field="score")
    answer.proposed_score = score
    answer.proposed_reason = other_score(answer, score, reason)
    answer.proposed_by = by.user
    answer.save(update_fields=FIELDS)
    record(
        by=by,
        verb=PROPOSED,
        obj=answer,
        region=answer.region,
        changes={"usulan nilai akhir": (None, score)},
        reason=answer.proposed_reason,
    )
    return answer


@transaction.atomic
def agree_score(*, answer: Answer, by: Actor) -> Answer:
    answer = locked(answer)
    if answer.proposed_score is None or answer.state != State.VERIFIED:
        raise Refusal(NO_PROPOSAL)
    if sentence := why_not_agree(answer, by):
        raise PermissionDenied(sentence)
    old, score = answer.final_score, answer.proposed_score
    answer.final_score, answer.final_reason = score, answer.proposed_reason
    answer.final_by, answer.final_at = by.user, now()
    _forget(answer)
    answer.save(
        update_fields=[*FIELDS, "final_score", "final_reason", "final_by", "final_at"]
    )
    record(
        by=by,
        verb=SETTLED,
        obj=answer,
        region=answer.region,
        changes={"nilai akhir": (old, score)},
        reason=answer.final_reason,
    )
    return answer


@transaction.atomic
def decline_score(*, answer: Answer, by: Actor) -> Answer:
    """By the other one, or taken back by whoever proposed."""
    answer = locked(answer)
    if answer.proposed_score is None:
        raise Refusal(NO_PROPOSAL)
    sentence = why_not_agree(answer, by)
    if sentence and by.user_id != answer.proposed_by_id:
        raise PermissionDenied(sentence)
    changes = {"usulan nilai akhir": (answer.proposed_score, None)}
    _forget(answer)
    answer.save(update_fields=FIELDS)
    record(by=by, verb=DECLINED, obj=answer, region=answer.region, changes=changes)
    return answer


def proposals_for(actor: Actor) -> QuerySet[Answer]:
    """Proposals of others in the actor's region; his right to agree is asked per answer."""
    if not can(actor, Permission.ANSWER_VERIFY) or actor.user is None:
        return Answer.objects.none()
    rows = Answer.objects.owned_by(actor).standing().filter(state=State.VERIFIED)
    rows = rows.exclude(proposed_score=None).exclude(proposed_by=actor.user)
    return rows.select_related(
        "region", "opd", "indicator__prerequisite__instrument", "proposed_by"
    ).order_by("indicator_id", "pk")


def standing_score(answer: Answer) -> Decimal:
    for score in (answer.final_score, answer.verifier_score):
        if score is not None:
            return score
    return own_score(answer)


def _forget(answer: Answer) -> None:
    answer.proposed_score, answer.proposed_by = None, None
    answer.proposed_reason = ""
