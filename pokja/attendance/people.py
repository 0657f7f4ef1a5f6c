"""What forms, phones and prefilling hand to the verbs of the list."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.offices.nip_owners import bare_name
from focal_points.opd.models import Opd
from pokja.attendance.models import LONGEST_KEY, Coming, Participant, Source


@dataclass(frozen=True)
class Person:
    name: str = ""
    sex: str = ""
    position: str = ""
    opd: Opd | None = None
    institution: str = ""
    is_leader: bool = False
    source: str = Source.DESK
    appointment_id: int | None = None

    @property
    def key(self) -> str:
        """One person of one office; degrees after the comma do not make another one."""
        place = str(self.opd.pk) if self.opd else _small(self.institution)
        who = bare_name(self.name) if self.name else f"#{_small(self.position)}"
        # One letter may become three: «ﬃ».
        return f"{who}|{place}"[:LONGEST_KEY]

    def as_row(self, **other: object) -> Participant:
        return Participant(
            name=self.name,
            sex=self.sex,
            position=self.position,
            opd=self.opd,
            institution="" if self.opd else self.institution,
            is_leader=self.is_leader,
            source=self.source,
            appointment_id=self.appointment_id,
            key=self.key,
            **other,
        )


@dataclass(frozen=True)
class Place:
    """Which chair somebody sits on who was not on the list: as its holder, or for him."""

    chair: int
    is_holder: bool = False


@dataclass(frozen=True)
class Mark:
    """What is written for one person on one day; an empty state takes it back."""

    state: str = ""
    stand_in_name: str = ""
    stand_in_position: str = ""
    stand_in_sex: str = ""
    note: str = ""

    @property
    def is_represented(self) -> bool:
        return self.state == Coming.REPRESENTED


def _small(text: str) -> str:
    return " ".join(text.casefold().split())
