"""Accounts with a hat. The bench signs them in by session, so none has a password."""

from __future__ import annotations

import datetime as dt

from pug_portal.access.roles import Role
from pug_portal.accounts.models import Assignment, Basis, User
from pug_portal.regions.models import Region

LONG_AGO = dt.date(2020, 1, 1)


def person(username: str, role: Role, region: Region) -> User:
    user = User.objects.create(username=username, name=f"Uji {username.title()}")
    Assignment.objects.create(
        user=user,
        role=role,
        region=region,
        basis=Basis.DECREE,
        basis_number="800/1/2020",
        start=LONG_AGO,
    )
    return user
