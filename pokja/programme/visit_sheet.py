"""The monev visits of a year in Excel: the visits, and what was found at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from focal_points.opd.models import Opd
from pokja.programme.models import Finding, MonevVisit, ProgrammeLine
from pokja.programme.queries import lines_offered
from pokja.programme.visit_actions import (
    CHANGED,
    FOUND,
    RECORDED,
    already_visited,
    judge_finding,
    judge_visit,
    verb_of,
    visit_facts,
)
from pokja.programme.visit_columns import finding_columns, visit_columns
from pokja.programme.year_sheet import YearSheet, offices_by_key
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, changed
from pug_portal.imports.writing import duplicate, rewrite
from pug_portal.lib.sheets import Plan, Row, Sheet

CODE = "kunjungan-monev"
# Of a year: some twenty at each of a region's offices, many times over.
MOST_FINDINGS = 3000
NOTES = (
    "Lembar «Kunjungan»: satu baris satu kunjungan ke satu OPD.",
    (
        "Lembar «Temuan»: satu baris satu temuan. OPD dan tanggalnya sama dengan baris "
        "kunjungannya pada lembar «Kunjungan»."
    ),
    "Untuk temuan yang sudah selesai, isi tanggal selesai dan hasilnya.",
)


class VisitImporter(YearSheet):
    meant_by = ("opd", "visited_on")
    elsewhere = (
        "temuan tidak dapat dipindahkan ke kunjungan lain; tulis sebagai baris baru, "
        "dengan sel kolom A yang kosong"
    )

    @property
    def nowhere(self) -> str:
        return (
            "tidak ada kunjungan ke OPD ini pada tanggal itu; tambahkan barisnya pada "
            "lembar «Kunjungan»"
        )

    @cached_property
    def documents(self) -> list[MonevVisit]:
        rows = MonevVisit.objects.filter(
            region=self.region, visited_on__year=self.year
        ).select_related("opd", "line")
        return list(rows.order_by("visited_on", "opd__name", "pk"))

    @cached_property
    def hanging(self) -> list[Finding]:
        place = {visit.pk: number for number, visit in enumerate(self.documents)}
        by_key = {visit.pk: visit for visit in self.documents}
        rows = list(Finding.objects.filter(visit__in=by_key))
        for row in rows:
            row.visit = by_key[row.visit_id]
        return sorted(rows, key=lambda row: (place[row.visit_id], row.order, row.pk))

    @cached_property
    def offices(self) -> dict[int, Opd]:
        return offices_by_key(self.region)

    @cached_property
    def lines(self) -> dict[int, ProgrammeLine]:
        """By root: those of the year's programme, and what a visit already names."""
        held = [visit.line for visit in self.documents if visit.line]
        found = {line.pk: line for line in held}
        for line in lines_offered(self.region):
            if line.programme.year == self.year:
                found[line.key] = line
        return dict(sorted(found.items()))

    def document_of(self, row: Finding) -> MonevVisit:
        return row.visit

    def build_sheet(self) -> Sheet:
        subject = f"monev:{self.region.code}:{self.year}"
        return Sheet(
            code=CODE,
            title=f"Kunjungan monev {self.year}",
            tab_name="Kunjungan",
            subject=subject,
            subject_name=f"{self.region.name}, tahun {self.year}",
            columns=visit_columns(self.offices, self.lines, self.year),
            named_by=("opd",),
            identity=self.meant_by,
            notes=NOTES,
            more=(
                Sheet(
                    code=CODE,
                    title="Temuan",
                    subject=subject,
                    subject_name=self.region.name,
                    columns=finding_columns(self.offices, self.year),
                    named_by=("text",),
                    identity=(*self.meant_by, "text"),
                    most_rows=MOST_FINDINGS,
                ),
            ),
        )

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            day = row.values["visited_on"]
            if day is None or row.values["opd"] not in self.offices:
                continue
            if day.year != self.year:
                row.refuse("visited_on", f"berkas ini hanya untuk tahun {self.year}")
            try:
                judge_visit(self.visit_facts(row), self.region)
            except Refusal as refusal:
                row.refuse(refusal.field or "", refusal.sentence)

    def already_there(self, values: dict[str, Any]) -> Refusal:
        return already_visited(self.offices[values["opd"]], values["visited_on"])

    def visit_facts(self, row: Row) -> dict[str, Any]:
        line = self.lines.get(row.values["line"])
        return visit_facts(
            self.offices[row.values["opd"]],
            row.values["visited_on"],
            "\n".join(row.values["team"]),
            row.values["summary"],
            line and (line.root or line),
        )

    def judge(self, row: Row, document: dict[str, Any]) -> None:
        judge_finding(self.facts_of(row), document["visited_on"], self.region)

    def write_documents(self, plan: Plan, by: Actor, reason: str) -> list[Entry]:
        added = [
            MonevVisit(region=self.region, made_by=by.user, **self.visit_facts(row))
            for row in plan.new
        ]
        MonevVisit.objects.bulk_create(added)
        entries = [Entry(RECORDED, visit, {}, reason) for visit in added]
        for row in plan.changed:
            row.made = duplicate(row.obj)
            told = changed(row.made, self.visit_facts(row))
            for name, (_, value) in told.items():
                setattr(row.made, name, value)
            entries.append(Entry(CHANGED, row.made, told, reason))
        rewrite([row.made for row in plan.changed], plan.changed_columns)
        return entries

    def write_hanging(self, plan: Plan, reason: str) -> list[Entry]:
        visits = {(visit.opd_id, visit.visited_on): visit for visit in self.documents}
        last: Counter[int] = Counter()
        for held in self.hanging:
            last[held.visit_id] = max(last[held.visit_id], held.order)
        added = []
        for row in plan.new:
            visit = visits[row.values["opd"], row.values["visited_on"]]
            facts = judge_finding(self.facts_of(row), visit.visited_on, self.region)
            last[visit.pk] += 1
            added.append(Finding(visit=visit, order=last[visit.pk], **facts))
        Finding.objects.bulk_create(added)
        entries = [Entry(FOUND, finding, {}, reason) for finding in added]
        for row in self.rewritten(plan):
            told = self.told_of(row)
            entries.append(Entry(verb_of(told), row.made, told, reason))
        return entries
