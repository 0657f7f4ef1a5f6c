"""Writing the plan. A gap is never closed by hand: verified answers close it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.instruments.models import Indicator
from prasyarat.next_steps.models import GapAction
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

ADDED = Verb("gap_action.added", "menambah {object}")
CHANGED = Verb("gap_action.changed", "mengubah {object}")
REMOVED = Verb("gap_action.removed", "menghapus {object}")
GONE = "Langkah ini sudah dihapus orang lain. Muat ulang rencana aksi."
STALE = (
    "Langkah ini baru saja diubah orang lain. Isian Anda masih ada di bawah; bandingkan "
    "dengan rencana, lalu simpan lagi bila tetap hendak mengganti."
)


@transaction.atomic
def add_action(
    *,
    region: Region,
    indicator: Indicator,
    step: str,
    opd: Opd | None,
    owner: str,
    due_on: dt.date,
    programme_line: str,
    by: Actor,
    of_opd: Opd | None = None,
) -> GapAction:
    """`of_opd`: for the indicator that is this OPD's own."""
    require_in(by, region, Permission.GAP_PLAN_EDIT)
    _check_whose(region, indicator, of_opd)
    Region.objects.select_for_update().get(pk=region.pk)
    facts = _facts(region, step, opd, owner, due_on, programme_line)
    if due_on < today():
        raise Refusal(
            "Tenggat sudah lewat. Isi hari ini atau sesudahnya.", field="due_on"
        )
    made = GapAction(
        region=region, indicator=indicator, of_opd=of_opd, made_by=by.user, **facts
    )
    _refuse_twin(made, facts["step"])
    made.save()
    record(by=by, verb=ADDED, obj=made, region=region, changes=_told(made))
    return made


@transaction.atomic
def change_action(
    *,
    action: GapAction,
    step: str,
    opd: Opd | None,
    owner: str,
    due_on: dt.date,
    programme_line: str,
    by: Actor,
    seen: int | None = None,
) -> GapAction:
    action = _locked(action)
    require_in(by, action.region, Permission.GAP_PLAN_EDIT)
    facts = _facts(action.region, step, opd, owner, due_on, programme_line)
    changes = changed(action, facts)
    if not changes:
        return action
    if seen is not None and seen != action.revision:
        raise Refusal(STALE)
    if due_on != action.due_on and due_on < today():
        raise Refusal(
            "Tenggat sudah lewat. Isi hari ini atau sesudahnya.", field="due_on"
        )
    if facts["step"] != action.step:
        _refuse_twin(action, facts["step"])
    for name, value in facts.items():
        setattr(action, name, value)
    action.revision += 1
    action.save(update_fields=[*facts, "revision"])
    record(by=by, verb=CHANGED, obj=action, region=action.region, changes=changes)
    return action


@transaction.atomic
def remove_action(*, action: GapAction, by: Actor) -> None:
    action = _locked(action)
    require_in(by, action.region, Permission.GAP_PLAN_EDIT)
    changes = {"langkah": (action.step, None)}
    record(by=by, verb=REMOVED, obj=action, region=action.region, changes=changes)
    action.delete()


def _locked(action: GapAction) -> GapAction:
    rows = GapAction.objects.select_for_update(of=("self",))
    found = rows.select_related("region", "indicator", "opd", "of_opd").filter(
        pk=action.pk
    )
    row = found.first()
    if row is None:
        raise Refusal(GONE)
    return row


def _facts(
    region: Region,
    step: str,
    opd: Opd | None,
    owner: str,
    due_on: dt.date,
    programme_line: str,
) -> dict[str, Any]:
    step, owner = step.strip(), owner.strip()
    if not step:
        raise Refusal("Tulis langkah yang dikerjakan.", field="step")
    if (opd is None) == (not owner):
        raise Refusal(
            "Pilih satu OPD, atau tulis penanggung jawab yang bukan OPD; salah satu saja.",
            field="opd",
        )
    if opd is not None and opd.region_id != region.pk:
        raise Refusal("OPD ini bukan milik daerah Anda.", field="opd")
    return {
        "step": step,
        "opd": opd,
        "owner": owner,
        "due_on": due_on,
        "programme_line": programme_line.strip(),
    }


def _check_whose(region: Region, indicator: Indicator, of_opd: Opd | None) -> None:
    if of_opd is None:
        return
    if of_opd.region_id != region.pk:
        raise Refusal("OPD ini bukan milik daerah Anda.", field="opd")
    if "O" not in indicator.levels:
        raise Refusal(f"{indicator.code} bukan indikator OPD.")


def _refuse_twin(action: GapAction, step: str) -> None:
    rows = GapAction.objects.filter(
        region=action.region,
        indicator=action.indicator,
        of_opd=action.of_opd,
        step=step,
    )
    if rows.exists():
        code = action.indicator.code
        raise Refusal(f"Langkah ini sudah ada di rencana untuk {code}.", field="step")


def _told(action: GapAction) -> Mapping[str, tuple[Any, Any]]:
    whose = {"milik": (None, action.of_opd.short_name)} if action.of_opd else {}
    return {
        **whose,
        "langkah": (None, action.step),
        "penanggung jawab": (None, action.owner_name),
        "tenggat": (None, action.due_on),
    }
