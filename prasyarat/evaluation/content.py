"""Everything a period is judged by, in the order of its instrument, as one person may read it.

Read once, in a constant number of queries, by the pack and by the list for the field.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.book import Book, without
from prasyarat.assessments.evidence import EvidenceState, any_valid, is_outside
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import Item, level_of
from prasyarat.assessments.item_context import said, spoken
from prasyarat.assessments.models import Answer, Evidence, RegionTarget
from prasyarat.assessments.present import badge_of, carried_from
from prasyarat.assessments.queries import answers_of, figures_of
from prasyarat.assessments.rights import may_read
from prasyarat.evaluation.models import EvaluationPeriod
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.stored import rule_of
from prasyarat.library.missing import EXPIRED, IN_DRAFT, NO_EVIDENCE, UNFILLED
from prasyarat.rules import IndicatorRule, asked_at
from prasyarat.scoring import ItemScore, ItemState
from prasyarat.scoring_methods import Method
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

Key = tuple[str, int | None]
HIDDEN = "Draf, isinya hanya dilihat pengisinya"
COUNTED = "Dihitung portal"
NOT_YET = f"bukti {EvidenceState.NOT_YET}"
UNSAID = (ItemState.UNANSWERED, ItemState.NO_TARGET)


@dataclass(frozen=True)
class Entry:
    """One question put to one answerer, with all that is known of it on the day."""

    place: str
    item: Item
    said: str
    status: str
    claimed: ItemScore | None
    proven: ItemScore | None
    settled: ItemScore | None
    evidence: tuple[Evidence, ...]
    carried_from: int | None
    lack: str = ""

    @property
    def indicator(self) -> Indicator:
        return self.item.indicator

    @property
    def of_whom(self) -> str:
        return self.item.opd.short_name if self.item.opd else ""

    @property
    def key(self) -> Key:
        return self.indicator.code, self.item.opd.pk if self.item.opd else None


@dataclass(frozen=True)
class Content:
    period: EvaluationPeriod
    entries: tuple[Entry, ...]
    claimed: Decimal | None
    proven: Decimal | None
    settled: Decimal | None


def content_of(
    period: EvaluationPeriod,
    actor: Actor,
    asked: QuerySet[Indicator] | None = None,
) -> Content:
    """`asked`: the indicators, where a page wants more told with each of them."""
    indicators = _indicators(period, asked)
    books = _books(period, actor, indicators)
    own = books[None].readable.at(period.on)
    return Content(
        period=period,
        entries=tuple(_entries(period, books, indicators)),
        claimed=own.mandiri.total,
        proven=own.terverifikasi.total,
        settled=own.akhir.total,
    )


def _indicators(
    period: EvaluationPeriod, asked: QuerySet[Indicator] | None
) -> list[Indicator]:
    own = RegionTarget.objects.filter(region=period.region, indicator=OuterRef("pk"))
    rows = Indicator.objects.all() if asked is None else asked
    return list(
        rows.filter(prerequisite__instrument=period.instrument)
        .select_related("prerequisite")
        .annotate(own_target=Subquery(own.values("target")[:1]))
        .order_by("prerequisite__order", "order")
    )


def is_outside_period(evidence: Evidence, period: EvaluationPeriod) -> bool:
    """In a period of two years a document of either year lies inside."""
    years = range(period.first_year, period.last_year + 1)
    return all(is_outside(evidence.file, year) for year in years)


@dataclass(frozen=True)
class _Seen:
    """Answers of one answerer; `hidden`: items whose newest one this reader may not see."""

    readable: Book
    hidden: frozenset[str]
    opd: Opd | None


def _books(
    period: EvaluationPeriod, actor: Actor, indicators: list[Indicator]
) -> dict[int | None, _Seen]:
    region, instrument, day = period.region, period.instrument, period.on
    rules = tuple(rule_of(each) for each in indicators)
    targets = {each.code: vars(each)["own_target"] for each in indicators}
    targets = {code: target for code, target in targets.items() if target is not None}
    answers: dict[int | None, list[Answer]] = defaultdict(list)
    for answer in answers_of(region, instrument).as_of(day):
        answers[answer.opd_id].append(answer)
    figures: dict[int | None, list[PortalFigure]] = defaultdict(list)
    for figure in figures_of(region, instrument).filter(as_of__lte=day):
        figures[figure.opd_id].append(figure)
    method = Method(instrument.method)

    def seen(opd: Opd | None, asked: tuple[IndicatorRule, ...]) -> _Seen:
        key = opd.pk if opd else None
        own, counted = tuple(answers[key]), tuple(figures[key])
        book = Book(asked, own, targets, method, counted)
        unread = [each for each in own if not may_read(actor, each)]
        keys = {each.pk for each in unread}
        newest = book.latest(day)
        hidden = {code for code, one in newest.items() if one.pk in keys}
        return _Seen(without(book, unread), frozenset(hidden), opd)

    of_opd = asked_at(rules, "O")
    opds = _opds(region, actor, day) if of_opd else []
    found = {None: seen(None, asked_at(rules, level_of(region)))}
    return found | {opd.pk: seen(opd, of_opd) for opd in opds}


def _opds(region: Region, actor: Actor, day: dt.date) -> list[Opd]:
    """OPD people see their own beside what is the region's."""
    rows = Opd.objects.filter(region=region).active_on(day)
    if actor.role in OPD_ROLES:
        rows = rows.filter(pk__in=opd_ids_of(actor))
    return list(rows.order_by("short_name", "pk"))


def _entries(
    period: EvaluationPeriod,
    books: Mapping[int | None, _Seen],
    indicators: list[Indicator],
) -> Iterator[Entry]:
    read = {key: _Read(period, seen) for key, seen in books.items()}
    level = level_of(period.region)
    for indicator in indicators:
        place = f"{indicator.prerequisite.order:02d}.{indicator.order:02d}"
        for key, one in read.items():
            if (level if key is None else "O") in indicator.levels:
                yield one.entry(place, indicator)


class _Read:
    """One answerer's book, opened at the day once for all of its items."""

    def __init__(self, period: EvaluationPeriod, seen: _Seen) -> None:
        self.period, self.seen = period, seen
        book, day = seen.readable, period.on
        self.latest, self.standing = book.latest(day), book.standing(day)
        pair = book.at(day)
        self.claimed, self.proven, self.settled = (
            {score.code: score for score in sheet.items}
            for sheet in (pair.mandiri, pair.terverifikasi, pair.akhir)
        )

    def entry(self, place: str, indicator: Indicator) -> Entry:
        item = Item(self.period.region, indicator, self.seen.opd)
        code = indicator.code
        answer = self.latest.get(code)
        status, words = self._told(item, answer)
        evidence = tuple(answer.evidence.all()) if answer else ()
        lack = lack_of(self.claimed.get(code), evidence, self.period.on)
        is_draft = lack == UNFILLED and status == HIDDEN
        return Entry(
            place=place,
            item=item,
            said=words,
            status=status,
            claimed=self.claimed.get(code),
            proven=self.proven.get(code),
            settled=self.settled.get(code),
            evidence=evidence,
            carried_from=carried_from(answer, self.period.on),
            lack=IN_DRAFT if is_draft else lack,
        )

    def _told(self, item: Item, answer: Answer | None) -> tuple[str, str]:
        code = item.indicator.code
        if figure := self.standing.get(code):
            return COUNTED, spoken(item.rule, figure)
        if answer is None and code in self.seen.hidden:
            return HIDDEN, ""
        return badge_of(answer).label, said(item, answer)


def lack_of(
    claimed: ItemScore | None, evidence: Collection[Evidence], on: dt.date
) -> str:
    """In the words of the list of missing evidence."""
    if claimed is None:
        return ""
    if claimed.state in UNSAID and not claimed.filled:
        return UNFILLED
    if claimed.state is not ItemState.NO_EVIDENCE:
        return ""
    if any_valid(evidence, on) or not evidence:
        return NO_EVIDENCE
    ends = [e.file.valid_until for e in evidence if e.file and e.file.valid_until]
    return f"{EXPIRED} sejak {tanggal(max(ends))}" if ends else NOT_YET
