"""The ground that tests stand on: rows laid once, kept while tests come that want the same.

A transaction around many tests holds them, and each test's own becomes a savepoint above
it: what a test writes is gone, and what it stood on need not be laid again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from tests.saved_rows import SavedRows


class Ground:
    """At most one thing stands on it at a time, told by its key."""

    def __init__(self) -> None:
        self._saved: dict[object, SavedRows[Any]] = {}
        self._key: object = None
        self._around: transaction.Atomic | None = None
        self._driver: object = None

    def lay(self, key: object, build: Callable[[], Any], **options: bool) -> None:
        """Before the test opens the database."""
        if key == self._key and self._is_sound():
            return
        self.clear()
        self._around = transaction.atomic()
        # What the product calls durable is durable above a test's transaction too.
        self._around._from_testcase = True  # type: ignore[attr-defined]
        self._around.__enter__()
        self._driver = connection.connection
        try:
            self._put(key, build, **options)
        except BaseException:
            self.clear()
            raise
        connection.run_on_commit = []
        self._key = key

    def take(self, key: object, build: Callable[[], Any]) -> Any:
        """What was laid under `key`; laid now where the test commits for itself."""
        if self._around is None:
            return self._put(key, build)
        if key != self._key:
            raise AssertionError(
                f"{self._key} was laid when the database was opened, {key} is wanted: "
                "set the clock first; `world` needs no mark `django_db`"
            )
        return self._saved[key].copy()

    def clear(self) -> None:
        if self._around is None:
            return
        if not connection.closed_in_transaction:
            transaction.set_rollback(True)
        self._around.__exit__(None, None, None)
        self._around = self._key = None

    def _put(self, key: object, build: Callable[[], Any], **options: bool) -> Any:
        if key in self._saved:
            return self._saved[key].restore()
        made = build()
        self._saved[key] = SavedRows(made, **options)
        return made

    def _is_sound(self) -> bool:
        """A test may have closed the connection, or left it unusable."""
        return (
            connection.connection is self._driver
            and not connection.closed_in_transaction
            and not connection.needs_rollback
        )
