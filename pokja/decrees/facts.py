"""What the register of decrees tells the seven prerequisites: a sentence and its scan."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pokja.decrees.models import Kind
from pokja.decrees.queries import in_force
from prasyarat import facts
from prasyarat.facts import Fact, Provider
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

_KINDS = {
    facts.POKJA_DECREE: Kind.POKJA,
    facts.TECHNICAL_DECREE: Kind.TECHNICAL_TEAM,
    facts.PUSPA_DECREE: Kind.PUSPA,
}


def decree_fact(kind: Kind, region: Region, on: dt.date) -> Fact:
    decree = in_force(region, kind, on)
    if decree is None:
        return Fact(
            f"Tidak ada {kind.label} yang berlaku per {tanggal(on)}.",
            # A hint only: a register without one is no proof that none is on paper.
            url=reverse("decree-list"),
        )
    return Fact(
        f"{kind.label} {decree.number} berlaku per {tanggal(on)}.",
        files=(decree.scan,) if decree.scan else (),
        yes=True,
        url=reverse("decree-detail", kwargs={"pk": decree.pk}),
    )


def _provider(kind: Kind) -> Provider:
    return lambda region, on: decree_fact(kind, region, on)


def register() -> None:
    for name, kind in _KINDS.items():
        facts.register(name, _provider(kind))
