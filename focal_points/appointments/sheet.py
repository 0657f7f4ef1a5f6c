"""Focal points and heads of OPD in Excel: the columns and the rules of a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from focal_points.appointments.actions import (
    already_appointed,
    check_facts,
    end_of,
)
from focal_points.appointments.models import Appointment
from focal_points.appointments.sheet_columns import columns_for
from focal_points.appointments.sheet_writing import DECREE, write_plan
from focal_points.offices.nip import check_nip
from focal_points.offices.nip_owners import names_by_nip, refuse_others_nip
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.imports.importer import Importer
from pug_portal.imports.writing import duplicate
from pug_portal.lib.clock import today
from pug_portal.lib.sheets import Plan, Row, Sheet

FIXED = {
    "opd": "OPD tidak dapat diganti; akhiri penunjukan ini dan buat baris baru",
    "kind": "peran tidak dapat diganti; akhiri penunjukan ini dan buat baris baru",
    "start": "tanggal mulai tidak dapat diganti; akhiri penunjukan ini dan buat baris baru",
}


class AppointmentImporter(Importer):
    permission = Permission.APPOINTMENT_EDIT

    def build_sheet(self) -> Sheet:
        return Sheet(
            code="appointment",
            title="Focal point",
            subject=f"appointment:{self.region.code}",
            subject_name=self.region.name,
            columns=columns_for(self.opds.values()),
            named_by=("name",),
            identity=("opd", "kind", "name", "start"),
            notes=(
                "Baris baru dicatat tanpa akun; akunnya diberikan pada halaman orangnya.",
                "Tanpa Nomor SK penunjukan berstatus SK menyusul dan berlaku 60 hari.",
                "Penunjukan yang berhenti diakhiri pada halaman orangnya.",
            ),
        )

    @cached_property
    def opds(self) -> dict[int, Opd]:
        rows = Opd.objects.filter(region=self.region).order_by("name", "pk")
        found = {opd.pk: opd for opd in rows}
        for opd in found.values():
            opd.region = self.region
        return found

    def objects(self) -> Sequence[Appointment]:
        rows = Appointment.objects.filter(opd__region=self.region)
        found = list(
            rows.select_related("assignment").order_by(
                "opd__name", "opd_id", "-kind", "name", "pk"
            )
        )
        for row in found:
            row.opd = self.opds[row.opd_id]
            if row.assignment is not None:
                row.assignment.region = self.region
        return found

    def lock(self) -> None:
        """`appoint` locks the OPD, the other verbs the appointment."""
        super().lock()
        opds = Opd.objects.select_for_update().filter(region=self.region)
        list(opds.order_by("pk").values_list("pk"))
        rows = Appointment.objects.select_for_update(of=("self",))
        list(rows.filter(opd__in=self.opds).order_by("pk").values_list("pk"))

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        judged = []
        told = (row.values["nip"] for row in rows if row.is_new or "nip" in row.changed)
        known = names_by_nip(self.region, told)
        for row in rows:
            if row.values["start"] is None or row.values["opd"] not in self.opds:
                continue
            appointment = row.made = self.appointment_of(row)
            self._check(row, appointment, known)
            judged.append((row, appointment))
        _check_twins(judged, objects)

    def appointment_of(self, row: Row) -> Appointment:
        """The row as an appointment, unsaved."""
        made = duplicate(row.obj) if row.obj else Appointment()
        given = row.values
        if row.is_new:
            made.opd = self.opds[given["opd"]]
            made.end = end_of(given["start"], given["end"], given["decree_number"])
        elif any(name in row.changed for name in DECREE):
            made.end = given["end"]
        for name, value in given.items():
            if name not in {"opd", "end"}:
                setattr(made, name, value)
        return made

    def _check(self, row: Row, appointment: Appointment, known: dict[str, str]) -> None:
        try:
            check_facts(appointment)
            if row.is_new or row.changed.keys() & {"nip", "sex"}:
                check_nip(appointment.nip, appointment.sex)
            if row.is_new or "nip" in row.changed:
                refuse_others_nip(appointment.name, appointment.nip, known)
        except Refusal as refusal:
            row.refuse(refusal.field or "", refusal.sentence)
        if row.is_new:
            if not appointment.opd.exists_on(today()):
                row.refuse("opd", "OPD ini tidak aktif lagi hari ini")
            return
        for name, sentence in FIXED.items():
            if name in row.changed:
                row.refuse(name, sentence)
        if any(name in row.changed for name in DECREE):
            _check_decree(row)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        write_plan(self.region, plan, by=by, reason=reason)


def _check_decree(row: Row) -> None:
    """As «Lengkapi SK» refuses."""
    changed = next(name for name in DECREE if name in row.changed)
    if row.obj.end_reason:
        row.refuse(changed, "penunjukan ini sudah diakhiri; buat penunjukan baru")
    elif not row.values["decree_number"]:
        row.refuse("decree_number", "isi nomor SK lebih dahulu")


def _check_twins(
    judged: Sequence[tuple[Row, Appointment]], objects: Iterable[Appointment]
) -> None:
    """The same person in the same OPD under the same hat at the same time."""
    rewritten = {made.pk for _, made in judged}
    held: dict[tuple[Any, ...], list[Appointment]] = {}
    everyone = [each for each in objects if each.pk not in rewritten]
    for each in (*everyone, *(made for _, made in judged)):
        held.setdefault(_seat(each), []).append(each)
    for row, made in judged:
        is_moved = row.is_new or "name" in row.changed
        others = (other for other in held[_seat(made)] if other is not made)
        if is_moved and any(_meet(other, made) for other in others):
            row.refuse("name", already_appointed(made).sentence)


def _seat(appointment: Appointment) -> tuple[Any, ...]:
    return appointment.opd_id, appointment.kind, appointment.name.casefold()


def _meet(one: Appointment, other: Appointment) -> bool:
    return one.start <= (other.end or dt.date.max) and other.start <= (
        one.end or dt.date.max
    )
