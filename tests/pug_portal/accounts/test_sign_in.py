"""Signing in: any identifier, a limit on wrong guesses, no self-registration."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.make.pug_portal import PASSWORD


def sign_in(identifier: str, password: str = PASSWORD):
    return Client().post(
        reverse("account_login"), {"login": identifier, "password": password}
    )


def test_it_takes_the_user_name(world):
    assert sign_in("siti").status_code == 302


def test_it_takes_the_e_mail_in_any_case(world):
    user = world.siti.user
    user.email = "siti@contoh.id"
    user.save()

    assert sign_in("Siti@Contoh.ID").status_code == 302


@pytest.mark.parametrize(
    "typed", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890"]
)
def test_it_takes_the_phone_number_however_written(world, typed):
    user = world.siti.user
    user.phone = "6281234567890"
    user.save()

    assert sign_in(typed).status_code == 302


def test_it_refuses_a_wrong_password_and_keeps_the_name(world):
    response = sign_in("siti", "salah-sekali")

    assert response.status_code == 200
    assert 'value="siti"' in response.content.decode()


def test_many_wrong_passwords_lock_that_account_for_a_while(world):
    for _ in range(6):
        sign_in("siti", "salah-sekali")

    assert sign_in("siti", PASSWORD).status_code == 200
    assert sign_in("joko", PASSWORD).status_code == 302


def test_nobody_can_register_himself(db):
    response = Client().get(reverse("account_signup"))

    assert "hanya lewat undangan" in response.content.decode()


def test_a_deactivated_account_cannot_sign_in(world):
    user = world.siti.user
    user.is_active = False
    user.save()

    response = sign_in("siti")

    assert response.url == reverse("account_inactive")
