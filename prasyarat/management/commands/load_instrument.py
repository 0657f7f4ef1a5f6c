"""Publishes an instrument file. May run again at any time."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prasyarat.instruments.actions import load_instrument
from prasyarat.instruments.loading import InstrumentFileError, read_instrument
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal

SHIPPED = Path(__file__).resolve().parents[2] / "data/daftar_periksa_internal_v1.json"


class Command(BaseCommand):
    help = "Terbitkan instrumen penilaian dari berkas JSON (boleh diulang)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "berkas",
            nargs="?",
            type=Path,
            default=SHIPPED,
            help="berkas instrumen; tanpa ini, Daftar Periksa Internal v1",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = read_instrument(options["berkas"])
            instrument = load_instrument(data=data, by=SYSTEM)
        except InstrumentFileError as error:
            raise CommandError(f"Berkas ditolak:\n{error}") from error
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stdout.write(f"{instrument.name}: {len(data.indicators)} indikator siap.")
