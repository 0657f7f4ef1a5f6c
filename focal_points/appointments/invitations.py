"""An appointment together with its account: none, a new invitation, or an existing one."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from focal_points.appointments.actions import appoint, give_account
from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import create_user, make_link
from pug_portal.accounts.backends import find_user
from pug_portal.accounts.models import AccessLink, Assignment, User
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class Account(models.TextChoices):
    NONE = "tanpa", "Belum perlu akun"
    NEW = "baru", "Undang dengan akun baru"
    EXISTING = "ada", "Pakai akun yang sudah ada"


@transaction.atomic
def appoint_with_account(
    *, opd: Opd, account: str, identifier: str, by: Actor, **facts: Any
) -> tuple[Appointment, str]:
    """The appointment and, for a new account, the secret of its invitation link."""
    require_in(by, opd.region, Permission.APPOINTMENT_EDIT)
    user = _user_for(account, identifier, facts["name"], opd.region, by)
    appointment = appoint(opd=opd, user=user, by=by, **facts)
    return appointment, _invitation(account, appointment, by)


@transaction.atomic
def add_account(
    *, appointment: Appointment, account: str, identifier: str, by: Actor
) -> tuple[Appointment, str]:
    region = appointment.opd.region
    require_in(by, region, Permission.APPOINTMENT_EDIT)
    user = _user_for(account, identifier, appointment.name, region, by)
    if user is None:
        raise Refusal("Pilih akun baru atau akun yang sudah ada.", field="account")
    appointment = give_account(appointment=appointment, user=user, by=by)
    return appointment, _invitation(account, appointment, by)


@transaction.atomic
def renew_link(*, appointment: Appointment, by: Actor) -> str:
    """A new link for somebody who lost the first one or forgot the password."""
    require_in(by, appointment.opd.region, Permission.APPOINTMENT_EDIT)
    user = appointment.user
    if user is None:
        raise Refusal("Penunjukan ini belum mempunyai akun.")
    _refuse_account_of_elsewhere(user, appointment.opd.region)
    kind = AccessLink.Kind.RESET
    if not user.has_usable_password():
        kind = AccessLink.Kind.INVITATION
    return make_link(user=user, kind=kind, region=appointment.opd.region, by=by)


def _user_for(
    account: str, identifier: str, name: str, region: Region, by: Actor
) -> User | None:
    if account == Account.NONE:
        return None
    if not identifier.strip():
        raise Refusal(
            "Isi surel, nomor telepon, atau nama pengguna.", field="identifier"
        )
    if account == Account.NEW:
        return create_user(name=name, identifier=identifier, region=region, by=by)
    user = find_user(identifier)
    if user is None:
        raise Refusal(
            "Tidak ada akun dengan pengenal ini. Periksa tulisannya, atau undang "
            "dengan akun baru.",
            field="identifier",
        )
    _refuse_account_of_elsewhere(user, region)
    return user


def _refuse_account_of_elsewhere(user: User, region: Region) -> None:
    """Whoever appoints an account may also make its reset link, so it must be ours."""
    hats = Assignment.objects.filter(user=user).not_ended(today())
    if (
        hats.exclude(region=region).exists()
        or hats.filter(role=Role.ADMINISTRATOR).exists()
    ):
        raise Refusal(
            "Akun ini masih dipakai di daerah lain atau oleh administrator. "
            "Undang dengan akun baru.",
            field="identifier",
        )


def _invitation(account: str, appointment: Appointment, by: Actor) -> str:
    if account != Account.NEW or appointment.user is None:
        return ""
    return make_link(
        user=appointment.user,
        kind=AccessLink.Kind.INVITATION,
        region=appointment.opd.region,
        by=by,
    )
