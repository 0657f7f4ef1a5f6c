"""The sections of the form, who was asked to fill them, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.progress.content import SECTIONS
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress
from pug_portal.accounts.models import User

ACTIVITIES, EVIDENCE = "kegiatan", "bukti"


def _titles() -> dict[str, str]:
    """In the order of the page: the obstacles come after the activities."""
    titles = {section.key: section.title for section in SECTIONS}
    last = titles.pop("kendala")
    return {
        **titles,
        ACTIVITIES: "Kegiatan",
        "kendala": last,
        EVIDENCE: "Bukti dukung",
    }


TITLES = _titles()


@dataclass(frozen=True)
class Share:
    section: str
    title: str
    author: User | None


def shares_of(progress: Progress) -> list[Share]:
    asked = {
        row.section: row.user for row in progress.section_authors.select_related("user")
    }
    return [Share(key, title, asked.get(key)) for key, title in TITLES.items()]


def authors_of(progress: Progress) -> dict[str, str]:
    return {
        share.section: str(share.author)
        for share in shares_of(progress)
        if share.author
    }


def people_of(opd: Opd) -> list[User]:
    """Everybody with an account whom the OPD, or its heir, appointed today."""
    on = day_in(opd.region)
    if opd.heir is not None and not opd.exists_on(on):
        return people_of(opd.heir)
    rows = Appointment.objects.filter(
        opd=opd, kind=Appointment.Kind.FOCAL_POINT, user__is_active=True
    ).valid_on(on)
    people = {row.user.pk: row.user for row in rows.select_related("user") if row.user}
    return sorted(people.values(), key=lambda person: (str(person), person.pk))
