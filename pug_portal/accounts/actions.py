"""Inviting people and giving them dated roles. Every verb leaves its event."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.backends import normal_phone
from pug_portal.accounts.models import (
    PENDING_DAYS,
    AccessLink,
    Assignment,
    Basis,
    User,
)
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.regions.models import Region

INVITED = Verb("account.invited", "mengundang {object}")
LINK_MADE = Verb("account.link_made", "membuat tautan masuk untuk {object}")
LINK_USED = Verb("account.link_used", "membuat kata sandi lewat tautan")
ASSIGNED = Verb("account.assigned", "memberi peran {object}")
ASSIGNMENT_ENDED = Verb("account.assignment_ended", "mengakhiri peran {object}")
DEACTIVATED = Verb("account.deactivated", "menonaktifkan akun {object}")


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _require_region(by: Actor, region: Region) -> None:
    """Accounts are made in one's own region; the national administrator anywhere."""
    require(by, Permission.ACCOUNT_MANAGE)
    if by.is_system or (by.role == Role.ADMINISTRATOR and by.region is not None):
        if by.is_system or region.path.startswith(by.region.path):  # type: ignore[union-attr]
            return
    elif by.region is not None and by.region.pk == region.pk:
        return
    raise Refusal("Daerah ini di luar wilayah Anda. Pilih daerah Anda sendiri.")


@transaction.atomic
def create_user(
    *, name: str, identifier: str, region: Region, by: Actor, username: str = ""
) -> User:
    """An account without a password. `identifier`: user name, e-mail or phone number."""
    _require_region(by, region)
    identifier = identifier.strip()
    user = User(name=name.strip(), username=username or f"u-{secrets.token_hex(6)}")
    if "@" in identifier:
        user.email = identifier.lower()
    elif identifier.lstrip("+").replace("-", "").replace(" ", "").isdigit():
        user.phone = normal_phone(identifier)
    else:
        user.username = identifier
    taken = (
        User.objects.filter(username__iexact=user.username).exists()
        or (user.email and User.objects.filter(email__iexact=user.email).exists())
        or (user.phone and User.objects.filter(phone=user.phone).exists())
    )
    if taken:
        raise Refusal(
            "Nama pengguna, surel, atau nomor ini sudah dipakai akun lain. "
            "Tambahkan peran pada akun itu, atau pakai pengenal lain.",
            field="identifier",
        )
    user.set_unusable_password()
    user.save()
    record(by=by, verb=INVITED, obj=user, region=region)
    return user


def _refuse_foreign_hats(user: User, by: Actor) -> None:
    """A link is the account: who holds hats elsewhere is helped by an administrator."""
    if by.is_system or by.role == Role.ADMINISTRATOR or by.region is None:
        return
    hats = Assignment.objects.filter(user=user).not_ended(today())
    foreign = hats.exclude(region=by.region) | hats.filter(role=Role.ADMINISTRATOR)
    if foreign.exists():
        raise Refusal(
            "Orang ini juga berperan di daerah lain atau sebagai administrator. "
            "Tautannya dibuat oleh administrator."
        )


@transaction.atomic
def make_link(*, user: User, kind: AccessLink.Kind, region: Region, by: Actor) -> str:
    """The secret of a new link, told once; earlier open links of this person end."""
    _require_region(by, region)
    _refuse_foreign_hats(user, by)
    moment = now()
    user.links.filter(used_at=None, revoked_at=None).update(revoked_at=moment)
    token = secrets.token_urlsafe(32)
    link = AccessLink.objects.create(
        kind=kind,
        user=user,
        region=region,
        token_digest=digest(token),
        made_by=by.user,
        made_at=moment,
        expires_at=moment + dt.timedelta(days=settings.INVITATION_DAYS),
    )
    record(by=by, verb=LINK_MADE, obj=link, region=region)
    return token


def open_link(token: str) -> AccessLink:
    """The link behind a token, or a refusal that says whom to ask."""
    link = (
        AccessLink.objects.select_related("user", "region")
        .filter(token_digest=digest(token))
        .first()
    )
    ask = "Mintalah tautan baru kepada sekretariat Pokja atau administrator."
    if link is None or link.revoked_at is not None:
        raise Refusal(f"Tautan ini tidak dikenal atau sudah diganti. {ask}")
    if link.used_at is not None:
        raise Refusal(f"Tautan ini sudah dipakai. Silakan masuk, atau: {ask}")
    if link.expires_at <= now():
        raise Refusal(f"Tautan ini sudah lewat masa berlakunya. {ask}")
    return link


@transaction.atomic
def accept_link(*, token: str, password: str) -> User:
    """Set the password and spend the link. Once only, also under a double click."""
    link = open_link(token)
    AccessLink.objects.select_for_update().get(pk=link.pk)
    link = open_link(token)
    user = link.user
    validate_password(password, user)
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    link.used_at = now()
    link.save(update_fields=["used_at"])
    record(by=Actor(user=user), verb=LINK_USED, obj=link, region=link.region)
    return user


@transaction.atomic
def assign(
    *,
    user: User,
    role: Role,
    region: Region,
    basis: Basis,
    by: Actor,
    basis_number: str = "",
    basis_date: dt.date | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Assignment:
    """Give a dated role. «SK menyusul» ends by itself after 60 days."""
    _require_region(by, region)
    made_by_administrator = by.is_system or by.role == Role.ADMINISTRATOR
    if role == Role.ADMINISTRATOR and not made_by_administrator:
        raise Refusal(
            "Peran administrator hanya diberikan oleh administrator.", field="role"
        )
    start = start or today()
    if basis == Basis.PENDING:
        limit = start + dt.timedelta(days=PENDING_DAYS)
        end = min(end, limit) if end else limit
    elif not basis_number.strip():
        raise Refusal(
            "Isi nomor SK atau surat tugas, atau pilih «SK menyusul».",
            field="basis_number",
        )
    if end is not None and end < start:
        raise Refusal(
            "Tanggal berakhir mendahului tanggal mulai. Perbaiki salah satunya.",
            field="end",
        )
    assignment = Assignment.objects.create(
        user=user,
        role=role,
        region=region,
        basis=basis,
        basis_number=basis_number.strip(),
        basis_date=basis_date,
        start=start,
        end=end,
    )
    record(
        by=by,
        verb=ASSIGNED,
        obj=assignment,
        region=region,
        changes={"user": (None, user), "start": (None, start), "end": (None, end)},
    )
    return assignment


@transaction.atomic
def end_assignment(
    *, assignment: Assignment, on: dt.date, reason: str, by: Actor
) -> Assignment:
    """The last day of a role. Access ends with it."""
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    _require_region(by, assignment.region)
    if on < assignment.start:
        raise Refusal("Tanggal berakhir mendahului tanggal mulai.", field="on")
    if not reason.strip():
        raise Refusal("Tulis alasan peran berakhir.", field="reason")
    old = assignment.end
    assignment.end = on
    assignment.end_reason = reason.strip()
    assignment.save(update_fields=["end", "end_reason"])
    record(
        by=by,
        verb=ASSIGNMENT_ENDED,
        obj=assignment,
        region=assignment.region,
        changes={"end": (old, on)},
        reason=reason,
    )
    return assignment


@transaction.atomic
def deactivate(*, user: User, region: Region, reason: str, by: Actor) -> User:
    _require_region(by, region)
    if not reason.strip():
        raise Refusal("Tulis alasan akun dinonaktifkan.", field="reason")
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(by=by, verb=DEACTIVATED, obj=user, region=region, reason=reason)
    return user
