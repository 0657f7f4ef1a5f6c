"""The buttons of the editor, as the server applies them."""

from __future__ import annotations

import pytest

from pokja.meetings.draft import Item
from pokja.meetings.draft_commands import apply

ROWS = ["a0", "b1", "c1", "d0", "e1"]


def items(*rows: str, section: str = "pembahasan") -> list[Item]:
    return [Item(row[0], section, int(row[1]), row) for row in rows]


@pytest.mark.parametrize(
    ("command", "key", "after"),
    [
        ("naik", "d", "d0 e1 a0 b1 c1"),
        ("naik", "c", "a0 c1 b1 d0 e1"),
        ("naik", "b", "a0 b1 c1 d0 e1"),
        ("turun", "a", "d0 e1 a0 b1 c1"),
        ("turun", "b", "a0 c1 b1 d0 e1"),
        ("turun", "c", "a0 b1 c1 d0 e1"),
        ("masuk", "d", "a0 b1 c1 d1 e2"),
        ("masuk", "a", "a0 b1 c1 d0 e1"),
        ("keluar", "b", "a0 b0 c1 d0 e1"),
        ("hapus", "a", "b0 c1 d0 e1"),
        ("naik", "tidakada", "a0 b1 c1 d0 e1"),
        ("lain", "a", "a0 b1 c1 d0 e1"),
    ],
)
def test_a_button_moves_a_point_with_what_hangs_on_it(command, key, after):
    found = apply(items(*ROWS), command, key)
    assert " ".join(f"{i.key}{i.depth}" for i in found) == after


def test_over_the_edge_of_its_section_a_point_enters_the_next():
    rows = items("a0") + items("b0", section="keputusan")

    down = apply(rows, "turun", "a")
    up = apply(rows, "naik", "b")

    assert [(i.key, i.section) for i in down] == [
        ("a", "keputusan"),
        ("b", "keputusan"),
    ]
    assert [(i.key, i.section) for i in up] == [
        ("a", "pembahasan"),
        ("b", "pembahasan"),
    ]
