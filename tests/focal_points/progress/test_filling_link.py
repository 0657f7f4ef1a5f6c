"""The one-time link: one report of one OPD, and no way further."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter

from focal_points.progress import actions
from focal_points.progress.link_models import FillingLink
from focal_points.progress.models import Progress, State
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import progress as make

PERSON = {"name": "Rina Contoh", "position": "Kasubbag Umum"}


@pytest.fixture
def disdik(world):
    return make_fp.opd(world.blora, "Dinas Pendidikan", "Disdik")


@pytest.fixture
def made(world, disdik) -> tuple[FillingLink, str]:
    return actions.make_link(period=make.period(world.blora), opd=disdik, by=world.siti)


def to(token: str, page: str = "entry", **more: Any) -> str:
    return reverse(f"guest-{page}", kwargs={"token": token, **more})


@pytest.fixture
def guest(made) -> Client:
    client = Client()
    assert client.post(to(made[1]), PERSON)["Location"] == to(made[1], "form")
    return client


@pytest.mark.slow
def test_somebody_without_account_fills_attaches_and_submits(made, guest, world, clock):
    link, token = made
    form = guest.get(to(token, "form"))
    assert to(token, "upload") in form.content.decode()
    saved = guest.post(
        to(token, "form"),
        {**{k: str(v) for k, v in make.ANSWERS.items()}, "dasar": "{}"},
        headers={"X-Autosave": "1"},
    )
    assert saved.json()["told"].startswith("Tersimpan otomatis")
    part = {
        "kunci": "abcdefgh01",
        "mulai": "0",
        "ukuran": str(len(make.PDF)),
        "nama": "bukti.pdf",
        "potongan": make.pdf(),
    }
    arrived = guest.post(to(token, "upload"), part).json()
    assert b"".join(guest.get(arrived["alamat"]).streaming_content)[:4] == b"%PDF"
    assert guest.get(arrived["ubah"]).status_code == 200
    guest.post(to(token, "form"), {"aksi": "tambah", "new_activity": "Kelas orang tua"})
    page = {"cara": "lembar", "head_name": "Bu Kadis", "signed_page": make.pdf("l.pdf")}
    assert guest.post(to(token, "check"), page).status_code == 302
    assert "Ajukan laporan" in guest.get(to(token, "check")).content.decode()

    assert guest.post(to(token, "submit"))["Location"] == to(token)

    report = Progress.objects.get(opd=link.opd)
    assert (report.state, report.gap_count) == (State.SUBMITTED, 3)
    assert (report.sender, report.is_on_behalf) == ("Rina Contoh, Kasubbag Umum", False)
    assert report.versions.get().sender == report.sender
    told = set(
        Event.objects.about(report).values_list("actor_name", "actor_role").distinct()
    )
    assert told == {("Rina Contoh, Kasubbag Umum", "lewat tautan, a.n. Disdik")}
    # Submitting spends the link, on every page of it.
    spent = guest.get(to(token, "form"))
    assert spent.status_code == 410
    assert report.receipt_number in spent.content.decode()
    # What is left is the receipt, for this browser and as long as the link would live.
    assert to(token, "receipt") in spent.content.decode()
    receipt = guest.get(to(token, "receipt"))
    assert (receipt.status_code, receipt.content[:4]) == (200, b"%PDF")
    stranger = Client().get(to(token, "receipt"))
    assert stranger.status_code == 410
    assert to(token, "receipt") not in stranger.content.decode()
    clock("2021-01-25")
    assert guest.get(to(token, "receipt")).status_code == 410
    clock(make.WITHIN)
    # Sent back, it is mended through a link of its own.
    make.returned(report, world.siti)
    assert guest.get(to(token)).status_code == 410
    _, again = actions.make_link(period=link.period, opd=link.opd, by=world.siti)
    assert guest.post(to(again), PERSON)["Location"] == to(again, "form")


def test_no_page_shows_anything_before_a_name_is_given(made):
    client, token = Client(), made[1]
    opened = client.get(to(token))
    assert opened["Cache-Control"] == "private, no-store"
    assert opened["Referrer-Policy"] == "same-origin"
    assert client.get(to(token, "form"))["Location"] == to(token)
    wrong = client.post(to(token), {"name": " ", "position": ""})
    assert wrong.status_code == 422
    assert "Tulis nama Anda." in wrong.content.decode()
    assert not Progress.objects.filter(opd=made[0].opd).exists()


@pytest.mark.slow
def test_the_holder_reaches_nothing_but_this_report(made, guest, world):
    theirs = make.draft(world.dlh, world.dewi)
    file = make.evidence(theirs, world.dewi)
    token = made[1]
    assert guest.get(to(token, "evidence", file=file.file_id)).status_code == 404
    assert guest.get(to(token, "file", file=file.pk)).status_code == 404
    carried = guest.post(to(token, "form"), {"aksi": "bawa"})
    assert "tidak terbuka lewat tautan ini" in carried.content.decode()
    _, other = actions.make_link(
        period=theirs.period,
        opd=make_fp.opd(world.blora, "Dinas Pertanian", "Dispertan"),
        by=world.siti,
    )
    assert guest.get(to(other, "form"))["Location"] == to(other)

    login = reverse("account_login")
    known = {IntConverter: theirs.pk, UUIDConverter: file.file_id}
    tried = 0
    for pattern in private_patterns():
        kinds = pattern.pattern.converters
        values = {
            name: known.get(type(kinds[name]) if name in kinds else str, "KOM")
            for name in pattern.pattern.regex.groupindex
        }
        url = reverse(pattern.name, kwargs=values)
        answer = guest.get(url)
        assert answer.status_code == 302, url
        assert answer["Location"].startswith(login), url
        tried += 1
    assert tried > 150


def private_patterns(patterns: Any = None, outer: Any = ()) -> list[URLPattern]:
    """Pages of ours that the public may not open."""
    found: list[URLPattern] = []
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            found += private_patterns(entry.url_patterns)
        elif entry.name and getattr(entry.callback, "login_required", True):
            found.append(entry)
    return [e for e in found if not e.lookup_str.startswith(("allauth", "django"))]


def test_before_it_is_sent_there_is_no_receipt(made, guest):
    answer = guest.get(to(made[1], "receipt"))

    assert (answer.status_code, answer["Location"]) == (302, to(made[1], "check"))


def test_a_dead_link_says_why_on_every_page(made, guest, world, clock):
    link, token = made
    clock("2021-01-18")
    late = guest.get(to(token, "form"))
    assert (late.status_code, "masa berlakunya" in late.content.decode()) == (410, True)
    clock(make.WITHIN)
    actions.revoke_link(link=link, by=world.siti)
    assert "sudah dicabut" in guest.get(to(token)).content.decode()
    # A page that is still open is told so by its own script, and keeps its words.
    saved = guest.post(
        to(token, "form"), {"obstacles": "x"}, headers={"X-Autosave": "1"}
    )
    assert (saved.status_code, saved.json()["closed"]) == (409, True)
    assert Progress.objects.get(opd=link.opd).obstacles == ""


def test_a_link_withdrawn_while_its_last_button_is_pressed_sends_nothing(made, world):
    link, _ = made
    report, guest = actions.enter(link=link, name="Rina Contoh", position="Kasubbag")
    # The page's door has let this request in already; only then it is withdrawn.
    actions.revoke_link(link=link, by=world.siti)

    with pytest.raises(Refusal, match="dicabut"):
        actions.submit_by_link(link=link, progress=report, by=guest)


@pytest.mark.slow
def test_guesses_are_counted_and_people_with_an_account_are_sent_away(
    made, client_of, world
):
    client, token = Client(), made[1]
    answers = [client.get(to(f"salah{n}")).status_code for n in range(31)]
    assert answers == [404] * 30 + [429]
    head = [client.get(f"/persetujuan/salah{n}/").status_code for n in range(31)]
    assert head == [410] * 30 + [429]
    refused = client_of(world.siti).get(to(token))
    assert refused.status_code == 403
    assert "masuk sebagai Siti Rahmawati" in refused.content.decode()


def test_only_the_digest_is_kept_and_one_link_is_open(made, world):
    link, token = made
    assert link.token_digest == hashlib.sha256(token.encode()).hexdigest()
    assert link.expires_at - link.made_at == dt.timedelta(days=7)
    actions.make_link(period=link.period, opd=link.opd, by=world.siti)
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_a_link_is_refused_where_somebody_has_an_account(world, disdik):
    period = make.period(world.blora)
    with pytest.raises(Refusal, match="sudah punya focal point berakun \\(Ratih"):
        actions.make_link(period=period, opd=world.dinkes, by=world.siti)
    for who in (world.joko, world.ratih, world.prov):
        with pytest.raises(PermissionDenied):
            actions.make_link(period=period, opd=disdik, by=who)


@pytest.mark.slow
def test_the_sekretariat_makes_copies_and_withdraws(world, disdik, client_of):
    period = make.period(world.blora)
    client = client_of(world.siti)
    page = reverse("progress-links", args=[period.pk])
    client.post(reverse("progress-link-make", args=[period.pk, disdik.pk]))
    shown = client.get(page).content.decode()
    link = FillingLink.objects.get()
    assert "/isi-laporan/" in shown
    assert "wa.me/?text=" in shown
    client.post(reverse("progress-link-revoke", args=[link.pk]))
    shown = client.get(page).content.decode()
    assert ("/isi-laporan/" in shown, "Dicabut" in shown) == (False, True)


@pytest.mark.slow
def test_the_page_of_links_takes_the_same_queries_for_any_number_of_opd(
    world, made, client_of, django_assert_num_queries
):
    client = client_of(world.siti)
    page = reverse("progress-links", args=[made[0].period.pk])
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    number = len(few)  # the log is emptied with the next request
    for n in range(12):
        office = make_fp.opd(world.blora, f"Dinas {n}", f"D{n}")
        actions.make_link(period=made[0].period, opd=office, by=world.siti)
    client.get(page)  # the menu counts anew after an event
    with django_assert_num_queries(number):
        client.get(page)
    assert number <= 12
