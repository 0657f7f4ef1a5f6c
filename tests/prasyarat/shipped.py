"""The files the product ships, read once for all tests."""

from pathlib import Path

import prasyarat
from prasyarat.instruments.example import read_example
from prasyarat.instruments.loading import read_instrument

DATA = Path(prasyarat.__file__).parent / "data"
INSTRUMENT_FILE = DATA / "daftar_periksa_internal_v1.json"
BLORA_FILE = DATA / "contoh_blora_2020.json"

INSTRUMENT = read_instrument(INSTRUMENT_FILE)
RULES = {rule.code: rule for rule in INSTRUMENT.rules}
BLORA = read_example(BLORA_FILE, INSTRUMENT)
