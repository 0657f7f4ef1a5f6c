"""can() asks, require() insists. Both read the one table in roles.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import GRANTS, Role, who_can

if TYPE_CHECKING:
    from pug_portal.regions.models import Region


def can(actor: Actor, permission: Permission) -> bool:
    if actor.is_system:
        return True
    return actor.role is not None and permission in GRANTS[actor.role]


def require(actor: Actor, *permissions: Permission) -> None:
    """Pass when any of `permissions` is held; otherwise refuse with whom to ask."""
    if not any(can(actor, permission) for permission in permissions):
        raise PermissionDenied(refusal_sentence(permissions[0]))


def may_change(actor: Actor, region: Region) -> bool:
    """One changes one's own region; the administrator everything in his width."""
    if actor.is_system:
        return True
    if actor.region is None:
        return False
    if actor.role == Role.ADMINISTRATOR:
        return region.path.startswith(actor.region.path)
    return actor.region.pk == region.pk


def require_in(actor: Actor, region: Region, *permissions: Permission) -> None:
    """require(), and the row's region is one the actor may change."""
    require(actor, *permissions)
    if not may_change(actor, region):
        raise PermissionDenied(
            "Data ini milik daerah lain. Daerah Anda dapat membacanya, "
            "perubahan dilakukan oleh daerah pemiliknya."
        )


def refusal_sentence(permission: Permission) -> str:
    return (
        f"Peran Anda tidak dapat {permission.label}. "
        f"Yang dapat melakukannya: {who_can(permission)}."
    )
