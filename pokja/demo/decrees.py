"""Blora's offices, its three decrees of 2020 and their members, from the data file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from focal_points.offices.actions import add_office, record_holder
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.models import Opd
from pokja.decrees.actions import record_decree
from pokja.decrees.models import Decree
from pokja.demo.papers import upload
from pokja.demo.people import SINCE, invented
from pokja.membership.actions import add_members
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

FILE = Path(__file__).resolve().parent.parent / "data" / "contoh_blora_2020.json"
DATES = ("signed_on", "effective_from", "effective_until")


def read() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


def opds_by_short_name(region: Region) -> dict[str, Opd]:
    return {opd.short_name: opd for opd in Opd.objects.filter(region=region)}


def record_blora(region: Region, by: Actor) -> list[Decree]:
    data, opds = read(), opds_by_short_name(region)
    offices = _record_offices(region, data["offices"], opds, by)
    return [_record(region, row, opds, offices, by) for row in data["decrees"]]


def _record_offices(
    region: Region, rows: list[dict[str, Any]], opds: dict[str, Opd], by: Actor
) -> dict[str, Office]:
    offices = {}
    for number, row in enumerate(rows):
        opd = opds[row["opd"]] if "opd" in row else None
        office = add_office(
            region=region, title=row["title"], kind=row["kind"], opd=opd, by=by
        )
        if row.get("holder"):
            name, sex = invented(200 + number)
            record_holder(
                office=office,
                name=name,
                sex=sex,
                kind=OfficeHolder.Kind.DEFINITIVE,
                start=SINCE,
                by=by,
            )
        offices[office.title] = office
    return offices


def _record(
    region: Region,
    row: dict[str, Any],
    opds: dict[str, Opd],
    offices: dict[str, Office],
    by: Actor,
) -> Decree:
    facts = {key: row[key] for key in row if key not in {"members", "scan", *DATES}}
    dates = {
        name: dt.date.fromisoformat(row[name]) if row[name] else None for name in DATES
    }
    decree = record_decree(
        region=region,
        by=by,
        scan=upload(row["scan"], f"{row['issuer_position']} Nomor {row['number']}"),
        **facts,
        **dates,
    )
    members = []
    for member in row["members"]:
        seat = dict(member)
        if "office" in seat:
            seat["office"] = offices[seat["office"]]
        if "opd" in seat:
            seat["opd"] = opds[seat["opd"]]
        members.append(seat)
    add_members(decree=decree, rows=members, by=by)
    return decree
