"""One address, three steps: fill in, look, record."""

import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from focal_points.opd.change_models import Restructuring
from focal_points.opd.models import Opd
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import restructuring as make


@pytest.fixture
def filled(world):
    return {
        "kind": "gabung",
        "on": "01-01-2021",
        "legal_basis": "Perda 7 Tahun 2020",
        "opds": [world.dinkes.pk, world.dlh.pk],
        "new_1_name": "Dinas Kesehatan <b>dan</b> Lingkungan",
        "new_1_short": "Dinkesling",
        "new_1_tag": "lain",
    }


def sidik(page: str) -> str:
    found = re.search(r'name="sidik" value="(\w+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.slow
def test_looking_saves_nothing_and_recording_does_what_was_shown(
    world, client_of, filled, clock
):
    clock("2021-01-11")
    client, url = client_of(world.siti), reverse("restructure")

    page = client.post(url, {**filled, "langkah": "pratinjau"}).content.decode()
    assert "Ratih Kusuma" in page
    assert "<b>dan</b>" not in page
    assert not Restructuring.objects.exists()

    ratih = world.dinkes.appointments.get(name="Ratih Kusuma")
    rest = world.dinkes.appointments.exclude(pk=ratih.pk) | world.dlh.appointments.all()
    people = {f"person_{row.pk}": "akhiri" for row in rest}
    people[f"person_{ratih.pk}"] = "0"
    sent = {**filled, **people, "langkah": "catat", "sidik": sidik(page)}
    answer = client.post(url, sent)

    made = Restructuring.objects.get()
    assert answer.headers["Location"] == reverse("restructuring-detail", args=[made.pk])
    new = Opd.objects.get(short_name="Dinkesling")
    assert [row.name for row in new.appointments.all()] == ["Ratih Kusuma"]
    # The second click of a double click finds the offices closed.
    assert client.post(url, sent).status_code == 422
    assert Restructuring.objects.count() == 1


@pytest.mark.slow
def test_a_place_of_thousands_of_digits_is_refused_like_any_unknown_one(
    world, client_of, filled, clock
):
    clock("2021-01-11")
    client, url = client_of(world.siti), reverse("restructure")
    page = client.post(url, {**filled, "langkah": "pratinjau"}).content.decode()
    people = dict.fromkeys(re.findall(r'name="(person_[0-9]+)"', page), "9" * 5000)
    typed = {**filled, **people, f"person_{'9' * 5000}": "akhiri"}
    sent = urlencode({**typed, "langkah": "catat", "sidik": sidik(page)}, doseq=True)

    answer = client.post(url, sent, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 422
    assert people


@pytest.mark.slow
def test_what_changed_meanwhile_is_shown_again_before_it_is_recorded(
    world, client_of, filled
):
    client, url = client_of(world.siti), reverse("restructure")
    page = client.post(url, {**filled, "langkah": "pratinjau"}).content.decode()
    make_fp.appointment(world.dlh, "Lina Marlina")

    answer = client.post(url, {**filled, "langkah": "catat", "sidik": sidik(page)})

    assert "Lina Marlina" in answer.content.decode()
    assert not Restructuring.objects.exists()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"opds": []}, "galat"),
        ({"new_1_name": ""}, "Isi nama"),
        ({"new_1_name": "Badan Perencanaan Pembangunan Daerah"}, "sudah ada"),
        ({"legal_basis": "  "}, "galat"),
        ({"on": "kemarin"}, "tanggal"),
        ({"kind": "tutup"}, "tepat satu"),
        ({"opds": ["9" * 30]}, "galat"),
    ],
)
def test_a_wrong_form_comes_back_with_what_was_typed(
    world, client_of, filled, change, told
):
    sent = {**filled, **change, "langkah": "pratinjau"}

    answer = client_of(world.siti).post(reverse("restructure"), sent)

    assert answer.status_code == 422
    assert told.lower() in answer.content.decode().lower()
    assert "Dinkesling" in answer.content.decode()


def test_an_office_of_another_region_cannot_be_named(world, client_of, filled):
    sent = {**filled, "opds": [world.dinkes.pk, world.dinkes_rembang.pk]}

    answer = client_of(world.siti).post(reverse("restructure"), sent)

    assert answer.status_code == 422


@pytest.mark.slow
def test_the_undo_button_gives_everything_back(world, client_of, clock):
    clock("2021-01-11")
    made = make.merged(world)
    client = client_of(world.siti)
    page = reverse("restructuring-detail", args=[made.pk])
    assert "Batalkan perubahan" in client.get(page).content.decode()

    client.post(reverse("restructuring-undo", args=[made.pk]))

    assert not Opd.objects.filter(short_name="Dinkesling").exists()
    assert "kembali seperti semula" in client.get(page).content.decode()


@pytest.mark.slow
def test_the_list_asks_the_same_for_three_and_forty(world, client_of):
    client, url = client_of(world.siti), reverse("restructuring-list")
    offices = [make_fp.opd(world.blora, f"Dinas {n}", f"D{n}") for n in range(40)]
    kind = make.ChangeKind.RENAME
    for place, opd in enumerate(offices):
        make.done(make.proposal(kind, [opd], (f"Badan {place}", f"B{place}")))
        if place == 2:
            few = queries_of(client, url)

    assert queries_of(client, url) == few <= 12


@pytest.mark.slow
def test_the_page_of_an_office_tells_its_former_name_and_its_heir(
    world, client_of, clock
):
    clock("2021-01-11")
    make.renamed(world)
    client, url = client_of(world.siti), reverse("opd-detail", args=[world.dinkes.pk])
    page = client.get(url).content.decode()
    assert "sampai 31 Desember 2020" in page
    assert "short_name" not in page

    pair = [Opd.objects.get(pk=world.dinkes.pk), world.dlh]
    new = ("Dinas Gabungan", "Dingab")
    wanted = make.proposal(make.ChangeKind.MERGE, pair, new, on=make.FEBRUARY)
    make.done(wanted)

    assert "Dinas Gabungan" in client.get(url).content.decode()
