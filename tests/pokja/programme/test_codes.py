"""Codes are compared as numbers, and the product's list of them is whole."""

from __future__ import annotations

import pytest

from pokja.programme.codes import name_of, normal, suggestions


@pytest.mark.parametrize(
    "written", ["2.08.02.2.01.0001", "2.08.02.02.01.01", " 2.08.02.2.01.1. "]
)
def test_one_code_is_written_in_many_ways(written):
    assert normal(written) == normal("2.08.02.2.01.01")


@pytest.mark.parametrize(
    "other", ["2.08.02.2.01.02", "2.08.02.1.01.01", "2.08.02.2.01"]
)
def test_different_codes_stay_different(other):
    assert normal(other) != normal("2.08.02.2.01.01")


def test_the_suggestions_name_the_sub_kegiatan_first():
    rows = suggestions()

    assert len(rows) == 27
    assert [row.level for row in rows[:2]] == ["sub kegiatan", "sub kegiatan"]
    assert name_of("2.08.02.2.01.0002").startswith("Koordinasi dan Sinkronisasi")
    assert name_of("9.99") == ""
