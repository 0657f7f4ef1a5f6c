"""GAP → GBS → KAK without retyping: each prefilled field is counted."""

from __future__ import annotations

import pytest

from focal_points.pprg import actions
from focal_points.pprg.gbs import GBS, KAK
from focal_points.pprg.prefill import gbs_from, kak_from
from tests.make import pprg as make

HEAD = {
    "signatory_place": "Blora",
    "signatory_title": "Kepala Dinas Kesehatan",
    "signatory_name": "Hasan Basri",
    "signatory_rank": "Pembina",
    "signatory_nip": "197001012000011001",
}


def test_a_gbs_is_filled_from_its_gap_and_a_kak_from_both():
    gbs = gbs_from(make.GAP9, HEAD)
    whole = {**gbs.content, "activity_budget": 412_500_000}
    kak = kak_from(make.GAP9, whole, "Dinas Kesehatan")

    assert len(GBS.fields) == 22
    assert sorted(gbs.origins.values()) == ["GAP"] * 12 + ["daftar pejabat"] * 5
    assert gbs.content["situation_data"].endswith(
        "Peserta kelas ibu hamil: L 12, P 88 (2025)"
    )
    assert [row["name"] for row in gbs.content["actions"]] == [
        "Pelatihan petugas",
        "Kelas suami siaga",
    ]
    assert gbs.content["outcome_target"] == "10 puskesmas\n40%"
    assert len(KAK.fields) == 20
    assert len(kak.origins) == 15
    assert kak.content["cost"] == 412_500_000
    assert "Penyebab internal: Petugas belum dilatih" in kak.content["overview"]


def test_whatever_is_filled_has_a_place_in_its_form():
    gbs = gbs_from(make.GAP9, HEAD)

    assert gbs.content.keys() <= GBS.fields.keys()
    assert (
        kak_from(make.GAP9, gbs.content, "Dinkes").content.keys() <= KAK.fields.keys()
    )


def test_four_steps_fill_a_gbs_too():
    gbs = gbs_from(make.GAP4, {})

    assert gbs.content["situation_access"] == "Jadwal pagi\nLokasi jauh"
    assert gbs.content["outcome_benchmark"] == "Suami terlibat"
    assert len(gbs.content["actions"]) == 2


@pytest.fixture
def chain(world):
    gap = make.filled_gap(world.dinkes, world.ratih)
    return gap, actions.derive(source=gap, by=world.ratih)


def test_a_second_click_opens_the_same_gbs(world, chain):
    gap, gbs = chain

    assert actions.derive(source=gap, by=world.ratih) == gbs
    assert gbs.source == gap
    assert gbs.prefilled["program"] == "GAP"


@pytest.mark.slow
def test_what_somebody_wrote_is_no_longer_marked_and_never_taken_over(world, chain):
    gap, gbs = chain
    gbs = make.fill(gbs, world.ratih, {"program": "Program lain"})
    make.fill(gap, world.ratih, {"policy": "Program baru", "objective": "Tujuan baru"})

    gbs.refresh_from_db()
    fresh = actions.refill(document=gbs, by=world.ratih)

    assert "program" not in fresh.prefilled
    assert fresh.content["program"] == "Program lain"
    assert fresh.content["program_objective"] == "Tujuan baru"
