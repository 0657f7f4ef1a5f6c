"""The action plans of a year's driver offices in Excel: their roles, and their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Q

from focal_points.appointments.sheet_columns import opd_choice
from focal_points.opd.models import Opd
from pokja.programme.choices import Stage
from pokja.programme.driver_actions import (
    ADDED,
    ROLE_NOTED,
    STEP_ADDED,
    STEP_CHANGED,
    already_planned,
    judge_step,
    no_rad,
)
from pokja.programme.models import DriverPlan, DriverStep, Rad
from pokja.programme.queries import DRIVER_ROLES
from pokja.programme.rad_actions import rad_of
from pokja.programme.year_sheet import KEPT, YearSheet, offices_by_key
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry
from pug_portal.imports.writing import duplicate, rewrite
from pug_portal.lib.sheets import Choice, Column, Paragraphs, Plan, Row, Sheet, Text

CODE = "opd-penggerak"
NOTES = (
    "Lembar «Peran»: satu baris satu OPD. Baris baru membuat rencana aksi OPD itu.",
    "Lembar «Aksi»: satu baris satu aksi dari OPD yang ada pada lembar «Peran».",
)
MOVED = "OPD-nya tidak dapat diganti; tulis sebagai baris baru, dengan sel kolom A yang kosong"
_STAGES = list(Stage)


class DriverImporter(YearSheet):
    meant_by = ("opd",)
    elsewhere = (
        "aksi tidak dapat dipindahkan ke OPD lain; tulis sebagai baris baru, dengan sel "
        "kolom A yang kosong"
    )

    @property
    def nowhere(self) -> str:
        return (
            f"OPD ini belum mempunyai rencana aksi {self.year}; tambahkan barisnya pada "
            "lembar «Peran»"
        )

    @cached_property
    def rad(self) -> Rad | None:
        return rad_of(self.region, self.year)

    @property
    def closed(self) -> str:
        if self.rad is None and not self.documents:
            return no_rad(self.year).sentence
        return ""

    @cached_property
    def documents(self) -> list[DriverPlan]:
        rows = DriverPlan.objects.filter(region=self.region, year=self.year)
        found = list(rows.select_related("opd", "rad"))
        order = list(DRIVER_ROLES)
        known = {tag: place for place, tag in enumerate(order)}
        return sorted(found, key=lambda p: (known.get(p.opd.tag, 9), p.opd.name))

    @cached_property
    def hanging(self) -> list[DriverStep]:
        place = {plan.pk: number for number, plan in enumerate(self.documents)}
        by_key = {plan.pk: plan for plan in self.documents}
        rows = list(DriverStep.objects.filter(plan__in=by_key))
        for row in rows:
            row.plan = by_key[row.plan_id]
        return sorted(
            rows,
            key=lambda s: (place[s.plan_id], _STAGES.index(Stage(s.stage)), s.order),
        )

    @cached_property
    def offices(self) -> dict[int, Opd]:
        held = [plan.opd_id for plan in self.documents]
        drivers = Q(tag__in=list(DRIVER_ROLES))
        # Of that year: an office closed since may still be planned for then.
        begun = Q(active_from=None) | Q(active_from__year__lte=self.year)
        open_yet = Q(active_to=None) | Q(active_to__year__gte=self.year)
        return offices_by_key(
            self.region, (drivers & begun & open_yet) | Q(pk__in=held)
        )

    def document_of(self, row: DriverStep) -> DriverPlan:
        return row.plan

    def build_sheet(self) -> Sheet:
        subject = f"penggerak:{self.region.code}:{self.year}"
        office = opd_choice(self.offices.values())
        return Sheet(
            code=CODE,
            title=f"OPD penggerak {self.year}",
            tab_name="Peran",
            subject=subject,
            subject_name=f"{self.region.name}, tahun {self.year}",
            columns=self._roles(office),
            named_by=("opd",),
            identity=("opd",),
            notes=NOTES,
            more=(
                Sheet(
                    code=CODE,
                    title="Aksi",
                    subject=subject,
                    subject_name=self.region.name,
                    columns=_steps(office),
                    named_by=("action",),
                    identity=("opd", "stage", "action"),
                ),
            ),
        )

    def _roles(self, office: Choice) -> tuple[Column, ...]:
        return (
            _office(office, lambda plan: plan.opd_id),
            Column(
                "role_note",
                f"Peran {self.year}",
                Paragraphs(),
                f"Yang menjadi tugas OPD ini sepanjang tahun. {KEPT}",
                width=80,
                example="Memeriksa Renja setiap OPD.",
                is_kept_when_empty=True,
            ),
        )

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            if row.is_new and self.rad is None:
                row.refuse("opd", no_rad(self.year).sentence)
            if "opd" in row.changed:
                row.refuse("opd", MOVED)

    def already_there(self, values: dict[str, Any]) -> Refusal:
        return already_planned(self.offices[values["opd"]], self.year)

    def judge(self, row: Row, document: dict[str, Any]) -> None:
        judge_step(self.facts_of(row))

    def write_documents(self, plan: Plan, by: Actor, reason: str) -> list[Entry]:
        added = [
            DriverPlan(
                region=self.region,
                opd=self.offices[row.values["opd"]],
                year=self.year,
                rad=self.rad,
                role_note=row.values["role_note"],
                made_by=by.user,
            )
            for row in plan.new
        ]
        DriverPlan.objects.bulk_create(added)
        noted = []
        for row in plan.changed:
            row.made = duplicate(row.obj)
            row.made.role_note = row.values["role_note"]
            noted.append(row.made)
        rewrite(noted, ["role_note"])
        return [
            *(Entry(ADDED, made, {}, reason) for made in added),
            *(Entry(ROLE_NOTED, r.made, r.changed, reason) for r in plan.changed),
        ]

    def write_hanging(self, plan: Plan, reason: str) -> list[Entry]:
        plans = {made.opd_id: made for made in self.documents}
        changed = self.rewritten(plan)
        last: Counter[tuple[int, str]] = Counter()
        # Also those that the file moves into another stage, beside where they were.
        for held in (*self.hanging, *(row.made for row in changed)):
            spot = held.plan_id, held.stage
            last[spot] = max(last[spot], held.order)
        added = []
        for row in plan.new:
            step = DriverStep(
                plan=plans[row.values["opd"]], **judge_step(self.facts_of(row))
            )
            last[step.plan_id, step.stage] += 1
            step.order = last[step.plan_id, step.stage]
            added.append(step)
        DriverStep.objects.bulk_create(added)
        return [
            *(Entry(STEP_ADDED, step, {}, reason) for step in added),
            *(Entry(STEP_CHANGED, r.made, r.changed, reason) for r in changed),
        ]


def _office(office: Choice, of: Callable[[Any], int]) -> Column:
    return Column(
        "opd",
        "OPD penggerak",
        office,
        is_required=True,
        width=44,
        example=office.pairs[0][0] if office.pairs else None,
        of=of,
    )


def _steps(office: Choice) -> tuple[Column, ...]:
    return (
        _office(office, lambda step: step.plan.opd_id),
        Column(
            "stage",
            "Tahap",
            Choice(tuple(Stage.choices)),
            is_required=True,
            width=40,
            example=Stage.PREPARATION,
        ),
        Column(
            "action",
            "Aksi",
            Text(300),
            is_required=True,
            width=50,
            example="Menyusun jadwal telaah Renja",
        ),
        Column(
            "responsible",
            "Tanggung jawab",
            Text(200),
            is_required=True,
            width=30,
            example="Bidang perencanaan sosial",
        ),
        Column(
            "evidence",
            "Bukti dukung",
            Text(300),
            KEPT,
            width=30,
            example="Jadwal",
            is_kept_when_empty=True,
        ),
        Column(
            "target",
            "Indikator target",
            Text(300),
            KEPT,
            width=30,
            example="1 dokumen",
            is_kept_when_empty=True,
        ),
    )
