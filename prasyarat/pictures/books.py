"""The books of several regions under several instruments, all read at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from django.db.models import Prefetch

from prasyarat.assessments.book import Book
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import level_of
from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.stored import rules_of
from prasyarat.rules import asked_at
from prasyarat.scoring_methods import Method
from pug_portal.regions.models import Region

Row = TypeVar("Row", Answer, PortalFigure)
Key = tuple[int, int]  # region, instrument
INSTRUMENT = "indicator__prerequisite__instrument"


def books_of(
    regions: Sequence[Region], instruments: Iterable[Instrument], until: dt.date
) -> dict[int, dict[int, Book]]:
    """By region, then by instrument: as `region_books` reads them one region at a time."""
    asked = {instrument.pk: instrument for instrument in instruments}
    wanted = {
        "region__in": [region.pk for region in regions],
        f"{INSTRUMENT}__in": list(asked),
    }
    answers = _grouped(
        Answer.objects.filter(**wanted, opd=None, as_of__lte=until)
        .select_related("indicator__prerequisite")
        .prefetch_related(Prefetch("evidence", Evidence.objects.select_related("file")))
        .order_by("as_of", "pk")
    )
    figures = _grouped(
        PortalFigure.objects.filter(**wanted, opd=None, as_of__lte=until)
        .select_related("indicator__prerequisite")
        .order_by("as_of", "pk")
    )
    targets = _targets(wanted)
    return {
        region.pk: {
            pk: Book(
                asked_at(rules_of(instrument), level_of(region)),
                tuple(answers.get((region.pk, pk), ())),
                targets.get((region.pk, pk), {}),
                Method(instrument.method),
                tuple(figures.get((region.pk, pk), ())),
            )
            for pk, instrument in asked.items()
        }
        for region in regions
    }


def _grouped(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        key = row.region_id, row.indicator.prerequisite.instrument_id
        found.setdefault(key, []).append(row)
    return found


def _targets(wanted: dict[str, list[int]]) -> dict[Key, dict[str, Decimal]]:
    rows = RegionTarget.objects.filter(**wanted)
    found: dict[Key, dict[str, Decimal]] = {}
    for region, instrument, code, target in rows.values_list(
        "region", INSTRUMENT, "indicator__code", "target"
    ):
        found.setdefault((region, instrument), {})[code] = target
    return found
