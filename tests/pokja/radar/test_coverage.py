"""Who is missing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from pokja.radar.coverage import coverage, looks_regional
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.make.restructuring import renamed

D = dt.date
DAY = D(2020, 10, 26)


def test_the_count_equals_the_list_and_a_count_by_hand(world):
    found = coverage(world.blora, DAY)

    ours = Opd.objects.filter(region=world.blora)
    valid = Appointment.objects.filter(kind="focal_point").valid_on(DAY)
    by_hand = {opd.pk for opd in ours} - set(valid.values_list("opd_id", flat=True))
    assert {opd.pk for opd in found.without_focal_point} == by_hand
    assert found.covered + len(by_hand) == ours.count()


def institutions(world) -> tuple[list[str], list[str]]:
    found = coverage(world.blora, DAY)
    return (
        [row.institution for row in found.unlinked],
        [row.institution for row in found.outside],
    )


def test_a_linked_member_is_not_missing(world):
    make.member(world, make.decree(world), opd=world.dinkes)

    assert institutions(world) == ([], [])


def test_an_office_the_list_lacks_is_told_and_bps_is_only_named(world):
    decree = make.decree(world)
    make.member(world, decree, position="Kepala", institution="Dinas Pertanian")
    make.member(world, decree, position="Kepala", institution="Badan Pusat Statistik")

    assert institutions(world) == (["Dinas Pertanian"], ["Badan Pusat Statistik"])


def test_an_office_of_the_list_that_is_only_typed_is_offered_to_link(world):
    make.member(
        world, make.decree(world), position="Kepala", institution="dinas  kesehatan"
    )

    (row,) = coverage(world.blora, DAY).unlinked
    assert row.match == world.dinkes


def test_the_office_is_read_from_the_position(world):
    decree = make.decree(world)
    for position in ("Kepala Dinas Perdagangan", "Camat Cepu", "Bupati Blora"):
        make.member(world, decree, position=position)

    assert institutions(world) == (["Dinas Perdagangan", "Kecamatan Cepu"], [])


def test_a_closed_opd_is_told_with_its_day(world):
    make.member(world, make.decree(world), opd=world.dlh)
    world.dlh.active_to = D(2020, 6, 30)
    world.dlh.save()

    (row,) = coverage(world.blora, DAY).unlinked
    assert row.closed_on == D(2020, 6, 30)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Dinas Sosial", True),
        ("badan  keuangan daerah", True),
        ("Badan Narkotika Nasional Kabupaten", False),
        ("Kementerian Agama", False),
    ],
)
def test_what_looks_like_an_office_of_the_region(name, answer):
    assert looks_regional(name) is answer


def test_without_a_decree_it_says_so(world, client_of):
    page = client_of(world.siti).get(reverse("decree-coverage")).content.decode()

    assert "Tidak ada SK Pokja yang berlaku" in page


@pytest.mark.slow
def test_few_and_many_cost_the_same(world, client_of):
    decree = make.decree(world)
    client, url = client_of(world.siti), reverse("decree-coverage")
    counts, done = [], 0
    for upto in (3, 40):
        for number in range(done, upto):
            make_fp.opd(world.blora, f"Dinas {number}")
            make.member(world, decree, position=f"Kepala Badan {number}")
        done = upto
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        counts.append(len(caught))

    assert counts[0] == counts[1] <= 12


@pytest.mark.slow
def test_a_page_about_a_past_day_calls_the_office_as_it_was_called(
    world, client_of, clock
):
    clock("2026-11-20")
    renamed(world)
    client, page = client_of(world.siti), reverse("decree-coverage")
    Appointment.objects.all().delete()

    past = client.get(page, {"tanggal": "2020-10-26"}).content.decode()
    now = client.get(page).content.decode()

    assert "Dinas Kesehatan</a>" in past
    assert "Dinas Kesehatan Daerah</a>" not in past
    assert "Dinas Kesehatan Daerah</a>" in now
    unread = client.get(page, {"tanggal": "31 Februari"}).content.decode()
    assert 'value="31 Februari"' in unread
    assert "galat" in unread
