"""Every page under every hat: few queries, and no shape of query again and again.

The budgets are those of the product: at most twelve queries on a page, no query of one
shape more than twice. That the number is the same for 3 and for 40 OPD is tested with
each list, because a list has to be filled to tell.
"""

from __future__ import annotations

import re
from collections import Counter
from types import ModuleType

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.test_permission_matrix import MODULES, VISITORS, short

MOST = 12
MOST_OF_A_SHAPE = 2
LOOKS_AGAIN = 2
# allauth asks once per kind of second factor, in its own code.
REPEATS = {"account_reauthenticate"}
# A savepoint is no question.
QUIET = ("SAVEPOINT", "RELEASE", "BEGIN", "ROLLBACK", "COMMIT")
LITERAL = re.compile(r"'[^']*'|\b\d+\b|\(\?(?:, \?)+\)")


def shape_of(sql: str) -> str:
    """The query without its values: `IN (1, 2)` and `IN (3)` are one shape."""
    return re.sub(r"\(\?(?:, \?)*\)", "(?)", LITERAL.sub("?", sql))


@pytest.mark.slow
@pytest.mark.parametrize(
    "module",
    [
        pytest.param(module, id=name, marks=pytest.mark.xdist_group(name))
        for module in MODULES
        if (name := short(module))
    ],
)
def test_no_page_asks_more_than_the_budget(module: ModuleType, scene):
    pages = [row.split()[0] for row in module.ROWS if row.endswith(" GET")]
    found = []
    for visitor in VISITORS[1:]:
        client = scene.client(visitor)
        for name in pages:
            if module.ROWS[f"{name} GET"][visitor] == 200:
                found += over_budget(client, name, scene.kwargs.get(name, {}), visitor)

    assert found == []


def over_budget(client, name: str, kwargs: dict, visitor: str) -> list[str]:
    url = reverse(name, kwargs=kwargs)
    found = asked_too_much(client, url, f"{name} ({visitor})", name in REPEATS)
    # The first look after a write counts what waits, and a look may itself be written
    # down: only a page that asks too much again and again asks too much.
    for _ in range(LOOKS_AGAIN if found else 0):
        found = asked_too_much(client, url, f"{name} ({visitor})", name in REPEATS)
    return found


def asked_too_much(client, url: str, page: str, may_repeat: bool) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        client.get(url).close()
    shapes = [
        shape_of(query["sql"]) for query in asked if not query["sql"].startswith(QUIET)
    ]
    repeated = [
        f"{page}: {count} × {shape[:400]}"
        for shape, count in Counter(shapes).items()
        if count > MOST_OF_A_SHAPE and not may_repeat
    ]
    if len(shapes) > MOST:
        return [f"{page}: {len(shapes)}", *repeated]
    return repeated
