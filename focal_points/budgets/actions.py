"""Recording an OPD's ARG, and sending a region's recap upward."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from focal_points.appointments.scope import opd_ids_of
from focal_points.budgets.models import ArgBudget, ArgRecap
from focal_points.budgets.sums import groups
from focal_points.opd.models import Opd
from focal_points.progress.models import MONEY_MAX, Denominator
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.seen import fingerprint
from pug_portal.regions.models import Region

RECORDED = Verb("arg.recorded", "mencatat {object}")
SENT = Verb("arg.sent", "mengirim {object} ke provinsi")

FACTS = (
    "denominator",
    "dpa_total",
    "dpa_arg",
    "dpa_on",
    "dppa_total",
    "dppa_arg",
    "dppa_on",
    "realized",
    "realized_on",
    "note",
)
MONEY = ("dpa_total", "dpa_arg", "dppa_total", "dppa_arg", "realized")


class StaleArg(Refusal):
    """Somebody saved these figures since the form was opened; `stored`: as they stand."""

    def __init__(self, budget: ArgBudget) -> None:
        who = f" ({budget.touched_by})" if budget.touched_by else ""
        super().__init__(
            f"ARG ini sudah disimpan orang lain{who} sejak Anda membukanya. Isian Anda "
            "belum disimpan. Bandingkan di bawah, lalu simpan yang Anda pilih."
        )
        self.stored = facts_of(budget)


@transaction.atomic
def record_arg(
    *, opd: Opd, year: int, by: Actor, seen: str | None = None, **facts: Any
) -> ArgBudget:
    """DPA and DPPA are kept both; which one counts is told beside every figure.

    `seen`: the fingerprint of the figures when the form was opened.
    """
    require_in(by, opd.region, Permission.ARG_EDIT)
    if by.role in OPD_ROLES and opd.pk not in opd_ids_of(by):
        raise PermissionDenied("ARG ini milik OPD lain.")
    check_year(year)
    Opd.objects.select_for_update(of=("self",)).get(pk=opd.pk)
    found = ArgBudget.objects.filter(opd=opd, year=year).first()
    budget = found or ArgBudget(opd=opd, year=year)
    given = {name: facts.get(name, getattr(budget, name)) for name in FACTS}
    changes = changed(budget, given)
    if found and not changes:
        return found
    if seen is not None and seen != fingerprint(facts_of(found)):
        raise StaleArg(budget)
    check_facts(given)
    for name, value in given.items():
        setattr(budget, name, value)
    budget.touched_at, budget.touched_by = now(), by.user
    budget.save()
    record(by=by, verb=RECORDED, obj=budget, region=opd.region, changes=changes)
    return budget


def facts_of(budget: ArgBudget | None) -> dict[str, Any]:
    return {name: getattr(budget, name) for name in FACTS} if budget else {}


def check_year(year: int) -> None:
    if not today().year - 10 <= year <= today().year + 2:
        raise Refusal("Tahun anggaran ini tidak mungkin di sini.")


def check_facts(facts: dict[str, Any]) -> None:
    Denominator(facts["denominator"])
    for name in MONEY:
        value = facts[name]
        if value is not None and not 0 <= value <= MONEY_MAX:
            raise Refusal("Jumlah ini tidak mungkin.", field=name)
    for stage in ("dpa", "dppa"):
        total, arg = facts[f"{stage}_total"], facts[f"{stage}_arg"]
        if arg is not None and total is not None and arg > total:
            raise Refusal(
                "Pagu ARG melebihi belanja pembandingnya.", field=f"{stage}_arg"
            )
    ceiling = facts["dppa_arg"] if facts["dppa_arg"] is not None else facts["dpa_arg"]
    spent = facts["realized"]
    if spent is None:
        return
    if ceiling is None:
        raise Refusal("Isi pagu ARG sebelum realisasinya.", field="dpa_arg")
    if facts["realized_on"] is None:
        raise Refusal("Realisasi per tanggal berapa?", field="realized_on")
    if spent > ceiling and not str(facts["note"]).strip():
        raise Refusal(
            "Realisasi melebihi pagu. Tulis sebabnya di catatan.", field="note"
        )


@transaction.atomic
def send_recap(*, region: Region, year: int, by: Actor) -> ArgRecap:
    """What the province reads from now on; a later one stands beside it."""
    require_in(by, region, Permission.ARG_SEND)
    if by.user is None:
        raise PermissionDenied("Rekap dikirim oleh orang, bukan sistem.")
    rows = list(ArgBudget.objects.filter(opd__region=region, year=year))
    told = groups(rows)
    if not told:
        raise Refusal("Belum ada OPD yang pagu ARG-nya tercatat untuk tahun ini.")
    made = ArgRecap.objects.create(
        region=region,
        year=year,
        groups=[group.as_json() for group in told],
        offices=sum(group.offices for group in told),
        expected=Opd.objects.filter(region=region).active_on(today()).count(),
        sent_by=by.user,
        sent_at=now(),
    )
    record(by=by, verb=SENT, obj=made, region=region)
    return made
