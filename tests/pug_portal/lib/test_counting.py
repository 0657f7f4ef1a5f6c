"""Counting rows of several tables at once."""

from __future__ import annotations

from focal_points.opd.models import Opd
from pug_portal.lib.counting import count_together
from pug_portal.regions.models import Level, Region


def test_each_name_has_its_own_number_in_one_query(world, django_assert_num_queries):
    rows = {
        "opd": Opd.objects.filter(region=world.blora).select_related("region"),
        "regions": Region.objects.filter(level=Level.REGENCY),
        "none": Opd.objects.none(),
        "nobody": Opd.objects.filter(name="Tidak ada"),
    }

    with django_assert_num_queries(1):
        found = count_together(rows)

    assert found == {"opd": 4, "regions": 2, "none": 0, "nobody": 0}


def test_nothing_to_count_asks_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert count_together({}) == {}
        assert count_together({"none": Opd.objects.none()}) == {"none": 0}
