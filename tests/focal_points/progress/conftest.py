"""A day within the period, and reports in the states the tests ask for."""

from __future__ import annotations

import pytest

from focal_points.progress.models import Progress, State
from tests.make import progress as make


@pytest.fixture(autouse=True)
def within(clock) -> None:
    clock(make.WITHIN)


@pytest.fixture
def report_at(world):
    """report_at(State.SUBMITTED): Dinkes' report, filled by Ratih, judged by Siti."""

    def at(state: str = State.DRAFT) -> Progress:
        return make.progress_at(
            state, opd=world.dinkes, filler=world.ratih, verifier=world.siti
        )

    return at
