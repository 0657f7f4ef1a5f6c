"""What the rules about answers read, as plain values, and how it is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Prefetch, Q
from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.figure_reading import moved_since
from prasyarat.assessments.item import given_of
from prasyarat.assessments.item_context import spoken
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.queries import figures_of
from prasyarat.instruments.stored import rules_of
from prasyarat.instruments.use import current_instrument
from prasyarat.rules import GivenAnswer, IndicatorRule
from pug_portal.regions.models import Region

Span = tuple[dt.date | None, dt.date | None]
Key = tuple[int, int | None]


@dataclass(frozen=True)
class Proof:
    """One piece of evidence. `key` tells the same file on several answers."""

    key: str
    name: str
    document_date: dt.date | None = None
    valid_until: dt.date | None = None
    is_address: bool = False
    accessed_on: dt.date | None = None


@dataclass(frozen=True)
class Said:
    """One answer in force, of the region or of one OPD."""

    code: str
    rule: IndicatorRule
    given: GivenAnswer
    state: str
    as_of: dt.date
    touched_on: dt.date
    opd: str = ""
    opd_id: int | None = None
    filled_by: int | None = None
    submitted_by: int | None = None
    verified_by: int | None = None
    submitted_on: dt.date | None = None
    proofs: tuple[Proof, ...] = ()
    # Evidence alone, for what the portal counts.
    proves_figure: bool = False
    # What the portal counted when it was verified, and counts now; empty where equal.
    figure_then: str = ""
    figure_now: str = ""

    @property
    def subject(self) -> str:
        return f"{self.code} {self.opd}".strip()

    @property
    def url(self) -> str:
        """Worked out for a case alone: most answers are in order."""
        if self.opd_id is None:
            return reverse("indicator", kwargs={"kode": self.code})
        return reverse("opd-indicator", kwargs={"pk": self.opd_id, "kode": self.code})

    @property
    def is_handed_in(self) -> bool:
        return self.state in {State.SUBMITTED, State.VERIFIED}


@dataclass(frozen=True)
class Answers:
    on: dt.date
    said: tuple[Said, ...]
    opd_count: int = 0
    opds_with_focal_point: frozenset[int] = frozenset()
    opds_with_decree: int = 0
    # An answer is held against the register of its own day: offices come and go.
    opds_then: Mapping[dt.date, int] = field(default_factory=dict)
    decrees_then: Mapping[dt.date, int] = field(default_factory=dict)

    def opds_on(self, day: dt.date) -> int:
        return self.opds_then.get(day, self.opd_count)

    def decrees_on(self, day: dt.date) -> int:
        return self.decrees_then.get(day, self.opds_with_decree)

    def of_region(self, code: str) -> Said | None:
        own = (row for row in self.said if row.code == code and row.opd_id is None)
        return next(own, None)


def load(region: Region, on: dt.date) -> Answers:
    """What an OPD still drafts is its own and is not looked at."""
    instrument = current_instrument(region, on)
    if instrument is None:
        return Answers(on, ())
    rules = {rule.code: rule for rule in rules_of(instrument)}
    rows = (
        Answer.objects.filter(
            region=region, indicator__prerequisite__instrument=instrument
        )
        .as_of(on)
        .select_related("opd", "indicator")
        .prefetch_related(Prefetch("evidence", Evidence.objects.select_related("file")))
        .order_by("as_of", "pk")
    )
    newest: dict[tuple[int | None, str], Answer] = {}
    for row in rows.exclude(Q(state=State.DRAFT) & ~Q(opd=None)):
        key = (row.opd_id, row.indicator.code)
        if row.is_reverted_by(on):
            newest.pop(key, None)  # the portal's own figure answers again
        else:
            newest[key] = row
    register = _Register.of(region)
    figures: dict[Key, list[PortalFigure]] = {}
    for figure in figures_of(region, instrument).filter(as_of__lte=on):
        figures.setdefault((figure.indicator_id, figure.opd_id), []).append(figure)
    days = {row.as_of for row in newest.values()}
    return Answers(
        on=on,
        said=tuple(
            _beside(
                said_of(row, rules[row.indicator.code], on),
                row,
                figures.get((row.indicator_id, row.opd_id), []),
                on,
            )
            for row in newest.values()
        ),
        opd_count=len(register.offices(on)),
        opds_with_focal_point=register.appointed(on),
        opds_with_decree=register.decrees(on),
        opds_then={day: len(register.offices(day)) for day in days},
        decrees_then={day: register.decrees(day) for day in days},
    )


def _beside(said: Said, row: Answer, figures: list[PortalFigure], on: dt.date) -> Said:
    """The answer and what the portal counted of the same thing, oldest first."""
    moved = moved_since(row, figures, on)
    return replace(
        said,
        proves_figure=bool(figures and figures[-1].says_something),
        figure_then=spoken(said.rule, moved.then) if moved else "",
        figure_now=(spoken(said.rule, moved.now) or "tidak diketahui") if moved else "",
    )


@dataclass(frozen=True)
class _Register:
    """Offices and focal points with their dates: any day in two queries."""

    opds: tuple[tuple[int, Span], ...]
    appointments: tuple[tuple[int, str, Span], ...]

    @classmethod
    def of(cls, region: Region) -> _Register:
        opds = Opd.objects.filter(region=region, takes_part=True)
        named = Appointment.objects.filter(
            opd__region=region, kind=Appointment.Kind.FOCAL_POINT
        )
        told = named.values_list("opd", "decree_number", "start", "end")
        return cls(
            tuple(
                (pk, (first, last))
                for pk, first, last in opds.values_list(
                    "pk", "active_from", "active_to"
                )
            ),
            tuple((opd, number, (first, last)) for opd, number, first, last in told),
        )

    def offices(self, day: dt.date) -> frozenset[int]:
        return frozenset(pk for pk, span in self.opds if _holds(span, day))

    def appointed(self, day: dt.date) -> frozenset[int]:
        return frozenset(opd for opd, _, span in self.appointments if _holds(span, day))

    def decrees(self, day: dt.date) -> int:
        """Active offices whose focal point has a numbered SK on the day."""
        named = {
            opd
            for opd, number, span in self.appointments
            if number and _holds(span, day)
        }
        return len(named & self.offices(day))


def _holds(span: Span, day: dt.date) -> bool:
    first, last = span
    return (first is None or first <= day) and (last is None or last >= day)


def said_of(row: Answer, rule: IndicatorRule, on: dt.date) -> Said:
    evidence = list(row.evidence.all())
    return Said(
        code=row.indicator.code,
        rule=rule,
        given=given_of(row, has_valid_evidence=any_valid(evidence, on)),
        state=row.state,
        as_of=row.as_of,
        touched_on=row.filled_at.date(),
        opd=row.opd.short_name if row.opd else "",
        opd_id=row.opd_id,
        filled_by=row.filled_by_id,
        submitted_by=row.submitted_by_id,
        verified_by=row.verified_by_id,
        submitted_on=row.submitted_at.date() if row.submitted_at else None,
        proofs=tuple(
            Proof(
                key=one.file.sha256 if one.file else one.url,
                name=str(one),
                document_date=one.file.document_date if one.file else None,
                valid_until=one.file.valid_until if one.file else None,
                is_address=one.file is None,
                accessed_on=one.accessed_on,
            )
            for one in evidence
        ),
    )
