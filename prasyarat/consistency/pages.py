"""The page of the rules: what contradicts what, and where to mend it."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.views.generic import TemplateView

from prasyarat.assessments.pages import RegionPage
from prasyarat.consistency.core import Case, Finding, cases_of, findings
from pug_portal.access.permissions import Permission
from pug_portal.audit.fresh import for_a_minute, until_next_event

SHOWN = 10


class Consistency(RegionPage, TemplateView):
    """A province reads how many cases a rule has below; the cases are the region's own.

    `?aturan=J01` shows all cases of one rule.
    """

    permission = Permission.CONSISTENCY_VIEW
    template_name = "prasyarat/consistency/page.html"

    @property
    def is_own(self) -> bool:
        return self.actor.region == self.scored_region

    def found(self) -> dict[str, tuple[Case, ...]]:
        """Kept until somebody writes in the region: most looks ask nothing anew."""
        region, on = self.scored_region, self.on

        def compute() -> dict[str, tuple[Case, ...]]:
            return cases_of(region, on)

        if self.is_own:
            return until_next_event(self.actor, f"consistency:{on}", compute)
        return for_a_minute(f"consistency:{region.pk}:{on}", compute)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = findings(self.found())
        hit = [row for row in rows if row.cases]
        return super().get_context_data(
            hit=self.chosen(hit),
            clean=[row for row in rows if not row.cases],
            one=self.request.GET.get("aturan", ""),
            rule_count=len(rows),
            hit_count=len(hit),
            case_count=sum(len(row.cases) for row in hit),
            shown=SHOWN,
            is_own=self.is_own,
            **kwargs,
        )

    def chosen(self, hit: list[Finding]) -> list[Finding]:
        code = self.request.GET.get("aturan", "")
        if not code:
            return hit
        found = [row for row in hit if row.rule.code == code]
        if not found:
            raise Http404
        return found
