"""Rows made once through the real actions, and laid down again for every later test.

Building the cast takes a tenth of a second; thousands of tests begin with it.
"""

from __future__ import annotations

import copy
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection, models, transaction

from pug_portal.health.models import Heartbeat

T = TypeVar("T")


class SavedRows(Generic[T]):
    """What a builder returned, and every row it left in our own tables."""

    def __init__(self, made: T, with_sessions: bool = False) -> None:
        self.made = copy.deepcopy(made)
        self.rows = {
            model: rows
            for model in _our_models(with_sessions)
            if (rows := list(model._base_manager.order_by("pk")))
        }
        self.statements: list[tuple[str, Any]] = []

    def restore(self) -> T:
        """The same rows under the same keys. The sequences have passed them long ago."""
        with transaction.atomic():
            if self.statements:
                with connection.cursor() as cursor:
                    for sql, params in self.statements:
                        cursor.execute(sql, params)
            else:
                with connection.execute_wrapper(self._remember):
                    self._insert()
        return self.copy()

    def copy(self) -> T:
        """A test may change what it was given."""
        return copy.deepcopy(self.made)

    def _insert(self) -> None:
        for model, rows in self.rows.items():
            model._base_manager.bulk_create([copy.copy(row) for row in rows])

    def _remember(self, execute, sql: str, params: Any, many: bool, context) -> Any:
        """Django writes the same statement from the same rows every time: once is enough."""
        if sql.startswith("INSERT"):
            self.statements.append((sql, params))
        return execute(sql, params, many, context)


def _our_models(with_sessions: bool) -> list[type[models.Model]]:
    """Without those whose rows come with the migrations, or from a worker that runs."""
    foreign = {"contenttypes", "auth"} | (set() if with_sessions else {"sessions"})
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in foreign
        and not model._meta.proxy
        and model is not Heartbeat
    ]
