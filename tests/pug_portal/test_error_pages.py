"""Error pages say what happened and show a way on."""

from __future__ import annotations

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory

from pug_portal import views
from pug_portal.access.actor import NOBODY


@pytest.fixture
def request_of_nobody():
    request = RequestFactory().get("/")
    request.actor = NOBODY
    return request


def test_a_refusal_tells_its_sentence(request_of_nobody):
    answer = views.forbidden(request_of_nobody, PermissionError("Hanya sekretariat."))

    assert answer.status_code == 403
    assert "Hanya sekretariat." in answer.content.decode()


def test_a_body_that_is_too_big_is_told_as_such(request_of_nobody):
    answer = views.bad_request(request_of_nobody, RequestDataTooBig())

    assert answer.status_code == 413
    assert "Berkas terlalu besar" in answer.content.decode()


def test_a_broken_portal_answers_without_asking_the_database(request_of_nobody):
    answer = views.server_error(request_of_nobody)

    assert answer.status_code == 500
    assert "Ke beranda" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_that_stood_open_too_long_says_what_to_do():
    answer = Client(enforce_csrf_checks=True).post("/masuk/", {"login": "x"})

    assert answer.status_code == 403
    assert "Halaman terlalu lama terbuka" in answer.content.decode()
