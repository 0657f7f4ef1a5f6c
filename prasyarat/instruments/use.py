"""Which instrument a region is scored by on a day: chosen, never guessed (ADR 0019).

The nearest choice counts: the region's own, else its province's, else that for everybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.instruments.models import Instrument, InstrumentUse
from pug_portal.access.actor import Actor
from pug_portal.access.checks import may_change, require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.regions.models import Level, Region
from pug_portal.regions.moves import path_on

CHOSEN = Verb("instrument.chosen", "memilih instrumen {object}")
BEGINNING = dt.date(2000, 1, 1)


def current_instrument(
    region: Region | None = None, on: dt.date | None = None
) -> Instrument | None:
    use = current_use(region, on)
    return use.instrument if use else None


def current_use(
    region: Region | None = None, on: dt.date | None = None
) -> InstrumentUse | None:
    day = on or today()
    rows = tuple(InstrumentUse.objects.select_related("instrument", "region"))
    has_own = any(use.region for use in rows)
    # Only where provinces chose apart it matters under which of them the region stood.
    path = path_on(region, day) if region and has_own else ""
    return use_on(_near(rows, path), day)


def uses_for(region: Region | None) -> tuple[InstrumentUse, ...]:
    """All choices that ever count for a region: for many days in one query."""
    path = region.path if region else ""
    rows = InstrumentUse.objects.select_related("instrument", "region")
    return _near(rows, path)


def _near(rows: Iterable[InstrumentUse], path: str) -> tuple[InstrumentUse, ...]:
    return tuple(
        use for use in rows if use.region is None or path.startswith(use.region.path)
    )


def use_on(uses: Iterable[InstrumentUse], on: dt.date) -> InstrumentUse | None:
    begun = (use for use in uses if use.since <= on)
    return max(begun, key=_nearest, default=None)


def _nearest(use: InstrumentUse) -> tuple[int, dt.date]:
    return len(use.region.path) if use.region else 0, use.since


def begin_use(instrument: Instrument) -> None:
    """The first one published is in use everywhere; every later one has to be chosen."""
    if instrument.region is None and not InstrumentUse.objects.exists():
        InstrumentUse.objects.get_or_create(
            region=None,
            since=BEGINNING,
            defaults={"instrument": instrument, "chosen_at": now()},
        )


@transaction.atomic
def choose_instrument(
    *, instrument: Instrument, region: Region, since: dt.date, by: Actor
) -> InstrumentUse:
    """From a day that has not passed: the scores of earlier days stay what they were."""
    require(by, Permission.INSTRUMENT_EDIT)
    if not may_change(by, region):
        raise PermissionDenied("Instrumen daerah lain dipilih oleh administratornya.")
    if instrument.region is not None and not _is_of(instrument.region, region):
        raise PermissionDenied("Instrumen daerah lain tidak dipakai di daerah ini.")
    if since < today():
        raise Refusal(
            "Tanggal mulai paling awal hari ini, agar nilai tanggal-tanggal sebelumnya "
            "tidak berubah.",
            field="since",
        )
    of = None if region.level == Level.NATION else region
    Region.objects.select_for_update().get(pk=region.pk)
    known = InstrumentUse.objects.filter(region=of, since=since).first()
    use = known or InstrumentUse(region=of, since=since)
    before = known.instrument.name if known else ""
    use.instrument, use.chosen_by, use.chosen_at = instrument, by.user, now()
    use.save()
    changes = {"instrument": (before, instrument.name)}
    record(by=by, verb=CHOSEN, obj=use, region=region, changes=changes)
    return use


def _is_of(owner: Region, region: Region) -> bool:
    """A region is scored by its own, or by that of one above it."""
    return region.path.startswith(owner.path)
