"""The shipped index values come in once, and are mended where they were changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError

from pug_portal.regions.indices import loading
from pug_portal.regions.indices.loading import load_indices
from pug_portal.regions.models import Index, IndexValue

HEAD = "kode_wilayah,nama_wilayah,jenis_wilayah,indeks,tahun,nilai,metode,sumber_id,nama_di_sumber\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two small files in place of the shipped ones; call it again to change the values."""
    monkeypatch.setattr(loading, "DATA", tmp_path)
    (tmp_path / "indeks_gender_sumber.csv").write_text(
        'sumber_id,sebutan\nS01,"BPS, tabel IPG"\n'
    )

    def write(*rows: str) -> None:
        lines = "".join(f"{row}\n" for row in rows)
        (tmp_path / "indeks_gender.csv").write_text(HEAD + lines)

    return write


BLORA = "33.16,Kabupaten Blora,kabupaten,IPG,2020,83.88,UHH lama,S01,Blora"
NATION = "00,Indonesia,nasional,IKG,2020,0.472,-,S01,Indonesia"


def ids(world) -> dict[str, int]:
    return {region.code: region.pk for region in (world.nation, world.blora)}


def test_values_carry_year_method_and_source(world, files):
    files(BLORA, NATION)

    assert load_indices(ids(world)) == 2

    value = IndexValue.objects.get(region=world.blora)
    assert (value.index, value.year, value.method) == (Index.IPG, 2020, "UHH lama")
    assert (value.value, value.source) == (Decimal("83.880"), "BPS, tabel IPG")
    assert IndexValue.objects.get(region=world.nation).method == ""


def test_a_second_run_writes_nothing(world, files, django_assert_num_queries):
    files(BLORA, NATION)
    load_indices(ids(world))
    before = list(IndexValue.objects.values_list("pk", "value"))

    with django_assert_num_queries(1):
        load_indices(ids(world))

    assert list(IndexValue.objects.values_list("pk", "value")) == before


def test_a_corrected_file_corrects_the_value_in_its_place(world, files):
    files(BLORA)
    load_indices(ids(world))
    files(BLORA.replace("83.88", "83.90"))

    load_indices(ids(world))

    assert IndexValue.objects.get().value == Decimal("83.900")


def test_what_the_file_does_not_know_stays(world, files):
    own = IndexValue.objects.create(
        region=world.blora, index=Index.IPM, year=2020, value=Decimal(69), source="BPS"
    )
    files(BLORA)

    load_indices(ids(world))

    assert IndexValue.objects.filter(pk=own.pk).exists()


def test_a_region_that_does_not_exist_is_not_passed_over(world, files):
    files(BLORA.replace("33.16", "99.99"))

    with pytest.raises(KeyError):
        load_indices(ids(world))


def test_one_value_per_region_index_year_and_method(world):
    def add(method: str) -> None:
        IndexValue.objects.create(
            region=world.blora,
            index=Index.IPG,
            year=2021,
            method=method,
            value=Decimal("84.59"),
            source="BPS",
        )

    add("UHH lama")
    add("UHH LF SP2020")
    with pytest.raises(IntegrityError):
        add("UHH lama")


def test_every_shipped_value_names_its_source_and_is_in_bounds():
    rows = loading._rows("indeks_gender")
    cited = {row["sumber_id"] for row in loading._rows("indeks_gender_sumber")}
    keys = {
        (row["kode_wilayah"], row["indeks"], row["tahun"], row["metode"])
        for row in rows
    }

    assert len(keys) == len(rows) == 12_471
    assert {row["sumber_id"] for row in rows} == cited
    assert {row["indeks"] for row in rows} == {"IPG", "IDG", "IKG"}
    for row in rows:
        assert 0 <= Decimal(row["nilai"]) <= (1 if row["indeks"] == "IKG" else 100)
