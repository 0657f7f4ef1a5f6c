"""A workbook of one year with two tabs: documents, and the rows that hang on them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Q

from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, record_all
from pug_portal.imports.importer import Importer
from pug_portal.imports.writing import duplicate, rewrite
from pug_portal.lib.sheets import Plan, Reading, Row, compare, export
from pug_portal.regions.models import Region

Name = tuple[Any, ...]
# A row of the template is known again by its name: what it leaves empty stays.
KEPT = "Kosong berarti tidak diubah."


class YearSheet(Importer):
    """`meant_by`: the columns that say on both tabs which document is meant.

    `elsewhere`: what is told of a row that hangs on another document than before.
    """

    permission = Permission.PROGRAMME_EDIT
    meant_by: ClassVar[tuple[str, ...]] = ()
    elsewhere = ""

    def __init__(self, region: Region, year: int) -> None:
        super().__init__(region)
        self.year = year

    @property
    @abstractmethod
    def nowhere(self) -> str:
        """What is told of a row that hangs on no document."""

    @property
    @abstractmethod
    def documents(self) -> list[Any]: ...

    @property
    @abstractmethod
    def hanging(self) -> list[Any]:
        """Rows of the second tab, each with its document."""

    @abstractmethod
    def document_of(self, row: Any) -> Any: ...

    @abstractmethod
    def judge(self, row: Row, document: dict[str, Any]) -> None:
        """A new or changed row of the second tab, beside what its document will say.
        Raises Refusal."""

    @abstractmethod
    def already_there(self, values: dict[str, Any]) -> Refusal: ...

    @abstractmethod
    def write_documents(self, plan: Plan, by: Actor, reason: str) -> list[Entry]: ...

    @abstractmethod
    def write_hanging(self, plan: Plan, reason: str) -> list[Entry]:
        """`documents` are those after the first tab is written."""

    def objects(self) -> Sequence[Any]:
        return self.documents

    def export(self) -> bytes:
        return export(self.sheet, self.documents, [self.hanging])

    def lock(self) -> None:
        super().lock()
        # What was read before the lock may be old.
        for name in ("documents", "hanging"):
            self.__dict__.pop(name, None)

    def plan(self, reading: Reading) -> Plan:
        found = compare(self.sheet, reading, self.documents)
        beside = compare(self.sheet.more[0], reading.more[0], self.hanging)
        written = [row for row in found.rows if row.is_new or row.changed]
        self._check_places(written)
        self.check(written, self.documents)
        own, meant = self._after(found.rows)
        for row in beside.rows:
            if row.is_new or row.changed:
                self._check_hanging(row, own, meant)
        return replace(found, more=(beside,))

    def name_of(self, values: dict[str, Any]) -> Name:
        return tuple(values[key] for key in self.meant_by)

    def _check_places(self, rows: Sequence[Row]) -> None:
        """One document per name. What this file frees is taken as well: all of them are
        written in one statement."""
        held = {self.name_of(self.sheet.values_of(d)): d for d in self.documents}
        seen: dict[Name, int] = {}
        for row in rows:
            name = self.name_of(row.values)
            if None in name:
                continue
            if held.get(name, row.obj) != row.obj:
                refusal = self.already_there(row.values)
                row.refuse(refusal.field or "", refusal.sentence)
            elif name in seen:
                row.refuse(self.meant_by[0], f"sudah ada pada baris {seen[name]}")
            seen.setdefault(name, row.number)

    def _after(
        self, rows: Sequence[Row]
    ) -> tuple[dict[int, dict[str, Any]], dict[Name, Any]]:
        """What each document says once the file is applied, by its key; and which
        document, or which new row, is meant by a name."""
        own = {d.pk: self.sheet.values_of(d) for d in self.documents}
        own |= {row.obj.pk: row.values for row in rows if row.obj}
        meant = {self.name_of(own[d.pk]): d for d in self.documents}
        for row in rows:
            if row.is_new:
                meant.setdefault(self.name_of(row.values), row)
        return own, meant

    def _check_hanging(
        self, row: Row, own: dict[int, dict[str, Any]], meant: dict[Name, Any]
    ) -> None:
        if {problem.key for problem in row.problems} & set(self.meant_by):
            return
        held = self.document_of(row.obj) if row.obj else None
        is_told = row.is_new or not row.changed.keys().isdisjoint(self.meant_by)
        document = meant.get(self.name_of(row.values)) if is_told else held
        if document is None:
            row.refuse(self.meant_by[0], self.nowhere)
            return
        if held is not None and document != held:
            row.refuse(self.meant_by[0], self.elsewhere)
        is_row = isinstance(document, Row)
        try:
            self.judge(row, document.values if is_row else own[document.pk])
        except Refusal as refusal:
            row.refuse(refusal.field or "", refusal.sentence)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        entries = self.write_documents(plan, by, reason)
        self.__dict__.pop("documents", None)
        entries += self.write_hanging(plan.more[0], reason)
        record_all(by=by, region=self.region, entries=entries)

    def facts_of(self, row: Row) -> dict[str, Any]:
        """What the row says itself, without what it hangs on."""
        return {k: v for k, v in row.values.items() if k not in self.meant_by}

    def told_of(self, row: Row) -> dict[str, tuple[Any, Any]]:
        """What changed of it itself."""
        return {k: v for k, v in row.changed.items() if k not in self.meant_by}

    def rewritten(self, plan: Plan) -> list[Row]:
        """The changed rows of the second tab, written; `row.made` as they are now."""
        rows = [row for row in plan.changed if self.told_of(row)]
        for row in rows:
            row.made = duplicate(row.obj)
            for name, (_, value) in self.told_of(row).items():
                setattr(row.made, name, value)
        columns = [key for key in plan.changed_columns if key not in self.meant_by]
        rewrite([row.made for row in rows], columns)
        return rows


def offices_by_key(region: Region, condition: Q | None = None) -> dict[int, Opd]:
    rows = Opd.objects.filter(condition or Q(), region=region)
    return {opd.pk: opd for opd in rows.order_by("name", "pk")}
