"""What the plan that closes gaps may name: the lines of the programmes in force."""

from __future__ import annotations

from pokja.programme.models import ProgrammeLine
from pokja.programme.queries import lines_offered
from prasyarat.next_steps import programme
from pug_portal.regions.models import Region

LONGEST = 250


def offered(region: Region) -> tuple[str, ...]:
    return tuple(called(line) for line in lines_offered(region))


def called(line: ProgrammeLine) -> str:
    code = f"{line.sub_activity_code} " if line.sub_activity_code else ""
    return f"{line.programme.year}: {code}{line.activity}"[:LONGEST]


def register() -> None:
    programme.register(offered)
