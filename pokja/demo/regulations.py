"""Blora's produk hukum from the data file: the Perbup of 2014 and how the rakor judged it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from focal_points.opd.models import Opd
from pokja.demo.papers import upload
from pokja.regulations.actions import draft_regulation, record_regulation
from pokja.regulations.evaluation_actions import evaluate, plan_follow_up
from pokja.regulations.models import Regulation
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

FILE = (
    Path(__file__).resolve().parent.parent / "data" / "contoh_blora_produk_hukum.json"
)


def read() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))[
        "regulations"
    ]
    return rows


def record_regulations(region: Region, by: Actor) -> list[Regulation]:
    made = []
    for row in read():
        facts = {k: v for k, v in row.items() if k not in {"scan", "evaluations"}}
        if "signed_on" in facts:
            facts["signed_on"] = dt.date.fromisoformat(facts["signed_on"])
        verb = record_regulation if facts.get("number") else draft_regulation
        title = f"Nomor {facts.get('number', '')} tentang {facts['title']}"
        scan = upload(row["scan"], title) if "scan" in row else None
        made.append(verb(region=region, by=by, scan=scan, **facts))
    return made


def judge_regulations(region: Region, by: Actor) -> None:
    opds = {opd.short_name: opd for opd in Opd.objects.filter(region=region)}
    for row in read():
        for judgement in row.get("evaluations", []):
            regulation = Regulation.objects.get(
                region=region, kind=row["kind"], number=row["number"]
            )
            _judge(regulation, judgement, opds, by)


def _judge(
    regulation: Regulation, row: dict[str, Any], opds: dict[str, Opd], by: Actor
) -> None:
    facts = {k: row[k] for k in ("judged_by", "verdict", "text")}
    day = dt.date.fromisoformat(row["on"])
    evaluation = evaluate(regulation=regulation, by=by, on=day, **facts)
    for follow_up in row["follow_ups"]:
        due = follow_up.get("due_on")
        plan_follow_up(
            regulation=regulation,
            by=by,
            evaluation=evaluation,
            text=follow_up["text"],
            opd=opds.get(follow_up.get("opd", "")),
            responsible=follow_up.get("responsible", ""),
            due_on=dt.date.fromisoformat(due) if due else None,
        )
