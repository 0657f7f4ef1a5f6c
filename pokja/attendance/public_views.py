"""The phone's side of the door. Names and offices only, and only while a code lives."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from focal_points.opd.models import Opd
from pokja.attendance import door_actions
from pokja.attendance.door_actions import Entrance, enter
from pokja.attendance.forms import ChairForm, CodeForm, GuestForm
from pokja.attendance.limits import knocks_too_often
from pokja.attendance.models import COUNTED, Participant, Presence
from pug_portal.access.actor import NOBODY
from pug_portal.access.form_views import add_refusal
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import waktu

TOO_OFTEN = (
    "Terlalu banyak percobaan dari jaringan ini. Tunggu dua menit, lalu pindai lagi."
)


@method_decorator(login_not_required, name="dispatch")
@method_decorator(never_cache, name="dispatch")
class PublicDoor(View):
    """Open to the public: people in the room have no account, only the code."""

    is_public = True

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if knocks_too_often(request):
            return shut(request, TOO_OFTEN, 429)
        return super().dispatch(request, *args, **kwargs)


def shut(
    request: HttpRequest, why: str, status: int = 410, code: str = ""
) -> HttpResponse:
    context = {"why": why, "form": CodeForm(initial={"code": code})}
    return render(request, "pokja/attendance/shut.html", context, status=status)


class CheckInCode(PublicDoor):
    """For who cannot scan: the code is typed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.GET) if "code" in request.GET else CodeForm()
        if form.is_bound and form.is_valid():
            return redirect("check-in", code=form.cleaned_data["code"])
        status = 422 if form.is_bound else 200
        template = "pokja/attendance/code.html"
        return render(request, template, {"form": form}, status=status)


class CheckIn(PublicDoor):
    """The own name from the list, or a guest's; the code is asked again on sending."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._answered(request, code)

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._answered(request, code)

    def _answered(self, request: HttpRequest, code: str) -> HttpResponse:
        try:
            entrance = enter(code)
        except Refusal as refusal:
            return shut(request, refusal.sentence, code=code)
        return self._page(request, code, entrance)

    def _page(
        self, request: HttpRequest, code: str, entrance: Entrance
    ) -> HttpResponse:
        free = chairs_free(entrance)
        as_guest = "guest" in request.POST
        sent = request.POST if request.method == "POST" else None
        own = ChairForm(None if as_guest else sent, chairs=free)
        guest = GuestForm(sent if as_guest else None, chairs=free, prefix="tamu")
        form: Any = guest if as_guest else own
        if form.is_bound and form.is_valid():
            try:
                presence = self._write(code, form)
            except Refusal as refusal:
                add_refusal(form, refusal)
            else:
                return self._thanked(request, entrance, presence)
        context = {
            "entrance": entrance,
            "meeting": entrance.meeting,
            "own": own,
            "guest": guest,
            "form": form,
            "opds": _offices(entrance),
            "zone": entrance.meeting.region.zone,
        }
        status = 422 if form.is_bound else 200
        return render(request, "pokja/attendance/check_in.html", context, status=status)

    def _write(self, code: str, form: ChairForm | GuestForm) -> Presence:
        if isinstance(form, GuestForm):
            return door_actions.sign_in_guest(
                code=code, person=form.person(), place=form.place(), by=NOBODY
            )
        chair = int(form.cleaned_data["chair"])
        return door_actions.check_in(code=code, chair=chair, by=NOBODY)

    def _thanked(
        self, request: HttpRequest, entrance: Entrance, presence: Presence
    ) -> HttpResponse:
        chair = presence.participant
        name = presence.stand_in_name or chair.label
        at = waktu(presence.at, entrance.meeting.region.zone)
        messages.success(
            request, f"{name} tercatat hadir dalam {entrance.meeting.title}, {at}."
        )
        return redirect("check-in-done")


class CheckInDone(PublicDoor):
    """After a check-in: nothing but the message, which is read once."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "pokja/attendance/done.html")


def chairs_free(entrance: Entrance) -> list[Participant]:
    """Who is not recorded as come today."""
    there = Presence.objects.filter(
        participant=OuterRef("pk"), day=entrance.day, state__in=COUNTED
    )
    rows = entrance.meeting.participants.filter(~Exists(there.order_by()))
    return sorted(rows.select_related("opd"), key=lambda row: row.label.casefold())


def _offices(entrance: Entrance) -> list[str]:
    rows = Opd.objects.filter(region=entrance.meeting.region).existing_on(entrance.day)
    return list(rows.order_by("short_name").values_list("short_name", flat=True))
