"""Lines of a draft programme, and how far those of the one in force have come."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from focal_points.progress.duties import DUTIES
from pokja.programme.choices import LineStatus
from pokja.programme.guard import (
    lock_region,
    next_order,
    open_draft,
    required,
    still_there,
    tidy,
)
from pokja.programme.models import LineRecord, MonevVisit, Programme, ProgrammeLine
from pokja.programme.sources import held_on, promised_on
from pokja.programme.workflow import LINE_WORKFLOW, NEEDS_OBSTACLE
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

ADDED = Verb("programme.line_added", "menambah baris program {object}")
CHANGED = Verb("programme.line_changed", "mengubah baris program {object}")
REMOVED = Verb("programme.line_removed", "menghapus baris program {object}")
REPORTED = Verb("programme.line_reported", "mencatat realisasi baris program {object}")

LONG = frozenset({"aim"})

NOT_IN_FORCE = (
    "Realisasi dicatat pada program kerja yang sedang berlaku, bukan pada draf atau versi "
    "yang sudah diganti."
)


@transaction.atomic
def add_line(
    *,
    programme: Programme,
    by: Actor,
    executors: list[Opd] | None = None,
    reason: str = "",
    **facts: Any,
) -> ProgrammeLine:
    programme = open_draft(programme, by)
    line = ProgrammeLine(programme=programme, **judge_line(facts))
    line.order = next_order(programme.lines.all())
    line.save()
    line.executors.set(executors or [])
    LineRecord.objects.create(line=line)
    record(by=by, verb=ADDED, obj=line, region=programme.region, reason=reason)
    return line


@transaction.atomic
def change_line(
    *,
    line: ProgrammeLine,
    by: Actor,
    executors: list[Opd] | None = None,
    reason: str = "",
    **facts: Any,
) -> ProgrammeLine:
    line = still_there(line, "programme")
    programme = open_draft(line.programme, by)
    told: dict[str, tuple[Any, Any]] = changed(line, judge_line(facts))
    for name, (_, value) in told.items():
        setattr(line, name, value)
    line.save()
    if executors is not None:
        old = sorted(opd.short_name for opd in line.executors.all())
        line.executors.set(executors)
        new = sorted(opd.short_name for opd in executors)
        told |= {"executors": (old, new)} if old != new else {}
    if told:
        record(
            by=by,
            verb=CHANGED,
            obj=line,
            region=programme.region,
            changes=told,
            reason=reason,
        )
    return line


@transaction.atomic
def remove_line(*, line: ProgrammeLine, by: Actor) -> None:
    line = still_there(line, "programme")
    programme = open_draft(line.programme, by)
    if hanging := count_hanging(line):
        raise Refusal(
            f"{hanging} rapat, kunjungan, atau tindak lanjut sudah dikaitkan dengan "
            "baris ini. Biarkan barisnya dan nyatakan dibatalkan."
        )
    record(by=by, verb=REMOVED, obj=line, region=programme.region)
    line.delete()


def count_hanging(line: ProgrammeLine) -> int:
    """Rows that would lose their place in the programme with this line."""
    visits = MonevVisit.objects.filter(line=line.key).count()
    return visits + len(held_on([line.key])) + len(promised_on([line.key]))


@transaction.atomic
def report_line(
    *,
    line: ProgrammeLine,
    status: str,
    realisation: str,
    obstacles: str,
    by: Actor,
    revision: int | None = None,
    reason: str = "",
) -> LineRecord:
    """How far a line of the programme in force has come: the plan itself stays."""
    line = still_there(line, "programme")
    region = lock_region(line.programme.region, by, Permission.PROGRAMME_EDIT)
    if not line.programme.is_in_force:
        raise Refusal(NOT_IN_FORCE)
    kept = LineRecord.objects.select_for_update().get(line=line.key)
    if revision is not None and revision != kept.revision:
        raise Refusal(
            "Realisasi baris ini telah diubah orang lain sejak Anda membukanya. Isian "
            "Anda masih di bawah; bandingkan dengan halaman baris, lalu simpan lagi."
        )
    new = {
        "status": status,
        "realisation": realisation.strip(),
        "obstacles": obstacles.strip(),
    }
    judge_record(kept, new, by)
    told = changed(kept, new)
    if told:
        for name, value in new.items():
            setattr(kept, name, value)
        kept.revision += 1
        kept.touched_at, kept.touched_by = now(), by.user
        kept.save()
        record(
            by=by,
            verb=REPORTED,
            obj=line,
            region=region,
            changes=told,
            reason=reason,
        )
    return kept


def judge_record(kept: LineRecord, new: dict[str, Any], by: Actor) -> None:
    """May this actor lead the line to that status? Raises Refusal; asks no query."""
    status = new["status"]
    if status != kept.status:
        LINE_WORKFLOW.check(LineStatus(kept.status), LineStatus(status), by=by)
    if status in NEEDS_OBSTACLE and not new["obstacles"]:
        raise Refusal("Tulis kendala atau alasannya.", field="obstacles")


def judge_line(facts: dict[str, Any]) -> dict[str, Any]:
    """Judges and tidies the facts that were given; the others stay as they are."""
    facts = tidy(facts, LONG)
    if "activity" in facts:
        required(facts, "activity", "Tulis kegiatannya.")
    if "duties" in facts:
        facts["duties"] = _letters(facts["duties"])
    if "from_month" in facts or "to_month" in facts:
        _check_months(facts)
    if "sub_activity_code" in facts:
        _check_code(facts)
    budget = facts.get("budget")
    if budget is not None and budget < 0:
        raise Refusal("Anggaran tidak mungkin kurang dari nol.", field="budget")
    return facts


def _letters(duties: list[str]) -> list[str]:
    if unknown := set(duties) - set(DUTIES):
        raise Refusal(f"Tidak ada tugas {', '.join(sorted(unknown))}.", field="duties")
    return sorted(set(duties))


def _check_code(facts: dict[str, Any]) -> None:
    if not facts["sub_activity_code"]:
        facts["code_rule"] = ""
    elif not facts.get("code_rule"):
        raise Refusal("Pilih aturan yang memuat kode itu.", field="code_rule")


def _check_months(facts: dict[str, Any]) -> None:
    """One month alone is both the first and the last."""
    first, last = facts.get("from_month"), facts.get("to_month")
    first, last = first or last, last or first
    if first is not None and last is not None and last < first:
        raise Refusal("Bulan selesai mendahului bulan mulai.", field="to_month")
    facts["from_month"], facts["to_month"] = first, last


def check_line(line: ProgrammeLine | None, year: int, region: Region) -> None:
    """What hangs on a line names its root, of a settled programme of the same year."""
    if line is None:
        return
    if line.root_id is not None:
        raise TypeError("what hangs on a line names the root of it")
    # Read anew: the one at hand may still be a draft.
    programme = Programme.objects.get(pk=line.programme_id)
    if programme.region_id != region.pk or programme.is_draft:
        raise Refusal(
            "Baris itu tidak ada dalam program kerja daerah ini yang sudah ditetapkan.",
            field="programme_line",
        )
    if programme.year != year:
        raise Refusal(
            f"Baris itu termasuk program kerja {programme.year}, sedangkan tanggalnya "
            f"tahun {year}. Pilih baris program kerja {year}.",
            field="programme_line",
        )
