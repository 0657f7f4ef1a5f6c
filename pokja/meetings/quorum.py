"""The quorum of a meeting: how many of those asked have to be there, and were they."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce, NullIf

from pokja.meetings.models import Meeting
from pug_portal.lib.numbers import angka


@dataclass(frozen=True)
class Quorum:
    percent: int
    asked: int
    came: int

    @property
    def needed(self) -> int:
        """Rounded up: half of 25 are 13."""
        return -(-self.percent * self.asked // 100)

    @property
    def is_met(self) -> bool:
        return self.came >= self.needed

    @property
    def told(self) -> str:
        rule = (
            f"{self.percent}% dari {angka(self.asked)} yang diundang "
            f"({angka(self.needed)} orang)"
        )
        word = "terpenuhi" if self.is_met else "belum terpenuhi"
        return f"{rule}: {word}, {angka(self.came)} hadir"


def quorum_of(meeting: Meeting, came: int, asked: int) -> Quorum | None:
    """None where the meeting has no quorum, or nobody was asked."""
    if meeting.quorum_percent is None or not asked:
        return None
    return Quorum(meeting.quorum_percent, asked, came)


def asked() -> Coalesce:
    """Who stands on the list; before there is one, who is invited; else the plan."""
    return Coalesce(
        NullIf(_count("participants"), 0),
        NullIf(_count("invitees"), 0),
        F("planned_participants"),
        0,
        output_field=IntegerField(),
    )


def asked_to(meeting: Meeting) -> int:
    rows = Meeting.objects.filter(pk=meeting.pk).annotate(asked=asked())
    found: int = rows.values_list("asked", flat=True).get()
    return found


def _count(relation: str) -> Subquery:
    model = Meeting._meta.get_field(relation).related_model
    rows = model._default_manager.filter(meeting=OuterRef("pk")).order_by()  # type: ignore[union-attr]
    counted = rows.values("meeting").annotate(n=Count("pk")).values("n")
    return Subquery(counted, output_field=IntegerField())
