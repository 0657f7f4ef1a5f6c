"""The migrated database that `make test` has made ready, if it has."""

from __future__ import annotations

import os

from django.conf import settings


def copy_of_template() -> None:
    """On PostgreSQL the test database becomes a copy, with nothing left to migrate."""
    template = os.environ.get("TEST_DATABASE_TEMPLATE")
    database = settings.DATABASES["default"]
    if template and database["ENGINE"].endswith("postgresql"):
        database.setdefault("TEST", {})["TEMPLATE"] = template
