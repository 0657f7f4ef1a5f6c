"""Opening a period of evaluation, changing it, moving it on, ticking off its items."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from prasyarat.evaluation.models import (
    EvaluationPeriod,
    FieldCheck,
    PeriodState,
)
from prasyarat.evaluation.workflow import WORKFLOW
from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

OPENED = Verb("evaluation_period.opened", "membuka periode {object}")
CHANGED = Verb("evaluation_period.changed", "mengubah periode {object}")
MOVED = Verb("evaluation_period.moved", "mengubah status periode {object}")
CHECKED = Verb("field_check.set", "menandai siap {object}")
UNCHECKED = Verb("field_check.cleared", "mencabut tanda siap {object}")
FIRST_YEAR, LAST_YEAR = 2016, 2100
EDIT = Permission.EVALUATION_EDIT


@transaction.atomic
def open_period(
    *,
    region: Region,
    instrument: Instrument,
    first_year: int,
    years: int,
    as_of: dt.date,
    due_on: dt.date,
    by: Actor,
) -> EvaluationPeriod:
    require_in(by, region, EDIT)
    Region.objects.select_for_update().get(pk=region.pk)
    made = EvaluationPeriod(
        region=region,
        instrument=instrument,
        first_year=first_year,
        years=years,
        as_of=as_of,
        due_on=due_on,
    )
    _check(made)
    made.save()
    record(by=by, verb=OPENED, obj=made, region=region)
    return made


@transaction.atomic
def change_period(
    *,
    period: EvaluationPeriod,
    instrument: Instrument,
    first_year: int,
    years: int,
    as_of: dt.date,
    due_on: dt.date,
    by: Actor,
) -> EvaluationPeriod:
    period = locked(period, by)
    facts: dict[str, Any] = {
        "instrument": instrument,
        "first_year": first_year,
        "years": years,
        "as_of": as_of,
        "due_on": due_on,
    }
    changes = changed(period, facts)
    if not changes:
        return period
    if period.state == PeriodState.CLOSED:
        raise Refusal("Periode ini sudah ditutup. Buka kembali dahulu.")
    _refuse_open_folders(period, instrument)
    for name, value in facts.items():
        setattr(period, name, value)
    _check(period)
    period.save(update_fields=list(facts))
    record(by=by, verb=CHANGED, obj=period, region=period.region, changes=changes)
    return period


@transaction.atomic
def move_period(
    *, period: EvaluationPeriod, target: PeriodState, by: Actor
) -> EvaluationPeriod:
    period = locked(period, by)
    old = PeriodState(period.state)
    if old == target:
        return period
    WORKFLOW.check(old, target, by=by)
    period.state = target
    period.save(update_fields=["state"])
    changes = {"status": (str(old.label), str(target.label))}
    record(by=by, verb=MOVED, obj=period, region=period.region, changes=changes)
    return period


@transaction.atomic
def set_check(
    *,
    period: EvaluationPeriod,
    indicator: Indicator,
    is_ready: bool,
    by: Actor,
) -> None:
    """Says what should be, not «the other way»: two clicks are as one."""
    period = locked(period, by)
    if indicator.prerequisite.instrument_id != period.instrument_id:
        raise Refusal("Indikator ini bukan dari instrumen periode ini.")
    rows = FieldCheck.objects.filter(period=period, indicator=indicator)
    old = rows.first()
    if (old is not None) == is_ready:
        return
    about = old or FieldCheck(period=period, indicator=indicator)
    if old is None:
        about.checked_by, about.checked_at = by.user, now()
        about.save()
    region = period.region
    record(by=by, verb=CHECKED if is_ready else UNCHECKED, obj=about, region=region)
    if old is not None:
        old.delete()


def locked(period: EvaluationPeriod, by: Actor) -> EvaluationPeriod:
    rows = EvaluationPeriod.objects.select_for_update(of=("self",))
    found = rows.select_related("region", "instrument").get(pk=period.pk)
    require_in(by, found.region, EDIT)
    return found


def _refuse_open_folders(period: EvaluationPeriod, instrument: Instrument) -> None:
    """A folder was read for the codes of one instrument: another means other items."""
    if instrument.pk == period.instrument_id:
        return
    waiting = period.folders.filter(applied_at=None, expires_at__gt=now())
    if folder := waiting.select_related("uploaded_by").first():
        raise Refusal(
            f"“{folder.name}” dari {folder.uploaded_by} sudah diperiksa menurut "
            "instrumen sekarang. Impor atau batalkan dahulu; yang dibiarkan gugur "
            "sehari setelah diunggah.",
            field="instrument",
        )


def _check(period: EvaluationPeriod) -> None:
    if not FIRST_YEAR <= period.first_year <= LAST_YEAR:
        raise Refusal(
            f"Isi tahun antara {FIRST_YEAR} dan {LAST_YEAR}.", field="first_year"
        )
    if period.years not in (1, 2):
        raise Refusal("Pilih satu atau dua tahun.", field="years")
    if period.as_of.year < period.first_year:
        raise Refusal(
            f"Keadaan per tanggal lebih awal daripada tahun {period.first_year}.",
            field="as_of",
        )
    if period.due_on < period.as_of:
        raise Refusal(
            "Tenggat pengiriman lebih awal daripada tanggal keadaannya.", field="due_on"
        )
    twins = EvaluationPeriod.objects.filter(
        region=period.region, first_year=period.first_year, years=period.years
    )
    if twins.exclude(pk=period.pk).exists():
        raise Refusal(f"{period} sudah ada di daftar.", field="first_year")
