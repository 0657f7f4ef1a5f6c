"""Index values of the cast's regions, as BPS published them; made for the tests."""

from __future__ import annotations

from decimal import Decimal

from pug_portal.regions.models import Index, IndexValue, Region


def index_values(
    region: Region,
    index: Index,
    values: dict[int, str],
    *,
    method: str = "",
    source: str = "BPS",
) -> None:
    IndexValue.objects.bulk_create(
        IndexValue(
            region=region,
            index=index,
            year=year,
            method=method,
            value=Decimal(value),
            source=source,
        )
        for year, value in values.items()
    )


def ipg_of_three_levels(world) -> None:
    old = {"method": "UHH lama", "source": "BPS, tabel IPG"}
    index_values(
        world.blora,
        Index.IPG,
        {2018: "83.79", 2019: "83.96", 2020: "83.88", 2021: "84.59"},
        **old,
    )
    index_values(world.province, Index.IPG, {2020: "92.18", 2021: "92.48"}, **old)
    index_values(world.nation, Index.IPG, {2020: "91.06"}, **old)
