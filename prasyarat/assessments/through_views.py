"""The region's assessment seen through an instrument it does not use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.present import BADGES, Badge, badge_of
from prasyarat.assessments.queries import COUNTED, NOT_OFFICIAL
from prasyarat.assessments.rights import may_read
from prasyarat.assessments.through import Through, through
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite
from prasyarat.instruments.owners import is_seen_by, seen_by
from prasyarat.scoring import ItemScore, Tally


@dataclass(frozen=True)
class ThroughLine:
    indicator: Indicator
    sources: str
    kind: str
    answer: Answer | None
    badge: Badge
    score: ItemScore | None


@dataclass(frozen=True)
class ThroughGroup:
    prerequisite: Prerequisite
    tally: Tally | None
    lines: list[ThroughLine]


class ThroughPage(RegionPage, TemplateView):
    template_name = "prasyarat/assessments/through.html"

    @cached_property
    def target(self) -> Instrument:
        return get_object_or_404(seen_by(self.actor), pk=self.kwargs["pk"])

    @cached_property
    def source(self) -> Instrument:
        """The one in use; under that one itself, where most was answered before it."""
        if self.instrument != self.target:
            return self.instrument
        answers = Answer.objects.filter(region=self.scored_region, opd=None)
        instrument = "indicator__prerequisite__instrument"
        told = (
            answers.exclude(**{instrument: self.target})
            .order_by()
            .values_list(instrument)
            .annotate(count=Count("pk"))
            .order_by("-count", instrument)
            .first()
        )
        others = Instrument.objects.exclude(pk=self.target.pk)
        if told:
            return others.get(pk=told[0])
        rows = others.select_related("region").order_by("pk")
        return next((row for row in rows if is_seen_by(self.actor, row)), self.target)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = self.scored_region
        seen = through(
            region, self.on, self.source, self.target,
            lambda answer: may_read(self.actor, answer),
        )  # fmt: skip
        rows = Indicator.objects.filter(prerequisite__instrument=self.target)
        ordered = rows.select_related("prerequisite").order_by(
            "prerequisite__order", "order"
        )
        groups = self.groups(seen, list(ordered))
        lines = [line for group in groups for line in group.lines]
        return super().get_context_data(
            target=self.target,
            source=self.source,
            is_same=self.target == self.instrument,
            seen=seen,
            groups=groups,
            unmapped=[
                line
                for line in lines
                if not line.kind
                and line.answer is None
                and line.indicator.code not in seen.figures
            ],
            note=NOT_OFFICIAL,
            **{k: v for k, v in kwargs.items() if k != "pk"},
        )

    def groups(self, seen: Through, rows: list[Indicator]) -> list[ThroughGroup]:
        sheet = seen.mandiri if self.with_claims else seen.terverifikasi
        scores = {item.code: item for item in sheet.items}
        tallies = {group.code: group for group in sheet.prerequisites}
        asked = {rule.code for rule in seen.rules}
        found: dict[str, ThroughGroup] = {}
        for row in rows:
            if row.code not in asked:
                continue
            part = row.prerequisite
            group = found.setdefault(
                part.code, ThroughGroup(part, tallies.get(part.code), [])
            )
            pairs = seen.mapping.by_target.get(row.code, ())
            answer = seen.answers.get(row.code)
            group.lines.append(
                ThroughLine(
                    indicator=row,
                    sources=", ".join(code for code, _ in pairs),
                    kind=pairs[0][1] if pairs else "",
                    answer=answer,
                    badge=BADGES[COUNTED]
                    if row.code in seen.figures
                    else badge_of(answer),
                    score=scores.get(row.code),
                )
            )
        return list(found.values())
