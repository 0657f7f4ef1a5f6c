"""What the sex-disaggregated tables tell the indicators, each with its source and year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.urls import reverse

from focal_points.opd.queries import active_on
from prasyarat import facts
from prasyarat.facts import Fact, Provider
from prasyarat.gender_data.definitions import MAIN
from prasyarat.gender_data.models import HANDED_IN, TableYear
from prasyarat.gender_data.queries import figures_of, standings
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

OFFICIALS, COUNCIL = "POL-2", "POL-1"
ECHELONS = {
    facts.WOMEN_ECHELON_2: "ii",
    facts.WOMEN_ECHELON_3: "iii",
    facts.WOMEN_ECHELON_4: "iv",
}


def women_share(region: Region, on: dt.date, table: str, category: str) -> Fact | None:
    """Of the newest verified table; `category` empty: of all its rows."""
    row = (
        TableYear.objects.published()
        .filter(region=region, table=table, year__lte=on.year)
        .order_by("-year")
        .first()
    )
    if row is None:
        return None
    pairs = [
        pair
        for (axis, code), pair in figures_of([row])[row.pk].items()
        if axis == MAIN and category in ("", code)
    ]
    known = [
        (men, women) for men, women in pairs if men is not None and women is not None
    ]
    women = sum((w for _, w in known), Decimal(0))
    people = sum((m + w for m, w in known), Decimal(0))
    if not people or len(known) < len(pairs):
        return None
    return Fact(
        f"{women:.0f} perempuan dari {people:.0f} orang menurut tabel {table} "
        f"«{row.title}» tahun {row.year} (sumber: {row.source or row.supplier}), "
        f"dibaca {tanggal(on)}.",
        value=women,
        denominator=people,
        url=reverse("gender-table", kwargs={"kode": table}),
    )


def opd_with_data(region: Region, on: dt.date) -> Fact | None:
    """OPD that supply tables and owe none, of all active ones."""
    rows = [row for row in standings(region) if row.place.opd_id is not None]
    if not rows:
        return None
    suppliers = {row.place.opd_id for row in rows}
    late = {row.place.opd_id for row in rows if row.is_late}
    offices = set(active_on(region, on).values_list("pk", flat=True))
    if not offices:
        return None
    done = (suppliers - late) & offices
    return Fact(
        f"{len(done)} dari {len(offices)} {region.opd_word} sudah memutakhirkan semua tabel "
        f"terpilah yang jatuh tempo; {len(late & offices)} terlambat, per {tanggal(on)}.",
        value=Decimal(len(done)),
        denominator=Decimal(len(offices)),
        url=reverse("gender-data"),
    )


def tables_of_opd(region: Region, on: dt.date) -> Mapping[int, Fact]:
    """Tables an OPD supplies and of which a year was handed in."""
    found: dict[int, int] = {}
    for row in standings(region):
        opd_id = row.place.opd_id
        if opd_id and any(year.state in HANDED_IN for year in row.years.values()):
            found[opd_id] = found.get(opd_id, 0) + 1
    return {
        opd_id: Fact(
            f"{count} tabel terpilah sudah diserahkan menurut halaman Data terpilah per "
            f"{tanggal(on)}.",
            value=Decimal(count),
            documented=True,
            url=reverse("gender-data"),
        )
        for opd_id, count in found.items()
    }


def _of_echelon(category: str) -> Provider:
    return lambda region, on: women_share(region, on, OFFICIALS, category)


def register() -> None:
    for name, category in ECHELONS.items():
        facts.register(name, _of_echelon(category))
    facts.register(
        facts.WOMEN_IN_COUNCIL,
        lambda region, on: women_share(region, on, COUNCIL, ""),
    )
    facts.register(facts.OPD_WITH_DATA, opd_with_data)
    facts.register_by_opd(facts.TABLES_OF_OPD, tables_of_opd)
