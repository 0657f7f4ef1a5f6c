"""ARG over three years, one office with another denominator, and the cascade of plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from focal_points.budgets.actions import record_arg
from focal_points.cascade.actions import answer_plan, review, why_not_review
from focal_points.cascade.models import Answer, Plan
from focal_points.progress.models import Denominator
from pokja.demo.progress import Office
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today

YEARS = 3
UNLIKE = 7


def tell_arg(offices: Sequence[Office], by: Actor) -> None:
    last = today().year
    for place, year in enumerate(range(last - YEARS + 1, last + 1)):
        for number, office in enumerate(offices[:-4]):
            _record(office, number, place, year, by)


def _record(office: Office, number: int, place: int, year: int, by: Actor) -> None:
    total = 2_000_000_000 + number * 731_000_000 + place * 90_000_000
    arg = total * (4 + (number + place) % 9) // 100
    is_changed = number % 3 == 0
    is_unlike = number == UNLIKE
    record_arg(
        opd=office.opd,
        year=year,
        denominator=Denominator.OPERATION_CAPITAL
        if is_unlike
        else Denominator.OPD_SPENDING,
        dpa_total=total,
        dpa_arg=arg,
        dpa_on=dt.date(year, 1, 5),
        dppa_total=total + 150_000_000 if is_changed else None,
        dppa_arg=arg + 40_000_000 if is_changed else None,
        dppa_on=dt.date(year, 10, 2) if is_changed else None,
        realized=arg * (62 + number % 30) // 100,
        realized_on=min(dt.date(year, 12, 31), today()),
        note="Angka contoh.",
        by=by,
    )


def tell_cascade(offices: Sequence[Office], bappeda: Actor) -> None:
    """Three in four offices answer; Bappeda has looked at the first half of those."""
    year = today().year + 1
    answers = list(Answer)
    for number, office in enumerate(offices):
        if number % 4 == 3:
            continue
        for place, plan in enumerate(Plan):
            entry = answer_plan(
                opd=office.opd,
                year=year,
                plan=plan,
                answer=answers[(number + place) % 3],
                evidence=f"Bab {place + 2} (contoh)",
                by=office.focal_point,
            )
            if number < len(offices) // 2 and not why_not_review(office.opd, bappeda):
                is_doubted = number % 5 == 2 and plan == Plan.RENJA
                found = Answer.NOT_YET if is_doubted else entry.answer
                note = "Tidak ditemukan pada halaman yang disebut (contoh)."
                review(entry=entry, found=found, note=note * is_doubted, by=bappeda)
