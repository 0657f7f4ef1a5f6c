"""What to fix next: the list, the switches and the target."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.views.generic import TemplateView

from focal_points.opd.models import Opd
from prasyarat.assessments.book import without
from prasyarat.assessments.pages import RegionPage, opd_or_404
from prasyarat.assessments.queries import opd_book
from prasyarat.assessments.rights import may_read
from prasyarat.next_steps.effort import efforts
from prasyarat.next_steps.models import AwardLevel
from prasyarat.next_steps.plan import own_actions, plan_of
from prasyarat.next_steps.reading import Outlook, levels_of, lines_of, outlook
from prasyarat.next_steps.what_if import (
    FIRST,
    TargetForm,
    Way,
    chosen_of,
    forecast,
    way_to,
)
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission


class OutlookPage(RegionPage):
    """Pages that rest on the region's list of steps."""

    @cached_property
    def seen(self) -> Outlook:
        return outlook(
            self.scored_region,
            self.on,
            self.instrument,
            with_claims=self.with_claims,
            levels=self.levels(),
        )

    def levels(self) -> tuple[AwardLevel, ...]:
        return ()

    @property
    def is_own(self) -> bool:
        return self.actor.region == self.scored_region

    @property
    def may_plan(self) -> bool:
        return may_plan(self)


def may_plan(page: RegionPage) -> bool:
    is_own = page.actor.region == page.scored_region
    return is_own and can(page.actor, Permission.GAP_PLAN_EDIT)


def opd_outlook(page: RegionPage, opd: Opd) -> Outlook:
    """One OPD's own steps; answers the reader may not read are as though not there."""
    book = opd_book(opd, page.instrument)
    hidden = [a for a in book.answers if not may_read(page.actor, a)]
    return outlook(
        page.scored_region,
        page.on,
        page.instrument,
        with_claims=page.with_claims,
        book=without(book, hidden),
    )


class OpdNextSteps(RegionPage, TemplateView):
    """The steps of one OPD in its own indicators; drafts of others stay unread."""

    template_name = "prasyarat/next_steps/opd.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opd = opd_or_404(self, self.kwargs["pk"])
        seen = opd_outlook(self, opd)
        return super().get_context_data(
            opd=opd,
            seen=seen,
            lines=lines_of(seen),
            plan=plan_of(seen, own_actions(opd), {opd.pk: seen}),
            may_plan=may_plan(self),
            **{k: v for k, v in kwargs.items() if k != "pk"},
        )


class NextSteps(OutlookPage, TemplateView):
    """`?jika=KEL-1&jika=KEL-2` switches steps on, `?sasaran=70` asks for the way there.

    `?bagian=hasil` answers with the result alone, for the script that asks at each switch.
    """

    template_name = "prasyarat/next_steps/list.html"

    def get_template_names(self) -> list[str]:
        if self.request.GET.get("bagian") == "hasil":
            return ["prasyarat/next_steps/_result.html"]
        return [self.template_name]

    def levels(self) -> tuple[AwardLevel, ...]:
        return levels_of(self.instrument)

    @cached_property
    def target_form(self) -> TargetForm:
        asked = bool(self.request.GET.get("sasaran", "").strip())
        return TargetForm(self.request.GET if asked else None)

    def way(self) -> Way | None:
        form = self.target_form
        if not form.is_bound or not form.is_valid():
            return None
        target = form.cleaned_data["sasaran"]
        return way_to(self.seen, target) if target is not None else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seen = self.seen
        chosen = chosen_of(seen, self.request.GET.getlist("jika"))
        first = seen.steps[:FIRST]
        return super().get_context_data(
            seen=seen,
            lines=lines_of(seen, chosen),
            chosen=chosen,
            forecast=forecast(seen, chosen),
            target_form=self.target_form,
            way=self.way(),
            first_count=len(first),
            first_points=sum(step.points for step in first),
            first_after=first[-1].after if first else seen.total,
            efforts=efforts(),
            may_plan=self.may_plan,
            **kwargs,
        )
