"""The published instrument, for reading: what is asked and how answers become scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.views.generic import TemplateView

from prasyarat.instruments import words
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite
from prasyarat.instruments.use import current_instrument
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView


@dataclass(frozen=True)
class IndicatorLine:
    indicator: Indicator
    scores: str
    levels: str


@dataclass(frozen=True)
class Group:
    prerequisite: Prerequisite
    lines: tuple[IndicatorLine, ...]


class InstrumentPage(PermissionView, TemplateView):
    permission = Permission.INSTRUMENT_VIEW
    template_name = "prasyarat/instruments/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = current_instrument(self.actor.region)
        groups = groups_of(found) if found else ()
        return super().get_context_data(instrument=found, groups=groups, **kwargs)


def groups_of(instrument: Instrument) -> tuple[Group, ...]:
    rows = instrument.prerequisites.order_by("order").prefetch_related(
        Prefetch("indicators", Indicator.objects.order_by("order"))
    )
    return tuple(
        Group(
            prerequisite,
            tuple(
                IndicatorLine(one, words.scores(one), words.levels(one))
                for one in prerequisite.indicators.all()
            ),
        )
        for prerequisite in rows
    )
