"""Beranda: what is due today, per role."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import pokja as make_pokja
from tests.make import progress as make
from tests.make import regulations as make_regulations

HOME = "/"


def text(client) -> str:
    response = client.get(HOME)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.slow
def test_the_sekretariat_sees_what_waits_and_the_standing(world, client_of, clock):
    clock(make.WITHIN)
    make.progress_at("diajukan", opd=world.dinkes, filler=world.ratih)

    page = text(client_of(world.siti))

    assert "Perlu tindakan Anda" in page
    assert reverse("progress-queue") in page
    assert "Laporan kemajuan 4 OPD" in page


def test_a_focal_point_sees_one_clear_task(world, client_of, clock):
    clock(make.WITHIN)
    make.period(world.blora)

    page = text(client_of(world.ratih))

    assert "Yang perlu Anda kerjakan" in page
    assert "Isi laporan kemajuan Semester II 2020" in page
    assert "tenggat 31 Januari 2021" in page


@pytest.mark.slow
def test_missing_decrees_are_told_to_the_sekretariat(world, client_of):
    page = text(client_of(world.siti))

    assert "SK yang berlaku belum lengkap" in page


@pytest.mark.slow
def test_a_decree_that_ends_soon_is_told(world, client_of, clock):
    make_pokja.decree_at(world, "kedaluwarsa")
    clock("2020-12-01")

    assert "berakhir dalam 30 hari" in text(client_of(world.siti))


@pytest.mark.slow
def test_a_named_member_who_moved_is_told(world, client_of, clock):
    clock("2020-12-01")
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Agus Prasetyo")
    make_pokja.member(
        world,
        make_pokja.decree(world),
        office=office,
        position="",
        name="Rina Hapsari",
        sex="P",
    )

    assert "1 anggota yang disebut dalam SK sudah mutasi" in text(client_of(world.siti))


@pytest.mark.slow
def test_a_late_follow_up_of_a_produk_hukum_is_told(world, client_of, clock):
    clock("2021-02-01")
    make_regulations.follow_up(world, make_regulations.regulation(world))

    for who in (world.siti, world.joko):
        assert "tindak lanjut produk hukum melewati" in text(client_of(who))


@pytest.mark.slow
def test_an_opd_without_focal_point_is_told(world, client_of):
    assert "belum punya focal point" in text(client_of(world.siti))


def test_a_viewer_sees_no_self_assessed_score(world, client_of):
    assert "Mandiri" not in text(client_of(world.wati))


def test_the_administrator_sees_his_work(world, client_of):
    assert reverse("account-list") in text(client_of(world.admin))


@pytest.mark.parametrize("who", ["siti", "joko", "wati", "yusuf", "prov"])
def test_every_desk_has_a_home_without_any_data(world, client_of, who):
    assert text(client_of(world.everyone()[who]))


@pytest.mark.slow
def test_home_asks_the_same_number_of_queries_at_4_and_at_40_opd(
    world, client_of, clock
):
    clock(make.WITHIN)
    make.progress_at("diajukan", opd=world.dinkes, filler=world.ratih)
    client = client_of(world.siti)
    few = queries_of(client, reverse("beranda"))
    for number in range(36):
        make_fp.opd(world.blora, f"Dinas {number}")

    assert queries_of(client, reverse("beranda")) == few <= 12
