"""What the portal writes down carries no key that opens something."""

from __future__ import annotations

import logging
import secrets

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse

from deploy.access_log import AccessLog
from pug_portal.logs import HIDDEN, WithoutKeys, without_keys

KEY = secrets.token_urlsafe(32)


@pytest.mark.parametrize(
    "name",
    ["access-link", "approval-link", "guest-entry", "guest-submit", "calendar-feed"],
)
def test_no_address_is_written_down_with_its_key(name):
    address = reverse(name, args=[KEY])

    assert without_keys(address) == address.replace(KEY, HIDDEN)


def test_a_link_for_a_new_password_is_kept_too(world):
    key = default_token_generator.make_token(world.siti.user)
    address = reverse("account_reset_password_from_key", args=["1", key])

    assert key not in without_keys(address)


def test_other_addresses_stay_readable():
    plain = "/laporan-opd/12/?periode=3 /berkas/0b0e7c1e-6f0b-4f3a-9d5e-2f8f6c1d7a10/"

    assert without_keys(plain) == plain


def test_a_page_that_is_not_found_is_named_without_its_key():
    record = logging.LogRecord(
        "django.request", 30, "", 0, "%s: %s", ("Not Found", f"/undangan/{KEY}/"), None
    )

    assert WithoutKeys().filter(record)
    assert record.getMessage() == f"Not Found: /undangan/{HIDDEN}/"


def test_the_access_log_hides_them_in_address_and_origin(monkeypatch):
    asked = {"r": f"GET /undangan/{KEY}/ HTTP/1.1", "f": f"https://x/undangan/{KEY}/"}
    monkeypatch.setattr(
        "gunicorn.glogging.Logger.atoms", lambda self, *request: {**asked, "s": 200}
    )

    told = AccessLog.atoms(object.__new__(AccessLog))

    assert told["r"] == f"GET /undangan/{HIDDEN}/ HTTP/1.1"
    assert KEY not in told["f"]
