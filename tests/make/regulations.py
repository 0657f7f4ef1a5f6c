"""Produk hukum of Blora, through the real actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.regulations.actions import draft_regulation, record_regulation
from pokja.regulations.evaluation_actions import evaluate, plan_follow_up
from pokja.regulations.models import (
    Kind,
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
)
from tests.world import World

SIGNED = dt.date(2014, 3, 3)


def regulation(world: World, **facts: Any) -> Regulation:
    """Peraturan Bupati Blora Nomor 5 Tahun 2014, unless told otherwise."""
    by = facts.pop("by", world.siti)
    verb = draft_regulation if facts.pop("draft", False) else record_regulation
    given = {
        "kind": Kind.HEAD_RULE,
        "number": "5",
        "year": 2014,
        "title": "Pedoman Umum PUG di Kabupaten Blora",
        "signed_on": SIGNED,
    }
    return verb(region=by.region, by=by, **{**given, **facts})


def newer(world: World, **facts: Any) -> Regulation:
    """Peraturan Bupati Blora Nomor 12 Tahun 2020, since 1 Juni 2020."""
    day = dt.date(2020, 6, 1)
    given = {"number": "12", "year": 2020, "signed_on": day}
    return regulation(world, **{**given, **facts})


def evaluation(world: World, regulation: Regulation, **facts: Any):
    given = {
        "on": dt.date(2020, 10, 26),
        "judged_by": "Rakor Pokja PUG",
        "verdict": "belum_optimal",
        "text": "Belum dilaksanakan semua OPD.",
    }
    made: RegulationEvaluation = evaluate(
        regulation=regulation, by=world.siti, **{**given, **facts}
    )
    return made


def follow_up(world: World, regulation: Regulation, **facts: Any) -> RegulationFollowUp:
    given = {
        "text": "Susun rancangan perubahan.",
        "opd": world.bappeda,
        "responsible": "",
        "evaluation": None,
        "due_on": dt.date(2020, 12, 31),
    }
    return plan_follow_up(regulation=regulation, by=world.siti, **{**given, **facts})
