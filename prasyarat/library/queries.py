"""The library as one reader sees it: his side's documents, and what answers show him."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from prasyarat.assessments.evidence import (
    MOST_USES,
    in_year,
    is_outside,
    outside_its_answer,
)
from prasyarat.assessments.evidence_reading import readable_evidence
from prasyarat.assessments.models import Evidence
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.offers import open_to
from prasyarat.evidence.rights import kept_by
from pug_portal.access.actor import Actor
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

FLAGS = (
    ("kedaluwarsa", "Kedaluwarsa"),
    ("luar", "Di luar periode"),
    ("sering", f"Dipakai lebih dari {MOST_USES} kali"),
    ("belum", "Belum dipakai"),
    ("tanpa-tanggal", "Tanpa tanggal dokumen"),
    ("ditarik", "Ditarik"),
)


def readable_versions(actor: Actor, region: Region) -> QuerySet[EvidenceVersion]:
    """A paper of elsewhere only as long as its own part of the portal opens it, or an
    answer does: who listed it here has no right of his own to it."""
    own = EvidenceDocument.objects.filter(kept_by(actor), region=region)
    shown = readable_evidence(actor).filter(answer__region=region)
    kept = Q(document__in=own)
    if not actor.is_system:
        kept &= Q(is_adopted=False) | open_to(actor, region)
    return EvidenceVersion.objects.filter(
        kept | Q(file__in=shown.values("file")), document__region=region
    )


def documents(actor: Actor, region: Region) -> QuerySet[EvidenceDocument]:
    """Each with `shown_id`: the newest of its versions that this reader may read."""
    mine = readable_versions(actor, region).filter(document=OuterRef("pk"))
    newest = mine.order_by("-number").values("pk")[:1]
    return (
        EvidenceDocument.objects.filter(region=region)
        .annotate(shown_id=Subquery(newest))
        .filter(shown_id__isnull=False)
        .select_related("opd", "region", "added_by", "retired_by")
        .order_by("-added_at", "-pk")
    )


def shown_key(document: EvidenceDocument) -> int:
    """What `documents` told about it."""
    key: int = vars(document)["shown_id"]
    return key


def uses_in(actor: Actor, region: Region) -> QuerySet[Evidence]:
    return readable_evidence(actor).filter(answer__region=region)


def often_used(actor: Actor, region: Region) -> set[str]:
    """Hashes under more items than is usual; the years of one item are one use."""
    rows = uses_in(actor, region).order_by().values_list(
        "file__sha256", "answer__indicator__code", "answer__opd"
    )  # fmt: skip
    counts: dict[str, set[tuple[str, int | None]]] = defaultdict(set)
    for sha256, code, opd in rows.distinct():
        counts[sha256].add((code, opd))
    return {sha for sha, items in counts.items() if len(items) > MOST_USES}


def narrowed(
    rows: QuerySet[EvidenceDocument],
    actor: Actor,
    region: Region,
    on: dt.date,
    *,
    prerequisite: str = "",
    indicator: str = "",
    year: int | None = None,
    flag: str = "",
) -> QuerySet[EvidenceDocument]:
    uses = uses_in(actor, region)
    shown = EvidenceVersion.objects.filter(pk=OuterRef("shown_id"))
    used = uses.filter(file__library_version__document=OuterRef("pk"))
    if prerequisite:
        there = used.filter(answer__indicator__prerequisite__code=prerequisite)
        rows = rows.filter(Q(prerequisite=prerequisite) | Exists(there))
    if indicator:
        rows = rows.filter(Exists(used.filter(answer__indicator__code=indicator)))
    if year:
        rows = rows.filter(Exists(shown.filter(in_year(year))))
    if flag == "ditarik":
        return rows.filter(retired_at__isnull=False)
    if flag == "kedaluwarsa":
        return rows.filter(Exists(shown.filter(file__valid_until__lt=on)))
    if flag == "luar":
        return rows.filter(Exists(used.filter(outside_its_answer())))
    if flag == "sering":
        often = often_used(actor, region)
        return rows.filter(
            Exists(
                EvidenceVersion.objects.filter(
                    document=OuterRef("pk"), file__sha256__in=often
                )
            )
        )
    if flag == "belum":
        return rows.filter(~Exists(used))
    if flag == "tanpa-tanggal":
        return rows.filter(Exists(shown.filter(file__document_date=None)))
    return rows


@dataclass
class DocumentRow:
    document: EvidenceDocument
    version: EvidenceVersion
    day: dt.date
    codes: list[str] = field(default_factory=list)
    is_outside: bool = False
    is_often: bool = False
    hits: list[Any] = field(default_factory=list)
    about: str = ""

    @property
    def file(self) -> StoredFile:
        return self.version.file

    @property
    def is_expired(self) -> bool:
        return self.file.valid_until is not None and self.file.valid_until < self.day

    @property
    def has_flags(self) -> bool:
        is_odd = self.is_expired or self.is_outside or self.is_often
        undated = self.file.document_date is None
        return is_odd or undated or self.document.is_retired


def rows_of(
    found: Iterable[EvidenceDocument], actor: Actor, region: Region, on: dt.date
) -> list[DocumentRow]:
    """Dressed for the list in three questions, however many documents."""
    chosen = list(found)
    shown = {each.pk: shown_key(each) for each in chosen}
    versions = EvidenceVersion.objects.select_related("file").in_bulk(
        list(shown.values())
    )
    hashes: dict[str, set[tuple[str, int | None]]] = defaultdict(set)
    used: dict[int, list[Evidence]] = defaultdict(list)
    for use in _uses_of(chosen, versions.values(), actor, region):
        if use.file is None:
            continue
        item = (use.answer.indicator.code, use.answer.opd_id)
        hashes[use.file.sha256].add(item)
        if hasattr(use.file, "library_version"):
            used[use.file.library_version.document_id].append(use)
    return [
        DocumentRow(
            document=each,
            version=(version := versions[shown[each.pk]]),
            day=on,
            is_often=any(
                len(hashes[sha]) > MOST_USES
                for sha in (
                    version.file.sha256,
                    *(use.file.sha256 for use in used[each.pk] if use.file),
                )
            ),
            codes=sorted({u.answer.indicator.code for u in used[each.pk]}),
            is_outside=any(
                is_outside(use.file, use.answer.as_of.year) for use in used[each.pk]
            ),
        )
        for each in chosen
    ]


def _uses_of(
    chosen: list[EvidenceDocument],
    versions: Iterable[EvidenceVersion],
    actor: Actor,
    region: Region,
) -> QuerySet[Evidence]:
    """Of these documents, and of other files with the same content."""
    same = Q(file__sha256__in={each.file.sha256 for each in versions})
    ours = Q(file__library_version__document__in=chosen)
    return (
        uses_in(actor, region)
        .filter(ours | same)
        .select_related("file__library_version", "answer__indicator", "answer__opd")
        .order_by("answer__indicator__code", "-answer__as_of", "pk")
    )
