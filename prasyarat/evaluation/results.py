"""Official results beside the portal's own score of the same day, and their notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from prasyarat.assessments.book import Book
from prasyarat.assessments.history import UsedBooks, used_books
from prasyarat.evaluation.result_models import OfficialNote, OfficialResult
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.use import current_instrument
from prasyarat.next_steps.plan import PlanLine, plan_of
from prasyarat.next_steps.reading import Outlook
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class ResultLine:
    """`ours`: nilai terverifikasi of the same day by the instrument in use on it."""

    result: OfficialResult
    ours: Decimal | None
    notes: int
    open_notes: int


@dataclass(frozen=True)
class NoteLine:
    note: OfficialNote
    line: PlanLine | None

    @property
    def badge(self) -> tuple[str, str, str]:
        if self.note.action is None:
            return ("kem", "Belum ditindaklanjuti", "alert-triangle")
        if self.line is None:
            return ("draf", "Dalam rencana aksi", "list-check")
        return self.line.badge


def results_of(region: Region) -> QuerySet[OfficialResult]:
    rows = OfficialResult.objects.filter(region=region)
    return rows.select_related("document").annotate(
        note_count=Count("notes"),
        open_count=Count("notes", filter=Q(notes__action=None)),
    )


def result_lines(region: Region) -> list[ResultLine]:
    """As many queries for many days as for one."""
    results = list(results_of(region))
    used = used_books(region, [each.result_on for each in results])
    return [
        ResultLine(
            result=each,
            ours=ours_on(used, each.result_on),
            notes=vars(each)["note_count"],
            open_notes=vars(each)["open_count"],
        )
        for each in results
    ]


def ours_on(used: UsedBooks, day: dt.date) -> Decimal | None:
    book = used.book_on(day)
    return book.at(day).terverifikasi.total if book else None


def note_lines(result: OfficialResult, book: Book | None) -> list[NoteLine]:
    """What became of each note is read from the answers, as everywhere in the plan."""
    rows = result.notes.select_related(
        "indicator", "action__opd", "action__indicator__prerequisite__instrument"
    )
    notes = list(rows)
    lines = _plan_lines(result.region, notes, book)
    return [NoteLine(note, lines.get(note.action_id or 0)) for note in notes]


def _plan_lines(
    region: Region, notes: Iterable[OfficialNote], book: Book | None
) -> dict[int, PlanLine]:
    actions = [note.action for note in notes if note.action]
    instrument = current_instrument(region, today()) if actions else None
    if book is None or instrument is None:
        return {}
    seen = _outlook(region, instrument, book, [a.indicator for a in actions])
    return {line.action.pk: line for line in plan_of(seen, actions).lines}


def _outlook(
    region: Region, instrument: Instrument, book: Book, named: Iterable[Indicator]
) -> Outlook:
    day = today()
    pair = book.at(day)
    asked = {
        one.code: one
        for one in named
        if one.prerequisite.instrument_id == instrument.pk
    }
    return Outlook(
        region=region,
        on=day,
        instrument=instrument,
        proven=pair.terverifikasi,
        claimed=pair.mandiri,
        steps=(),
        indicators=asked,
        answers=book.latest(day),
        proven_answers=book.latest_verified(day),
    )


def may_read_result(actor: Actor, file: StoredFile) -> bool:
    """The gate of the files: whoever reads the scores of that region."""
    if actor.user is None or not can(actor, Permission.ASSESSMENT_VIEW):
        return False
    rows = OfficialResult.objects.for_actor(actor)
    return rows.filter(document=file).exists()
