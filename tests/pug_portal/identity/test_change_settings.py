"""A region's settings: who changes them, what is kept, what comes back wrong."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pug_portal.audit.models import Event
from pug_portal.identity.actions import change_settings

TYPED = {
    "secretariat_office": "Dinsos P3A",
    "planning_office": "Bappeda",
    "opd_word": "PD",
    "capital": "Blora",
    "zone": "WIB",
    "letterhead": "PEMERINTAH KABUPATEN BLORA\n\nBADAN PERENCANAAN\n",
    "focal_points_advised": "3",
    "arg_target": "12,5",
}


def url(region) -> str:
    return reverse("region-settings", args=[region.code])


def test_the_sekretariat_saves_what_its_documents_print(world, client_of):
    answer = client_of(world.siti).post(url(world.blora), TYPED)

    world.blora.refresh_from_db()
    assert answer.status_code == 302
    assert world.blora.opd_word == "PD"
    assert world.blora.letterhead == "PEMERINTAH KABUPATEN BLORA\nBADAN PERENCANAAN"
    assert world.blora.focal_points_advised == 3
    assert str(world.blora.arg_target) == "12.50"


def test_the_trail_names_old_and_new(world):
    change_settings(region=world.blora, by=world.siti, capital="Cepu")

    event = Event.objects.about(world.blora).first()
    assert event.changes["capital"][1] == "Cepu"
    assert event.says == "mengubah pengaturan Kabupaten Blora"


def test_saving_the_same_again_leaves_no_event(world):
    change_settings(region=world.blora, by=world.siti, capital="Cepu")
    before = Event.objects.count()

    change_settings(region=world.blora, by=world.siti, capital="Cepu")

    assert Event.objects.count() == before


def test_only_the_administrator_says_who_uses_the_portal(world):
    with pytest.raises(PermissionDenied):
        change_settings(region=world.blora, by=world.siti, uses_portal=False)


def test_the_administrator_switches_a_region_on(world, client_of):
    client_of(world.admin).post(url(world.rembang), {**TYPED, "uses_portal": "on"})

    world.rembang.refresh_from_db()
    assert world.rembang.uses_portal


def test_the_sekretariat_is_not_even_asked_about_it(world, client_of):
    page = client_of(world.siti).get(url(world.blora)).content.decode()

    assert "uses_portal" not in page


def test_a_word_for_offices_is_letters(world, client_of):
    answer = client_of(world.siti).post(url(world.blora), {**TYPED, "opd_word": "<b>1"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tulis dengan huruf saja" in page
    assert "&lt;b&gt;1" in page


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("arg_target", "120", "100"),
        ("focal_points_advised", "abc", "angka"),
        ("letterhead", "a\n" * 7, "Kop paling banyak 6 baris; sekarang 7."),
        ("letterhead", "x" * 91, "Satu baris paling panjang 90 huruf"),
    ],
)
def test_bad_input_is_told_beside_the_field(world, client_of, field, typed, sentence):
    answer = client_of(world.siti).post(url(world.blora), {**TYPED, field: typed})

    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field])


def test_one_region_lands_on_its_own_settings(world, client_of):
    answer = client_of(world.siti).get(reverse("region-list"))

    assert answer.headers["Location"] == url(world.blora)


def test_the_administrator_finds_a_region_by_name(world, client_of):
    page = client_of(world.admin).get(reverse("region-list"), {"q": "blora"})

    assert [row.code for row in page.context["object_list"]] == ["33.16"]


def test_script_in_the_letterhead_stays_text(world, client_of):
    bad = {**TYPED, "letterhead": "<script>alert(1)</script>"}
    client_of(world.siti).post(url(world.blora), bad)

    page = client_of(world.siti).get(url(world.blora)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
