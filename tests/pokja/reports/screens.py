"""What the tests of the screens share."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def page(client: Client, name: str, **kwargs: object) -> str:
    answer = client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, name: str, **kwargs: object) -> int:
    """Of the second visit: the first one may have warmed a cache."""
    page(client, name, **kwargs)
    with CaptureQueriesContext(connection) as seen:
        page(client, name, **kwargs)
    return len(seen)
