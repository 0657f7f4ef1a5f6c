"""Keeping the planning calendar and what the Musrenbang brought."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from focal_points.opd.models import Opd
from focal_points.planning.models import (
    GenderProposal,
    Musrenbang,
    ProposalState,
    Stage,
    StageKind,
)
from focal_points.planning.usual import planning_year_of, usual_dates
from focal_points.planning.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, Verb, changed, record, record_all
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES
from pug_portal.regions.models import Region

SCHEDULED = Verb("planning.scheduled", "menjadwalkan {object}")
RESCHEDULED = Verb("planning.rescheduled", "mengubah jadwal {object}")
HELD = Verb("musrenbang.recorded", "mencatat {object}")
HELD_CHANGED = Verb("musrenbang.changed", "mengubah catatan {object}")
PROPOSED = Verb("proposal.added", "mencatat usulan gender {object}")
PROPOSAL_CHANGED = Verb("proposal.changed", "mengubah usulan gender {object}")

FIRST_YEAR, LAST_YEAR = 2015, 2100
STAGE_FACTS = ("starts_on", "ends_on", "note")


@transaction.atomic
def fill_calendar(*, region: Region, budget_year: int, by: Actor) -> list[Stage]:
    """The stages this budget year still lacks, on their usual dates. Asked twice: none."""
    require_in(by, region, Permission.PLANNING_EDIT)
    if not FIRST_YEAR <= budget_year <= LAST_YEAR:
        raise Refusal(
            f"Tahun anggaran antara {FIRST_YEAR} dan {LAST_YEAR}.", field="anggaran"
        )
    Region.objects.select_for_update().get(pk=region.pk)
    theirs = Stage.objects.filter(region=region, budget_year=budget_year)
    known = set(theirs.values_list("kind", flat=True))
    made = []
    for kind in StageKind:
        if kind in known:
            continue
        starts, ends = usual_dates(kind, budget_year)
        stage = Stage.objects.create(
            region=region,
            kind=kind,
            budget_year=budget_year,
            planning_year=planning_year_of(kind, budget_year),
            starts_on=starts,
            ends_on=ends,
        )
        made.append(stage)
    entries = [
        Entry(SCHEDULED, stage, {k: (None, getattr(stage, k)) for k in STAGE_FACTS[:2]})
        for stage in made
    ]
    record_all(by=by, region=region, entries=entries)
    return made


@transaction.atomic
def change_stage(*, stage: Stage, reason: str, by: Actor, **facts: Any) -> Stage:
    stage = (
        Stage.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=stage.pk)
    )
    require_in(by, stage.region, Permission.PLANNING_EDIT)
    if unknown := set(facts) - set(STAGE_FACTS):
        raise TypeError(f"a stage has no {', '.join(sorted(unknown))}")
    changes = changed(stage, facts)
    if not changes:
        return stage
    for name, value in facts.items():
        setattr(stage, name, value)
    if stage.ends_on < stage.starts_on:
        raise Refusal("Tanggal selesai mendahului tanggal mulai.", field="ends_on")
    for name in ("starts_on", "ends_on"):
        # Decrees come late: some weeks into the next year are still this stage.
        if getattr(stage, name).year - stage.planning_year not in (0, 1):
            raise Refusal(
                f"{stage.get_kind_display()} {stage.budget_year} dikerjakan dalam tahun "
                f"perencanaan {stage.planning_year}. Periksa tahunnya.",
                field=name,
            )
    if not reason.strip():
        raise Refusal("Tulis alasan perubahan jadwal.", field="reason")
    stage.save(update_fields=list(changes))
    record(
        by=by,
        verb=RESCHEDULED,
        obj=stage,
        region=stage.region,
        changes=changes,
        reason=reason.strip(),
    )
    return stage


@transaction.atomic
def record_musrenbang(
    *,
    stage: Stage,
    kecamatan: str,
    held_on: dt.date,
    men: int | None,
    women: int | None,
    by: Actor,
) -> Musrenbang:
    require_in(by, stage.region, Permission.PLANNING_EDIT)
    if not stage.is_musrenbang:
        raise Refusal(f"{stage.get_kind_display()} bukan Musrenbang.")
    row = Musrenbang(
        stage=stage, kecamatan=_name(kecamatan), held_on=held_on, men=men, women=women
    )
    _check_held(row)
    _save_once(row)
    record(
        by=by,
        verb=HELD,
        obj=row,
        region=stage.region,
        changes={"L": (None, men), "P": (None, women), "tanggal": (None, held_on)},
    )
    return row


@transaction.atomic
def change_musrenbang(
    *,
    musrenbang: Musrenbang,
    kecamatan: str,
    held_on: dt.date,
    men: int | None,
    women: int | None,
    by: Actor,
) -> Musrenbang:
    row = (
        Musrenbang.objects.select_for_update(of=("self",))
        .select_related("stage__region")
        .get(pk=musrenbang.pk)
    )
    require_in(by, row.stage.region, Permission.PLANNING_EDIT)
    facts = {
        "kecamatan": _name(kecamatan),
        "held_on": held_on,
        "men": men,
        "women": women,
    }
    changes = changed(row, facts)
    if not changes:
        return row
    for name, value in facts.items():
        setattr(row, name, value)
    _check_held(row)
    _save_once(row)
    record(by=by, verb=HELD_CHANGED, obj=row, region=row.stage.region, changes=changes)
    return row


@transaction.atomic
def add_proposal(
    *, musrenbang: Musrenbang, title: str, proposer: str, by: Actor
) -> GenderProposal:
    """The same words of the same group once more are the same proposal."""
    region = musrenbang.stage.region
    require_in(by, region, Permission.PLANNING_EDIT)
    held = Musrenbang.objects.select_for_update().filter(pk=musrenbang.pk)
    if held.first() is None:
        raise Refusal("Catatan kecamatan ini baru saja dihapus orang lain.")
    row = GenderProposal(
        musrenbang=musrenbang, title=title.strip(), proposer=proposer.strip()
    )
    _check_told(row)
    twin = musrenbang.proposals.filter(title=row.title, proposer=row.proposer).first()
    if twin is not None:
        return twin
    row.save()
    record(by=by, verb=PROPOSED, obj=row, region=region)
    return row


@transaction.atomic
def change_proposal(
    *,
    proposal: GenderProposal,
    title: str,
    proposer: str,
    state: str,
    opd: Opd | None,
    reason: str,
    by: Actor,
) -> GenderProposal:
    """Words and decision together: «ditampung» names the OPD, «tidak» says why."""
    row = (
        GenderProposal.objects.select_for_update(of=("self",))
        .select_related("musrenbang__stage__region")
        .get(pk=proposal.pk)
    )
    region = row.musrenbang.stage.region
    require_in(by, region, Permission.PLANNING_EDIT)
    if state != row.state:
        WORKFLOW.check(ProposalState(row.state), ProposalState(state), by=by)
    facts = {
        "title": title.strip(),
        "proposer": proposer.strip(),
        "state": state,
        "opd": opd if state == ProposalState.TAKEN else None,
        "reason": reason.strip(),
    }
    changes = changed(row, facts)
    if not changes:
        return row
    for name, value in facts.items():
        setattr(row, name, value)
    _check_told(row)
    _check_decision(row, region)
    row.save(update_fields=list(changes))
    record(
        by=by,
        verb=PROPOSAL_CHANGED,
        obj=row,
        region=region,
        changes=changes,
        reason=row.reason,
    )
    return row


def _check_told(row: GenderProposal) -> None:
    if not row.title:
        raise Refusal("Tulis usulannya.", field="title")
    if not row.proposer:
        raise Refusal("Tulis kelompok yang mengusulkan.", field="proposer")


def _check_decision(row: GenderProposal, region: Region) -> None:
    if row.state == ProposalState.TAKEN and row.opd is None:
        raise Refusal("Pilih OPD yang menampung usulan ini.", field="opd")
    if row.opd is not None and row.opd.region_id != region.pk:
        raise Refusal("OPD ini milik daerah lain.", field="opd")
    if row.state == ProposalState.LEFT and not row.reason:
        raise Refusal("Tulis alasan usulan tidak ditampung.", field="reason")


def _check_held(row: Musrenbang) -> None:
    if not row.kecamatan:
        raise Refusal("Tulis nama kecamatan.", field="kecamatan")
    if row.held_on > today(ZONES[row.stage.region.zone]):
        raise Refusal("Musrenbang ini belum berlangsung.", field="held_on")
    if row.held_on.year != row.stage.planning_year:
        raise Refusal(
            f"Musrenbang untuk anggaran {row.stage.budget_year} berlangsung pada tahun "
            f"{row.stage.planning_year}.",
            field="held_on",
        )


def _save_once(row: Musrenbang) -> None:
    twice = Refusal(
        f"Kecamatan {row.kecamatan} sudah dicatat pada tahap ini.", field="kecamatan"
    )
    # «CEPU» and «Cepu» are one place too: its people are not counted twice.
    twins = Musrenbang.objects.filter(stage=row.stage, kecamatan__iexact=row.kecamatan)
    if twins.exclude(pk=row.pk).exists():
        raise twice
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as collision:
        raise twice from collision


def _name(typed: str) -> str:
    """«Kec. Cepu» and «Cepu» are one place."""
    words = typed.split()
    if words and words[0].casefold().rstrip(".") in {"kec", "kecamatan"}:
        words = words[1:]
    return " ".join(words)
