"""Who acts, and under which hat. Every verb takes one as `by=`."""

from __future__ import annotations

from collections.abc import Mapping
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
    def hat_label(self) -> str:
        """As what somebody acted, in the trail."""
        return str(self.role.label) if self.role else ""

    @property
    def user_id(self) -> int | None:
        return self.user.pk if self.user else None

    @property
    def name(self) -> str:
        if self.user is None:
            return "Sistem"
        return self.user.name or self.user.get_username()


@dataclass(frozen=True)
class Guest(Actor):
    """Somebody without account whom a link lets at one thing, and at nothing else.

    `called` and `basis` are what the trail keeps of him; `bounds` narrow every row.
    """

    called: str = ""
    basis: str = ""
    bounds: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        return self.called

    @property
    def hat_label(self) -> str:
        return self.basis


NOBODY = Actor(user=None)
SYSTEM = Actor(user=None)
