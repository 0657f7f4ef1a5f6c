"""The file of table definitions: read strictly, every fault named."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from prasyarat.gender_data.loading import SHIPPED, catalogue, read_catalogue
from prasyarat.instruments.loading import InstrumentFileError


@pytest.fixture
def file(tmp_path):
    raw = json.loads(SHIPPED.read_text(encoding="utf-8"))

    def write(change):
        change(raw)
        target = tmp_path / "tabel.json"
        target.write_text(json.dumps(raw), encoding="utf-8")
        return target

    return write


def test_the_shipped_file_covers_every_domain():
    found = catalogue()

    assert len(found.domains) == 9
    assert all(found.of_domain(domain) for domain in found.domains)
    assert len(found.by_code) == len(found.tables) == 36
    assert found.hidden_below == 3


def test_a_new_table_needs_no_code(file):
    def change(raw):
        raw["tables"].append({**raw["tables"][0], "code": "DUK-9", "title": "Baru"})

    assert read_catalogue(file(change)).by_code["DUK-9"].title == "Baru"


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("code", "duk 1", "code harus seperti KES-2"),
        ("code", "DUK-2", "DUK-2 tertulis lebih dari sekali"),
        ("domain", "XXX", "domain «XXX» tidak dikenal"),
        ("rows", "bulan", "rows «bulan» tidak dikenal"),
        ("axes", ["suku"], "axes memuat «suku»"),
        ("kind", "persen", "kind «persen» tidak dikenal"),
        ("sexes", "L", "sexes «L» tidak dikenal"),
        ("due", "02-30", "due harus bulan dan tanggal"),
        ("public_office", "ya", "public_office harus true atau false"),
        ("kind", "angka", "tidak punya axes"),
        ("judul", "x", "kolom «judul» tidak dikenal"),
    ],
)
def test_a_broken_definition_is_refused_by_name(file, key, value, sentence):
    with pytest.raises(InstrumentFileError, match=sentence):
        read_catalogue(file(lambda raw: raw["tables"][0].update({key: value})))


def test_the_owed_year_begins_after_its_day():
    table = catalogue().by_code["KEK-1"]

    assert table.due_on(2019) == dt.date(2020, 3, 31)
    assert table.owed_year(dt.date(2020, 3, 31)) == 2018
    assert table.owed_year(dt.date(2020, 4, 1)) == 2019
