"""The second shipped instrument says what its list says, row by row and in its order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from prasyarat.instruments.loading import read_instrument
from tests.prasyarat.shipped import DATA

LISTED = Path(__file__).with_name("apel_indikator.csv")
TYPES = {
    "ya/tidak": "YN",
    "pilihan": "YNP",
    "jumlah OPD": "N",
    "jumlah": "N",
    "angka": "N",
    "persen": "PCT",
}
UNITS = {"rupiah": "Rp"}
UNPROVEN = {"-": "TIPIKAL"}

with LISTED.open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
INSTRUMENT = read_instrument(DATA / "daftar_rujukan_evaluasi_v1.json")
ITEMS = {item.code: item for item in INSTRUMENT.indicators}
LABELS = {p.code: (str(p.order), p.label) for p in INSTRUMENT.prerequisites}


def test_every_row_of_the_list_is_there_in_its_order_and_no_other():
    assert list(ITEMS) == [row["kode"] for row in ROWS]
    assert len(ROWS) == 42


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kode"])
def test_an_item_says_what_its_row_says(row):
    item = ITEMS[row["kode"]]
    rule = item.rule
    assert item.text == row["indikator"]
    assert LABELS[rule.prerequisite] == (row["prasyarat_no"], row["prasyarat"])
    assert item.evidence == row["bukti_dukung"]
    assert UNPROVEN.get(row["sumber_id"], row["sumber_id"]) in item.basis
    # The list names no weights: each item counts alike.
    assert "bobot" not in row
    assert (rule.weight, rule.max) == (1, 1)
    kind, _, more = row["bentuk_isian"].partition(" + ")
    kind, _, choices = kind.partition(" (")
    assert rule.answer_type == TYPES[kind]
    # What is asked beside yes or no is asked in words.
    assert bool(rule.text_label) == bool(more)
    if choices:
        offered = [choice.label.lower() for choice in rule.choices]
        assert offered == choices.rstrip(")").split("/")[::-1]
    if rule.answer_type == "N":
        assert rule.unit == UNITS.get(row["satuan"], row["satuan"])
    if rule.answer_type == "PCT":
        assert row["satuan"] == "%"
        assert item.numerator_label
        assert item.denominator_label
