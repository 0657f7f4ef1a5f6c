"""Publishes an instrument file. May run again at any time."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prasyarat.instruments.actions import (
    load_instrument,
    load_mappings,
    load_shipped,
)
from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.loading import (
    InstrumentFileError,
    read_instrument,
    read_json,
)
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.publishing import code_of
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal

DATA = Path(__file__).resolve().parents[2] / "data"
# The first one is the one in use until an administrator chooses another.
SHIPPED = (
    DATA / "daftar_periksa_internal_v1.json",
    DATA / "daftar_rujukan_evaluasi_v1.json",
    DATA / "varian_tiga_prasyarat_v1.json",
)
MAPPINGS = DATA / "pemetaan.json"


class Command(BaseCommand):
    help = "Terbitkan instrumen penilaian dari berkas JSON (boleh diulang)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "berkas",
            nargs="?",
            type=Path,
            help="berkas instrumen; tanpa ini, yang dikirim bersama portal",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        asked = options["berkas"]
        try:
            if asked:
                data = read_instrument(asked)
                self.tell(load_instrument(data=data, by=SYSTEM), data)
            else:
                self.load_all()
        except InstrumentFileError as error:
            raise CommandError(f"Berkas ditolak:\n{error}") from error
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal

    def load_all(self) -> None:
        stored_as = {}
        for path in SHIPPED:
            data = read_instrument(path)
            loaded = load_shipped(data=data, by=SYSTEM)
            stored_as[code_of(data)] = loaded.instrument.code
            if loaded.warning:
                self.stderr.write(self.style.WARNING(f"Perhatian: {loaded.warning}"))
            self.tell(loaded.instrument, data)
        load_mappings(mappings=read_json(MAPPINGS), stored_as=stored_as, by=SYSTEM)

    def tell(self, instrument: Instrument, data: InstrumentData) -> None:
        told = f"{instrument.name}: {len(data.indicators)} indikator siap."
        self.stdout.write(told)
