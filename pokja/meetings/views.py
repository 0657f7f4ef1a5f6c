"""Reading meetings: the list, the page of one, its minutes in print, its history."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.progress.duties import DUTIES
from pokja.meetings.agenda import agenda_of
from pokja.meetings.attendance_lines import lines_of
from pokja.meetings.buttons import buttons_for, editable
from pokja.meetings.carry_over import carried_over
from pokja.meetings.choices import STATE_TONES, FileKind, State
from pokja.meetings.completeness import Completeness, completeness_of
from pokja.meetings.content import is_intact
from pokja.meetings.correction_actions import OPEN as OPEN_CORRECTION
from pokja.meetings.models import (
    Attendance,
    Meeting,
    MeetingFile,
    MinutesCorrection,
    Recommendation,
)
from pokja.meetings.queries import (
    attendance_totals,
    with_counts,
)
from pokja.meetings.quorum import Quorum, asked_to, quorum_of
from pokja.meetings.reading import (
    follow_up_lines,
    keeps,
    may_read_file,
    may_read_record,
)
from pokja.meetings.scope import is_desk
from pokja.meetings.sections import sections_told
from pokja.meetings.times import today_in
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import now

PAGE = 20


class MeetingList(PermissionView, ListView):
    """Coming meetings on top, then those held, newest first."""

    permission = Permission.MEETING_VIEW
    template_name = "pokja/meetings/list.html"
    paginate_by = PAGE

    def get_queryset(self) -> QuerySet[Meeting]:
        rows = Meeting.objects.for_actor(self.actor).select_related("region")
        if (state := self.request.GET.get("status", "")) in State:
            rows = rows.filter(state=state)
        self.chosen_state = state if state in State else ""
        if words := self.request.GET.get("q", "").strip()[:100]:
            rows = rows.filter(Q(title__icontains=words) | Q(theme__icontains=words))
        self.words = words
        return with_counts(rows).order_by("-starts_at", "-pk")

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        """The badges already count every state: no query of its own, but for a search."""
        paginator = super().get_paginator(*args, **kwargs)
        if not self.words:
            paginator.count = sum(
                count
                for state, _label, _tone, count in self.counts
                if self.chosen_state in {"", state}
            )
        return paginator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        region = self.actor.region
        page = list(context["page_obj"])
        for row in page:
            row.reads_record = may_read_record(self.actor, row)
        return {
            **context,
            "coming": [row for row in reversed(page) if row.ends_at >= now()],
            "held": [row for row in page if row.ends_at < now()],
            "counts": self.counts,
            "states": State.choices,
            "chosen_state": self.chosen_state,
            "q": self.words,
            "can_plan": is_desk(self.actor),
            "shows_region": region is not None and region.has_children,
        }

    @cached_property
    def counts(self) -> list[tuple[str, str, tuple[str, str], int]]:
        """(state, label, tone, how many) for those that occur; one query."""
        rows = Meeting.objects.for_actor(self.actor).order_by()
        found = dict(rows.values_list("state").annotate(Count("pk")))
        return [
            (state.value, state.label, STATE_TONES[state], found[state.value])
            for state in State
            if found.get(state.value)
        ]


# In the same query as the meeting: its page has no query to spare.
_OPEN_CORRECTION = Subquery(
    MinutesCorrection.objects.filter(meeting=OuterRef("pk"), state__in=OPEN_CORRECTION)
    .order_by("pk")
    .values(told=JSONObject(pk="pk", number="number", state="state"))[:1],
    output_field=JSONField(),
)

# The one column of the account that the page tells.
_SIGNER = Coalesce(NullIf("signed_by__name", Value("")), "signed_by__username")


class MeetingDetail(ScopedView, DetailView):
    """Recommendations and follow-ups first, then the minutes and who came."""

    permission = Permission.MEETING_VIEW
    template_name = "pokja/meetings/detail.html"
    context_object_name = "meeting"
    queryset = Meeting.objects.select_related("programme_line__programme").annotate(
        open_correction=_OPEN_CORRECTION, signer=_SIGNER
    )
    object: Meeting

    def get_object(self, queryset: QuerySet[Meeting] | None = None) -> Meeting:
        """Nearly always of the reader's own region, which is at hand already."""
        found = super().get_object(queryset)
        if self.actor.region and found.region_id == self.actor.region.pk:
            found.region = self.actor.region
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        is_keeper = keeps(self.actor, meeting.region_id)
        reads_record = may_read_record(self.actor, meeting)
        carried = carried_over(meeting)
        record = self._record() if reads_record else {}
        is_written = bool(record.get("sections"))
        return super().get_context_data(
            is_keeper=is_keeper,
            reads_record=reads_record,
            can=editable(meeting, is_keeper),
            buttons=buttons_for(meeting, self.actor, is_written=is_written)
            if is_keeper
            else None,
            agenda=agenda_of(meeting, carried),
            outcomes=list(meeting.outcomes.all()),
            files=(files := self._files()),
            has_photos=any(row.kind == FileKind.PHOTO for row in files),
            duties=[(code, DUTIES.get(code, "")) for code in meeting.duties],
            zone=meeting.region.zone,
            line=meeting.programme_line,
            can_hang=is_keeper and meeting.state != State.CANCELLED,
            carried=carried,
            correction=self._correction() if is_keeper else None,
            version_numbers=range(1, meeting.version),
            **record,
            **kwargs,
        )

    def _record(self) -> dict[str, Any]:
        meeting, on = self.object, today_in(self.object.region)
        attendance = list(meeting.attendance.select_related("opd"))
        totals = attendance_totals(attendance)
        rows = list(
            meeting.recommendations.with_owners().select_related("proposer_opd")
        )
        for row in rows:
            row.region = meeting.region
        return {
            "attendance": attendance,
            "attendance_lines": lines_of(attendance),
            "totals": totals,
            "quorum": self._quorum(totals.total),
            "sections": sections_told(meeting),
            "recommendations": follow_up_lines(rows, self.actor, on),
            "completeness": self._completeness(attendance, rows),
            "done_count": sum(row.state == "selesai" for row in rows),
            "has_sample": any(row.is_example for row in rows),
            "intact": is_intact(meeting) if meeting.is_settled else None,
        }

    def _quorum(self, came: int) -> Quorum | None:
        """Few meetings have one: only theirs are counted."""
        meeting = self.object
        has_one = meeting.quorum_percent is not None
        return quorum_of(meeting, came, asked_to(meeting)) if has_one else None

    def _completeness(
        self, attendance: list[Attendance], rows: list[Recommendation]
    ) -> Completeness | None:
        """Asked for by those who collect the recommendations, once there are any to be."""
        meeting = self.object
        begun = meeting.state not in (State.PLANNED, State.INVITED)
        keeper = keeps(self.actor, meeting.region_id)
        if not (begun and keeper):
            return None
        return completeness_of(
            meeting,
            came={row.opd_id for row in attendance},
            proposed={row.proposer_opd_id for row in rows},
        )

    def _correction(self) -> MinutesCorrection | None:
        """The one in work: only settled minutes can have one."""
        told: dict[str, Any] | None = getattr(self.object, "open_correction", None)
        return MinutesCorrection(**told) if told else None

    def _files(self) -> list[MeetingFile]:
        rows = self.object.files.select_related("file")
        return [row for row in rows if may_read_file(self.actor, row)]


class MeetingHistory(ScopedView, DetailView):
    """Who changed what, newest first: for those who keep the meeting."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/history.html"
    context_object_name = "meeting"
    queryset = Meeting.objects.select_related("region")
    object: Meeting

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not keeps(self.actor, self.object.region_id):
            raise Http404
        return super().get_context_data(
            events=history_of(self.object, 100), zone=self.object.region.zone, **kwargs
        )
