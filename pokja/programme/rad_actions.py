"""RAD PUG: draft it, write its lines, settle it, change it by a new version."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from pokja.programme import version_actions
from pokja.programme.choices import State
from pokja.programme.guard import (
    check_year,
    lock_region,
    next_order,
    open_draft,
    required,
    still_there,
    tidy,
)
from pokja.programme.models import Rad, RadLine
from pokja.programme.workflow import RAD_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

DRAFTED = Verb("rad.drafted", "menyusun draf {object}")
REVISED = Verb("rad.revised", "mulai menyusun {object}")
SETTLED = Verb("rad.settled", "menetapkan {object}")
DELETED = Verb("rad.deleted", "menghapus draf {object}")
LINE_ADDED = Verb("rad.line_added", "menambah baris RAD {object}")
LINE_CHANGED = Verb("rad.line_changed", "mengubah baris RAD {object}")
LINE_REMOVED = Verb("rad.line_removed", "menghapus baris RAD {object}")

LONGEST = 10
LONG = frozenset({"issue", "aim", "strategy"})


@transaction.atomic
def draft_rad(
    *,
    region: Region,
    first_year: int,
    last_year: int,
    by: Actor,
    source_note: str = "",
) -> Rad:
    region = lock_region(region, by, Permission.PROGRAMME_EDIT)
    check_year(first_year, "first_year")
    check_year(last_year, "last_year")
    if last_year < first_year:
        raise Refusal("Tahun akhir mendahului tahun awal.", field="last_year")
    if last_year - first_year >= LONGEST:
        raise Refusal(f"RAD paling lama {LONGEST} tahun.", field="last_year")
    other = Rad.objects.filter(
        region=region, first_year__lte=last_year, last_year__gte=first_year
    ).first()
    if other is not None:
        raise Refusal(
            f"Tahun itu sudah termasuk {other}. Ubah lewat perubahan RAD itu.",
            field="first_year",
        )
    rad = Rad.objects.create(
        region=region,
        first_year=first_year,
        last_year=last_year,
        source_note=source_note,
        made_by=by.user,
    )
    record(by=by, verb=DRAFTED, obj=rad, region=region)
    return rad


@transaction.atomic
def revise_rad(*, rad: Rad, reason: str, by: Actor) -> Rad:
    old = rad.pk
    draft = version_actions.begin_change(rad, verb=REVISED, reason=reason, by=by)
    lines = RadLine.objects.filter(rad=old).prefetch_related("supporters")
    version_actions.copy_lines(lines, "rad", draft, "supporters")
    return draft


@transaction.atomic
def settle_rad(*, rad: Rad, settled_on: dt.date, basis: str, by: Actor) -> Rad:
    return version_actions.settle(
        rad,
        workflow=RAD_WORKFLOW,
        verb=SETTLED,
        complain=faults_of,
        settled_on=settled_on,
        basis=basis,
        by=by,
    )


@transaction.atomic
def delete_rad(*, rad: Rad, reason: str, by: Actor) -> None:
    version_actions.delete_draft(rad, verb=DELETED, reason=reason, by=by)


def faults_of(rad: Rad) -> list[str]:
    """What still keeps this draft from being settled."""
    lines = list(rad.lines.select_related("lead_opd"))
    if not lines:
        return ["RAD belum mempunyai baris."]
    faults = []
    for line in lines:
        lacking = [
            word
            for word, there in (
                ("indikator", line.indicator),
                ("penanggung jawab", line.responsible),
                ("target", line.targets),
            )
            if not there
        ]
        if lacking:
            faults.append(f"«{line}» belum menyebut {', '.join(lacking)}.")
    return faults


@transaction.atomic
def add_rad_line(
    *,
    rad: Rad,
    by: Actor,
    supporters: list[Opd] | None = None,
    reason: str = "",
    **facts: Any,
) -> RadLine:
    rad = open_draft(rad, by)
    facts = judge_rad_line(rad, facts)
    line = RadLine(rad=rad, **facts)
    line.order = next_order(rad.lines.filter(content=line.content))
    line.save()
    line.supporters.set(supporters or [])
    record(by=by, verb=LINE_ADDED, obj=line, region=rad.region, reason=reason)
    return line


@transaction.atomic
def change_rad_line(
    *,
    line: RadLine,
    by: Actor,
    supporters: list[Opd] | None = None,
    reason: str = "",
    **facts: Any,
) -> RadLine:
    line = still_there(line, "rad")
    rad = open_draft(line.rad, by)
    told = changed(line, judge_rad_line(rad, facts))
    for name, (_, value) in told.items():
        setattr(line, name, value)
    line.save()
    told |= _set_offices(line, supporters)
    if told:
        record(
            by=by,
            verb=LINE_CHANGED,
            obj=line,
            region=rad.region,
            changes=told,
            reason=reason,
        )
    return line


def _set_offices(line: RadLine, offices: list[Opd] | None) -> dict[str, Any]:
    if offices is None:
        return {}
    old = sorted(opd.short_name for opd in line.supporters.all())
    new = sorted(opd.short_name for opd in offices)
    line.supporters.set(offices)
    return {"supporters": (old, new)} if old != new else {}


@transaction.atomic
def remove_rad_line(*, line: RadLine, by: Actor) -> None:
    line = still_there(line, "rad")
    rad = open_draft(line.rad, by)
    record(by=by, verb=LINE_REMOVED, obj=line, region=rad.region)
    line.delete()


def judge_rad_line(rad: Rad, facts: dict[str, Any]) -> dict[str, Any]:
    """Tidied facts, or the Refusal that names what is wrong with them."""
    facts = tidy(facts, LONG)
    if "activity" in facts:
        required(facts, "activity", "Tulis program atau kegiatannya.")
    opd = facts.get("lead_opd")
    if opd is not None and opd.region_id != rad.region_id:
        raise Refusal("OPD itu milik daerah lain.", field="lead_opd")
    if opd is not None and facts.get("lead"):
        raise Refusal(
            "Pilih OPD atau tulis penanggung jawab lain, tidak keduanya.", field="lead"
        )
    if facts.get("baseline_year") is not None:
        check_year(facts["baseline_year"], "baseline_year")
    targets = facts.get("targets")
    if targets is not None:
        years = {str(year) for year in rad.years}
        facts["targets"] = {
            year: text
            for year, text in sorted(targets.items())
            if year in years and text
        }
    return facts


def rad_of(region: Region, year: int) -> Rad | None:
    """The RAD in force that covers `year`."""
    return Rad.objects.filter(
        region=region,
        state=State.SETTLED,
        first_year__lte=year,
        last_year__gte=year,
    ).first()
