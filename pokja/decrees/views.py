"""Reading the register of decrees."""

from __future__ import annotations

from typing import Any

from django.views.generic import DetailView, ListView

from pokja.decrees import queries
from pokja.decrees.actions import may_edit
from pokja.decrees.forms import DecreeFilterForm
from pokja.decrees.models import (
    TEAM_KINDS,
    Decree,
    DecreeQuerySet,
    Kind,
    Relation,
    State,
)
from pokja.decrees.workflow import WORKFLOW
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered


class DecreeList(ScopedView, ListView):
    permission = Permission.DECREE_VIEW
    template_name = "pokja/decrees/list.html"
    paginate_by = 25

    def get_queryset(self) -> DecreeQuerySet:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        self.filter = DecreeFilterForm(self.request.GET)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        rows = Decree.objects.readable_by(self.actor).filter(region=self.region)
        if kind := chosen.get("jenis"):
            rows = rows.filter(kind=kind)
        if status := chosen.get("status"):
            rows = rows.with_status_on(today(), status)
        rows = rows.matching(chosen.get("q", ""))
        rows = rows.order_by("-signed_on", "-pk")
        return rows.select_related("opd", "base")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        day = today()
        may_write = may_change(self.actor, self.region) and any(
            may_edit(self.actor, kind) for kind in Kind
        )
        listed = context["page_obj"].object_list
        holding = queries.holding_in(self.region, day)
        return {
            **context,
            "rows": queries.with_status(listed, day, holding),
            "total": context["paginator"].count,
            "filter": self.filter,
            "is_filtered": any(
                self.request.GET.get(k) for k in ("q", "jenis", "status")
            ),
            "shown_region": self.region,
            "regions": regions_offered(self.actor),
            "day": day,
            "can_add": may_write,
            "can_read_file": may_write,
            "missing": queries.missing_kinds(self.region, day, holding),
        }


class DecreeDetail(ScopedView, DetailView):
    permission = Permission.DECREE_VIEW
    template_name = "pokja/decrees/detail.html"
    context_object_name = "decree"

    def get_queryset(self) -> DecreeQuerySet:
        return Decree.objects.readable_by(self.actor).select_related(
            "region", "opd", "scan", "related", "base"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decree, day = self.object, today()
        chain = queries.timeline(decree, self.actor, day)
        found = queries.register_of(decree)
        status = next(row.status for row in chain if row.pk == decree.pk)  # type: ignore[attr-defined]
        is_ours = may_change(self.actor, decree.region)
        may_write = is_ours and may_edit(self.actor, decree.kind)
        steps = WORKFLOW.offered(decree.state, self.actor) if may_write else []
        is_signed = decree.state != State.DRAFT
        keeps_team = may_write and decree.kind in TEAM_KINDS
        return super().get_context_data(
            status=status,
            chain=chain,
            gaps=found.gaps(day),
            days=found.days_of(found.terms[decree.pk]) if is_signed else [],
            follows_base=decree.relation == Relation.AMENDS
            and decree.effective_until is None,
            steps={step.target: step.label for step in steps},
            shows_members=is_signed
            and decree.kind in TEAM_KINDS
            and can(self.actor, Permission.MEMBER_VIEW),
            can_write=may_write,
            can_draft=keeps_team and not is_signed,
            can_clone=keeps_team and is_signed,
            can_continue=may_write and decree.state == State.ISSUED,
            history=history_of(decree)
            if is_ours and can(self.actor, Permission.AUDIT_VIEW)
            else None,
            day=day,
            **kwargs,
        )
