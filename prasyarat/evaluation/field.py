"""What to lay ready for the field verification: what, where, who, and what is still open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import OuterRef, Subquery
from django.template.loader import render_to_string
from django.utils.text import slugify

from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.evidence import page_number
from prasyarat.assessments.models import Evidence
from prasyarat.evaluation.content import Content, Entry, content_of
from prasyarat.evaluation.models import EvaluationPeriod, FieldCheck
from prasyarat.instruments.models import Indicator
from pug_portal.access.actor import Actor
from pug_portal.lib import pdf

KEPT_FOR = 24 * 60 * 60
# Nobody finds the place in a longer document while a verifier waits.
FEW_PAGES = 5
NO_PAGE = "sebutkan halaman yang ditunjukkan"


@dataclass(frozen=True)
class Place:
    """One thing to lay on the table, and the page to open it at."""

    evidence: Evidence
    of_whom: str

    @property
    def page(self) -> int | None:
        return page_number(self.evidence.page)

    @property
    def lacks_page(self) -> bool:
        file = self.evidence.file
        is_long = file is not None and (file.pages or 0) > FEW_PAGES
        return is_long and not self.evidence.page


@dataclass(frozen=True)
class FieldLine:
    indicator: Indicator
    place: str
    who: str
    is_ready: bool
    shown: tuple[Place, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class FieldList:
    period: EvaluationPeriod
    lines: tuple[FieldLine, ...]

    @property
    def ready(self) -> int:
        return sum(line.is_ready for line in self.lines)

    @property
    def open(self) -> int:
        return sum(bool(line.open) for line in self.lines)


def field_list(period: EvaluationPeriod, actor: Actor) -> FieldList:
    duty = AnswerDuty.objects.filter(region=period.region, indicator=OuterRef("pk"))
    check = FieldCheck.objects.filter(period=period, indicator=OuterRef("pk"))
    asked = Indicator.objects.annotate(
        duty_opd=Subquery(duty.values("opd__short_name")[:1]),
        is_ready=Subquery(check.values("pk")[:1]),
    )
    return FieldList(period, tuple(_lines(content_of(period, actor, asked))))


def _lines(content: Content) -> Iterator[FieldLine]:
    grouped: dict[int, list[Entry]] = {}
    for entry in content.entries:
        grouped.setdefault(entry.indicator.pk, []).append(entry)
    for entries in grouped.values():
        first = entries[0]
        told = vars(first.indicator)
        shown = tuple(
            Place(evidence, entry.of_whom)
            for entry in entries
            for evidence in entry.evidence
        )
        yield FieldLine(
            indicator=first.indicator,
            place=first.place,
            who=told["duty_opd"] or first.indicator.responsible or "Sekretariat Pokja",
            is_ready=told["is_ready"] is not None,
            shown=shown,
            open=tuple(_open(entries, shown)),
        )


def _open(entries: list[Entry], shown: tuple[Place, ...]) -> Iterator[str]:
    for entry in entries:
        if entry.of_whom:
            continue
        if entry.lack:
            yield entry.lack
        if entry.carried_from:
            yield f"jawaban dari {entry.carried_from}, belum dikonfirmasi"
    lacking = [entry.of_whom for entry in entries if entry.of_whom and entry.lack]
    asked = sum(bool(entry.of_whom) for entry in entries)
    if lacking:
        yield f"{len(lacking)} dari {asked} OPD belum lengkap"
    if any(place.lacks_page for place in shown):
        yield NO_PAGE


def field_pdf(found: FieldList) -> bytes:
    """The same content is rendered once a day."""
    html = field_html(found)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    key = f"field-list-pdf:{identifier}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = pdf.render(html, identifier=identifier, assets={})
        cache.set(key, content, KEPT_FOR)
    return content


def field_html(found: FieldList) -> str:
    context = {"found": found, "period": found.period, "region": found.period.region}
    return render_to_string("prasyarat/evaluation/pdf/field.html", context)


def field_file_name(period: EvaluationPeriod) -> str:
    years = period.years_told.replace("–", "-")
    return f"verifikasi-lapangan-{slugify(period.region.short_name)}-{years}.pdf"
