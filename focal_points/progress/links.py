"""Whom a one-time link makes of its holder, and how the link travels."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from focal_points.appointments.models import Appointment
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import BoardRow, Status
from focal_points.progress.link_models import FillingLink
from focal_points.progress.lock import day_in
from focal_points.progress.queries import board
from pug_portal.access.actor import Guest
from pug_portal.access.roles import Role
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal_waktu

_FILLABLE = (Status.NOT_STARTED, Status.DRAFT, Status.AWAITING_HEAD, Status.RETURNED)


def guest_of(link: FillingLink, name: str, position: str) -> Guest:
    """May what a focal point may, on the one report of the link."""
    called = f"{name}, {position}"
    return Guest(
        user=None,
        role=Role.FOCAL_POINT,
        region=link.period.region,
        cache={"opd_ids": frozenset({link.opd_id})},
        called=called,
        basis=f"lewat tautan, a.n. {link.called_opd.short_name}"[:40],
        bounds={"period": link.period_id, "opd": link.opd_id},
    )


@dataclass(frozen=True)
class LinkRow:
    """One OPD on the sekretariat's page of links."""

    row: BoardRow
    link: FillingLink | None
    people: tuple[str, ...]
    can_make: bool

    @property
    def is_open(self) -> bool:
        link = self.link
        return (
            link is not None
            and link.revoked_at is None
            and link.used_at is None
            and link.expires_at > now()
        )


def link_rows(period: ReportingPeriod) -> list[LinkRow]:
    """Every OPD that still owes its report; a few queries, however many there are."""
    people: dict[int, tuple[str, ...]] = {}
    with_account = Appointment.objects.filter(
        opd__region=period.region,
        kind=Appointment.Kind.FOCAL_POINT,
        user__is_active=True,
    ).valid_on(day_in(period.region))
    for opd, name in with_account.order_by("name").values_list("opd_id", "name"):
        people[opd] = (*people.get(opd, ()), name)
    rows = FillingLink.objects.filter(period=period).order_by("made_at", "pk")
    latest = {link.opd_id: link for link in rows}
    found = []
    for row in board(period, with_answers=False):
        if row.status not in _FILLABLE:
            continue
        names = people.get(row.opd.pk) or people.get(row.opd.heir_id or 0, ())
        can_make = not names and not row.is_locked
        found.append(LinkRow(row, latest.get(row.opd.pk), names, can_make))
    return found


def message(link: FillingLink, address: str, sender: str) -> str:
    until = tanggal_waktu(link.expires_at, link.period.region.zone)
    return "\n".join(
        [
            f"Yth. Bapak/Ibu {link.called_opd.name},",
            "",
            (
                f"Mohon mengisi laporan kemajuan PUG {link.period} lewat tautan ini, tanpa "
                f"akun dan kata sandi. Tautan berlaku sampai {until} dan hanya untuk "
                "laporan ini; jangan diteruskan ke luar kantor."
            ),
            "",
            address,
            "",
            f"Terima kasih. {sender}",
        ]
    )


def whatsapp(text: str) -> str:
    return f"https://wa.me/?text={quote(text)}"
