"""Work programme of a year: draft it, fill it from the RAD, settle it, change it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from pokja.programme import version_actions
from pokja.programme.guard import check_year, lock_region, next_order, open_draft
from pokja.programme.models import LineRecord, Programme, ProgrammeLine, RadLine
from pokja.programme.rad_actions import rad_of
from pokja.programme.sources import promised_on
from pokja.programme.workflow import PROGRAMME_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.regions.models import Region

DRAFTED = Verb("programme.drafted", "menyusun draf {object}")
FILLED = Verb("programme.filled", "mengambil baris RAD ke dalam {object}")
REVISED = Verb("programme.revised", "mulai menyusun {object}")
SETTLED = Verb("programme.settled", "menetapkan {object}")
DELETED = Verb("programme.deleted", "menghapus draf {object}")


@transaction.atomic
def draft_programme(
    *, region: Region, year: int, by: Actor, source_note: str = ""
) -> Programme:
    region = lock_region(region, by, Permission.PROGRAMME_EDIT)
    check_year(year, "year")
    if Programme.objects.filter(region=region, year=year).exists():
        raise Refusal(
            f"Program kerja {year} sudah ada. Buka program itu; sesudah ditetapkan ia "
            "diubah lewat perubahan.",
            field="year",
        )
    programme = Programme.objects.create(
        region=region, year=year, source_note=source_note, made_by=by.user
    )
    record(by=by, verb=DRAFTED, obj=programme, region=region)
    return programme


@transaction.atomic
def fill_from_rad(*, programme: Programme, by: Actor) -> int:
    """Lines of the RAD with a target in this year; those taken before stay as they are.

    Returns how many lines are new. Tugas a–l are chosen by people afterwards.
    """
    programme = open_draft(programme, by)
    rad = rad_of(programme.region, programme.year)
    if rad is None:
        raise Refusal(
            f"Belum ada RAD PUG yang ditetapkan untuk tahun {programme.year}."
        )
    taken = set(programme.lines.values_list("rad_line_id", flat=True))
    lines = rad.lines.select_related("lead_opd").prefetch_related("supporters")
    new = [
        line
        for line in lines
        if line.target_of(programme.year) and line.key not in taken
    ]
    order = next_order(programme.lines.all())
    for place, line in enumerate(new):
        _take_over(line, programme, order + place)
    if new:
        told = {"lines": (len(taken - {None}), len(taken - {None}) + len(new))}
        record(by=by, verb=FILLED, obj=programme, region=programme.region, changes=told)
    return len(new)


def _take_over(line: RadLine, programme: Programme, order: int) -> None:
    made = ProgrammeLine.objects.create(
        programme=programme,
        order=order,
        rad_line_id=line.key,
        activity=line.activity,
        aim=line.aim,
        indicator=line.indicator,
        target=line.target_of(programme.year)[:200],
        responsible=line.responsible,
        fund_source=line.fund_source,
    )
    LineRecord.objects.create(line=made)
    offices = list(line.supporters.all())
    if line.lead_opd is not None and line.lead_opd not in offices:
        offices.insert(0, line.lead_opd)
    made.executors.set(offices)


@transaction.atomic
def revise_programme(*, programme: Programme, reason: str, by: Actor) -> Programme:
    old = programme.pk
    draft = version_actions.begin_change(programme, verb=REVISED, reason=reason, by=by)
    lines = ProgrammeLine.objects.filter(programme=old).prefetch_related("executors")
    version_actions.copy_lines(lines, "programme", draft, "executors")
    return draft


@transaction.atomic
def settle_programme(
    *, programme: Programme, settled_on: dt.date, basis: str, by: Actor
) -> Programme:
    return version_actions.settle(
        programme,
        workflow=PROGRAMME_WORKFLOW,
        verb=SETTLED,
        complain=faults_of,
        settled_on=settled_on,
        basis=basis,
        by=by,
    )


@transaction.atomic
def delete_programme(*, programme: Programme, reason: str, by: Actor) -> None:
    programme = open_draft(programme, by)
    new = [line.key for line in programme.lines.filter(root=None)]
    if hanging := len(promised_on(new)):
        raise Refusal(
            f"{hanging} rekomendasi rapat sudah menjadi baris draf ini. Lepaskan dahulu "
            "kaitannya di halaman tindak lanjut."
        )
    version_actions.delete_draft(programme, verb=DELETED, reason=reason, by=by)


def faults_of(programme: Programme) -> list[str]:
    """What still keeps this draft from being settled."""
    lines = list(programme.lines.all())
    if not lines:
        return ["Program kerja belum mempunyai baris."]
    faults = []
    for line in lines:
        lacking = [
            word
            for word, there in (
                ("tugas Pokja", line.duties),
                ("indikator keluaran", line.indicator),
                ("target", line.target),
                ("penanggung jawab", line.responsible),
            )
            if not there
        ]
        if lacking:
            faults.append(f"«{line}» belum menyebut {', '.join(lacking)}.")
    return faults
