"""The minutes on paper: the version in force, the ones before, each as page and PDF."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.meetings.content import digest, is_intact
from pokja.meetings.minutes_pdf import minutes_pdf
from pokja.meetings.paper import Paper, paper_of
from pokja.meetings.reading import may_read_record
from pokja.meetings.view_bases import MeetingOfAddress
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView


class _Version(MeetingOfAddress):
    """Without a number the version in force; a draft for those who keep the meeting."""

    kwargs: dict[str, Any]

    @cached_property
    def paper(self) -> Paper:
        number = self.kwargs.get("number")
        if number is None or number == self.meeting.version:
            return paper_of(self.meeting)
        if self.old is None:
            raise Http404
        return Paper(self.old.content, self.old.number)

    @cached_property
    def old(self) -> Any:
        number: int = self.kwargs.get("number", 0)
        return self.meeting.versions.filter(number=number).first()

    def is_intact(self) -> bool:
        if not self.paper.is_settled:
            return True
        if self.paper.version == self.meeting.version:
            return is_intact(self.meeting)
        return bool(digest(self.old.content) == self.old.sha256)


class MinutesPrint(ScopedView, _Version, TemplateView):
    permission = Permission.MEETING_VIEW
    template_name = "pokja/meetings/print.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.meeting
        if not may_read_record(self.actor, meeting):
            raise Http404
        paper = self.paper
        is_old = paper.version != meeting.version
        name, args = "minutes-pdf", [meeting.pk]
        if is_old:
            name, args = "minutes-version-pdf", [meeting.pk, paper.version]
        return super().get_context_data(
            meeting=meeting,
            region=meeting.region,
            paper=paper,
            is_old=is_old,
            is_intact=self.is_intact(),
            pdf=reverse(name, args=args),
            versions=range(1, meeting.version + 1) if meeting.version > 1 else [],
            **kwargs,
        )


class MinutesPdf(ScopedView, _Version):
    permission = Permission.MEETING_VIEW

    def get(self, request: HttpRequest, pk: int, number: int = 0) -> HttpResponse:
        if not may_read_record(self.actor, self.meeting):
            raise Http404
        content = minutes_pdf(self.paper, self.meeting.region)
        name = f"notulen-{self.meeting.pk}-versi-{self.paper.version}.pdf"
        answer = HttpResponse(content, content_type="application/pdf")
        answer["Content-Disposition"] = f'inline; filename="{name}"'
        return answer
