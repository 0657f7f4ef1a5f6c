"""Two people press at the same moment: each in a thread and a transaction of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections


def at_once(*verbs: Callable[[], Any]) -> tuple[int, list[str]]:
    """(how many went through, what the others were told). Needs PostgreSQL: SQLite lets
    one writer in at a time anyway; only row locks can be won or lost."""
    if connection.vendor != "postgresql":
        pytest.fail("this test is about the row locks of PostgreSQL")
    start = threading.Barrier(len(verbs))
    done: list[object] = []
    told: list[str] = []

    def run(verb: Callable[[], Any]) -> None:
        start.wait(timeout=10)
        try:
            done.append(verb())
        except ValidationError as refusal:
            told.extend(refusal.messages)
        finally:
            connections.close_all()

    people = [threading.Thread(target=run, args=(verb,)) for verb in verbs]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=30)
    assert len(done) + len(told) >= len(verbs), "one of them never came back"
    return len(done), told
