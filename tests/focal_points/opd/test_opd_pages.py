"""List, detail and form of OPD."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.opd.actions import change_opd
from focal_points.opd.models import Opd
from pug_portal.access.actor import SYSTEM
from tests.counting import queries_of
from tests.make import focal_points as make
from tests.make.restructuring import closed

SCRIPT = "<script>alert(1)</script>"
TYPED = {"name": "Dinas Pariwisata", "short_name": "Dispar", "tag": "lain"}


def listed(client, **query) -> list[str]:
    return [
        o.short_name for o in client.get(reverse("opd-list"), query).context["opds"]
    ]


def test_the_list_shows_ones_own_region_only(world, client_of):
    assert listed(client_of(world.siti)) == ["Bappeda", "Dinkes", "DLH", "Dinsos P3A"]
    assert listed(client_of(world.budi)) == ["Dinkes"]


def test_the_province_chooses_a_region_below_it(world, client_of):
    prov = client_of(world.prov)

    assert listed(prov) == []
    assert len(listed(prov, daerah="33.16")) == 4


@pytest.mark.parametrize("code", ["33.16", "99.99", "x"])
def test_a_region_outside_the_width_is_not_found(world, client_of, code):
    assert (
        client_of(world.budi).get(reverse("opd-list"), {"daerah": code}).status_code
        == 404
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "lingkungan hidup"}, ["DLH"]),
        ({"q": "dinkes"}, ["Dinkes"]),
        ({"tugas": "pppa"}, ["Dinsos P3A"]),
        ({"status": "tidak_aktif"}, []),
        ({"status": "dugaan"}, []),
        ({"q": "tidak ada"}, []),
        ({"status": "omong-kosong"}, ["Bappeda", "Dinkes", "DLH", "Dinsos P3A"]),
    ],
)
def test_the_list_is_filtered(world, client_of, query, found):
    assert listed(client_of(world.siti), **query) == found


@pytest.mark.slow
def test_closed_and_silent_offices_have_filters_of_their_own(world, client_of, clock):
    clock("2026-11-22")
    closed(world.dlh, dt.date(2024, 12, 31))
    change_opd(opd=world.dinkes, by=SYSTEM, takes_part=False)
    siti = client_of(world.siti)

    assert listed(siti, status="tidak_aktif") == ["DLH"]
    assert listed(siti, status="tidak_melapor") == ["Dinkes"]
    assert listed(siti, status="melapor") == ["Bappeda", "Dinsos P3A"]
    assert len(listed(siti, status="semua")) == 4


@pytest.mark.slow
def test_the_list_takes_as_many_queries_for_40_rows_as_for_4(world, client_of):
    siti = client_of(world.siti)
    url = reverse("opd-list")
    few = queries_of(siti, url)
    for number in range(36):
        opd = make.opd(world.blora, f"Kantor {number}")
        make.appointment(opd, f"Orang {number}")

    assert queries_of(siti, url) == few <= 12


@pytest.mark.slow
def test_the_detail_takes_as_many_queries_for_20_people_as_for_one(world, client_of):
    siti = client_of(world.siti)
    url = reverse("opd-detail", args=[world.dinkes.pk])
    siti.get(url)
    make.holder(make.office(world.blora, "Kepala Dinkes", opd=world.dinkes))
    with CaptureQueriesContext(connection) as few:
        siti.get(url)
    for number in range(20):
        make.appointment(world.dinkes, f"Orang {number}")
        title = f"Kabid {number}"
        make.holder(make.office(world.blora, title, opd=world.dinkes), f"Pak {number}")
    with CaptureQueriesContext(connection) as many:
        siti.get(url)

    assert len(few) == len(many)


def test_the_detail_shows_people_offices_and_history(world, client_of):
    make.holder(make.office(world.blora, "Kepala Dinkes", opd=world.dinkes))

    page = client_of(world.siti).get(reverse("opd-detail", args=[world.dinkes.pk]))

    text = page.content.decode()
    assert "Ratih Kusuma" in text
    assert "Kepala Dinkes" in text
    assert "Agus Prasetyo" in text
    assert "menambah OPD Dinas Kesehatan" in text


def test_a_reader_of_settled_things_sees_no_people(world, client_of):
    page = client_of(world.wati).get(reverse("opd-detail", args=[world.dinkes.pk]))

    assert "Ratih Kusuma" not in page.content.decode()


def test_the_sekretariat_adds_an_opd(world, client_of):
    typed = {**TYPED, "aliases": "Dinpar\n\nDinpar\nPariwisata", "takes_part": "on"}

    page = client_of(world.siti).post(reverse("opd-add"), typed)

    opd = Opd.objects.get(short_name="Dispar")
    assert page.url == reverse("opd-detail", args=[opd.pk])
    assert opd.aliases == ["Dinpar", "Pariwisata"]


def test_a_refused_form_keeps_what_was_typed(world, client_of):
    typed = {**TYPED, "active_from": "2025-01-01", "active_to": "2024-01-01"}

    page = client_of(world.siti).post(reverse("opd-add"), typed)

    assert page.status_code == 422
    assert "active_to" in page.context["form"].errors
    assert 'value="Dinas Pariwisata"' in page.content.decode()
    assert 'value="2025-01-01"' in page.content.decode()


def test_the_edit_form_shows_what_is_stored_and_saves_it(world, client_of):
    siti = client_of(world.siti)
    url = reverse("opd-edit", args=[world.dlh.pk])

    shown = siti.get(url).content.decode()
    siti.post(url, {**TYPED, "name": "Dinas LH", "short_name": "DLH"})

    assert "Dinas Lingkungan Hidup" in shown
    world.dlh.refresh_from_db()
    assert world.dlh.name == "Dinas LH"


def test_the_administrator_adds_for_a_region_below(world, client_of):
    url = reverse("opd-add") + "?daerah=33.16"

    client_of(world.admin).post(url, TYPED)

    assert Opd.objects.get(short_name="Dispar").region == world.blora


def test_the_province_cannot_add_for_a_region_below(world, client_of):
    url = reverse("opd-add") + "?daerah=33.16"

    assert client_of(world.prov).post(url, TYPED).status_code == 403


def test_html_typed_into_a_name_is_shown_as_text(world, client_of):
    opd = make.opd(world.blora, f"Dinas {SCRIPT}")
    siti = client_of(world.siti)

    for url in (reverse("opd-list"), reverse("opd-detail", args=[opd.pk])):
        text = siti.get(url).content.decode()
        assert SCRIPT not in text
        assert "&lt;script&gt;" in text


def test_an_empty_region_says_what_to_do_first(world, client_of):
    page = client_of(world.prov).get(reverse("opd-list"))

    assert "Belum ada OPD" in page.content.decode()
