"""List, detail and forms of the register."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.offices.models import Office, OfficeHolder
from tests.make import focal_points as make

SCRIPT = "<script>alert(1)</script>"
TYPED = {
    "name": "Rina Susanti",
    "sex": "P",
    "kind": "definitif",
    "start": "2021-01-01",
}


def test_the_list_begins_with_the_head_of_the_region(world, client_of):
    make.office(world.blora, "Arsiparis")
    make.office(world.blora, "Sekretaris Daerah", kind="sekda")
    make.holder(make.office(world.blora, "Bupati Blora", kind="kepala_daerah"))
    make.office(world.rembang, "Bupati Rembang", kind="kepala_daerah")

    page = client_of(world.siti).get(reverse("office-list"))

    titles = [office.title for office, _ in page.context["rows"]]
    assert titles == ["Bupati Blora", "Sekretaris Daerah", "Arsiparis"]
    assert page.context["vacant_count"] == 2


@pytest.mark.parametrize(
    ("query", "count"), [({"q": "sekretaris"}, 1), ({"jenis": "sekda"}, 1), ({}, 2)]
)
def test_the_list_is_filtered(world, client_of, query, count):
    make.office(world.blora, "Sekretaris Daerah", kind="sekda")
    make.office(world.blora, "Bupati Blora", kind="kepala_daerah")

    page = client_of(world.joko).get(reverse("office-list"), query)

    assert len(page.context["rows"]) == count


@pytest.mark.slow
def test_the_list_takes_as_many_queries_for_40_rows_as_for_3(world, client_of):
    siti = client_of(world.siti)
    url = reverse("office-list")
    siti.get(url)

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            office = make.office(world.blora, f"Jabatan {number}", opd=world.dinkes)
            make.holder(office, f"Orang {number}")

    fill(0, 3)
    with CaptureQueriesContext(connection) as few:
        siti.get(url)
    fill(3, 40)
    with CaptureQueriesContext(connection) as many:
        siti.get(url)

    assert len(few) == len(many) <= 12


def test_the_sekretariat_adds_an_office_from_the_page_of_an_opd(world, client_of):
    siti = client_of(world.siti)
    url = f"{reverse('office-add')}?opd={world.dinkes.pk}"

    form = siti.get(url).context["form"]
    siti.post(
        url, {"title": "Kepala Dinkes", "kind": "kepala_opd", "opd": world.dinkes.pk}
    )

    assert form.initial["title"] == "Kepala Dinkes"
    assert Office.objects.get().opd == world.dinkes


def test_an_opd_of_another_region_is_no_choice(world, client_of):
    typed = {"title": "X", "kind": "lain", "opd": world.dinkes_rembang.pk}

    page = client_of(world.siti).post(reverse("office-add"), typed)

    assert "opd" in page.context["form"].errors


def test_a_mutasi_is_recorded(world, client_of):
    office = make.office(world.blora)
    make.holder(office)

    page = client_of(world.siti).post(
        reverse("holder-record", args=[office.pk]), {**TYPED, "nip": ""}
    )

    assert page.status_code == 302
    assert [str(h.end) for h in office.holders.all()] == ["None", "2020-12-31"]


def test_the_page_of_an_office_tells_its_mutasi_and_leaves_the_header_alone(
    world, client_of
):
    office = make.office(world.blora)
    make.holder(office, "Dian Contoh")

    page = client_of(world.siti).get(reverse("office-detail", args=[office.pk]))

    assert "mencatat" in [event.says.split()[0] for event in page.context["history"]]
    assert page.context["hat_office"] == world.blora.secretariat_office
    assert "Sekretariat Pokja · Kepala Bappeda" not in page.text


def test_a_refused_mutasi_keeps_what_was_typed(world, client_of):
    office = make.office(world.blora)

    page = client_of(world.siti).post(
        reverse("holder-record", args=[office.pk]),
        {**TYPED, "nip": "123", "end": "2020-01-01"},
    )

    assert page.status_code == 422
    assert page.context["form"].errors["nip"] == [
        "NIP terdiri atas 18 angka; yang tertulis 3 angka."
    ]
    assert 'value="Rina Susanti"' in page.content.decode()
    assert not OfficeHolder.objects.exists()


def test_an_end_before_the_start_stands_beside_its_field(world, client_of):
    office = make.office(world.blora)

    page = client_of(world.siti).post(
        reverse("holder-record", args=[office.pk]), {**TYPED, "end": "2020-01-01"}
    )

    assert "end" in page.context["form"].errors


def test_a_holder_is_mended(world, client_of):
    holder = make.holder(make.office(world.blora))
    siti = client_of(world.siti)
    url = reverse("holder-edit", args=[holder.pk])

    shown = siti.get(url).content.decode()
    siti.post(url, {**TYPED, "start": "2019-01-01"})

    assert "Agus Prasetyo" in shown
    holder.refresh_from_db()
    assert holder.name == "Rina Susanti"


def test_html_typed_into_a_name_is_shown_as_text(world, client_of):
    office = make.office(world.blora, f"Kepala {SCRIPT}")
    make.holder(office, f"Agus {SCRIPT}")
    siti = client_of(world.siti)

    for url in (reverse("office-list"), reverse("office-detail", args=[office.pk])):
        assert SCRIPT not in siti.get(url).content.decode()


def test_the_province_reads_the_register_without_buttons(world, client_of):
    office = make.office(world.blora)

    page = client_of(world.prov).get(reverse("office-detail", args=[office.pk]))

    assert "Catat mutasi" not in page.content.decode()
