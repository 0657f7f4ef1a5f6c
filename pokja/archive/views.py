"""The page from which those who keep a meeting take its archive."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from pokja.archive.actions import archives_of, ask_archive
from pokja.meetings.view_bases import MeetingOfAddress
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView


class MeetingArchive(OwnedView, MeetingOfAddress, TemplateView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/archive/meeting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        jobs = archives_of(self.meeting).select_related("meeting__region")
        job = jobs.order_by("-pk").first()
        return super().get_context_data(meeting=self.meeting, job=job, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            ask_archive(meeting=self.meeting, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Arsip sedang disusun. Tautannya muncul di sini.")
        return redirect("meeting-archive", pk=pk)
