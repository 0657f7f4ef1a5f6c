"""An activity counts for one line at most, whatever codes and tugas are written."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pokja.programme.realisation import share_out

CODES = ["", "2.08.02.2.01.01", "2.08.02.2.01.0001", "2.08.02.2.01.02"]


@dataclass
class Row:
    key: int
    sub_activity_code: str = CODES[1]
    duties: list[str] = field(default_factory=lambda: ["a"])


def rows(most: int):
    letters = st.lists(st.sampled_from("abcd"), max_size=3, unique=True)
    one = st.builds(Row, st.just(0), st.sampled_from(CODES), letters)
    return st.lists(one, max_size=most).map(
        lambda found: [
            Row(i, each.sub_activity_code, each.duties) for i, each in enumerate(found)
        ]
    )


@pytest.mark.slow
@given(activities=rows(12), lines=rows(6))
def test_nothing_is_counted_twice(activities, lines):
    shared, left_out = share_out(activities, lines)

    counted = [each.key for found in shared.values() for each in found]
    assert len(counted) == len(set(counted))
    assert not set(counted) & {each.key for each in left_out}
    by_key = {line.key: line for line in lines}
    for key, found in shared.items():
        assert all(set(by_key[key].duties) & set(each.duties) for each in found)


@pytest.mark.slow
@given(activities=rows(12), lines=rows(6))
def test_what_could_count_does_count(activities, lines):
    shared, _ = share_out(activities, lines)
    _, unmatched = share_out(activities, [])
    counted = {each.key for found in shared.values() for each in found}

    assert unmatched == []
    for line in lines:
        same = share_out(activities, [line])[0].get(line.key, [])
        assert {each.key for each in same} <= counted


def test_the_line_with_most_tugas_in_common_has_it():
    near, nearer = Row(1, duties=["a"]), Row(2, duties=["a", "d"])
    shared, _ = share_out([Row(9, CODES[2], ["a", "d"])], [near, nearer])

    assert list(shared) == [2]


def test_without_a_common_tugas_it_is_told_but_not_counted():
    shared, left_out = share_out([Row(9, duties=[])], [Row(1)])

    assert shared == {}
    assert [each.key for each in left_out] == [9]
