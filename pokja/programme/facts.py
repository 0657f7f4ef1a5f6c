"""What the work programme tells the seven prerequisites, as its own page counts it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.urls import reverse

from pokja.programme.choices import LineStatus
from pokja.programme.queries import lines_of, programme_of, status_counts
from prasyarat import facts
from prasyarat.facts import Fact
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region


def programme_settled(region: Region, on: dt.date) -> Fact | None:
    programme = programme_of(region, on.year)
    if programme is None:
        return None
    return Fact(
        f"Program kerja tahun {on.year} sudah ditetapkan menurut daftar program kerja per "
        f"{tanggal(on)}.",
        yes=True,
        documented=True,
        url=reverse("programme-detail", kwargs={"pk": programme.pk}),
    )


def programme_done(region: Region, on: dt.date) -> Fact | None:
    """A cancelled activity is no longer part of the programme."""
    programme = programme_of(region, on.year)
    if programme is None:
        return None
    counts = dict(status_counts(lines_of(programme, with_offices=False)))
    standing = sum(counts.values()) - counts.get(LineStatus.CANCELLED, 0)
    if not standing:
        return None
    done = counts.get(LineStatus.DONE, 0)
    return Fact(
        f"{done} dari {standing} kegiatan program kerja {on.year} selesai menurut "
        f"program kerja per {tanggal(on)}.",
        value=Decimal(done),
        denominator=Decimal(standing),
        url=reverse("programme-detail", kwargs={"pk": programme.pk}),
    )


def register() -> None:
    facts.register(facts.PROGRAMME_SETTLED, programme_settled)
    facts.register(facts.PROGRAMME_DONE, programme_done)
