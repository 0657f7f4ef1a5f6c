"""Brings the shipped index values into the database; writes only what is not there."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from pug_portal.regions.indices.models import IndexValue

DATA = Path(__file__).resolve().parents[1] / "data"
# In the file a dash stands where an index knows only one method.
NO_METHOD = "-"

Key = tuple[int, str, int, str]
Said = tuple[Decimal, str]


def load_indices(region_ids: dict[str, int]) -> int:
    """How many values the file has. `region_ids`: primary key by code."""
    shipped = _shipped(region_ids)
    stored = {
        (region, index, year, method): (value, source)
        for region, index, year, method, value, source in IndexValue.objects.order_by()
        .filter(region__in=region_ids.values())
        .values_list("region", "index", "year", "method", "value", "source")
    }
    IndexValue.objects.bulk_create(
        [
            IndexValue(
                region_id=region,
                index=index,
                year=year,
                method=method,
                value=said[0],
                source=said[1],
            )
            for (region, index, year, method), said in shipped.items()
            if stored.get((region, index, year, method)) != said
        ],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["region", "index", "year", "method"],
        update_fields=["value", "source", "is_entered"],
    )
    return len(shipped)


def _shipped(region_ids: dict[str, int]) -> dict[Key, Said]:
    cited = {row["sumber_id"]: row["sebutan"] for row in _rows("indeks_gender_sumber")}
    return {
        (
            region_ids[row["kode_wilayah"]],
            row["indeks"],
            int(row["tahun"]),
            "" if row["metode"] == NO_METHOD else row["metode"],
        ): (Decimal(row["nilai"]), cited[row["sumber_id"]])
        for row in _rows("indeks_gender")
    }


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
