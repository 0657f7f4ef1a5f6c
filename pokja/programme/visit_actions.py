"""Kunjungan monev: record it, its findings, and what was done about each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from pokja.programme.guard import (
    lock_region,
    next_order,
    required,
    still_there,
    tidy,
    today_in,
)
from pokja.programme.line_actions import check_line
from pokja.programme.models import Finding, MonevVisit, ProgrammeLine
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

RECORDED = Verb("visit.recorded", "mencatat {object}")
CHANGED = Verb("visit.changed", "mengubah {object}")
DELETED = Verb("visit.deleted", "menghapus {object}")
FOUND = Verb("visit.found", "mencatat temuan {object}")
FINDING_CHANGED = Verb("visit.finding_changed", "mengubah temuan {object}")
FINDING_CLOSED = Verb("visit.finding_closed", "menutup temuan {object}")
FINDING_REMOVED = Verb("visit.finding_removed", "menghapus temuan {object}")

MAY = Permission.PROGRAMME_EDIT
LONG = frozenset({"summary", "text", "follow_up", "result"})


@transaction.atomic
def record_visit(
    *,
    region: Region,
    opd: Opd,
    visited_on: dt.date,
    team: str,
    by: Actor,
    summary: str = "",
    line: ProgrammeLine | None = None,
) -> MonevVisit:
    region = lock_region(region, by, MAY)
    visit = MonevVisit(region=region, made_by=by.user)
    _write(visit, visit_facts(opd, visited_on, team, summary, line))
    visit.save()
    record(by=by, verb=RECORDED, obj=visit, region=region)
    return visit


@transaction.atomic
def change_visit(
    *,
    visit: MonevVisit,
    opd: Opd,
    visited_on: dt.date,
    team: str,
    by: Actor,
    summary: str = "",
    line: ProgrammeLine | None = None,
) -> MonevVisit:
    visit = _locked(visit, by)
    told = _write(visit, visit_facts(opd, visited_on, team, summary, line))
    if told:
        visit.save()
        record(by=by, verb=CHANGED, obj=visit, region=visit.region, changes=told)
    return visit


def visit_facts(
    opd: Opd, visited_on: dt.date, team: str, summary: str, line: ProgrammeLine | None
) -> dict[str, Any]:
    names = (" ".join(name.split()) for name in team.splitlines())
    return {
        "opd": opd,
        "visited_on": visited_on,
        "team": "\n".join(name for name in names if name),
        "summary": summary.strip(),
        "line": line,
    }


def _write(visit: MonevVisit, facts: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    judge_visit(facts, visit.region)
    opd, day = facts["opd"], facts["visited_on"]
    twin = MonevVisit.objects.filter(opd=opd, visited_on=day).exclude(pk=visit.pk)
    if twin.exists():
        raise already_visited(opd, day)
    _check_line(facts["line"], day, visit.region)
    told = {
        name: (getattr(visit, name) if visit.pk else None, value)
        for name, value in facts.items()
        if not visit.pk or getattr(visit, name) != value
    }
    for name, value in facts.items():
        setattr(visit, name, value)
    return told


def judge_visit(facts: dict[str, Any], region: Region) -> None:
    """Raises Refusal with its field; asks no query."""
    if facts["opd"].region_id != region.pk:
        raise Refusal("OPD itu milik daerah lain.", field="opd")
    if facts["visited_on"] > today_in(region):
        raise Refusal("Kunjungan dicatat sesudah berlangsung.", field="visited_on")
    required(facts, "team", "Tulis nama anggota tim, satu per baris.")


def already_visited(opd: Opd, day: dt.date) -> Refusal:
    return Refusal(
        f"Kunjungan ke {opd.short_name} pada {tanggal(day)} sudah tercatat.",
        field="visited_on",
    )


def _check_line(line: ProgrammeLine | None, day: dt.date, region: Region) -> None:
    try:
        check_line(line, day.year, region)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="line") from refusal


@transaction.atomic
def delete_visit(*, visit: MonevVisit, reason: str, by: Actor) -> None:
    visit = _locked(visit, by)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan kunjungan dihapus.", field="reason")
    told = {
        "visited_on": (visit.visited_on, None),
        "findings": (visit.findings.count(), None),
    }
    record(
        by=by,
        verb=DELETED,
        obj=visit,
        region=visit.region,
        changes=told,
        reason=reason.strip()[:250],
    )
    visit.delete()


@transaction.atomic
def add_finding(*, visit: MonevVisit, by: Actor, **facts: Any) -> Finding:
    visit = _locked(visit, by)
    facts = judge_finding(facts, visit.visited_on, visit.region)
    finding = Finding(visit=visit, order=next_order(visit.findings.all()), **facts)
    finding.save()
    record(by=by, verb=FOUND, obj=finding, region=visit.region)
    return finding


@transaction.atomic
def change_finding(*, finding: Finding, by: Actor, **facts: Any) -> Finding:
    """Also closes it: `done_on` with the result of the follow-up."""
    finding = still_there(finding, "visit")
    visit = _locked(finding.visit, by)
    told = changed(finding, judge_finding(facts, visit.visited_on, visit.region))
    if told:
        for name, (_, value) in told.items():
            setattr(finding, name, value)
        finding.save()
        verb = verb_of(told)
        record(by=by, verb=verb, obj=finding, region=visit.region, changes=told)
    return finding


def verb_of(told: dict[str, tuple[Any, Any]]) -> Verb:
    closes = told.get("done_on", (None, None))[1] is not None
    return FINDING_CLOSED if closes else FINDING_CHANGED


@transaction.atomic
def remove_finding(*, finding: Finding, by: Actor) -> None:
    finding = still_there(finding, "visit")
    visit = _locked(finding.visit, by)
    record(by=by, verb=FINDING_REMOVED, obj=finding, region=visit.region)
    finding.delete()


def _locked(visit: MonevVisit, by: Actor) -> MonevVisit:
    region = lock_region(visit.region, by, MAY)
    found = MonevVisit.objects.select_related("opd").filter(pk=visit.pk).first()
    if found is None:
        raise Refusal("Catatan kunjungan ini sudah dihapus oleh orang lain.")
    found.region = region
    return found


def judge_finding(
    facts: dict[str, Any], visited_on: dt.date, region: Region
) -> dict[str, Any]:
    """The facts as they are kept. Raises Refusal with its field; asks no query."""
    facts = tidy(facts, LONG)
    due, done = facts.get("due_on"), facts.get("done_on")
    if due is not None and due < visited_on:
        raise Refusal("Tenggat mendahului tanggal kunjungan.", field="due_on")
    if done is not None and not visited_on <= done <= today_in(region):
        raise Refusal(
            "Tanggal selesai ada di antara tanggal kunjungan dan hari ini.",
            field="done_on",
        )
    required(facts, "text", "Tulis temuannya.")
    required(facts, "follow_up", "Tulis tindak lanjut yang diminta.")
    if done is not None:
        required(facts, "result", "Tulis hasil tindak lanjutnya.")
    return facts
