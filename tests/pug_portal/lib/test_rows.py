"""The one row, and none."""

from __future__ import annotations

from pug_portal.lib.rows import only
from pug_portal.regions.models import Region


def test_the_row_that_is_there(world):
    assert only(Region.objects.filter(pk=world.blora.pk)) == world.blora


def test_none_where_there_is_none(world):
    assert only(Region.objects.filter(pk=0)) is None


def test_it_does_not_sort(world, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        only(Region.objects.filter(pk=world.blora.pk))

    assert "ORDER BY" not in asked.captured_queries[0]["sql"]
