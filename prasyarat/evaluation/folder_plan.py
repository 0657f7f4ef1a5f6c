"""What would become of each file of an old folder, told before anything is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db.models import Q

from focal_points.opd.models import Opd
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.assessments.rights import why_not_fill
from prasyarat.assessments.writing import is_foreign_draft
from prasyarat.evaluation import matching
from prasyarat.evaluation.folder_reading import Member
from prasyarat.evaluation.models import EvaluationPeriod
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.rights import kept_by
from prasyarat.instruments.converting import EQUAL
from prasyarat.instruments.mapping import mapping_between
from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today

MATCHED, OPEN, REFUSED, ATTACHED = "cocok", "tidak_cocok", "ditolak", "sudah"
WAITING = "jawabannya sedang menunggu verifikasi"
OF_OPD = "indikator OPD, tetapi nama OPD tidak ada pada foldernya"
BY_HAND = "dipilih sendiri"
RETIRED = "bukti ini sudah ditarik dari pustaka"


@dataclass
class FolderRow:
    """`codes`: items it is put to. `known`: the file in the library with the same content.

    `chosen`: the code a person gave it, of an OPD where `chosen_opd` names one.
    """

    path: str
    size: int
    outcome: str
    codes: list[str] = field(default_factory=list)
    opd: int | None = None
    opd_name: str = ""
    how: str = ""
    why: str = ""
    known: int | None = None
    sha256: str = ""
    chosen: str = ""
    chosen_opd: int | None = None

    @property
    def is_taken(self) -> bool:
        return self.outcome == MATCHED

    @property
    def is_choosable(self) -> bool:
        return self.outcome == OPEN or bool(self.chosen)


def rows_from(stored: Iterable[dict[str, Any]]) -> list[FolderRow]:
    return [FolderRow(**each) for each in stored]


def rows_to(rows: Iterable[FolderRow]) -> list[dict[str, Any]]:
    return [asdict(each) for each in rows]


# By the path of a file: the code, and the key of the OPD where it is one's own.
Choices = Mapping[str, tuple[str, int | None]]


def plan(
    period: EvaluationPeriod,
    source: Instrument,
    members: list[Member],
    by: Actor,
    choices: Choices | None = None,
) -> list[FolderRow]:
    """In a constant number of queries, however many files.

    `choices`: what a person gave files whose names tell no indicator.
    """
    judge = _Judge(period, source, members, by)
    given = choices or {}
    return [judge.row(member, given.get(member.path)) for member in members]


def members_of(rows: Iterable[FolderRow]) -> list[Member]:
    """As they were read; one that was refused for itself has no content to speak of."""
    return [
        Member(row.path, row.size, row.sha256, "" if row.sha256 else row.why)
        for row in rows
    ]


class _Judge:
    def __init__(
        self,
        period: EvaluationPeriod,
        source: Instrument,
        members: list[Member],
        by: Actor,
    ) -> None:
        self.region, self.by = period.region, by
        rows = Indicator.objects.filter(prerequisite__instrument=period.instrument)
        self.indicators = {row.code: row for row in rows.select_related("prerequisite")}
        self.targets = _targets(source, period.instrument)
        self.patterns = matching.patterns_of(self.targets)
        self._read_offices()
        self._read_known(members)
        self._read_answers()
        self.seen: set[tuple[str, str, int | None]] = set()

    def _read_offices(self) -> None:
        self.opds = {opd.pk: opd for opd in Opd.objects.filter(region=self.region)}
        self.offices: dict[str, int] = {}
        for opd in self.opds.values():
            for name in (opd.name, opd.short_name):
                self.offices[matching.folded(name)] = opd.pk

    def _read_known(self, members: list[Member]) -> None:
        """Of the library this person keeps; what others keep is not told."""
        hashes = {each.sha256 for each in members if each.sha256}
        kept = EvidenceDocument.objects.filter(kept_by(self.by), region=self.region)
        rows = EvidenceVersion.objects.filter(
            Q(file__sha256_received__in=hashes) | Q(file__sha256__in=hashes),
            document__in=kept,
        ).select_related("file", "document")
        self.known: dict[tuple[str, int | None], EvidenceVersion] = {}
        for row in rows.order_by("pk"):
            for sha in (row.file.sha256, row.file.sha256_received):
                self.known[sha, row.document.opd_id] = row

    def _read_answers(self) -> None:
        keys = [row.pk for row in self.indicators.values()]
        answers = Answer.objects.filter(region=self.region, indicator__in=keys)
        self.newest = {
            (row.indicator_id, row.opd_id): row
            for row in answers.select_related("indicator").order_by("as_of", "pk")
        }
        self.attached: dict[tuple[int, int | None], set[str]] = defaultdict(set)
        for key, opd, sha, received in Evidence.objects.filter(
            answer__in=[row.pk for row in self.newest.values()], file__isnull=False
        ).values_list(
            "answer__indicator",
            "answer__opd",
            "file__sha256",
            "file__sha256_received",
        ):
            self.attached[key, opd] |= {sha, received}

    def row(
        self, member: Member, choice: tuple[str, int | None] | None = None
    ) -> FolderRow:
        row = FolderRow(
            member.path,
            member.size,
            REFUSED,
            why=member.refusal,
            sha256=member.sha256,
        )
        if member.refusal:
            return row
        found = matching.find_code(member.path, self.patterns)
        if choice and choice[0] in self.indicators:
            (row.chosen, row.chosen_opd), row.how = choice, BY_HAND
            row.codes = [row.chosen]
            return self._judged(row, member)
        if not found.code:
            row.outcome, row.why = OPEN, found.why
            return row
        row.codes, row.how = (
            self.targets[found.code],
            f"{found.code} pada “{found.where}”",
        )
        return self._judged(row, member)

    def _judged(self, row: FolderRow, member: Member) -> FolderRow:
        items = self._items(row)
        if not items:
            row.outcome, row.why = OPEN, OF_OPD
            return row
        known = self.known.get((member.sha256, row.opd))
        row.known = known.pk if known else None
        if known and known.document.is_retired:
            row.why = RETIRED
            return row
        refusals = [why for item in items if (why := self._refusal(item))]
        if refusals:
            row.why = refusals[0]
            return row
        free = [item for item in items if not self._is_there(item, member.sha256)]
        row.codes = [item.indicator.code for item in free or items]
        row.outcome = MATCHED if free else ATTACHED
        return row

    def _items(self, row: FolderRow) -> list[Item]:
        office = row.chosen_opd
        if not row.chosen:
            office = matching.find_office(row.path, self.offices)
        opd = self.opds.get(office) if office else None
        indicators = [self.indicators[code] for code in row.codes]
        of_opd = [Item(self.region, one, opd) for one in indicators if opd]
        asked = [item for item in of_opd if item.is_asked]
        if asked and opd:
            row.opd, row.opd_name = opd.pk, opd.short_name
            return asked
        of_region = [Item(self.region, one) for one in indicators]
        return [item for item in of_region if item.is_asked]

    def _refusal(self, item: Item) -> str:
        if sentence := why_not_fill(item, self.by):
            return sentence
        newest = self.newest.get((item.indicator.pk, item.opd.pk if item.opd else None))
        if newest is None:
            return ""
        if newest.is_waiting:
            return WAITING
        if not newest.is_open and newest.as_of >= today():
            return "jawabannya dinilai hari ini; impor mulai besok"
        return "OPD sedang menulis drafnya" if is_foreign_draft(newest, self.by) else ""

    def _is_there(self, item: Item, sha256: str) -> bool:
        """Attached already, or named by another file of this folder."""
        opd = item.opd.pk if item.opd else None
        twin = (sha256, item.indicator.code, opd)
        if twin in self.seen or sha256 in self.attached[item.indicator.pk, opd]:
            return True
        self.seen.add(twin)
        return False


def _targets(source: Instrument, target: Instrument) -> dict[str, list[str]]:
    """Old code → items of the period's instrument: equal ones, else those it is part of."""
    if source.pk == target.pk:
        rows = Indicator.objects.filter(prerequisite__instrument=target)
        return {code: [code] for code in rows.values_list("code", flat=True)}
    equal: dict[str, list[str]] = defaultdict(list)
    part: dict[str, list[str]] = defaultdict(list)
    for code, pairs in mapping_between(source, target).by_target.items():
        for old, kind in pairs:
            (equal if kind == EQUAL else part)[old].append(code)
    return {old: equal.get(old) or part[old] for old in {**part, **equal}}
