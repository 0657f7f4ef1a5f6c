"""Hats: dated, several, switched in the header; access ends with them."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pug_portal.access.roles import Role
from pug_portal.accounts.actions import end_assignment
from pug_portal.accounts.models import Assignment
from tests.make import pug_portal as make


def test_a_person_switches_to_the_other_hat(world, client_of):
    other = make.hat(world.siti.user, Role.PIMPINAN, world.blora)
    client = client_of(world.siti)

    client.post(reverse("switch-hat"), {"hat": other.assignment_id})

    assert client.get(reverse("account-list")).status_code == 403


def test_a_hat_of_somebody_else_cannot_be_worn(world, client_of):
    client = client_of(world.wati)

    client.post(reverse("switch-hat"), {"hat": world.siti.assignment_id})

    assert client.get(reverse("account-list")).status_code == 403


def test_access_ends_the_day_after_the_last_day(world, client_of, clock):
    hat = Assignment.objects.get(pk=world.siti.assignment_id)
    end_assignment(
        assignment=hat, on=dt.date(2026, 11, 1), reason="mutasi", by=world.admin
    )
    client = client_of(world.siti)

    clock("2026-11-01")
    assert client.get(reverse("account-list")).status_code == 200
    clock("2026-11-02")
    assert client.get(reverse("account-list")).status_code == 403


def test_totp_is_asked_where_the_operator_requires_it(world, client_of, settings):
    settings.TOTP_REQUIRED_ROLES = ["sekretariat"]

    response = client_of(world.siti).get(reverse("account-list"))

    assert response.url == reverse("mfa_activate_totp")


def test_totp_is_not_asked_of_other_roles(world, client_of, settings):
    settings.TOTP_REQUIRED_ROLES = ["sekretariat"]

    assert client_of(world.joko).get(reverse("beranda")).status_code == 200
