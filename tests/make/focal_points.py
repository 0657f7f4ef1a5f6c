"""OPD and the people they appoint."""

from __future__ import annotations

import datetime as dt

from focal_points.appointments.actions import appoint
from focal_points.appointments.models import Appointment
from focal_points.offices.actions import add_office, record_holder
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.actions import add_opd
from focal_points.opd.models import Opd, OpdTag
from focal_points.periods.actions import open_with_defaults
from focal_points.periods.models import ReportingPeriod
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import User
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region
from tests.make.pug_portal import LONG_AGO


def opd(
    region: Region, name: str, short_name: str = "", tag: str = OpdTag.OTHER
) -> Opd:
    return add_opd(
        region=region, name=name, short_name=short_name or name, tag=tag, by=SYSTEM
    )


def appointed(
    user: User, opd: Opd, kind: str = "focal_point", *, end: dt.date | None = None
) -> Actor:
    made: Appointment = appoint(
        opd=opd,
        kind=kind,
        name=user.name,
        sex="P",
        start=LONG_AGO,
        end=end,
        user=user,
        decree_number="800/12/2019",
        by=SYSTEM,
    )
    assert made.assignment is not None
    return actor_under(made.assignment, user)


def period(
    region: Region, semester: Semester | None = None, by: Actor = SYSTEM
) -> ReportingPeriod:
    """Semester II 2020 unless told."""
    return open_with_defaults(
        region=region, semester=semester or Semester(2020, 2), by=by
    )


def appointment(opd: Opd, name: str = "Lina Marlina", **facts) -> Appointment:
    """A focal point without an account unless `user` is given."""
    given = {"decree_number": "800/12/2019", "start": LONG_AGO, **facts}
    return appoint(
        opd=opd,
        name=name,
        by=given.pop("by", SYSTEM),
        kind=given.pop("kind", "focal_point"),
        sex=given.pop("sex", "P"),
        **given,
    )


def office(region: Region, title: str = "Kepala Bappeda", **facts) -> Office:
    return add_office(region=region, title=title, by=SYSTEM, **facts)


def holder(
    office: Office,
    name: str = "Agus Prasetyo",
    kind: str = "definitif",
    start: dt.date = LONG_AGO,
    **facts,
) -> OfficeHolder:
    given = {"sex": "L", **facts}
    return record_holder(
        office=office, name=name, kind=kind, start=start, by=SYSTEM, **given
    )
