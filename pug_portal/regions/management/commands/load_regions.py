"""Loads regions and their published gender indices. May run again at any time."""

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from pug_portal.lib.numbers import angka
from pug_portal.regions.indices.loading import load_indices
from pug_portal.regions.models import Level, Region, RegionMove, Zone

DATA = Path(__file__).resolve().parents[2] / "data" / "wilayah.csv"

# Kepres 41/1987: provinces by two-digit code; all others are WIB.
WITA_PROVINCES = frozenset(
    {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
)
WIT_PROVINCES = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


def zone_of(code: str) -> Zone:
    province = code[:2]
    if province in WITA_PROVINCES:
        return Zone.WITA
    return Zone.WIT if province in WIT_PROVINCES else Zone.WIB


class Command(BaseCommand):
    help = "Muat daerah dan indeks gendernya dari berkas data (boleh diulang)."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        root, _ = Region.objects.update_or_create(
            code="00",
            defaults={
                "name": "Republik Indonesia",
                "short_name": "Indonesia",
                "level": Level.NATION,
                "path": "00",
            },
        )
        with DATA.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        known = {region.code: region for region in Region.objects.all()}
        # The file may still know a region by the code it had before it moved.
        self.moved = dict(
            RegionMove.objects.done().values_list("old_code", "region__code")
        )
        for level_rows, parent_of in (
            ([r for r in rows if r["jenis"] == "provinsi"], lambda r: root),
            (
                [r for r in rows if r["jenis"] != "provinsi"],
                lambda r: known[r["kode_provinsi"]],
            ),
        ):
            for row in level_rows:
                known[row["kode"]] = self._save(row, parent_of(row), known)
        values = load_indices({code: region.pk for code, region in known.items()})
        self.stdout.write(
            f"{angka(len({each.pk for each in known.values()}))} daerah dan {angka(values)} nilai indeks siap."
        )

    def _save(
        self, row: dict[str, str], parent: Region, known: dict[str, Region]
    ) -> Region:
        code = row["kode"]
        names = {"name": row["nama"], "short_name": row["nama_pendek"]}
        facts: dict[str, Any] = {**names, "level": row["jenis"]}
        if code in self.moved and code not in known:
            # Its place was settled on the day of the move.
            region = known[self.moved[code]]
        else:
            region = known.get(code) or Region(code=code, zone=zone_of(code))
            facts |= {"parent": parent, "path": f"{parent.path}.{code[-2:]}"}
        changed = region.pk is None or any(
            getattr(region, name) != value for name, value in facts.items()
        )
        if changed:
            for name, value in facts.items():
                setattr(region, name, value)
            region.save()
        return region
