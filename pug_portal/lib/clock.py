"""What time it is for the portal: the only place that reads the clock.

Tests and demonstrations set `settings.PORTAL_NOW` to an ISO moment; the portal then stands still there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

JAKARTA = "Asia/Jakarta"


_standing_at: ContextVar[str | None] = ContextVar("standing_at", default=None)


@contextmanager
def standing_at(moment: str) -> Iterator[None]:
    """Within the block the portal's clock stands at an ISO moment: for example data."""
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)


def now() -> datetime:
    """This moment, always with its zone. A moment set without a zone is read as Jakarta time."""
    fixed = _standing_at.get() or getattr(settings, "PORTAL_NOW", None)
    if not fixed:
        return timezone.now()
    moment = datetime.fromisoformat(fixed)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(JAKARTA))


def today(zone_name: str = JAKARTA) -> date:
    """The date on the wall in one zone: in Jayapura it is tomorrow two hours before Jakarta."""
    return now().astimezone(ZoneInfo(zone_name)).date()
