"""Fills a region's list of OPD from a shipped or given CSV. What exists stays as it is."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from focal_points.opd.actions import add_opd
from focal_points.opd.models import Opd, OpdTag
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Level, Region

DATA = Path(__file__).resolve().parent / "data"
COMMON = "opd_umum.csv"
# Regions with a list of their own, and which of its versions holds.
OWN_LISTS = {
    "33.16": ("opd_blora.csv", ""),
    "63.72": ("opd_banjarbaru.csv", "daftar aplikasi organisasi"),
}
NOT_ASKED_TO_REPORT = frozenset({"kecamatan"})  # domain.md Q10: off by default
ONLY_IN_A_PROVINCE = "Umumnya hanya di provinsi"
GUESS = "tipikal"

Row = dict[str, str]


@dataclass(frozen=True)
class Loaded:
    added: int
    kept: int


@transaction.atomic
def load_opd(*, region: Region, by: Actor, file: Path | None = None) -> Loaded:
    rows = read(file) if file else rows_for(region)
    renamed = {row["nama_baru"]: row for row in renames_of(region)}
    added = kept = 0
    for row in rows:
        for facts in _dated(_facts(row), renamed.get(row["nama"].strip())):
            name, since = facts["name"], facts["active_from"]
            if Opd.objects.filter(
                region=region, name__iexact=name, active_from=since
            ).exists():
                kept += 1
                continue
            add_opd(region=region, by=by, **facts)
            added += 1
    return Loaded(added, kept)


def rows_for(region: Region) -> list[Row]:
    """The region's own list, else the common names that fit its level."""
    if region.code in OWN_LISTS:
        name, version = OWN_LISTS[region.code]
        return [row for row in read(DATA / name) if row["versi"].startswith(version)]
    rows = [row for row in read(DATA / COMMON) if row["jenis"] != "kecamatan"]
    if region.level == Level.PROVINCE:
        return rows
    return [row for row in rows if not row["catatan"].startswith(ONLY_IN_A_PROVINCE)]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def renames_of(region: Region) -> list[Row]:
    rows = read(DATA / "pergantian_nama.csv")
    return [row for row in rows if row["kode_wilayah"] == region.code]


@cache
def tags_by_affair() -> dict[str, str]:
    return {
        row["kode_urusan"]: row["tugas"] for row in read(DATA / "tugas_dari_urusan.csv")
    }


def tag_for(affairs: str) -> str:
    """The PUG task that follows from «1.06;2.08»: the file's upper row wins."""
    held = {code.strip() for code in affairs.split(";")}
    for code, tag in tags_by_affair().items():
        if code in held:
            return tag
    return OpdTag.OTHER


def _facts(row: Row) -> dict[str, Any]:
    name, kind = row["nama"].strip(), row.get("jenis", "").strip()
    short = row.get("singkatan", "").strip()
    is_guess = row.get("status_data", "").startswith(GUESS)
    return {
        "name": name,
        "short_name": short or name.replace("Kecamatan ", "Kec. "),
        "kind": kind,
        "tag": tag_for(row.get("bidang_urusan", "")),
        "takes_part": kind not in NOT_ASKED_TO_REPORT,
        "is_guess": is_guess,
        "note": _note(row.get("catatan", ""), is_guess),
        "active_from": None,
        "active_to": None,
    }


def _note(remark: str, is_guess: bool) -> str:
    guess = "Dugaan: lazim ada, belum terbukti untuk daerah ini." if is_guess else ""
    return " ".join(part for part in (guess, remark.strip()) if part)[:250]


def _dated(facts: dict[str, Any], rename: Row | None) -> list[dict[str, Any]]:
    """One office, or the old and the new name of a renamed one."""
    if rename is None:
        return [facts]
    since = dt.date.fromisoformat(rename["berlaku_sejak"])
    old = {
        "name": rename["nama_lama"],
        "short_name": rename["singkatan_lama"],
        "active_to": since - dt.timedelta(days=1),
    }
    dated = {"note": rename["catatan"][:250]}
    return [{**facts, **dated, **old}, {**facts, **dated, "active_from": since}]
