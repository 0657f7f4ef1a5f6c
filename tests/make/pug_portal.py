"""Regions, people and hats."""

from __future__ import annotations

import datetime as dt

from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import assign, create_user
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import Basis, User
from pug_portal.regions.models import Level, Region

PASSWORD = "kata-sandi-uji-coba"
LONG_AGO = dt.date(2019, 1, 1)


def region(
    code: str, name: str, level: Level, parent: Region | None, **facts
) -> Region:
    path = f"{parent.path}.{code[-2:]}" if parent else "00"
    found, _ = Region.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "short_name": name.split(" ", 1)[-1],
            "level": level,
            "parent": parent,
            "path": path,
            "uses_portal": True,
            **facts,
        },
    )
    return found


def user(name: str, region: Region, username: str | None = None) -> User:
    made = create_user(
        name=name,
        identifier=username or name.split()[0].lower(),
        region=region,
        by=SYSTEM,
    )
    made.set_password(PASSWORD)
    made.save(update_fields=["password"])
    return made


def hat(user: User, role: Role, region: Region, **facts) -> Actor:
    given = assign(
        user=user,
        role=role,
        region=region,
        basis=Basis.DECREE,
        basis_number="SK/1/2019",
        start=facts.pop("start", LONG_AGO),
        by=SYSTEM,
        **facts,
    )
    return actor_under(given, user)


def colleague_of(actor: Actor, name: str = "Sari Utami") -> Actor:
    """Somebody else of the same office, under the same role."""
    assert actor.role is not None
    assert actor.region is not None
    return hat(user(name, actor.region), actor.role, actor.region)
