"""What the pages of one meeting share: the row within the width, and its verb."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.detail import SingleObjectMixin

from pokja.meetings.choices import State
from pokja.meetings.models import Meeting
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView


class MeetingOfAddress(SingleObjectMixin):
    """Its width comes from OwnedView, which every user of this class names first."""

    queryset = Meeting.objects.select_related("region", "signed_by", "settled_by")

    @cached_property
    def meeting(self) -> Meeting:
        found = self.get_object()
        assert isinstance(found, Meeting)  # noqa: S101 -- narrows for mypy
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.meeting
        return super().get_context_data(**kwargs)

    def page_of_meeting(self) -> str:
        return reverse("meeting-detail", args=[self.meeting.pk])


class MeetingVerbView(OwnedView, MeetingOfAddress, VerbFormView):
    """A form page of one meeting. Closed in this state: back to the meeting, with why."""

    permission = Permission.MEETING_EDIT
    states: ClassVar[Collection[State]] = frozenset(State)
    heading = ""
    lead = ""
    button = "Simpan"
    template_name = "pokja/meetings/form.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.meeting.state not in self.states:
            return refused(request, self.meeting, self.page_of_meeting())
        return super().get(request, *args, **kwargs)

    def refuse_other_region(self, found: Model) -> None:
        """The own region is told from the row itself, without another question."""
        region = self.actor.region
        if region is None or getattr(found, "region_id", None) != region.pk:
            super().refuse_other_region(found)

    @property
    def revision(self) -> int | None:
        sent = self.request.POST.get("revision", "")
        return int(sent) if sent.isdecimal() and len(sent) < 10 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.meeting
        return super().get_context_data(
            meeting=self.meeting,
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            back=self.page_of_meeting(),
            back_label=self.meeting.title,
            **kwargs,
        )


def refused(request: HttpRequest, meeting: Meeting, target: str) -> HttpResponse:
    messages.error(
        request,
        f"Rapat berstatus «{meeting.get_state_display()}»; bagian itu tidak dapat "
        "diubah sekarang.",
    )
    return redirect(target)


class MeetingButton(OwnedView, MeetingOfAddress, VerbButtonView):
    """A button of the meeting's page: one verb, and back to the meeting."""

    permission = Permission.MEETING_EDIT

    def back(self) -> str:
        return self.page_of_meeting()
