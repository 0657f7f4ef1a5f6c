"""What a closing office leaves open here: its follow-ups go to whoever is its heir."""

from __future__ import annotations

from collections.abc import Iterable

from focal_points.opd.models import Opd
from focal_points.restructuring import effects
from pokja.meetings.choices import OPEN_STATES
from pokja.meetings.models import Recommendation

MOST = 120


def register() -> None:
    effects.register("Tindak lanjut yang belum selesai", _open_follow_ups)


def _open_follow_ups(opds: Iterable[Opd]) -> list[str]:
    rows = Recommendation.objects.falling_to([opd.pk for opd in opds])
    rows = rows.filter(state__in=OPEN_STATES).with_owners().order_by("due_on", "pk")
    return [f"{row.owner}: {row.text[:MOST]}" for row in rows]
