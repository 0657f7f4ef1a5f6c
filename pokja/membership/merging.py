"""What merging two writings of a person would do: each row of each table, by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from pokja.membership.table_names import column_name, table_name
from pokja.membership.writings import Writing, sex_of
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.models import AccessLink, Assignment, User
from pug_portal.lib.clock import now, today
from pug_portal.lib.row_images import Change, differing, image_of, pointing_at
from pug_portal.regions.models import Region

# Columns that name an account and yet stay with it: keys to the door, which must not
# pass to another person, and what lives for a day. Everything else is moved.
STAYS = {
    "accounts.AccessLink.user": "kunci masuk",
    "account.EmailAddress.user": "kunci masuk",
    "mfa.Authenticator.user": "kunci masuk",
    "accounts.User_groups.user": "tidak dipakai portal",
    "accounts.User_user_permissions.user": "tidak dipakai portal",
    "imports.ImportDraft.user": "hilang sesudah sehari",
    "pokja.DecreeReading.user": "hilang sesudah sehari",
}


@dataclass(frozen=True)
class Touched:
    """One row of the dry run: where it stands, how it is called, what changes."""

    row: models.Model
    # Column → new value; None: the row goes, for the kept person has the same already.
    values: dict[str, Any] | None

    @property
    def table(self) -> str:
        return table_name(type(self.row))

    @property
    def label(self) -> str:
        if not self.row._meta.auto_created:
            return str(self.row)
        columns = self.row._meta.concrete_fields
        linked = [getattr(self.row, each.name) for each in columns if each.is_relation]
        return ", ".join(str(each) for each in linked)

    @property
    def lines(self) -> list[str]:
        if self.values is None:
            return ["dihapus, sudah ada pada orang yang dipakai"]
        return [_line(self.row, name, value) for name, value in self.values.items()]


def _line(row: models.Model, name: str, value: Any) -> str:
    column = row._meta.get_field(name)
    label = column_name(type(row), column.name)
    if isinstance(column, models.ForeignKey):
        return f"{label}: akun lama menjadi akun yang dipakai"
    if isinstance(column, models.BooleanField):
        return "akun dinonaktifkan"
    if isinstance(column, models.DateTimeField):
        return "tautan masuk dicabut"
    return f"{label}: {getattr(row, name) or '–'} → {value or '–'}"


@dataclass(frozen=True)
class MergePlan:
    kept: Writing
    other: Writing
    touched: tuple[Touched, ...]

    @property
    def tables(self) -> list[tuple[str, list[Touched]]]:
        found: dict[str, list[Touched]] = {}
        for each in self.touched:
            found.setdefault(each.table, []).append(each)
        return sorted(found.items())

    @property
    def closed_accounts(self) -> list[str]:
        """Accounts that this merge makes inactive."""
        return [
            str(each.row)
            for each in self.touched
            if isinstance(each.row, User)
            and each.row.is_active
            and "is_active" in (each.values or {})
        ]

    @property
    def fingerprint(self) -> str:
        told = [
            (each.row._meta.label, each.row.pk, each.label, sorted(each.values or {}))
            for each in self.touched
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:20]


def plan_merge(kept: Writing, other: Writing, region: Region, by: Actor) -> MergePlan:
    """Writes nothing. Raises a Refusal when they cannot be one person."""
    if (kept.name, kept.nip) == (other.name, other.nip):
        raise Refusal("Pilih dua data orang yang berbeda.")
    if kept.nip and other.nip and kept.nip != other.nip:
        raise Refusal("NIP keduanya berbeda, jadi mereka dua orang.")
    touched = [*_written(kept, other), *_accounts(kept, other, region, by)]
    return MergePlan(kept, other, _together(touched))


def _written(kept: Writing, other: Writing) -> Iterator[Touched]:
    facts = {"name": kept.name, "nip": kept.nip or other.nip}
    for row in [*kept.rows, *other.rows]:
        sex = sex_of(row)
        wanted = {**facts, "sex": kept.sex or sex} if sex else facts
        values = {
            name: value for name, value in wanted.items() if getattr(row, name) != value
        }
        if values:
            yield Touched(row, values)


def _accounts(
    kept: Writing, other: Writing, region: Region, by: Actor
) -> Iterator[Touched]:
    own = kept.users
    foreign = [user for user in other.users if user not in own]
    if not own or not foreign:
        # Whose appointment has an account keeps it: there is nothing to move it to.
        return
    if len(own) > 1:
        raise Refusal(
            f"{kept.name} punya lebih dari satu akun. Leburkan akunnya satu per satu."
        )
    for user in foreign:
        _check_account(user, region, by)
        _check_account(own[0], region, by)
        _refuse_past_elsewhere(user, region)
        yield from _moved(user, own[0])
        yield Touched(user, {"is_active": False})
        spendable = Q(used_at=None, revoked_at=None)
        for link in AccessLink.objects.filter(spendable, user=user):
            yield Touched(link, {"revoked_at": now()})


def _check_account(user: User, region: Region, by: Actor) -> None:
    if user.pk == by.user_id:
        raise Refusal(
            "Akun Anda sendiri tidak dapat Anda leburkan; mintalah rekan sekretariat."
        )
    hats = Assignment.objects.filter(user=user).not_ended(today())
    elsewhere = ~Q(region=region) | Q(role=Role.ADMINISTRATOR)
    if user.is_superuser or hats.filter(elsewhere).exists():
        raise Refusal(
            f"Akun {user} dipakai juga di daerah lain atau oleh administrator."
        )


def _refuse_past_elsewhere(user: User, region: Region) -> None:
    """What an account did in another region is that region's own record."""
    if Assignment.objects.filter(user=user).exclude(region=region).exists():
        raise Refusal(
            f"Akun {user} pernah berperan di daerah lain, dan jejaknya di sana tidak "
            "boleh ikut pindah. Jadikan akun itu yang dipakai."
        )


def moved_columns() -> list[tuple[type[models.Model], str]]:
    """Every column that names an account, but for those that stay with it."""
    return [
        (model, name)
        for model, name in pointing_at(User)
        if f"{model._meta.label}.{name}" not in STAYS
    ]


def _moved(user: User, to: User) -> Iterator[Touched]:
    for model, name in moved_columns():
        for row in model._base_manager.filter(**{name: user}).order_by("pk"):
            if model._meta.auto_created and _has_same(row, name, to):
                yield Touched(row, None)
            else:
                yield Touched(row, {f"{name}_id": to.pk})


def _has_same(row: models.Model, name: str, to: User) -> bool:
    """A link table holds each pair once."""
    others = [
        column.attname
        for column in row._meta.concrete_fields
        if not column.primary_key and column.name != name
    ]
    same = {column: getattr(row, column) for column in others}
    return type(row)._base_manager.filter(**same, **{name: to}).exists()


def _together(touched: list[Touched]) -> tuple[Touched, ...]:
    """An appointment changes its name and its account: one row of the dry run."""
    found: dict[tuple[str, Any], Touched] = {}
    for each in touched:
        key = (each.row._meta.label, each.row.pk)
        before = found.get(key)
        if before is not None and before.values and each.values:
            each = Touched(before.row, {**before.values, **each.values})
        found[key] = each
    return tuple(found.values())


def write(touched: Touched) -> Change:
    """One row, past its own save(): the image is all that counts."""
    row, model = touched.row, type(touched.row)
    before = image_of(row)
    if touched.values is None:
        model._base_manager.filter(pk=row.pk).delete()
        return Change(model._meta.label, row.pk, before, None)
    model._base_manager.filter(pk=row.pk).update(**touched.values)
    for name, value in touched.values.items():
        setattr(row, name, value)
    return Change(model._meta.label, row.pk, *differing(before, image_of(row)))
