"""One Pokja's half-year in a browser: from its decree to the PDF report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser import (
    story_answers,
    story_desk,
    story_filing,
    story_meeting,
    story_report,
    story_widths,
)
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.story import Story
from tests.make import focal_points as make_fp
from tests.make import prasyarat as make_answers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

# Within the period that the sekretariat opens; the semester itself is over.
TODAY = "2021-01-11T09:00"
SCREENS = pytest.mark.parametrize(
    ("device", "javascript"),
    [(DESKTOP, True), (PHONE, True), (DESKTOP, False)],
    ids=["1366", "390", "without script"],
)


@pytest.fixture
def today(settings) -> None:
    """Set before the worker starts: it takes the date along."""
    settings.PORTAL_NOW = TODAY


@pytest.fixture
def story_of(today, worker, world, open_page, sign_in, address, tmp_path: Path):
    def begin(device: dict[str, Any], javascript: bool) -> Story:
        chair = make_fp.office(world.blora, "Kepala Bappeda Kabupaten Blora")
        make_fp.holder(chair)
        make_answers.instrument()
        return Story(world, open_page, sign_in, address, device, javascript, tmp_path)

    return begin


@SCREENS
def test_the_half_year_of_blora(story_of, device, javascript):
    story = story_of(device, javascript)

    story_desk.steps(story)
    story_filing.steps(story)
    story_meeting.steps(story)
    story_answers.steps(story)
    story_report.steps(story)
    story_widths.steps(story)
