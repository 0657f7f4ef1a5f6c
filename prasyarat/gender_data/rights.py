"""Who may fill, judge and read a table. Each rule is a sentence, or empty: allowed."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from prasyarat.gender_data.definitions import Table
from prasyarat.gender_data.models import State, TableDuty, TableYear
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, refusal_sentence
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.audit.models import Event
from pug_portal.regions.models import Region

ELSEWHERE = (
    "Tabel ini milik daerah lain. Daerah Anda dapat membacanya setelah terverifikasi; "
    "perubahan dilakukan oleh daerah pemiliknya."
)
NOT_YOURS = (
    "Tabel ini tidak dipasok OPD Anda. Pengisinya focal point OPD pemasok, atau "
    "sekretariat atas nama pemasok."
)
OWN_TABLE = (
    "Anda ikut mengisi tabel ini. Verifikasi dilakukan orang lain dari kantor lain."
)
OWN_OPD = (
    "Anda ditunjuk oleh OPD pemasok. Tabelnya diverifikasi oleh orang yang tidak "
    "ditunjuk OPD itu."
)
WRITING_VERBS = ("gender_table.saved", "gender_table.submitted")
DESK = frozenset({Role.SEKRETARIAT, Role.BAPPEDA})


@dataclass(frozen=True)
class Place:
    """A table of a region, with who supplies it."""

    region: Region
    table: Table
    duty: TableDuty | None

    @property
    def opd_id(self) -> int | None:
        return self.duty.opd_id if self.duty else None

    @property
    def supplier(self) -> str:
        return self.duty.supplier if self.duty else ""


def why_not_fill(place: Place, by: Actor) -> str:
    if by.is_system:
        return ""
    if not can(by, Permission.GENDER_DATA_FILL):
        return refusal_sentence(Permission.GENDER_DATA_FILL)
    if by.region is None or place.region.pk != by.region.pk:
        return ELSEWHERE
    if by.role == Role.FOCAL_POINT and place.opd_id not in opd_ids_of(by):
        return NOT_YOURS
    return ""


def why_not_write(row: TableYear, place: Place, by: Actor) -> str:
    """Besides the place: what an OPD is still drafting is seen by that OPD alone."""
    sentence = why_not_fill(place, by)
    if sentence or row.pk is None or sees_plain(row, place, by):
        return sentence
    return f"Tabel ini sedang diisi {row.supplier or 'pemasoknya'} dan belum diajukan."


def require_fill(place: Place, by: Actor) -> None:
    if sentence := why_not_fill(place, by):
        raise PermissionDenied(sentence)


def require_write(row: TableYear, place: Place, by: Actor) -> None:
    if sentence := why_not_write(row, place, by):
        raise PermissionDenied(sentence)


def why_not_judge(row: TableYear, place: Place, by: Actor) -> str:
    """Separation by person, by desk and by OPD."""
    if sentence := why_not_reopen(place, by):
        return sentence
    if by.user_id in {row.touched_by_id, row.submitted_by_id} or _wrote(row, by):
        return OWN_TABLE
    if row.filled_role == by.role:
        return (
            "Tabel ini diisi sekretariat. Yang diisi sekretariat diverifikasi Bappeda."
        )
    return ""


def why_not_reopen(place: Place, by: Actor) -> str:
    if not can(by, Permission.GENDER_DATA_VERIFY) or by.user is None:
        return refusal_sentence(Permission.GENDER_DATA_VERIFY)
    if by.region is None or place.region.pk != by.region.pk:
        return ELSEWHERE
    if place.opd_id is not None and place.opd_id in opd_ids_appointing(by):
        return OWN_OPD
    return ""


def _wrote(row: TableYear, by: Actor) -> bool:
    written = Event.objects.about(row).filter(verb__in=WRITING_VERBS)
    return written.filter(actor_id=by.user_id).exists()


def sees_plain(row: TableYear, place: Place, actor: Actor) -> bool:
    """The numbers as they were typed: for who enters them and who verifies them."""
    if actor.is_system:
        return True
    if actor.region is None or place.region.pk != actor.region.pk:
        return False
    if actor.role in OPD_ROLES:
        return place.opd_id is not None and place.opd_id in opd_ids_of(actor)
    if actor.role not in DESK:
        return False
    # A draft is seen by who writes it.
    return row.state != State.DRAFT or row.filled_role == actor.role
