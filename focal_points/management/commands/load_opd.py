"""Loads the OPD of one region from its own list, the common list, or a given file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from focal_points.opd.loading import load_opd
from pug_portal.access.actor import SYSTEM
from pug_portal.regions.models import Region


class Command(BaseCommand):
    help = "Muat daftar OPD satu daerah dari CSV (boleh diulang)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--region", required=True, help="kode Kemendagri: 33.16")
        parser.add_argument("--file", type=Path, help="CSV lain dengan kolom yang sama")

    def handle(self, *args: Any, **options: Any) -> None:
        region = Region.objects.filter(code=options["region"]).first()
        if region is None:
            raise CommandError(
                f"Daerah {options['region']} belum ada. Jalankan load_regions dahulu."
            )
        file: Path | None = options["file"]
        if file and not file.exists():
            raise CommandError(f"Berkas {file} tidak ada.")
        loaded = load_opd(region=region, by=SYSTEM, file=file)
        self.stdout.write(
            f"{region}: {loaded.added} OPD ditambah, {loaded.kept} sudah ada."
        )
