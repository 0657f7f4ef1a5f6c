from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from pug_portal.lib.clock import now, today


def test_now_carries_its_zone(settings):
    settings.PORTAL_NOW = None

    assert now().tzinfo is not None
    assert abs(now() - timezone.now()) < timedelta(minutes=1)


def test_a_fixed_moment_stands_still(settings):
    settings.PORTAL_NOW = "2020-10-26T02:00:00+00:00"

    assert now() == datetime(2020, 10, 26, 2, tzinfo=UTC) == now()


def test_a_fixed_moment_without_zone_is_jakarta_time(settings):
    settings.PORTAL_NOW = "2020-10-26T09:00"

    assert now() == datetime(2020, 10, 26, 2, tzinfo=UTC)


def test_today_is_the_date_on_the_wall_in_jakarta(settings):
    settings.PORTAL_NOW = "2020-12-31T18:30:00+00:00"

    assert today() == date(2021, 1, 1)


def test_today_differs_between_the_zones(settings):
    settings.PORTAL_NOW = "2020-12-31T15:30:00+00:00"

    assert today("Asia/Jakarta") == date(2020, 12, 31)
    assert today("Asia/Jayapura") == date(2021, 1, 1)
