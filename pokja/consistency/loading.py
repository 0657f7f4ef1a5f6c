"""What the rules about the Pokja's own registers read, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse

from pokja.decrees.models import Decree, Kind
from pokja.meetings.choices import OPEN_STATES, FollowUpState, State
from pokja.meetings.models import Meeting, MinutesItem, Recommendation
from pokja.meetings.queries import with_counts
from pokja.meetings.times import local_day, moment
from pokja.programme.choices import LineStatus
from pokja.programme.choices import State as ProgrammeState
from pokja.programme.models import ProgrammeLine
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import item_url
from prasyarat.instruments.stored import rule_of
from prasyarat.instruments.use import current_instrument
from pug_portal.regions.models import Region

# Which decree an indicator says there is.
DECREE_OF = {
    "KEL-1": Kind.POKJA,
    "KEL-2": Kind.TECHNICAL_TEAM,
    "KEL-9": Kind.DRIVER_TEAM,
    "PSM-1": Kind.PUSPA,
}
PROGRAMME_SAID, MEETINGS_SAID = "KEL-5", "KEL-7"
SAID = (*DECREE_OF, PROGRAMME_SAID, MEETINGS_SAID)


@dataclass(frozen=True)
class Held:
    """A meeting of the year up to the day."""

    subject: str
    url: str
    day: dt.date
    state: str
    people: int = 0
    minutes: int = 0
    has_summary: bool = False
    signed_by: int | None = None
    settled_by: int | None = None

    @property
    def is_settled(self) -> bool:
        return self.state == State.SETTLED


@dataclass(frozen=True)
class Promise:
    """A recommendation of settled minutes."""

    subject: str
    url: str
    due_on: dt.date | None = None
    owner: str = ""
    is_open: bool = True
    is_done: bool = False
    notes: int = 0


@dataclass(frozen=True)
class Letter:
    """An issued decree; `kind` in words."""

    subject: str
    url: str
    kind: str
    is_in_force: bool = True
    has_scan: bool = True
    signed_on: dt.date | None = None
    effective_from: dt.date | None = None
    note: str = ""


@dataclass(frozen=True)
class Task:
    """A line of this year's programme in force."""

    subject: str
    url: str
    is_done: bool = False
    has_realisation: bool = False


@dataclass(frozen=True)
class Word:
    """What the region's answer to one indicator says."""

    code: str
    url: str
    is_yes: bool = False
    value: Decimal | None = None
    as_of: dt.date | None = None

    def is_of_earlier_year(self, on: dt.date) -> bool:
        return self.as_of is not None and self.as_of.year < on.year


@dataclass(frozen=True)
class Register:
    on: dt.date
    meetings: tuple[Held, ...] = ()
    promises: tuple[Promise, ...] = ()
    decrees: tuple[Letter, ...] = ()
    tasks: tuple[Task, ...] = ()
    words: tuple[Word, ...] = ()

    def word(self, code: str) -> Word | None:
        return next((word for word in self.words if word.code == code), None)


def load(region: Region, on: dt.date) -> Register:
    return Register(
        on=on,
        meetings=_meetings(region, on),
        promises=_promises(region),
        decrees=_decrees(region, on),
        tasks=_tasks(region, on),
        words=_words(region, on),
    )


def _meetings(region: Region, on: dt.date) -> tuple[Held, ...]:
    minutes = MinutesItem.objects.filter(meeting=OuterRef("pk"))
    rows = with_counts(
        Meeting.objects.filter(
            region=region,
            starts_at__gte=moment(dt.date(on.year, 1, 1), dt.time.min, region),
            starts_at__lt=moment(on + dt.timedelta(days=1), dt.time.min, region),
        )
    ).annotate(has_items=Exists(minutes))
    return tuple(
        Held(
            subject=row.title,
            url=reverse("meeting-detail", kwargs={"pk": row.pk}),
            day=local_day(row.starts_at, region),
            state=row.state,
            people=row.attended,  # type: ignore[attr-defined]
            minutes=int(row.has_items),
            has_summary=bool(row.summary.strip()),
            signed_by=row.signed_by_id,
            settled_by=row.settled_by_id,
        )
        for row in rows.order_by("starts_at", "pk")
    )


def _promises(region: Region) -> tuple[Promise, ...]:
    rows = Recommendation.objects.filter(region=region).of_settled().with_owners()
    rows = rows.exclude(state=FollowUpState.CANCELLED)
    return tuple(
        Promise(
            subject=str(row),
            url=reverse("follow-up", kwargs={"pk": row.pk}),
            due_on=row.due_on,
            owner=row.owner,
            is_open=row.state in OPEN_STATES,
            is_done=row.state == FollowUpState.DONE,
            notes=row.note_count,  # type: ignore[attr-defined]
        )
        for row in rows.annotate(note_count=Count("notes", distinct=True)).order_by(
            "year", "number", "pk"
        )
    )


def _decrees(region: Region, on: dt.date) -> tuple[Letter, ...]:
    holding = set(
        Decree.objects.filter(region=region)
        .in_force_on(on)
        .values_list("pk", flat=True)
    )
    rows = Decree.objects.filter(region=region).issued().select_related("opd")
    return tuple(
        Letter(
            subject=f"{row.get_kind_display()} {row.number}",
            url=reverse("decree-detail", kwargs={"pk": row.pk}),
            kind=row.kind,
            is_in_force=row.pk in holding,
            has_scan=row.scan_id is not None,
            signed_on=row.signed_on,
            effective_from=row.effective_from,
            note=row.note,
        )
        for row in rows.order_by("kind", "-effective_from", "pk")
    )


def _tasks(region: Region, on: dt.date) -> tuple[Task, ...]:
    settled = Meeting.objects.filter(state=State.SETTLED)
    rows = ProgrammeLine.objects.filter(
        programme__region=region,
        programme__state=ProgrammeState.SETTLED,
        programme__year=on.year,
    ).select_related("progress_record", "root__progress_record")
    rows = rows.annotate(
        met=Exists(settled.filter(programme_line=OuterRef("pk"))),
        met_by_root=Exists(settled.filter(programme_line=OuterRef("root"))),
    )
    return tuple(
        Task(
            subject=row.activity,
            url=reverse("line-detail", kwargs={"pk": row.pk}),
            is_done=row.record.status == LineStatus.DONE,
            has_realisation=bool(row.record.realisation.strip())
            or row.met  # type: ignore[attr-defined]
            or row.met_by_root,  # type: ignore[attr-defined]
        )
        for row in rows.order_by("order", "pk")
    )


def _words(region: Region, on: dt.date) -> tuple[Word, ...]:
    instrument = current_instrument(region, on)
    if instrument is None:
        return ()
    rows = Answer.objects.filter(
        region=region,
        opd=None,
        as_of__lte=on,
        indicator__code__in=SAID,
        indicator__prerequisite__instrument=instrument,
    ).select_related("region", "indicator__prerequisite")
    newest: dict[str, Answer] = {}
    for row in rows.order_by("as_of", "pk"):
        if row.is_reverted_by(on):
            newest.pop(
                row.indicator.code, None
            )  # the portal's own figure answers again
        else:
            newest[row.indicator.code] = row
    return tuple(word_of(row) for row in newest.values())


def word_of(row: Answer) -> Word:
    choice = rule_of(row.indicator).choice(row.choice)
    return Word(
        code=row.indicator.code,
        url=item_url(Item(row.region, row.indicator)),
        is_yes=choice is not None and choice.score == 1,
        value=row.value,
        as_of=row.as_of,
    )
