"""What stands in the address bar or in a button never ends in an error page."""

from __future__ import annotations

import pytest
from django.urls import reverse


@pytest.mark.parametrize("before", ["²", "٣", "9" * 30, "9" * 5000, "-1", "x"])
def test_a_mark_that_is_no_number_is_answered(world, client_of, before):
    answer = client_of(world.siti).get(reverse("audit-list"), {"sebelum": before})

    assert answer.status_code == 200


@pytest.mark.parametrize("asked", ["²", "9" * 5000])
def test_a_period_that_is_no_number_is_answered(world, client_of, asked):
    answer = client_of(world.siti).get(reverse("progress-board"), {"periode": asked})

    assert answer.status_code in {200, 404}
