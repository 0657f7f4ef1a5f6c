"""Reading the register of produk hukum."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.views.generic import DetailView, ListView

from pokja.regulations import queries
from pokja.regulations.forms import RegulationFilterForm
from pokja.regulations.models import (
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    RegulationQuerySet,
    Verdict,
)
from pokja.regulations.queries import STATUSES, VERDICT_LOOKS
from pokja.regulations.workflow import WORKFLOW
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered

FILTERS = ("q", "jenis", "status", "penilaian")


class RegulationList(ScopedView, ListView):
    permission = Permission.REGULATION_VIEW
    template_name = "pokja/regulations/list.html"
    paginate_by = 25

    def get_queryset(self) -> RegulationQuerySet:
        asked = self.request.GET
        self.region = chosen_region(self.actor, asked.get("daerah"))
        self.filter = RegulationFilterForm(asked)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        rows = Regulation.objects.readable_by(self.actor).filter(region=self.region)
        rows = queries.register(rows.matching(chosen.get("q", "")), today())
        if kind := chosen.get("jenis"):
            rows = rows.filter(kind=kind)
        return queries.narrowed(
            rows, status=chosen.get("status", ""), verdict=chosen.get("penilaian", "")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        day = today()
        is_ours = may_change(self.actor, self.region)
        return {
            **context,
            "rows": queries.dressed(context["page_obj"].object_list),
            "total": context["paginator"].count,
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in FILTERS),
            "shown_region": self.region,
            "regions": regions_offered(self.actor),
            "day": day,
            "can_add": is_ours and can(self.actor, Permission.REGULATION_EDIT),
            "late": queries.late_follow_ups(self.region, day).count(),
        }


class RegulationDetail(ScopedView, DetailView):
    permission = Permission.REGULATION_VIEW
    template_name = "pokja/regulations/detail.html"
    context_object_name = "regulation"

    def get_queryset(self) -> RegulationQuerySet:
        rows = Regulation.objects.readable_by(self.actor).with_status_on(today())
        return rows.select_related("region", "scan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        regulation, day = self.object, today()
        readable = Regulation.objects.readable_by(self.actor)
        is_ours = may_change(self.actor, regulation.region)
        can_write = is_ours and can(self.actor, Permission.REGULATION_EDIT)
        evaluations = _with_looks(regulation.evaluations.all())
        follow_ups = _with_standing(
            regulation.follow_ups.select_related("opd", "evaluation"), day
        )
        steps = WORKFLOW.offered(regulation.state, self.actor) if can_write else []
        history = is_ours and can(self.actor, Permission.AUDIT_VIEW)
        return super().get_context_data(
            status=STATUSES[regulation.status_code],
            evaluations=evaluations,
            follow_ups=follow_ups,
            entries=queries.timeline(regulation, readable, evaluations, follow_ups),
            steps={step.target: step.label for step in steps},
            can_write=can_write,
            is_draft=regulation.state == "rancangan",
            history=history_of(regulation) if history else None,
            **kwargs,
        )


def _with_looks(rows: Any) -> list[RegulationEvaluation]:
    found = list(rows)
    for row in found:
        row.tone, row.icon = VERDICT_LOOKS[Verdict(row.verdict)]
    return found


def _with_standing(rows: Any, day: dt.date) -> list[RegulationFollowUp]:
    """Open ones first, the most urgent on top."""
    found = list(rows)
    for row in found:
        if row.done_on is not None:
            row.look = ("set", "Selesai", "circle-check")
        elif row.is_late_on(day):
            row.look = ("lat", "Terlambat", "clock-exclamation")
        else:
            row.look = ("bel", "Belum selesai", "circle-dashed")
    return sorted(
        found, key=lambda row: (row.done_on is not None, row.due_on or dt.date.max)
    )
