"""Invented people with accounts. One password for all, made anew for every installation."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from focal_points.appointments.actions import appoint
from focal_points.opd.models import Opd
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import assign, create_user
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import Basis, User
from pug_portal.regions.models import Region

SINCE = dt.date(2017, 1, 2)
WOMEN = [
    "Ratna Widya",
    "Siti Mukaromah",
    "Dewi Larasati",
    "Endang Sulastri",
    "Nur Hidayah",
    "Wahyu Utami",
    "Lilis Handayani",
    "Yuni Astuti",
    "Kartika Puspa",
    "Maya Anggraini",
    "Retno Wulan",
    "Tri Wahyuni",
    "Umi Kalsum",
    "Fitri Amalia",
    "Rini Setyowati",
    "Anis Rahma",
]
MEN = [
    "Agus Prasetya",
    "Bambang Irawan",
    "Eko Santosa",
    "Hadi Purnomo",
    "Slamet Raharjo",
    "Joko Pranoto",
    "Rudi Hermawan",
    "Teguh Wibowo",
    "Yusuf Ramadhan",
    "Arif Nugroho",
    "Dwi Cahyono",
    "Fajar Kurnia",
    "Imam Subekti",
    "Lukman Hakim",
    "Mulyono Saputra",
    "Wawan Setiadi",
]
ENDINGS = [
    "Adi",
    "Budi",
    "Citra",
    "Darma",
    "Eka",
    "Fajar",
    "Gita",
    "Hesti",
    "Indra",
    "Jaya",
    "Krisna",
    "Lestari",
]


def invented(number: int) -> tuple[str, str]:
    """(name, L/P): the same number gives the same person."""
    names, sex = (WOMEN, "P") if number % 2 else (MEN, "L")
    first = names[(number // 2) % len(names)]
    ending = ENDINGS[(number // (2 * len(names))) % len(ENDINGS)]
    turn = number // (2 * len(names))
    return (f"{first} {ending}" if turn else first), sex


@dataclass
class Cast:
    """Accounts as they are made; written to demo-accounts.json at the end."""

    password: str = field(
        default_factory=lambda: f"pug-{secrets.token_hex(3)}-{secrets.token_hex(3)}"
    )
    accounts: list[dict[str, str]] = field(default_factory=list)
    made: int = 0

    def __post_init__(self) -> None:
        # Hashing takes a third of a second; all accounts share one password.
        self._hash = make_password(self.password)

    def person(
        self, username: str, region: Region, name: str = "", sex: str = ""
    ) -> tuple[User, str]:
        """A new account with an invented name."""
        given, given_sex = invented(self.made)
        self.made += 1
        user = create_user(
            name=name or given, identifier=username, region=region, by=SYSTEM
        )
        user.password = self._hash
        user.save(update_fields=["password"])
        return user, sex or given_sex

    def hat(self, username: str, role: Role, region: Region) -> Actor:
        user, _ = self.person(username, region)
        given = assign(
            user=user,
            role=role,
            region=region,
            basis=Basis.LETTER,
            basis_number="contoh/01",
            start=SINCE,
            by=SYSTEM,
        )
        self._tell(user, role, region)
        return actor_under(given, user)

    def appointed(
        self,
        username: str,
        opd: Opd,
        kind: Role,
        decree_number: str,
        since: dt.date = SINCE,
    ) -> Actor:
        user, sex = self.person(username, opd.region)
        is_head = kind == Role.KEPALA_OPD
        made = appoint(
            opd=opd,
            kind=kind.value,
            name=user.name,
            sex=sex,
            position=f"Kepala {opd.short_name}" if is_head else "Perencana",
            start=since,
            user=user,
            decree_number=decree_number,
            decree_date=since,
            by=SYSTEM,
        )
        self._tell(user, kind, opd.region, opd)
        return actor_under(made.assignment, user)

    def _tell(
        self, user: User, role: Role, region: Region, opd: Opd | None = None
    ) -> None:
        self.accounts.append(
            {
                "username": user.username,
                "password": self.password,
                "role": role.value,
                "region": region.code,
                "opd": opd.short_name if opd else "",
            }
        )
