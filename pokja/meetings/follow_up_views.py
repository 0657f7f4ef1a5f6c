"""Follow-ups: the list with its filters, one follow-up to answer, the desk's decisions."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView
from django.views.generic.detail import SingleObjectMixin

from focal_points.opd.models import Opd
from pokja.meetings import follow_up_actions as actions
from pokja.meetings.choices import FollowUpState
from pokja.meetings.forms import ReasonForm
from pokja.meetings.guard import require_own_region
from pokja.meetings.models import Recommendation
from pokja.meetings.queries import FollowUpCounts, age_of, count_follow_ups, notes_of
from pokja.meetings.reading import follow_up_lines, keeps, may_read_notes
from pokja.meetings.recommendation_forms import AnswerForm, DoneForm
from pokja.meetings.scope import RecommendationQuerySet
from pokja.meetings.times import today_in
from pokja.meetings.workflow import FOLLOW_UP_WORKFLOW
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import OwnedView, PermissionView, ScopedView
from pug_portal.audit.queries import history_of

PAGE = 25


class FollowUpList(PermissionView, ListView):
    """Filters: OPD, state, late. OPD people see what falls to their own office."""

    permission = Permission.FOLLOW_UP_VIEW
    template_name = "pokja/meetings/follow_up_list.html"
    paginate_by = PAGE

    @cached_property
    def everything(self) -> RecommendationQuerySet:
        return Recommendation.objects.for_actor(self.actor)

    @cached_property
    def opds(self) -> list[Opd]:
        """Offices that have a follow-up within the width; none to choose for an OPD."""
        if self.actor.role in OPD_ROLES:
            return []
        seen = self.everything.order_by()
        first = Q(pk__in=seen.values("responsible_opd"))
        beside = Q(pk__in=seen.values("co_responsible"))
        rows = Opd.objects.filter(first | beside).select_related("region")
        return list(rows.order_by("region", "short_name", "pk"))

    def get_queryset(self) -> RecommendationQuerySet:
        rows = self.everything
        sent = self.request.GET
        self.state = sent.get("status", "")
        if self.state in FollowUpState:
            rows = rows.filter(state=self.state)
        self.opd = sent.get("opd", "")
        if self.opd == "lain":
            rows = rows.filter(responsible_opd=None)
        elif self.opd in {str(opd.pk) for opd in self.opds}:
            rows = rows.falling_to([int(self.opd)])
        self.late_only = sent.get("terlambat") == "1"
        if self.late_only:
            rows = rows.late_on(self.on)
        rows = rows.with_owners().select_related("region", "meeting")
        return rows.order_by("-year", "region", "number", "pk")

    @cached_property
    def counts(self) -> FollowUpCounts:
        return count_follow_ups(self.everything, self.on)

    @property
    def is_filtered(self) -> bool:
        return bool(self.opd or self.state or self.late_only)

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        """The figures above the list count it already."""
        paginator = super().get_paginator(*args, **kwargs)
        if not self.is_filtered:
            paginator.count = self.counts.total
        return paginator

    @property
    def on(self) -> Any:
        return today_in(self.actor.region) if self.actor.region else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        region = self.actor.region
        return {
            **context,
            "lines": follow_up_lines(context["page_obj"], self.actor, self.on),
            "counts": self.counts,
            "opds": self.opds,
            "states": FollowUpState.choices,
            "chosen_opd": self.opd,
            "chosen_opd_pk": int(self.opd) if self.opd.isdecimal() else None,
            "chosen_state": self.state,
            "late_only": self.late_only,
            "is_filtered": self.is_filtered,
            "shows_region": region is not None and region.has_children,
        }


class OneFollowUp(SingleObjectMixin):
    queryset = Recommendation.objects.with_owners().select_related(
        "region",
        "meeting__region",
        "proposer_opd",
        "confirmed_by",
        "programme_line__programme",
    )

    @cached_property
    def row(self) -> Recommendation:
        found: Recommendation = self.get_object()
        return found


class FollowUp(ScopedView, OneFollowUp, VerbFormView):
    """What was recommended, what was done, and the form to tell more."""

    permission = Permission.FOLLOW_UP_VIEW
    write_permission = Permission.FOLLOW_UP_ANSWER
    template_name = "pokja/meetings/follow_up.html"
    form_class = AnswerForm
    done_message = "Tindak lanjut dilaporkan. Sekretariat akan memeriksanya."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require_own_region(self.row.region, self.actor)
        return super().post(request, *args, **kwargs)

    @property
    def can_answer(self) -> bool:
        if not can(self.actor, Permission.FOLLOW_UP_ANSWER):
            return False
        own = self.actor.role in OPD_ROLES or keeps(self.actor, self.row.region_id)
        return own and self.row.is_open

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = row = self.row
        on = today_in(row.region)
        reads_notes = may_read_notes(self.actor, row)
        keeper = keeps(self.actor, row.region_id)
        return super().get_context_data(
            row=row,
            zone=row.region.zone,
            late=row.days_late(on),
            age=age_of(row, on),
            reads_notes=reads_notes,
            notes=notes_of(row) if reads_notes else [],
            can_answer=self.can_answer,
            line=row.programme_line,
            can_hang=keeper and row.state != FollowUpState.CANCELLED,
            can_turn=keeper
            and row.is_open
            and row.programme_line_id is None
            and can(self.actor, Permission.PROGRAMME_EDIT),
            steps=self._steps() if keeper else [],
            events=history_of(row) if keeper else None,
            **kwargs,
        )

    def _steps(self) -> list[tuple[str, str]]:
        """(label, address) of the decisions offered in this state."""
        names = {
            FollowUpState.DONE: "follow-up-confirm",
            FollowUpState.CANCELLED: "follow-up-cancel",
        }
        offered = FOLLOW_UP_WORKFLOW.offered(self.row.state, self.actor)
        decisions = [
            step
            for step in offered
            if step.permissions == (Permission.FOLLOW_UP_CONFIRM,)
        ]
        return [
            (
                step.label,
                reverse(
                    names.get(FollowUpState(step.target), "follow-up-reopen"),
                    args=[self.row.pk],
                ),
            )
            for step in decisions
        ]

    def perform(self, form: AnswerForm) -> str:
        actions.report_follow_up(
            recommendation=self.row,
            text=form.cleaned_data["text"],
            upload=form.cleaned_data["file"],
            by=self.actor,
        )
        return reverse("follow-up", args=[self.row.pk])


class FollowUpVerb(OwnedView, OneFollowUp, VerbFormView):
    permission = Permission.FOLLOW_UP_CONFIRM
    template_name = "pokja/meetings/follow_up_form.html"
    form_class: type[Any] = ReasonForm
    heading = ""
    lead = ""
    button = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.row
        return super().get_context_data(
            row=self.row,
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            **kwargs,
        )

    def done(self) -> str:
        return reverse("follow-up", args=[self.row.pk])


class FollowUpConfirm(FollowUpVerb):
    form_class = DoneForm
    heading = "Nyatakan tindak lanjut selesai"
    button = "Nyatakan selesai"
    done_message = "Tindak lanjut dinyatakan selesai."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.row.region}

    def perform(self, form: DoneForm) -> str:
        actions.confirm_done(
            recommendation=self.row, by=self.actor, **form.cleaned_data
        )
        return self.done()


class FollowUpCancel(FollowUpVerb):
    heading = "Batalkan tindak lanjut"
    lead = "Rekomendasinya tetap tercatat dalam notulen."
    button = "Batalkan tindak lanjut"
    is_harmful = True
    done_message = "Tindak lanjut dibatalkan."

    def perform(self, form: ReasonForm) -> str:
        actions.cancel_follow_up(
            recommendation=self.row, by=self.actor, **form.cleaned_data
        )
        return self.done()


class FollowUpReopen(FollowUpVerb):
    heading = "Buka kembali tindak lanjut"
    button = "Buka kembali"
    done_message = "Tindak lanjut dibuka kembali."

    def perform(self, form: ReasonForm) -> str:
        actions.reopen_follow_up(
            recommendation=self.row, by=self.actor, **form.cleaned_data
        )
        return self.done()
