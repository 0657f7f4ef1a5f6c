"""One entry of the menu is marked, also on pages whose address begins otherwise."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.progress.models import State
from tests.make import progress as make


@pytest.mark.parametrize(
    ("who", "name", "label"),
    [
        ("siti", "training-list", "Rapat dan tindak lanjut"),
        ("siti", "progress-queue", "Laporan OPD"),
        ("ratih", "progress-detail", "Laporan kemajuan"),
        ("ratih", "report-extract-list", "Laporan kemajuan"),
    ],
)
def test_the_entry_a_page_belongs_to_is_marked(
    world, client_of, clock, who, name, label
):
    clock("2020-12-20")
    report = make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)
    args = [report.pk] if name == "progress-detail" else []

    page = client_of(world.everyone()[who]).get(reverse(name, args=args))

    assert [entry.label for entry in page.context["nav"] if entry.current] == [label]
