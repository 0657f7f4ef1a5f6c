"""The middle of the first year of the RAD of these tests."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def in_june(clock) -> None:
    clock("2021-06-15")
