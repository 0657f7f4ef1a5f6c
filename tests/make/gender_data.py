"""Tables of the sex-disaggregated data, brought to a state through the real actions."""

from __future__ import annotations

from decimal import Decimal

from focal_points.opd.models import Opd
from prasyarat.gender_data.actions import save_table, submit_table
from prasyarat.gender_data.duty_actions import assign_table
from prasyarat.gender_data.judge_actions import verify_table
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.places import place_of
from prasyarat.gender_data.rights import Place
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.regions.models import Region

# A table of six rows with breakdowns, and one that knows women alone.
TABLE, WOMEN_ONLY = "KEK-1", "KES-2"
SOURCE = "SIMFONI PPA (contoh)"


def place(region: Region, code: str = TABLE) -> Place:
    found = place_of(region, code)
    assert found is not None
    return found


def supplied(region: Region, opd: Opd, code: str = TABLE) -> Place:
    """The table with its supplier."""
    table = place(region, code).table
    assign_table(region=region, table=table, opd=opd, institution="", by=SYSTEM)
    return place(region, code)


def pairs(place: Place, *told: tuple[int | None, int | None], axis: str = ""):
    """L and P for the first categories of the table's rows; the others stay unknown."""
    categories = place.table.rows
    if axis:
        categories = next(a for a in place.table.axes if a.code == axis).categories
    return {
        (axis, category.code): tuple(
            None if value is None else Decimal(value) for value in pair
        )
        for category, pair in zip(categories, told, strict=False)
    }


def saved(place: Place, by: Actor, *told, year: int = 2019, **facts) -> TableYear:
    given = {"source": SOURCE, "note": "", **facts}
    figures = given.pop("figures", None) or pairs(place, *(told or ((5, 12), (4, 9))))
    return save_table(place=place, year=year, figures=figures, by=by, **given)


def sent(place: Place, by: Actor, *told, year: int = 2019, **facts) -> TableYear:
    row = saved(place, by, *told, year=year, **facts)
    return submit_table(row=row, place=place, by=by)


def verified(
    place: Place, by: Actor, judge: Actor, *told, year: int = 2019, **facts
) -> TableYear:
    row = sent(place, by, *told, year=year, **facts)
    return verify_table(row=row, place=place, by=judge)
