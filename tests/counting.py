"""Counting the queries of a page as its second reader meets it."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(client: Client, url: str, data: dict[str, Any] | None = None) -> int:
    """Queries of one look. A look before it counts what waits since the last write:
    that stands for a while, and the menu of every page shares it."""
    client.get(url, data).close()
    with CaptureQueriesContext(connection) as caught:
        client.get(url, data).close()
    return len(caught)
