"""Naming the reviewers by SK, giving them their OPD, choosing the region's GAP."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from focal_points.opd.models import Opd
from focal_points.pprg.models import GapFormat
from focal_points.pprg.team_models import Driver, GapChoice, Reviewer
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.models import Assignment, User
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

NAMED = Verb("pprg.reviewer_named", "menetapkan penelaah PPRG {object}")
CHANGED = Verb("pprg.reviewer_changed", "mengubah penugasan penelaah PPRG {object}")
ENDED = Verb("pprg.reviewer_ended", "mengakhiri penelaah PPRG {object}")
FORMAT = Verb("pprg.format_chosen", "memilih format GAP {object}")

# Who may sit for which office: each hat for itself, BPKAD and Inspektorat as penelaah.
_HATS = {
    Driver.BAPPEDA: (Role.BAPPEDA, Role.TELAAH),
    Driver.PPPA: (Role.SEKRETARIAT, Role.TELAAH),
    Driver.FINANCE: (Role.TELAAH,),
    Driver.INSPECTORATE: (Role.TELAAH,),
}


@transaction.atomic
def name_reviewer(
    *,
    region: Region,
    user: User,
    office: str,
    decree_number: str,
    decree_date: dt.date,
    opds: Iterable[Opd],
    by: Actor,
    start: dt.date | None = None,
    reviewer: Reviewer | None = None,
) -> Reviewer:
    """A new seat, or with `reviewer` that seat changed."""
    require_in(by, region, Permission.PPRG_TEAM)
    given = list(opds)
    if any(opd.region_id != region.pk for opd in given):
        raise Refusal("OPD ini bukan OPD daerah Anda.", field="opds")
    if not decree_number.strip():
        raise Refusal(
            "Penelaah ditetapkan dengan SK. Isi nomornya.", field="decree_number"
        )
    _check_hat(user, region, Driver(office))
    seat = _locked(reviewer, region) if reviewer else Reviewer(region=region)
    old = (seat.decree_number or None, str(seat.user) if reviewer else None)
    seat.user, seat.office = user, office
    seat.decree_number, seat.decree_date = decree_number.strip(), decree_date
    seat.start = start or (seat.start if reviewer else decree_date)
    seat.save()
    before = sorted(opd.short_name for opd in seat.opds.all())
    seat.opds.set(given)
    record(
        by=by,
        verb=CHANGED if reviewer else NAMED,
        obj=seat,
        region=region,
        changes={
            "SK": (old[0], seat.decree_number),
            "orang": (old[1], str(user)),
            "OPD": (before or None, sorted(opd.short_name for opd in given)),
        },
    )
    return seat


@transaction.atomic
def end_reviewer(*, reviewer: Reviewer, by: Actor) -> Reviewer:
    """From tomorrow on; what was said stays."""
    require_in(by, reviewer.region, Permission.PPRG_TEAM)
    seat = Reviewer.objects.select_for_update().get(pk=reviewer.pk)
    if seat.end is not None:
        return seat
    seat.end = max(today() - dt.timedelta(days=1), seat.start)
    seat.save(update_fields=["end"])
    changes = {"sampai": (None, seat.end)}
    record(by=by, verb=ENDED, obj=seat, region=seat.region, changes=changes)
    return seat


@transaction.atomic
def choose_gap_format(
    *, region: Region, year: int, gap_format: str, by: Actor
) -> GapChoice:
    """For documents begun from now on; those begun keep theirs."""
    require_in(by, region, Permission.PPRG_TEAM)
    if not today().year - 10 <= year <= today().year + 5:
        raise Refusal("Tahun anggaran ini tidak mungkin di sini.", field="year")
    Region.objects.select_for_update().get(pk=region.pk)
    chosen = GapFormat(gap_format)
    found = GapChoice.objects.filter(region=region, year=year).first()
    old = found.get_gap_format_display() if found else None
    made = found or GapChoice(region=region, year=year)
    made.gap_format = chosen
    made.save()
    changes = {"format": (old, chosen.label)}
    record(by=by, verb=FORMAT, obj=made, region=region, changes=changes)
    return made


def _locked(reviewer: Reviewer, region: Region) -> Reviewer:
    """A seat that was ended meanwhile is not opened again by a page that lay open."""
    rows = Reviewer.objects.select_for_update(of=("self",)).select_related("user")
    seat = rows.filter(pk=reviewer.pk, region=region).first()
    if seat is None or seat.end is not None:
        raise Refusal("Penugasan penelaah ini sudah berakhir.")
    return seat


def _check_hat(user: User, region: Region, office: Driver) -> None:
    wanted = _HATS[office]
    worn = Assignment.objects.filter(user=user, region=region, role__in=wanted)
    if not worn.valid_on(today()).exists():
        names = " atau ".join(role.label for role in wanted)
        raise Refusal(
            f"Akun ini belum berperan {names}. Berikan perannya di halaman Akun.",
            field="user",
        )
