"""can() asks, require() insists. Both read the one table in roles.py."""

from django.core.exceptions import PermissionDenied

from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import GRANTS, who_can


def can(actor: Actor, permission: Permission) -> bool:
    if actor.is_system:
        return True
    return actor.role is not None and permission in GRANTS[actor.role]


def require(actor: Actor, *permissions: Permission) -> None:
    """Pass when any of `permissions` is held; otherwise refuse with whom to ask."""
    if not any(can(actor, permission) for permission in permissions):
        raise PermissionDenied(refusal_sentence(permissions[0]))


def refusal_sentence(permission: Permission) -> str:
    return (
        f"Peran Anda tidak dapat {permission.label}. "
        f"Yang dapat melakukannya: {who_can(permission)}."
    )
