"""One region's half-year: OPD, reports, decrees, meetings, answers, trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bench.data.people import person
from bench.data.work import fill_trail, fill_work
from focal_points.appointments.models import Appointment
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.models import Opd, OpdTag
from focal_points.periods.models import ReportingPeriod
from pokja.decrees import models as decrees
from pokja.membership.models import Member, Standing
from pokja.membership.ranks import stored_ranks
from pug_portal.access.roles import Role
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

JAKARTA = ZoneInfo("Asia/Jakarta")
TAGS = (OpdTag.PPPA, OpdTag.PLANNING, OpdTag.FINANCE, OpdTag.INSPECTORATE)
START = dt.date(2024, 1, 2)


@dataclass
class Half:
    """What the slices' rows of one region hang on."""

    region: Region
    desk: User
    bappeda: User
    opds: list[Opd]
    periods: list[ReportingPeriod]


def fill_region(region: Region, opd_count: int, prefix: str) -> Half:
    """`prefix` begins the user names: siti (sekretariat), joko (Bappeda), ratih (OPD 1)."""
    region.uses_portal = True
    region.secretariat_office, region.planning_office = "Dinsos P3A", "Bappeda"
    region.capital = region.short_name
    region.letterhead = f"PEMERINTAH {region.name.upper()}\nPOKJA PUG"
    region.save()
    half = Half(
        region,
        person(f"{prefix}siti", Role.SEKRETARIAT, region),
        person(f"{prefix}joko", Role.BAPPEDA, region),
        _opds(region, opd_count),
        _periods(region),
    )
    _appointments(half, person(f"{prefix}ratih", Role.FOCAL_POINT, region))
    _offices(half)
    _decrees(half)
    fill_work(half)
    fill_trail(half)
    return half


def _opds(region: Region, count: int) -> list[Opd]:
    return Opd.objects.bulk_create(
        Opd(
            region=region,
            name=f"Dinas Urusan Pemerintahan Nomor {place:02d}",
            short_name=f"Dinas {place:02d}",
            tag=TAGS[place] if place < len(TAGS) else OpdTag.OTHER,
        )
        for place in range(count)
    )


def _periods(region: Region) -> list[ReportingPeriod]:
    """The present semester last."""
    return ReportingPeriod.objects.bulk_create(
        ReportingPeriod(
            region=region,
            year=2026,
            half=half,
            figures_as_of=dt.date(2026, 6 * half, 28),
            opens_on=dt.date(2026, 6 * half - 5, 1),
            due_on=dt.date(2026, 6 * half, 15),
            locks_on=dt.date(2026, 6 * half, 29),
        )
        for half in (1, 2)
    )


def _appointments(half: Half, focal_point: User) -> None:
    Appointment.objects.bulk_create(
        Appointment(
            opd=opd,
            kind=Appointment.Kind.FOCAL_POINT,
            user=focal_point if place == 0 else None,
            assignment=focal_point.assignments.get() if place == 0 else None,
            name=f"Penghubung {place:02d}",
            sex="P" if place % 2 else "L",
            position="Kepala Subbagian Program",
            decree_number=f"800/{place}/2024",
            decree_date=START,
            start=START,
        )
        for place, opd in enumerate(half.opds)
    )


def _offices(half: Half) -> None:
    region = half.region
    kinds = Office.Kind
    wanted = [
        (region.head_title, kinds.HEAD_OF_REGION, None),
        ("Sekretaris Daerah", kinds.SECRETARY, None),
        *((f"Kepala {o.short_name}", kinds.HEAD_OF_OPD, o) for o in half.opds),
    ]
    offices = Office.objects.bulk_create(
        Office(region=region, title=title, kind=kind, opd=opd)
        for title, kind, opd in wanted
    )
    OfficeHolder.objects.bulk_create(
        OfficeHolder(office=office, name=f"Pejabat {place}", sex="L", start=START)
        for place, office in enumerate(offices)
    )


def _decrees(half: Half) -> None:
    made = decrees.Decree.objects.bulk_create(
        [
            *(_decree(half, kind) for kind in ("pokja", "tim_teknis", "puspa")),
            *(_decree(half, "focal_point", opd) for opd in half.opds),
        ]
    )
    ranks = stored_ranks(half.region)
    standings = [*Standing.values[:8], *[Standing.MEMBER.value] * 22]
    offices = list(Office.objects.filter(region=half.region))
    Member.objects.bulk_create(
        Member(
            decree=decree,
            rank=ranks[standing],
            order=order,
            office=offices[order % len(offices)] if order % 3 else None,
            name="" if order % 3 else f"Anggota {order:02d}",
            sex="" if order % 3 else "PL"[order % 2],
            start=START,
        )
        for decree in made[:2]
        for order, standing in enumerate(standings, 1)
    )


def _decree(half: Half, kind: str, opd: Opd | None = None) -> decrees.Decree:
    return decrees.Decree(
        region=half.region,
        kind=kind,
        opd=opd,
        number=f"{kind}/{opd.pk if opd else 0}/2024",
        title="Pembentukan dan Susunan Keanggotaan",
        issuer_position=half.region.head_title,
        signed_place=half.region.capital,
        signed_on=START,
        effective_from=START,
        effective_until=dt.date(2027, 12, 31),
        state=decrees.State.ISSUED,
        made_by=half.desk,
    )
