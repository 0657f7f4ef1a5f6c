"""The list of OPD in Excel: its columns and its bulk verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from focal_points.opd.actions import (
    ADDED,
    CHANGED,
    check_facts,
    name_taken,
    people_remain,
    with_people_beyond,
)
from focal_points.opd.models import Opd, OpdTag
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, record_all
from pug_portal.imports.importer import Importer
from pug_portal.imports.writing import duplicate, rewrite
from pug_portal.lib.sheets import (
    Choice,
    Column,
    Date,
    Lines,
    Plan,
    Row,
    Sheet,
    Text,
    yes_no,
)

COLUMNS = (
    Column(
        "name",
        "Nama resmi",
        Text(200),
        is_required=True,
        width=46,
        example="Dinas Contoh Daerah",
    ),
    Column(
        "short_name",
        "Nama singkat",
        Text(60),
        "Misalnya Dinkes.",
        is_required=True,
        example="Dincontoh",
    ),
    Column("aliases", "Nama lain", Lines(1000), width=30, example=["Dinas Contoh"]),
    Column(
        "tag",
        "Tugas dalam PUG",
        Choice(tuple(OpdTag.choices)),
        "Kosong berarti Lainnya.",
        width=24,
        example=OpdTag.OTHER,
        default=OpdTag.OTHER.value,
    ),
    Column("kind", "Jenis", Text(40), "Misalnya dinas atau badan.", example="dinas"),
    Column("active_from", "Aktif sejak", Date(), "Kosong bila tidak diketahui."),
    Column("active_to", "Aktif sampai", Date(), "Bila dilebur atau berganti nama."),
    Column(
        "takes_part",
        "Ikut melapor",
        yes_no(),
        "Kosong berarti Ya.",
        width=14,
        example=True,
        default=True,
    ),
    Column(
        "is_guess",
        "Masih dugaan",
        yes_no(),
        "Ya bila belum dipastikan ada.",
        width=14,
        example=False,
        default=False,
    ),
    Column("note", "Catatan", Text(250), width=36),
)


class OpdImporter(Importer):
    permission = Permission.OPD_EDIT

    def build_sheet(self) -> Sheet:
        return Sheet(
            code="opd",
            title=f"Daftar {self.region.opd_word}",
            subject=f"opd:{self.region.code}",
            subject_name=self.region.name,
            columns=COLUMNS,
            named_by=("name",),
            identity=("name", "active_from"),
        )

    def objects(self) -> Sequence[Opd]:
        return list(Opd.objects.filter(region=self.region).order_by("name", "pk"))

    def lock(self) -> None:
        super().lock()
        rows = Opd.objects.select_for_update().filter(region=self.region)
        list(rows.order_by("pk").values_list("pk"))

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            row.made = self._as_opd(row)
        judged: list[tuple[Row, Opd]] = [(row, row.made) for row in rows]
        taken: dict[tuple[Any, ...], list[Any]] = {}
        changed = {opd.pk for _, opd in judged}
        for opd in (
            *(o for o in objects if o.pk not in changed),
            *(o for _, o in judged),
        ):
            taken.setdefault(_name_key(opd), []).append(opd)
        kept = with_people_beyond(
            opd for row, opd in judged if row.obj and row.obj.active_to != opd.active_to
        )
        for row, opd in judged:
            try:
                if opd.pk in kept:
                    raise people_remain()
                check_facts(opd)
                if len(taken[_name_key(opd)]) > 1:
                    raise name_taken()
            except Refusal as refusal:
                row.refuse(refusal.field or "", refusal.sentence)

    def _as_opd(self, row: Row) -> Opd:
        opd = duplicate(row.obj) if row.obj else Opd(region=self.region)
        for name, value in row.values.items():
            setattr(opd, name, value)
        return opd

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        added = [row.made for row in plan.new]
        Opd.objects.bulk_create(added)
        changed = [row.made for row in plan.changed]
        rewrite(changed, plan.changed_columns)
        entries = [Entry(ADDED, opd, {}, reason) for opd in added]
        entries += [
            Entry(CHANGED, opd, row.changed, reason)
            for opd, row in zip(changed, plan.changed, strict=True)
        ]
        record_all(by=by, region=self.region, entries=entries)


def _name_key(opd: Opd) -> tuple[Any, ...]:
    return opd.name.casefold(), opd.active_from
