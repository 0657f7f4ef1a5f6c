"""A table of a region with its supplier, and the categories its breakdowns have there."""

from __future__ import annotations

from focal_points.opd.models import Opd
from prasyarat.gender_data.definitions import KECAMATAN, MAIN, Axis, Category, Table
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import TableDuty
from prasyarat.gender_data.rights import Place
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


def place_of(region: Region, code: str) -> Place | None:
    table = catalogue().by_code.get(code)
    if table is None:
        return None
    duty = (
        TableDuty.objects.filter(region=region, table=code)
        .select_related("opd")
        .first()
    )
    return Place(region, table, duty)


def places_of(region: Region) -> dict[str, Place]:
    """Every table of the catalogue, in its order."""
    rows = TableDuty.objects.filter(region=region).select_related("opd")
    duties = {duty.table: duty for duty in rows}
    return {
        table.code: Place(region, table, duties.get(table.code))
        for table in catalogue().tables
    }


def kecamatan_of(region: Region) -> tuple[Category, ...]:
    """The kecamatan among the region's offices; their kind is typed freely."""
    rows = Opd.objects.filter(region=region, kind__iexact=KECAMATAN).existing_on(
        today()
    )
    return tuple(
        Category(f"opd-{pk}", name.removeprefix("Kecamatan "))
        for pk, name in rows.order_by("name", "pk").values_list("pk", "name")
    )


def axes_of(table: Table, kecamatan: tuple[Category, ...]) -> list[Axis]:
    """The table's own rows first, then each breakdown that has categories here."""
    found = [Axis(MAIN, "", table.rows)]
    for axis in table.axes:
        categories = kecamatan if axis.is_of_region else axis.categories
        if categories:
            found.append(Axis(axis.code, axis.label, categories))
    return found


def region_axes(region: Region, table: Table) -> list[Axis]:
    asks = any(axis.is_of_region for axis in table.axes)
    return axes_of(table, kecamatan_of(region) if asks else ())
