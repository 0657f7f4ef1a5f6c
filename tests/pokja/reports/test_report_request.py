"""Asking on screen: what is missing first, then texts, then the job at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.reports.models import PokjaReport
from tests.counting import queries_of
from tests.make import regulations as make_regulations
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")

ASK = "?semester=2020-2"


@pytest.mark.slow
@pytest.mark.stands_on(add=make.blora)
def test_what_is_missing_is_said_first(world, client_of):
    text = client_of(world.joko).get(reverse("report-request") + ASK).content
    text = text.decode()

    assert "1 dari 4 perangkat daerah terverifikasi" in text
    assert "1 dalam verifikasi, 1 dalam perbaikan, 1 belum melapor" in text
    assert "SK Pokja PUG berlaku" in text
    assert "1 dari 1 rapat notulennya disahkan" in text
    assert "1 dari 2 jawaban tujuh prasyarat terverifikasi" in text


def test_it_leads_to_the_job_at_once(world, client_of, sent):
    answer = client_of(world.joko).post(
        reverse("report-request") + ASK,
        {"issues": "Upah", "role_2": "Forum RPJMD"},
    )

    report = PokjaReport.objects.get()
    assert answer.url == reverse("report-detail", kwargs={"pk": report.pk})
    assert report.inputs == {"issues": "Upah", "roles": {"2": "Forum RPJMD"}}


def test_the_rules_of_the_register_are_typed_already(world, client_of):
    make_regulations.regulation(world)

    page = client_of(world.joko).get(reverse("report-request") + ASK)

    assert page.context["form"]["local_rules"].value() == (
        "Peraturan Bupati Blora Nomor 5 Tahun 2014 tentang Pedoman Umum PUG di "
        "Kabupaten Blora"
    )


def test_asked_twice_one_is_led_to_the_running_job(world, client_of):
    client = client_of(world.joko)
    client.post(reverse("report-request") + ASK)

    answer = client.post(reverse("report-request") + ASK, follow=True)

    assert PokjaReport.objects.count() == 1
    assert "sedang disusun" in answer.content.decode()


def test_what_was_written_last_is_filled_in(world, client_of):
    make.requested(world, issues="Kesenjangan upah", roles={"2": "Forum RPJMD"})

    text = client_of(world.joko).get(reverse("report-request") + ASK).content

    assert b"Kesenjangan upah" in text
    assert b"Forum RPJMD" in text


def test_a_text_that_is_too_long_is_kept_and_refused(world, client_of):
    answer = client_of(world.joko).post(
        reverse("report-request") + ASK, {"issues": "x" * 5001}
    )

    assert answer.status_code == 422
    assert "x" * 5001 in answer.content.decode()
    assert not PokjaReport.objects.exists()


@pytest.mark.parametrize("semester", ["2021-2", "1999-1"])
def test_a_semester_out_of_reach_is_refused_on_the_page(world, client_of, semester):
    answer = client_of(world.joko).post(
        reverse("report-request") + f"?semester={semester}"
    )

    assert answer.status_code == 422
    assert "Pilih semester lain" in answer.content.decode()


@pytest.mark.parametrize("semester", ["", "abc", "2020-3", "<script>", "0-1"])
def test_a_semester_that_is_none_is_not_found(world, client_of, semester):
    answer = client_of(world.joko).get(
        reverse("report-request"), {"semester": semester}
    )

    assert answer.status_code == 404


@pytest.mark.slow
def test_its_queries_do_not_grow_with_the_region(world, client_of):
    make.blora(world, opds=3)
    client, url = client_of(world.joko), reverse("report-request") + ASK
    few = queries_of(client, url)
    for number in range(20):
        make.make_fp.opd(world.blora, f"Badan {number}")

    assert queries_of(client, url) == few <= 12
