"""The shipped lists of OPD."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from focal_points.opd.loading import load_opd, tag_for
from focal_points.opd.models import Opd, OpdTag
from focal_points.opd.queries import active_on
from pug_portal.access.actor import SYSTEM
from pug_portal.regions.models import Level
from tests.make.pug_portal import region

DAY = dt.date(2020, 12, 31)


@pytest.fixture
def nation(db):
    return region("00", "Republik Indonesia", Level.NATION, None)


@pytest.fixture
def blora(nation):
    province = region("33", "Provinsi Jawa Tengah", Level.PROVINCE, nation)
    return region("33.16", "Kabupaten Blora", Level.REGENCY, province)


@pytest.fixture
def banjarbaru(nation):
    province = region("63", "Provinsi Kalimantan Selatan", Level.PROVINCE, nation)
    return region("63.72", "Kota Banjarbaru", Level.CITY, province)


def test_blora_has_26_offices_that_report_and_16_kecamatan_that_do_not(blora):
    load_opd(region=blora, by=SYSTEM)

    assert active_on(blora, DAY).count() == 26
    off = Opd.objects.filter(region=blora, takes_part=False)
    assert {opd.kind for opd in off} == {"kecamatan"}
    assert off.count() == 16


def test_the_three_guesses_of_blora_are_marked(blora):
    load_opd(region=blora, by=SYSTEM)

    guesses = Opd.objects.filter(is_guess=True)
    assert [opd.short_name for opd in guesses] == ["Disdik", "DPK", "Inspektorat"]
    assert all(opd.note.startswith("Dugaan:") for opd in guesses)


@pytest.mark.parametrize(
    ("tag", "offices"),
    [
        (OpdTag.PPPA, ["Dinsos P3A"]),
        (OpdTag.PLANNING, ["Bappeda"]),
        (OpdTag.FINANCE, ["BPPKAD"]),
        (OpdTag.INSPECTORATE, ["Inspektorat"]),
    ],
)
def test_the_tasks_of_blora_follow_from_the_affairs(blora, tag, offices):
    load_opd(region=blora, by=SYSTEM)

    found = Opd.objects.filter(tag=tag).values_list("short_name", flat=True)
    assert list(found) == offices


@pytest.mark.parametrize(
    ("affairs", "tag"),
    [
        ("1.06;2.08", OpdTag.PPPA),
        ("5.01;5.05", OpdTag.PLANNING),
        ("5.02", OpdTag.FINANCE),
        ("6.01", OpdTag.INSPECTORATE),
        ("5.01; 2.08", OpdTag.PPPA),
        ("1.02", OpdTag.OTHER),
        ("", OpdTag.OTHER),
    ],
)
def test_a_task_follows_from_the_codes_of_the_affairs(affairs, tag):
    assert tag_for(affairs) == tag


def test_banjarbaru_gets_the_newer_list_only(banjarbaru):
    load_opd(region=banjarbaru, by=SYSTEM)

    today = active_on(banjarbaru, dt.date(2026, 11, 22))
    assert today.count() == 27
    assert not Opd.objects.filter(name__startswith="Bagian").exists()


def test_the_womens_office_of_banjarbaru_bears_its_old_name_in_2024(banjarbaru):
    load_opd(region=banjarbaru, by=SYSTEM)

    def name_on(day: dt.date) -> str:
        return active_on(banjarbaru, day).get(tag=OpdTag.PPPA).short_name

    assert name_on(dt.date(2024, 12, 9)) == "DP2KBPMP2A"
    assert name_on(dt.date(2025, 1, 1)) == "DP3AKB"
    assert active_on(banjarbaru, dt.date(2024, 12, 9)).count() == 27


@pytest.mark.slow
def test_a_region_without_a_list_of_its_own_gets_the_common_names_as_guesses(nation):
    province = region("36", "Provinsi Banten", Level.PROVINCE, nation)
    city = region("36.74", "Kota Tangerang Selatan", Level.CITY, province)

    load_opd(region=city, by=SYSTEM)
    load_opd(region=province, by=SYSTEM)

    assert Opd.objects.filter(region=city).count() == 37
    assert not Opd.objects.filter(region=city, is_guess=False).exists()
    # Forestry and mining belong to the province alone.
    assert Opd.objects.filter(region=province).count() == 39


@pytest.mark.slow
def test_loading_twice_changes_nothing_that_the_region_has_mended(blora):
    load_opd(region=blora, by=SYSTEM)
    Opd.objects.filter(short_name="Dinkes").update(short_name="Dinkesda")

    again = load_opd(region=blora, by=SYSTEM)

    assert (again.added, again.kept) == (0, 42)
    assert Opd.objects.filter(short_name="Dinkesda").exists()


def test_the_command_tells_what_it_did(blora, capsys):
    call_command("load_opd", region="33.16")

    assert "42 OPD ditambah, 0 sudah ada" in capsys.readouterr().out


def test_the_command_reads_another_file(blora, tmp_path, capsys):
    file = tmp_path / "daftar.csv"
    file.write_text(
        "nama,singkatan,jenis,bidang_urusan,status_data,catatan\n"
        "Dinas Contoh,Discontoh,dinas,2.08,nyata,\n",
        encoding="utf-8",
    )

    call_command("load_opd", region="33.16", file=file)

    assert Opd.objects.get().tag == OpdTag.PPPA


@pytest.mark.parametrize(
    "options", [{"region": "99.99"}, {"region": "33.16", "file": "/tidak/ada.csv"}]
)
def test_the_command_says_what_is_missing(blora, options):
    with pytest.raises(CommandError, match=r"belum ada|tidak ada"):
        call_command("load_opd", *[f"--{k}={v}" for k, v in options.items()])
