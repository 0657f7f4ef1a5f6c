"""Answers of earlier years: confirmed one by one, or those of a prerequisite together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from prasyarat.assessments.book import Book
from prasyarat.assessments.duty_actions import confirm_answer
from prasyarat.assessments.item import item_of
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.present import carried_from
from prasyarat.assessments.rights import why_not_fill
from pug_portal.access.actor import Actor

HELD = (State.VERIFIED, State.NOT_APPLICABLE)


@dataclass(frozen=True)
class Confirmed:
    sent: int
    drafts: int
    refused: tuple[str, ...]


def carried(book: Book, on: dt.date, by: Actor, prerequisite: str) -> list[Answer]:
    """What this person may confirm: verified, of an earlier year, in the book's order."""
    newest = book.latest(on)
    return [
        answer
        for rule in book.rules
        if rule.prerequisite == prerequisite
        and (answer := newest.get(rule.code)) is not None
        and carried_from(answer, on)
        and answer.is_verified
        and answer.state in HELD
        and not why_not_fill(item_of(answer), by)
    ]


@transaction.atomic
def confirm_answers(*, answers: Iterable[Answer], by: Actor) -> Confirmed:
    """Each by the verb of one, with its own event; one refusal stops no other."""
    sent = drafts = 0
    refused = []
    for answer in answers:
        try:
            with transaction.atomic():
                fresh = confirm_answer(answer=answer, by=by)
        except (ValidationError, PermissionDenied) as error:
            refused.append(f"{answer.indicator.code}: {_sentence(error)}")
        else:
            drafts += fresh.state == State.DRAFT
            sent += fresh.state != State.DRAFT
    return Confirmed(sent, drafts, tuple(refused))


def _sentence(error: ValidationError | PermissionDenied) -> str:
    return error.messages[0] if isinstance(error, ValidationError) else str(error)
