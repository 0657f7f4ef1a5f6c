"""The editor over HTTP: buttons, autosave, conflicts, and a door that closed meanwhile."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from pokja.meetings import minutes_actions
from pokja.meetings.models import MinutesRevision
from pug_portal.audit.models import Event
from tests.make import meetings as make
from tests.make.minutes import form, load, point

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    return meeting


@pytest.fixture
def url(running):
    return reverse("meeting-minutes", args=[running.pk])


@pytest.fixture
def autosave(running):
    return reverse("meeting-minutes-autosave", args=[running.pk])


def texts(meeting) -> list[str]:
    return [item.text for item in load(meeting)]


def changed(items, old: str, new: str):
    return [replace(i, text=new) if i.text == old else i for i in items]


def test_the_page_shows_every_section_and_every_point(world, url, client_of):
    html = client_of(world.siti).get(url).content.decode()
    for part in ["Pembukaan", "Pemaparan", "Keputusan", "Rencana tindak", "Penutup"]:
        assert part in html
    assert "Mencakup disabilitas" in html


def test_an_autosave_answers_what_stands_now(world, running, autosave, client_of):
    before = load(running)
    items = changed(before, "Tujuh prasyarat", "Tujuh  prasyarat PUG ")
    items.append(point("baru1", "Peran Bappeda", "keputusan"))

    answer = client_of(world.siti).post(autosave, form(before, items))

    assert answer.status_code == 200
    assert answer.json()["told"].startswith("Tersimpan pukul")
    assert texts(running)[-2:] == ["Tujuh prasyarat PUG", "Peran Bappeda"]
    assert [i["text"] for i in answer.json()["items"]] == texts(running)


def test_a_third_level_is_read_back_as_it_was_written(
    world, running, autosave, client_of
):
    items = [
        *load(running)[:1],
        point("a", "Satu"),
        point("b", "Sub", depth=1),
        point("c", "Sub sub", depth=2),
        point("d", "Dua"),
    ]
    client_of(world.siti).post(autosave, form(load(running), items))
    assert [(i.text, i.depth) for i in load(running)[1:]] == [
        ("Satu", 0),
        ("Sub", 1),
        ("Sub sub", 2),
        ("Dua", 0),
    ]


def test_the_buttons_work_without_a_script(world, running, url, client_of):
    before = load(running)
    last = before[-1].key

    answer = client_of(world.siti).post(url, form(before, before, aksi=f"naik:{last}"))

    assert answer.url == f"{url}#b-{last}"
    assert texts(running)[1] == "Tujuh prasyarat"


@pytest.mark.slow
def test_one_point_changed_by_both_shows_both_and_waits(world, running, url, client_of):
    before = load(running)
    joko, siti = client_of(world.joko), client_of(world.siti)
    joko.post(url, form(before, changed(before, "Tujuh prasyarat", "Dari Joko"), "j"))

    mine = changed(before, "Tujuh prasyarat", "Dari Siti")
    answer = siti.post(url, form(before, mine, "s"))

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Dari Siti" in html
    assert "Dari Joko" in html
    assert world.joko.name in html
    assert texts(running)[-1] == "Dari Joko"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("choice", "stands"),
    [
        ("saya", ["Dari Siti"]),
        ("orang", ["Dari Joko"]),
        ("dua", ["Dari Joko", "Dari Siti"]),
        ("", ["Dari Joko"]),
    ],
)
def test_the_choice_of_the_conflict_screen(
    world, running, autosave, client_of, choice, stands
):
    before = load(running)
    key = before[-1].key
    joko, siti = client_of(world.joko), client_of(world.siti)
    joko.post(
        autosave, form(before, changed(before, "Tujuh prasyarat", "Dari Joko"), "j")
    )
    mine = changed(before, "Tujuh prasyarat", "Dari Siti")
    (conflict,) = siti.post(autosave, form(before, mine, "s")).json()["conflicts"]
    sent = form(load(running), mine, "s")
    sent |= {f"bentrok-{key}": conflict["mark"], f"punya-{key}": conflict["theirs"]}

    answer = siti.post(autosave, sent | {f"pilih-{key}": choice})

    assert texts(running)[4:] == stands
    assert bool(answer.json()["conflicts"]) == (choice == "")


def test_minutes_signed_meanwhile_keep_the_typed_text_on_the_page(
    world, running, url, autosave, client_of
):
    before = load(running)
    siti = client_of(world.siti)
    minutes_actions.sign_minutes(meeting=running, notulis="Rina", by=world.siti)
    items = [*before, point("x", "Belum sempat tersimpan")]

    by_script = siti.post(autosave, form(before, items))
    by_button = siti.post(url, form(before, items))

    assert (by_script.status_code, by_script.json()["closed"]) == (422, True)
    assert by_button.status_code == 422
    assert "Belum sempat tersimpan" in by_button.content.decode()
    assert "Semua yang Anda ketik masih ada" in by_button.content.decode()


def test_a_broken_form_changes_nothing_and_gives_the_words_back(
    world, running, url, client_of
):
    before = load(running)
    sent = form(before, [*before, point("x", "Kata saya")]) | {"dasar": "{"}

    answer = client_of(world.siti).post(url, sent)

    assert answer.status_code == 422
    assert "Kata saya" in answer.content.decode()
    assert load(running) == before


def test_script_in_a_point_is_shown_as_text(world, running, url, autosave, client_of):
    evil = "</textarea><script>alert(1)</script>"
    siti = client_of(world.siti)
    siti.post(autosave, form(load(running), [*load(running), point("x", evil)]))
    assert evil not in siti.get(url).content.decode()


def test_too_long_a_point_is_refused(world, running, autosave, client_of):
    items = [*load(running), point("x", "a" * 3001)]
    answer = client_of(world.siti).post(autosave, form(load(running), items))
    assert (answer.status_code, answer.json()["closed"]) == (422, False)


@pytest.mark.slow
def test_saves_of_one_sitting_share_a_revision_and_only_changes_count(
    world, running, autosave, client_of, clock
):
    MinutesRevision.objects.all().delete()
    siti, joko = client_of(world.siti), client_of(world.joko)

    def write(client, text, at):
        clock(at)
        before = load(running)
        client.post(autosave, form(before, [*before[:-1], point("z", text)]))

    write(siti, "Satu", "2020-10-26T10:00")
    write(siti, "Satu", "2020-10-26T10:01")
    write(siti, "Satu dua", "2020-10-26T10:02")
    write(joko, "Satu dua tiga", "2020-10-26T10:03")
    write(siti, "Empat", "2020-10-26T10:04")
    write(siti, "Lima", "2020-10-26T10:30")

    rows = MinutesRevision.objects.filter(meeting=running)
    assert [(r.number, r.by_id, r.content[-1]["text"]) for r in rows] == [
        (1, None, "Tujuh prasyarat"),
        (2, world.siti.user.pk, "Satu dua"),
        (3, world.joko.user.pk, "Satu dua tiga"),
        (4, world.siti.user.pk, "Empat"),
        (5, world.siti.user.pk, "Lima"),
    ]
    assert rows[1].at - rows[1].began_at == dt.timedelta(minutes=2)
    assert Event.objects.filter(verb="meeting.minutes", reason="").count() == 5


def test_two_revisions_are_compared_and_the_old_one_restored(
    world, running, autosave, client_of
):
    siti, joko = client_of(world.siti), client_of(world.joko)
    before = load(running)
    items = changed(before, "Tujuh prasyarat", "Tujuh syarat awal")
    joko.post(autosave, form(before, items))
    page = reverse("revision-list", args=[running.pk])

    html = siti.get(page, {"dari": 1, "ke": 2}).content.decode()
    assert "<del><span" in html
    assert "[ditambah] </span>syarat awal</ins>" in html

    siti.post(reverse("revision-restore", args=[running.pk, 1]))

    assert texts(running) == [item.text for item in before]
    last = running.revisions.last()
    assert (last.number, last.note) == (3, "memulihkan naskah 1")


def test_a_revision_that_is_not_there_is_not_found(world, running, client_of):
    page = reverse("revision-list", args=[running.pk])
    assert client_of(world.siti).get(page, {"dari": 1, "ke": 99}).status_code == 404


def test_a_pasted_text_becomes_points_of_the_discussion(world, running, url, client_of):
    before = load(running)
    pasted = "1. Peran Bappeda\r\n- Mengoordinasikan\r\n\r\nTindak lanjut"

    client_of(world.siti).post(url, form(before, before, tempel=pasted, aksi="selesai"))

    assert [(i.text, i.depth) for i in load(running)[-3:]] == [
        ("Peran Bappeda", 0),
        ("Mengoordinasikan", 1),
        ("Tindak lanjut", 0),
    ]


@pytest.mark.parametrize("base", ['[["a", "b", Infinity, "c"]]', "[" * 5000])
def test_a_broken_form_is_told_and_not_an_error(world, autosave, client_of, base):
    answer = client_of(world.siti).post(autosave, {"dasar": base})

    assert answer.status_code == 422
    assert "tidak utuh" in answer.json()["told"]


def test_a_nul_never_reaches_the_database(world, running, autosave, client_of):
    base = load(running)
    items = [*base, point("baru", "satu\0dua")]
    items[0] = replace(items[0], text="ringkas\0an")
    client_of(world.siti).post(autosave, form(base, items))

    assert {"satu dua", "ringkas an"} <= set(texts(running))
