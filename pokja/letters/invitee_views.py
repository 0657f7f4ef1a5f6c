"""Choosing who is invited: ticks from the register, rows for guests."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from pokja.letters.forms import GuestFormSet
from pokja.meetings.invitee_actions import set_invitees
from pokja.meetings.invitees import Candidate, candidates_for, invitees_of, key_of
from pokja.meetings.models import Invitee
from pokja.meetings.view_bases import MeetingVerbView
from pokja.meetings.workflow import FACTS_OPEN


class InviteeEdit(MeetingVerbView):
    """The first time everybody in a team and every focal point is ticked."""

    states = FACTS_OPEN
    template_name = "pokja/letters/invitees.html"
    heading = "Siapa yang diundang"
    lead = "Anggota tim dan focal point menurut SK pada tanggal rapat, dan tamu."

    @cached_property
    def stored(self) -> list[Invitee]:
        return list(invitees_of(self.meeting))

    @cached_property
    def offered(self) -> list[Candidate]:
        return candidates_for(self.meeting)

    @property
    def ticked(self) -> set[str]:
        if self.request.method == "POST":
            return set(self.request.POST.getlist("pilih"))
        if self.request.GET.get("semua"):
            return {each.key for each in self.offered}
        kept = {key_of(row) for row in self.stored if not row.is_guest}
        return kept or (set() if self.stored else {each.key for each in self.offered})

    def get_form(self, form_class: Any = None) -> Any:
        if self.request.method == "POST":
            return GuestFormSet(self.request.POST, prefix="tamu")
        return GuestFormSet(
            prefix="tamu",
            initial=[
                {
                    "pk": row.pk,
                    "name": row.name,
                    "position": row.position,
                    "institution": row.institution,
                    "sex": row.sex,
                    "contact": row.email or row.phone,
                }
                for row in self.stored
                if row.is_guest
            ],
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = kwargs.pop("form", None) or self.get_form()
        ticked = self.ticked
        offered = {each.key for each in self.offered}
        return super().get_context_data(
            form=None,
            rows=rows,
            groups=[
                (name, [(each, each.key in ticked) for each in group])
                for name, group in groupby(self.offered, key=lambda each: each.group)
            ],
            ended=[
                (row, key_of(row))
                for row in self.stored
                if key_of(row) and key_of(row) not in offered
            ],
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            set_invitees(
                meeting=self.meeting,
                keys=self.request.POST.getlist("pilih"),
                guests=form.rows,
                by=self.actor,
                revision=self.revision,
            )
        except ValidationError as refusal:
            context = self.get_context_data(form=form, refusal=str(refusal))
            return self.render_to_response(context, status=422)
        messages.success(self.request, "Daftar undangan disimpan.")
        again = "more" in self.request.POST
        page = f"{self.request.path}#akhir" if again else self.page_of_letters()
        return HttpResponseRedirect(page)

    def page_of_letters(self) -> str:
        return reverse("meeting-letters", args=[self.meeting.pk])
