"""What a browser keeps: cleared on the way out, shown when the report was closed."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.make import progress as make


@pytest.mark.parametrize("name", ["account_logout", "menu", "my-account"])
def test_every_way_out_clears_the_copies(world, client_of, name):
    shown = client_of(world.ratih).get(reverse(name)).content.decode()

    assert re.search(r"<form[^>]* data-keluar>", shown)


@pytest.mark.slow
def test_a_closed_report_shows_its_writer_what_the_browser_kept(
    world, report_at, client_of, clock
):
    report = report_at()
    ratih = client_of(world.ratih)
    url = reverse("progress-detail", args=[report.pk])
    assert b"data-sisa" not in ratih.get(url).content
    clock(make.AFTER_LOCK)

    key = f'data-sisa="laporan-{world.ratih.user_id}-{report.pk}-"'
    assert key in ratih.get(url).content.decode()
