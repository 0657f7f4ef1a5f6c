"""Answering, and everything a filler does. What a verifier does stands in judging.py."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from prasyarat.answer_checks import Problem
from prasyarat.assessments import checks
from prasyarat.assessments.figure_reading import figure_of
from prasyarat.assessments.item import Item, Reply, is_proof, item_of
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.rights import require_fill
from prasyarat.assessments.workflow import WORKFLOW
from prasyarat.assessments.writing import (
    evidence_of,
    is_foreign_draft,
    locked,
    moved,
    open_row,
    raise_problem,
    refuse_foreign_draft,
    refuse_stale,
    sign,
    write,
)
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today

SUBMITTED = Verb("answer.submitted", "mengajukan jawaban {object}")
WITHDRAWN = Verb("answer.withdrawn", "menarik kembali jawaban {object}")
REVERTED = (
    "Jawaban ini sudah dikembalikan ke angka portal. Isi jawaban baru bila hendak "
    "mengganti angka itu."
)
MARKED = Verb("answer.not_applicable", "menyatakan {object} tidak berlaku")


@transaction.atomic
def save_answer(
    *, item: Item, as_of: dt.date, reply: Reply, by: Actor, seen: str | None = None
) -> Answer:
    """Write the open answer, or open a new dated one. `seen`: the version on the form."""
    answer, latest = open_row(item, as_of, by)
    refuse_stale(answer, seen)
    raise_problem(checks.date_problem(as_of, latest))
    for problem in checks.reply_problems(item.indicator, reply):
        raise_problem(problem)
    raise_problem(checks.override_problem(reply, figure_of(item, as_of)))
    facts = {
        **vars(reply),
        "text": reply.text.strip(),
        "note": reply.note.strip(),
        "override_reason": reply.override_reason.strip(),
        "reverted_on": None,
        "as_of": as_of,
        "not_applicable_reason": "",
    }
    write(answer, facts, by, copy_from=latest)
    return answer


@transaction.atomic
def open_draft(*, item: Item, by: Actor) -> Answer:
    """The answer that may be changed now: for evidence that comes before the words."""
    answer, latest = open_row(item, today(), by)
    if answer.is_new:
        raise_problem(checks.date_problem(today(), latest))
        facts = {"as_of": today()}
        is_proven = latest is not None and latest.state == State.VERIFIED
        # One handed back to the portal's figure stays there: evidence overrides nothing.
        if latest is not None and is_proven and not latest.is_reverted:
            facts |= vars(checks.reply_of(latest))
        write(answer, facts, by, copy_from=latest)
    return answer


@transaction.atomic
def mark_not_applicable(
    *, item: Item, as_of: dt.date, reason: str, by: Actor
) -> Answer:
    answer, latest = open_row(item, as_of, by)
    raise_problem(checks.date_problem(as_of, latest))
    if not reason.strip():
        raise Refusal(
            "Tulis alasan mengapa indikator ini tidak berlaku.", field="reason"
        )
    if len(reason.strip()) > 250:
        raise Refusal("Alasan paling panjang 250 karakter.", field="reason")
    WORKFLOW.check(State(answer.state), State.NOT_APPLICABLE, by=by)
    old = answer.state
    answer.as_of = as_of
    answer.state = State.NOT_APPLICABLE
    answer.not_applicable_reason = reason.strip()
    sign(answer, by)
    answer.submitted_at, answer.submitted_by = now(), by.user
    answer.save()
    record(
        by=by,
        verb=MARKED,
        obj=answer,
        region=item.region,
        changes=moved(old, answer.state),
        reason=reason,
    )
    return answer


@transaction.atomic
def submit_answer(*, answer: Answer, by: Actor) -> Answer:
    answer = locked(answer)
    require_fill(item_of(answer), by)
    refuse_foreign_draft(answer, by)
    if answer.is_reverted:
        raise Refusal(REVERTED)
    WORKFLOW.check(State(answer.state), State.SUBMITTED, by=by)
    raise_problem(_problem_of(answer))
    _submit(answer, by)
    return answer


@transaction.atomic
def submit_ready(*, answers: list[Answer], by: Actor) -> tuple[Answer, ...]:
    """Of the given ones, every answer that is ready; the others stay as they are."""
    sent = []
    for answer in answers:
        fresh = locked(answer)
        require_fill(item_of(fresh), by)
        is_ready = (
            fresh.is_open and not fresh.is_reverted and _problem_of(fresh) is None
        )
        if is_ready and not is_foreign_draft(fresh, by):
            _submit(fresh, by)
            sent.append(fresh)
    return tuple(sent)


@transaction.atomic
def withdraw_answer(*, answer: Answer, by: Actor) -> Answer:
    """While nobody has judged it: back to a draft."""
    answer = locked(answer)
    require_fill(item_of(answer), by)
    if answer.is_verified:
        raise Refusal(
            "Jawaban ini sudah terverifikasi. Isi jawaban baru dengan tanggal baru, "
            "atau minta pemeriksa membukanya kembali."
        )
    WORKFLOW.check(State(answer.state), State.DRAFT, by=by)
    old = answer.state
    answer.state = State.DRAFT
    answer.not_applicable_reason = ""
    answer.submitted_at = answer.submitted_by = None
    answer.save(
        update_fields=[
            "state",
            "not_applicable_reason",
            "submitted_at",
            "submitted_by",
        ]
    )
    changes = moved(old, answer.state)
    record(by=by, verb=WITHDRAWN, obj=answer, region=answer.region, changes=changes)
    return answer


def _problem_of(answer: Answer) -> Problem | None:
    evidence = evidence_of(answer)
    if is_proof(answer) and figure_of(item_of(answer), today()) is not None:
        return checks.proof_problem(answer, evidence)
    return checks.submit_problem(answer, evidence)


def _submit(answer: Answer, by: Actor) -> None:
    WORKFLOW.check(State(answer.state), State.SUBMITTED, by=by)
    old = answer.state
    answer.state = State.SUBMITTED
    answer.submitted_at, answer.submitted_by = now(), by.user
    answer.save(update_fields=["state", "submitted_at", "submitted_by"])
    changes = moved(old, answer.state)
    record(by=by, verb=SUBMITTED, obj=answer, region=answer.region, changes=changes)
