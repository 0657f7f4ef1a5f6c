"""Who acts, and under which hat. Every verb takes one as `by=`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pug_portal.access.roles import Role

if TYPE_CHECKING:
    from pug_portal.accounts.models import User
    from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Actor:
    """A person under one dated assignment; `cache` lives as long as the request."""

    user: User | None
    role: Role | None = None
    region: Region | None = None
    assignment_id: int | None = None
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_system(self) -> bool:
        return self is SYSTEM

    @property
    def user_id(self) -> int | None:
        return self.user.pk if self.user else None

    @property
    def name(self) -> str:
        if self.user is None:
            return "Sistem"
        return self.user.name or self.user.get_username()


NOBODY = Actor(user=None)
SYSTEM = Actor(user=None)
