from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.progress.models import State
from tests.make import progress as make

URL = "/laporan-opd/"


def test_the_sekretariat_sees_every_opd_and_a_text_for_each(
    world, report_at, client_of
):
    report_at(State.DRAFT)

    shown = client_of(world.siti).get(URL).content.decode()

    for opd in (world.dinkes, world.dlh, world.dinsos, world.bappeda):
        assert opd.name in shown
        assert f'id="wa-{opd.pk}"' in shown
    assert "Draf, terakhir diubah 11 Januari 2021" in shown
    assert "0 dari 4 OPD sudah melapor" in shown


@pytest.mark.slow
def test_the_recap_names_everyone_by_group(world, report_at, client_of):
    report_at(State.SUBMITTED)

    shown = client_of(world.siti).get(URL).content.decode()

    recap = shown[shown.index('id="rekap"') :]
    assert "*Dalam verifikasi (1)*\n1. Dinkes" in recap
    assert "*Belum melapor (3)*" in recap


@pytest.mark.slow
def test_the_filter_shows_one_status_and_says_when_there_is_none(
    world, report_at, client_of
):
    report_at(State.SUBMITTED)
    siti = client_of(world.siti)

    sent = siti.get(URL, {"status": "diajukan"}).content.decode()
    none = siti.get(URL, {"status": "diverifikasi"}).content.decode()

    assert f'id="wa-{world.dinkes.pk}"' in sent
    assert f'id="wa-{world.dlh.pk}"' not in sent
    assert "Tidak ada laporan dengan status Diverifikasi" in none


def test_a_strange_filter_is_shown_as_text(world, client_of):
    make.period(world.blora)

    shown = client_of(world.siti).get(URL, {"status": "<script>x"}).content

    assert b"<script>x" not in shown


def test_readers_get_no_contacts_and_no_texts(world, report_at, client_of):
    report_at(State.DRAFT)

    shown = client_of(world.wati).get(URL).content.decode()

    assert world.dinkes.name in shown
    assert "wa-" not in shown
    assert "rekap" not in shown


@pytest.mark.slow
def test_the_province_sees_counts_of_all_and_names_of_what_was_sent(
    world, report_at, client_of
):
    report_at(State.SUBMITTED)
    make.draft(world.dlh, world.dewi)
    period = make.period(world.blora)

    shown = client_of(world.prov).get(URL, {"periode": period.pk}).content.decode()

    assert "1 dari 4 OPD sudah melapor" in shown
    assert "Dinas Kesehatan" in shown
    assert "Dinas Lingkungan Hidup" not in shown
    assert "terakhir diubah" not in shown


@pytest.mark.parametrize("who", ["budi"])
def test_the_neighbour_region_finds_no_such_period(world, client_of, who):
    period = make.period(world.blora)

    answer = client_of(world.everyone()[who]).get(URL, {"periode": period.pk})

    assert answer.status_code == 404


@pytest.mark.parametrize("asked", ["abc", "0", "9" * 30])
def test_a_senseless_period_is_not_found(world, client_of, asked):
    assert client_of(world.siti).get(URL, {"periode": asked}).status_code == 404


def test_without_a_period_the_board_says_what_comes_first(world, client_of):
    assert b"Belum ada periode pelaporan" in client_of(world.siti).get(URL).content


def test_the_sekretariat_starts_a_report_for_a_silent_opd(world, client_of):
    period = make.period(world.blora)
    siti = client_of(world.siti)

    started = siti.post(reverse("progress-start", args=[period.pk, world.dlh.pk]))

    report = world.dlh.progress_reports.get()
    assert started.url == reverse("progress-form", args=[report.pk])
    assert "atas nama DLH" in siti.get(started.url).content.decode()
