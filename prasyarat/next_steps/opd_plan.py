"""What the lines of the plan that belong to OPD rest on: each OPD's own answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from prasyarat.assessments.book import Book, books_by_opd
from prasyarat.assessments.queries import answers_of, figures_of, targets_of
from prasyarat.assessments.rights import may_read
from prasyarat.instruments.stored import rules_of
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.reading import Outlook
from prasyarat.rules import asked_at
from prasyarat.scoring_methods import Method
from pug_portal.access.actor import Actor


def outlooks_for(
    seen: Outlook, actions: Collection[GapAction], by: Actor
) -> Mapping[int, Outlook]:
    """By the key of the OPD; as many queries for forty OPD as for one. What the reader
    may not read yet is as though it were not there."""
    offices = {action.of_opd_id for action in actions if action.of_opd_id}
    if not offices:
        return {}
    region, instrument, on = seen.region, seen.instrument, seen.on
    rules = asked_at(rules_of(instrument), "O")
    answers = [
        answer
        for answer in answers_of(region, instrument).filter(opd__in=offices)
        if may_read(by, answer)
    ]
    targets, method = targets_of(region, instrument), Method(instrument.method)
    figures = figures_of(region, instrument).filter(opd__in=offices)
    books = books_by_opd(rules, answers, targets, method=method, figures=figures)
    nothing = Book(rules, (), targets, method)
    found = {}
    for key in offices:
        book = books.get(key, nothing)
        pair = book.at(on)
        found[key] = Outlook(
            region=region,
            on=on,
            instrument=instrument,
            proven=pair.terverifikasi,
            claimed=pair.mandiri,
            steps=(),
            indicators=seen.indicators,
            answers=book.latest(on),
            proven_answers=book.latest_verified(on),
        )
    return found
