"""Which instrument a region is scored by on a day: chosen, never guessed (ADR 0019).

The nearest choice counts: the region's own, else its province's, else that for everybody.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
from pug_portal.regions.moves import moves_of, path_on

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
    day, uses = on or today(), Uses()
    if region is None:
        return uses.on(None, "", day)
    path = path_on(region, day) if uses.may_turn_by_a_move(region) else region.path
    return uses.on(region, path, day)


class Uses:
    """All choices, read once: for many regions and days."""

    def __init__(self) -> None:
        rows = InstrumentUse.objects.select_related("instrument", "region")
        self.rows = tuple(rows)

    def on(
        self, region: Region | None, path: str, day: dt.date
    ) -> InstrumentUse | None:
        """`path`: of the region, as it was on the day. Its own choice moved with it."""
        begun = (
            use
            for use in self.rows
            if use.since <= day
            and (
                use.region is None
                or use.region == region
                or path.startswith(use.region.path)
            )
        )
        return max(begun, key=_nearest, default=None)

    def may_turn_by_a_move(self, region: Region) -> bool:
        """Only where regions above chose apart it matters where it stood."""
        return any(use.region not in {None, region} for use in self.rows)


@dataclass(frozen=True)
class UsesOfRegion:
    """One region on any day: the choices, and where it stood."""

    uses: Uses
    region: Region
    # (day of the move, path until then), oldest first.
    moves: tuple[tuple[dt.date, str], ...]

    def on(self, day: dt.date) -> InstrumentUse | None:
        until = (path for moved_on, path in self.moves if moved_on > day)
        return self.uses.on(self.region, next(until, self.region.path), day)

    def turns(self, until: dt.date) -> list[dt.date]:
        """The days up to `until` on which another instrument may begin."""
        days = {use.since for use in self.uses.rows} | {day for day, _ in self.moves}
        return sorted(day for day in days if day <= until)


def uses_for(region: Region) -> UsesOfRegion:
    uses = Uses()
    may_turn = uses.may_turn_by_a_move(region)
    return UsesOfRegion(uses, region, moves_of(region) if may_turn else ())


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
