"""Inviting a person by a link that can be passed by WhatsApp."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import (
    accept_link,
    assign,
    create_user,
    make_link,
    open_link,
)
from pug_portal.accounts.models import AccessLink, Basis, User
from pug_portal.audit.models import Event
from tests.make import pug_portal as make_floor

FACTS = {
    "name": "Nur Aini",
    "identifier": "0813-1111-2222",
    "role": Role.PIMPINAN,
    "basis": Basis.LETTER,
    "basis_number": "090/77/2026",
    "start": "2026-11-01",
}


def test_the_sekretariat_gets_a_link_to_pass_on(world, client_of):
    client = client_of(world.siti)

    response = client.post(reverse("account-invite"), FACTS, follow=True)

    assert "/undangan/" in response.content.decode()
    assert User.objects.get(name="Nur Aini").phone == "6281311112222"


def test_the_link_is_shown_once(world, client_of):
    client = client_of(world.siti)
    client.post(reverse("account-invite"), FACTS, follow=True)
    person = User.objects.get(name="Nur Aini")

    again = client.get(reverse("account-detail", args=[person.pk]))

    assert "/undangan/" not in again.content.decode()


def test_a_taken_identifier_is_refused_beside_the_field(world, client_of):
    client = client_of(world.siti)

    response = client.post(reverse("account-invite"), {**FACTS, "identifier": "joko"})

    assert response.status_code == 422
    assert "sudah dipakai akun lain" in response.content.decode()
    assert 'value="Nur Aini"' in response.content.decode()


def test_nothing_is_half_written_when_the_role_is_refused(world, client_of):
    client = client_of(world.siti)

    client.post(reverse("account-invite"), {**FACTS, "end": "2026-10-01"})

    assert not User.objects.filter(name="Nur Aini").exists()


def test_an_end_before_the_start_is_refused(world):
    with pytest.raises(Refusal) as refused:
        assign(
            user=world.baru.user,
            role=Role.PIMPINAN,
            region=world.blora,
            basis=Basis.LETTER,
            basis_number="1",
            start=dt.date(2026, 2, 1),
            end=dt.date(2026, 1, 1),
            by=world.siti,
        )

    assert refused.value.field == "end"


def test_sk_menyusul_ends_by_itself_after_60_days(world):
    hat = assign(
        user=world.baru.user,
        role=Role.PIMPINAN,
        region=world.blora,
        basis=Basis.PENDING,
        start=dt.date(2026, 1, 1),
        by=world.siti,
    )

    assert hat.end == dt.date(2026, 3, 2)


def test_the_sekretariat_cannot_assign_in_another_region(world):
    with pytest.raises(Refusal):
        assign(
            user=world.baru.user,
            role=Role.PIMPINAN,
            region=world.rembang,
            basis=Basis.LETTER,
            basis_number="1",
            by=world.siti,
        )


def test_the_sekretariat_cannot_make_an_administrator(world):
    with pytest.raises(Refusal):
        assign(
            user=world.baru.user,
            role=Role.ADMINISTRATOR,
            region=world.blora,
            basis=Basis.LETTER,
            basis_number="1",
            by=world.siti,
        )


def test_the_person_chooses_a_password_and_is_in(world):
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.INVITATION,
        region=world.blora,
        by=world.siti,
    )
    client = Client()
    page = client.post(
        reverse("access-link", args=[token]),
        {"password": "padi-menguning-2026", "again": "padi-menguning-2026"},
    )

    world.baru.user.refresh_from_db()
    assert page.url == reverse("beranda")
    assert client.session["_auth_user_id"] == str(world.baru.user.pk)
    assert world.baru.user.check_password("padi-menguning-2026")


def test_a_link_does_not_go_round_the_second_factor(world):
    Authenticator.objects.create(
        user=world.siti.user, type=Authenticator.Type.TOTP, data={"secret": ""}
    )
    token = make_link(
        user=world.siti.user,
        kind=AccessLink.Kind.RESET,
        region=world.blora,
        by=SYSTEM,
    )
    client = Client()
    page = client.post(
        reverse("access-link", args=[token]),
        {"password": "padi-menguning-2026", "again": "padi-menguning-2026"},
    )

    assert page.url.startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session


def test_a_weak_password_is_refused_beside_the_field(world):
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.INVITATION,
        region=world.blora,
        by=world.siti,
    )

    page = Client().post(
        reverse("access-link", args=[token]), {"password": "12345", "again": "12345"}
    )

    assert 'id="id_password_error"' in page.content.decode()


def test_an_expired_link_says_whom_to_ask(world, clock):
    clock("2026-01-01")
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.INVITATION,
        region=world.blora,
        by=world.siti,
    )
    clock("2026-01-09")

    page = Client().get(reverse("access-link", args=[token]))

    assert page.status_code == 410
    assert "sekretariat Pokja" in page.content.decode()


def test_a_link_works_once(world):
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.RESET,
        region=world.blora,
        by=world.siti,
    )
    accept_link(token=token, password="padi-menguning-2026")

    with pytest.raises(Refusal):
        accept_link(token=token, password="padi-menguning-2027")


def test_a_newer_link_ends_the_older_one(world):
    def link() -> str:
        return make_link(
            user=world.baru.user,
            kind=AccessLink.Kind.RESET,
            region=world.blora,
            by=world.siti,
        )

    old, new = link(), link()

    assert open_link(new)
    with pytest.raises(Refusal):
        open_link(old)


def test_a_link_for_somebody_with_a_hat_elsewhere_is_the_administrators(world):
    make_floor.hat(world.joko.user, Role.BAPPEDA, world.rembang)
    facts = {
        "user": world.joko.user,
        "kind": AccessLink.Kind.RESET,
        "region": world.blora,
    }

    with pytest.raises(Refusal):
        make_link(by=world.siti, **facts)
    assert make_link(by=world.admin, **facts)


def test_only_the_digest_of_a_link_is_kept(world):
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.RESET,
        region=world.blora,
        by=world.siti,
    )

    assert not AccessLink.objects.filter(token_digest=token).exists()


def test_inviting_leaves_its_events(world):
    create_user(name="Nur Aini", identifier="nur", region=world.blora, by=world.siti)

    event = Event.objects.filter(verb="account.invited").first()
    assert event.actor_name == "Siti Rahmawati"
    assert event.region_code == "33.16"


def test_script_in_a_name_is_shown_as_text(world, client_of):
    client = client_of(world.siti)
    client.post(
        reverse("account-invite"), {**FACTS, "name": "<script>alert(1)</script>"}
    )

    page = client.get(reverse("account-list")).content.decode()

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
