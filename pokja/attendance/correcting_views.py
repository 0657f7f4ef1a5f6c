"""«Ralat kehadiran»: the list by name of settled minutes, one day at a time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.attendance.correcting import (
    chairs_of,
    correct_people,
    corrected_marks,
    mark_of,
)
from pokja.attendance.forms import MarkForm
from pokja.attendance.guard import check_mark
from pokja.attendance.models import Participant, Presence
from pokja.attendance.people import Mark
from pokja.meetings.correction_reading import seen_of
from pokja.meetings.correction_views import OfCorrection
from pokja.meetings.days import chosen_day, days_of
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView

NOT_SO = "Ralat ini tidak sedang ditulis, atau rapatnya tidak mencatat nama."


class CorrectionPeople(OwnedView, OfCorrection, TemplateView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/attendance/correction.html"

    @cached_property
    def day(self) -> dt.date:
        return chosen_day(self.meeting, self.request.GET.get("hari", ""))

    @cached_property
    def lines(self) -> list[tuple[Participant, str, MarkForm]]:
        """(chair, what the settled minutes say, its form)."""
        changed = corrected_marks(self.correction)
        found = []
        for chair in chairs_of(self.meeting):
            stood = next((p for p in chair.presences.all() if p.day == self.day), None)
            mark = changed.get((chair.pk, self.day), mark_of(stood))
            found.append((chair, _told(stood), self._form(chair, mark)))
        return found

    def _form(self, chair: Participant, mark: Mark) -> MarkForm:
        """Who is not in what was sent stays as he stands."""
        prefix = f"o{chair.pk}"
        sent = self.request.POST if f"{prefix}-state" in self.request.POST else None
        return MarkForm(sent, prefix=prefix, initial=vars(mark))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._shut() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if shut := self._shut():
            return shut
        if not self._are_valid():
            return self._again()
        try:
            correct_people(
                correction=self.correction,
                day=self.day,
                marks={c.pk: form.mark() for c, _, form in self.lines if form.is_bound},
                seen=request.POST.get("seen", ""),
                by=self.actor,
            )
        except ValidationError as refusal:
            return self._again(" ".join(refusal.messages))
        messages.success(request, "Ralat kehadiran disimpan.")
        return redirect(self.page())

    def _shut(self) -> HttpResponse | None:
        named = (self.meeting.settled_content or {}).get("people")
        if self.correction.state == "draf" and named:
            return None
        messages.error(self.request, NOT_SO)
        return redirect(self.page())

    def _are_valid(self) -> bool:
        for chair, _before, form in self.lines:
            if form.is_valid():
                try:
                    check_mark(self.meeting, chair, self.day, form.mark())
                except Refusal as refusal:
                    add_refusal(form, refusal)
        return not any(form.errors for _, _, form in self.lines)

    def _again(self, refusal: str = "") -> HttpResponse:
        context = self.get_context_data(refusal=refusal)
        return self.render_to_response(context, status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.meeting
        return super().get_context_data(
            meeting=self.meeting,
            correction=self.correction,
            lines=self.lines,
            is_wrong=any(form.errors for _, _, form in self.lines),
            day=self.day,
            days=days_of(self.meeting),
            seen=self.request.POST.get("seen") or seen_of(self.correction),
            **kwargs,
        )


def _told(presence: Presence | None) -> str:
    if presence is None:
        return "Belum dicatat"
    return "; ".join(filter(None, [presence.told, presence.note]))
