"""Reading the register: status, timeline, what is overdue, the legal basis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import (
    Case,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)

from pokja.regulations.models import (
    Kind,
    OfRegulationQuerySet,
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    RegulationQuerySet,
    Relation,
    Verdict,
)
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Status:
    code: str
    label: str
    tone: str
    icon: str


STATUSES = {
    each.code: each
    for each in (
        Status("berlaku", "Berlaku", "set", "circle-check"),
        Status("diubah", "Berlaku, diubah", "set", "circle-half-2"),
        Status("belum", "Belum berlaku", "aju", "clock"),
        Status("kedaluwarsa", "Kedaluwarsa", "lat", "clock-exclamation"),
        Status("dicabut", "Dicabut", "lat", "circle-x"),
        Status("rancangan", "Rancangan", "draf", "pencil"),
    )
}
VERDICT_LOOKS = {
    Verdict.WORKS: ("set", "circle-check"),
    Verdict.WEAK: ("kem", "alert-triangle"),
    Verdict.IDLE: ("lat", "circle-x"),
    Verdict.OUTDATED: ("kem", "pencil"),
}


@dataclass(frozen=True)
class TimelineEntry:
    """One dated line; `day` None stands for a day that was never recorded."""

    day: dt.date | None
    title: str
    text: str
    icon: str
    css: str = ""
    regulation: Regulation | None = None


def register(region_rows: RegulationQuerySet, day: dt.date) -> RegulationQuerySet:
    """Rows of a list page: status of the day, last verdict, in order of rank."""
    latest = RegulationEvaluation.objects.filter(regulation=OuterRef("pk"), on__lte=day)
    return (
        region_rows.with_status_on(day)
        .annotate(
            last_verdict=Subquery(latest.order_by("-on", "-pk").values("verdict")[:1]),
            rank=_rank(),
        )
        .order_by("rank", "-year", "-pk")
    )


def narrowed(
    rows: RegulationQuerySet, *, status: str, verdict: str
) -> RegulationQuerySet:
    """By what register() added to the rows."""
    if status:
        rows = rows.filter(Q(status_code=status))
    if verdict:
        rows = rows.filter(Q(last_verdict=None if verdict == "belum" else verdict))
    return rows


def _rank() -> Case:
    places = [When(kind=kind, then=Value(n)) for n, kind in enumerate(Kind.values)]
    return Case(*places, default=Value(99), output_field=IntegerField())


def dressed(rows: Iterable[Regulation]) -> list[Regulation]:
    """Each row gets `status` and, where it was evaluated, `verdict` and its look."""
    found = list(rows)
    for row in found:
        row.status = STATUSES[row.status_code]  # type: ignore[attr-defined]
        verdict = row.last_verdict  # type: ignore[attr-defined]
        row.verdict = (  # type: ignore[attr-defined]
            (Verdict(verdict).label, *VERDICT_LOOKS[Verdict(verdict)])
            if verdict
            else None
        )
    return found


def timeline(
    regulation: Regulation,
    readable: RegulationQuerySet,
    evaluations: Iterable[RegulationEvaluation],
    follow_ups: Iterable[RegulationFollowUp],
) -> list[TimelineEntry]:
    """Everything that happened to it, newest first; undated lines stand at the end."""
    found = [
        *_own_days(regulation),
        *_links(regulation, readable),
        *(_of_evaluation(each) for each in evaluations),
        *(_of_follow_up(each) for each in follow_ups if each.done_on),
    ]
    return sorted(found, key=lambda entry: entry.day or dt.date.min, reverse=True)


def _own_days(regulation: Regulation) -> list[TimelineEntry]:
    if regulation.state == "rancangan":
        return []
    known = regulation.signed_on or regulation.effective_from
    text = "" if known else f"Tahun {regulation.year}; tanggalnya belum dicatat."
    found = [TimelineEntry(known, "Ditetapkan", text, "certificate")]
    begins, until = regulation.effective_from, regulation.effective_until
    if begins is not None and begins != known:
        found.append(TimelineEntry(begins, "Mulai berlaku", "", "calendar-event"))
    if until is not None:
        found.append(TimelineEntry(until, "Hari terakhir berlaku", "", "calendar-x"))
    if regulation.revoked_on is not None:
        found.append(
            TimelineEntry(
                regulation.revoked_on, "Dicabut", regulation.end_reason, "circle-x"
            )
        )
    return found


def _links(regulation: Regulation, readable: RegulationQuerySet) -> list[TimelineEntry]:
    names = {Relation.AMENDS: "Diubah oleh", Relation.REVOKES: "Dicabut oleh"}
    icons = {Relation.AMENDS: "circle-half-2", Relation.REVOKES: "circle-x"}
    found = []
    later = regulation.links_from.filter(newer__in=readable).select_related("newer")
    for link in later:
        relation = Relation(link.relation)
        title, other = names[relation], link.newer
        found.append(
            TimelineEntry(
                other.begins_on, title, str(other), icons[relation], "", other
            )
        )
    for link in regulation.links_to.select_related("older"):
        relation, other = Relation(link.relation), link.older
        found.append(
            TimelineEntry(
                regulation.begins_on,
                relation.label,
                str(other),
                icons[relation],
                "",
                other,
            )
        )
    return found


def _of_evaluation(evaluation: RegulationEvaluation) -> TimelineEntry:
    verdict = Verdict(evaluation.verdict)
    css = "ok" if verdict == Verdict.WORKS else "wn"
    text = f"Menurut {evaluation.judged_by}."
    title = f"Dievaluasi: {verdict.label.lower()}"
    return TimelineEntry(evaluation.on, title, text, "report-search", css)


def _of_follow_up(follow_up: RegulationFollowUp) -> TimelineEntry:
    return TimelineEntry(
        follow_up.done_on,
        "Tindak lanjut selesai",
        follow_up.result,
        "circle-check",
        "ok",
    )


def late_follow_ups(region: Region, day: dt.date) -> OfRegulationQuerySet:
    """Open follow-ups of the region whose day has passed."""
    rows = RegulationFollowUp.objects.filter(regulation__region=region)
    return rows.filter(done_on=None, due_on__lt=day)


def legal_basis(region: Region, day: dt.date) -> list[str]:
    """The region's own rules in force, in order of rank, as a report lists them."""
    rows = Regulation.objects.filter(region=region).in_force_on(day)
    ordered = rows.annotate(rank=_rank()).order_by("rank", "year", "pk")
    return [f"{row} tentang {row.title}" for row in ordered]
