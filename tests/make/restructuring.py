"""Offices that change, through the real action."""

from __future__ import annotations

import datetime as dt

from focal_points.opd.change_models import ChangeKind, Restructuring
from focal_points.opd.models import Opd
from focal_points.restructuring.actions import restructure
from focal_points.restructuring.preview import preview
from focal_points.restructuring.proposal import NewOffice, Proposal
from pug_portal.access.actor import SYSTEM, Actor

NEW_YEAR = dt.date(2021, 1, 1)
FEBRUARY = dt.date(2021, 2, 1)


def proposal(
    kind: ChangeKind, old: list[Opd], *new: tuple[str, str], on: dt.date = NEW_YEAR
) -> Proposal:
    return Proposal(
        region=old[0].region,
        kind=kind,
        on=on,
        legal_basis="Perda 7 Tahun 2020",
        old=tuple(old),
        new=tuple(NewOffice(*names) for names in new),
    )


def done(wanted: Proposal, by: Actor = SYSTEM, **people: str) -> Restructuring:
    """As the preview proposes it."""
    proposed = {row.appointment.pk: row.destination for row in preview(wanted).people}
    return restructure(proposal=wanted, people={**proposed, **people}, by=by)


def merged(world, on: dt.date = NEW_YEAR, by: Actor = SYSTEM) -> Restructuring:
    """Dinkes and DLH become one."""
    pair = [world.dinkes, world.dlh]
    new = ("Dinas Kesehatan dan Lingkungan", "Dinkesling")
    return done(proposal(ChangeKind.MERGE, pair, new, on=on), by)


def renamed(world, on: dt.date = NEW_YEAR, by: Actor = SYSTEM) -> Restructuring:
    new = ("Dinas Kesehatan Daerah", "Dinkesda")
    return done(proposal(ChangeKind.RENAME, [world.dinkes], new, on=on), by)


def closed(opd: Opd, last_day: dt.date) -> Restructuring:
    """Without a successor; its people end with it."""
    first = last_day + dt.timedelta(days=1)
    return done(proposal(ChangeKind.CLOSE, [opd], on=first))
