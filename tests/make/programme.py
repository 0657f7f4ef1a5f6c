"""RAD, work programmes, driver plans and monev visits, made through the real verbs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.programme import (
    driver_actions,
    line_actions,
    programme_actions,
    rad_actions,
    visit_actions,
)
from pokja.programme.models import (
    DriverPlan,
    DriverStep,
    Finding,
    MonevVisit,
    Programme,
    ProgrammeLine,
    Rad,
    RadLine,
)
from tests.world import World

YEAR = 2021
SETTLED = dt.date(2021, 1, 15)


def rad_line(world: World, rad: Rad, **facts: Any) -> RadLine:
    given = {
        "content": "c",
        "activity": "Bimbingan teknis PPRG",
        "indicator": "Perencana yang terlatih",
        "baseline": "8 OPD",
        "baseline_year": 2020,
        "targets": {"2021": "12 OPD", "2022": "20 OPD"},
        "lead_opd": world.dinsos,
        "supporters": [world.bappeda],
        "fund_source": "apbd",
    }
    return rad_actions.add_rad_line(rad=rad, by=world.siti, **{**given, **facts})


def rad(world: World, state: str = "ditetapkan", lines: int = 1) -> Rad:
    """RAD 2021–2025 of Blora with a target in 2021 on every line."""
    made = rad_actions.draft_rad(
        region=world.blora, first_year=2021, last_year=2025, by=world.siti
    )
    for number in range(1, lines + 1):
        name = "Bimbingan teknis PPRG" if number == 1 else f"Kegiatan RAD {number}"
        rad_line(world, made, activity=name)
    if state == "draf":
        return made
    return rad_actions.settle_rad(
        rad=made, settled_on=SETTLED, basis="Perbup 1/2021", by=world.joko
    )


def line(world: World, programme: Programme, **facts: Any) -> ProgrammeLine:
    given = {
        "duties": ["a", "d"],
        "activity": "Rapat koordinasi Pokja",
        "indicator": "Rapat terlaksana",
        "target": "2 kali",
        "responsible": "Sekretaris Pokja PUG",
        "from_month": 2,
        "to_month": 10,
        "budget": 25_000_000,
        "fund_source": "apbd",
        "executors": [world.dinsos],
    }
    return line_actions.add_line(
        programme=programme, by=world.siti, **{**given, **facts}
    )


def programme(
    world: World, state: str = "ditetapkan", lines: int = 1, year: int = YEAR
) -> Programme:
    made = programme_actions.draft_programme(
        region=world.blora, year=year, by=world.siti
    )
    for number in range(1, lines + 1):
        name = "Rapat koordinasi Pokja" if number == 1 else f"Kegiatan {number}"
        line(world, made, activity=name)
    return made if state == "draf" else settled(world, made)


def settled(world: World, made: Programme) -> Programme:
    return programme_actions.settle_programme(
        programme=made, settled_on=SETTLED, basis="Keputusan Ketua Pokja", by=world.joko
    )


def plan(world: World) -> DriverPlan:
    """Needs a settled RAD."""
    return driver_actions.add_driver_plan(
        region=world.blora,
        opd=world.bappeda,
        year=YEAR,
        role_note="Memeriksa Renja.",
        by=world.siti,
    )


def step(world: World, plan: DriverPlan, **facts: Any) -> DriverStep:
    given = {
        "stage": "persiapan",
        "action": "Menyusun jadwal telaah Renja",
        "responsible": "Bidang perencanaan sosial",
        "evidence": "Jadwal",
        "target": "1 dokumen",
    }
    return driver_actions.add_step(plan=plan, by=world.siti, **{**given, **facts})


def visit(world: World, **facts: Any) -> MonevVisit:
    given = {
        "opd": world.dinkes,
        "visited_on": dt.date(2021, 5, 4),
        "team": "Siti Rahmawati, Dinsos P3A\nJoko Purwanto, Bappeda",
        "summary": "Melihat data terpilah.",
    }
    return visit_actions.record_visit(
        region=world.blora, by=world.siti, **{**given, **facts}
    )


def finding(world: World, visit: MonevVisit, **facts: Any) -> Finding:
    given = {
        "text": "Data layanan belum terpilah",
        "follow_up": "Ubah formulir layanan",
        "due_on": dt.date(2021, 7, 1),
    }
    return visit_actions.add_finding(visit=visit, by=world.siti, **{**given, **facts})
