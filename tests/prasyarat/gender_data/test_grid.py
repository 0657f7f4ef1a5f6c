"""What a table shows beside L and P, and the breakdown that is the region's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from focal_points.opd.models import Opd
from prasyarat.gender_data.actions import submit_table
from prasyarat.gender_data.grid import grid_of
from prasyarat.gender_data.places import region_axes
from pug_portal.access.refusal import Refusal
from tests.make import gender_data as make


def test_total_share_and_ratio_are_computed_and_hide_together(world):
    place = make.place(world.blora)
    figures = make.pairs(place, (8, 12), (0, 5), *[(20, 20)] * 4, (1, 30))
    axes = region_axes(world.blora, place.table)

    plain = grid_of(place.table, axes, figures, hide_below=None).main.lines
    shown = grid_of(place.table, axes, figures, hide_below=3).main.lines

    assert (plain[0].both, plain[0].share, plain[0].ratio) == ("20", "60,0%", "1,50")
    assert plain[1].ratio == "–"
    assert (plain[-1].men, plain[-1].women, plain[-1].both) == ("89", "127", "216")
    assert (shown[6].men, shown[6].ratio) == ("*", "*")


def test_the_kecamatan_of_the_region_are_a_breakdown_that_must_add_up(world):
    place = make.supplied(world.blora, world.dinkes)
    area = Opd.objects.create(
        region=world.blora, name="Kecamatan Cepu", short_name="Cepu", kind="Kecamatan"
    )
    parts = {("kecamatan", f"opd-{area.pk}"): (Decimal(13), Decimal(14))}
    whole = make.pairs(place, *[(2, 2)] * 7)
    assert {axis.code for axis in region_axes(world.rembang, place.table)} == {
        "", "disabilitas",
    }  # fmt: skip

    row = make.saved(place, world.ratih, figures=whole | parts)

    with pytest.raises(Refusal, match="menurut kecamatan 13"):
        submit_table(row=row, place=place, by=world.ratih)
