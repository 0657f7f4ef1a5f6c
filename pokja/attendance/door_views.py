"""The desk's side of the door: opening, the screen for the projector, closing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from pokja.attendance import door_actions
from pokja.attendance.codes import code_now
from pokja.attendance.guard import MARKS_OPEN
from pokja.attendance.models import COUNTED, Door, Presence
from pokja.attendance.views import DayOfAddress
from pokja.meetings.days import is_on
from pokja.meetings.times import today_in
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView
from pug_portal.lib import qr


@method_decorator(never_cache, name="dispatch")
class CheckInScreen(OwnedView, DayOfAddress, TemplateView):
    """Full screen, no script: the page loads itself anew when the code changes."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/attendance/screen.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.door = Door.objects.filter(meeting=self.meeting, is_open=True).first()
        lives = self.meeting.state in MARKS_OPEN and is_on(self.meeting)
        if self.door is None or not lives:
            messages.info(request, "Absensi QR rapat ini sedang tertutup.")
            return redirect(self.page_of_list())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        assert self.door is not None  # noqa: S101 -- narrows for mypy
        shown = code_now(self.door)
        address = settings.SITE_URL + reverse("check-in", args=[shown.bare])
        came = Presence.objects.filter(
            participant__meeting=self.meeting,
            day=today_in(self.meeting.region),
            state__in=COUNTED,
        )
        return super().get_context_data(
            meeting=self.meeting,
            code=shown,
            picture=qr.svg_for_screen(address, f"Kode QR absensi {shown.spoken}"),
            typed_at=settings.SITE_URL.partition("://")[2] + reverse("check-in-code"),
            came=came.count(),
            back=self.page_of_list(),
            **kwargs,
        )


class _DoorButton(OwnedView, DayOfAddress, VerbButtonView):
    permission = Permission.MEETING_EDIT

    def back(self) -> str:
        return self.page_of_list()


class CheckInOpen(_DoorButton):
    def perform(self) -> None:
        door_actions.open_door(meeting=self.meeting, by=self.actor)

    def target(self) -> str:
        return reverse("check-in-screen", args=[self.meeting.pk])


class CheckInClose(_DoorButton):
    done_message = "Absensi QR ditutup; kode yang masih tampil tidak berlaku lagi."

    def perform(self) -> None:
        door_actions.close_door(meeting=self.meeting, by=self.actor)
