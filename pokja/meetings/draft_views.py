"""Writing the minutes: the page, its saves by button, and its saves by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.meetings.choices import CorrectionState, Section
from pokja.meetings.draft import Item
from pokja.meetings.draft_actions import Saved, Sent, fresh_key, save_draft
from pokja.meetings.draft_commands import apply
from pokja.meetings.draft_post import pasted_items, read_post, typed_items
from pokja.meetings.editor import Part, Row, as_json, base_of, parts_of
from pokja.meetings.holders import holder_of
from pokja.meetings.models import MinutesCorrection, Phrase
from pokja.meetings.view_bases import MeetingOfAddress, refused
from pokja.meetings.workflow import RECORD_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView
from pug_portal.lib.clock import now
from pug_portal.lib.dates import jam

# What the script makes new points from.
BLANK = Row(Item("POLA", Section.DISCUSSION.value, 0, ""), "", "Butir")


class RunningDraft(MeetingOfAddress):
    """The text of a meeting that is under way."""

    correction: MinutesCorrection | None = None
    heading = "Tulis notulen"

    @property
    def is_open(self) -> bool:
        return self.meeting.state in RECORD_OPEN

    def here(self) -> str:
        return reverse("meeting-minutes", args=[self.meeting.pk])

    def autosave(self) -> str:
        return reverse("meeting-minutes-autosave", args=[self.meeting.pk])

    def history(self) -> str:
        return reverse("revision-list", args=[self.meeting.pk])

    def save(self, sent: Sent, by: Actor) -> Saved:
        return save_draft(
            meeting=self.meeting, correction=self.correction, sent=sent, by=by
        )

    def load(self) -> list[Item]:
        return holder_of(self.meeting, self.correction).load()


class CorrectionDraft(RunningDraft):
    """The new text of settled minutes, addressed by the correction."""

    heading = "Tulis ralat notulen"
    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "corrections"
    kwargs: dict[str, Any]

    @cached_property
    def correction(self) -> MinutesCorrection:  # type: ignore[override]
        return get_object_or_404(self.meeting.corrections, pk=self.kwargs["pk"])

    @property
    def is_open(self) -> bool:
        return self.correction.state == CorrectionState.DRAFT

    def here(self) -> str:
        return reverse("correction-draft", args=[self.correction.pk])

    def autosave(self) -> str:
        return reverse("correction-autosave", args=[self.correction.pk])


class _Editor(OwnedView, RunningDraft, TemplateView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/editor.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_open:
            return refused(request, self.meeting, self.page_of_meeting())
        items = self.load()
        parts = parts_of(items, blank_after=request.GET.get("sesudah", ""))
        return self._page(parts=parts, base=base_of(items), page=fresh_key())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sent: Sent | None = None
        try:
            sent = read_post(request.POST)
            saved = self.save(self._with_button(sent), self.actor)
        except ValidationError as refusal:
            return self._unsaved(sent, str(refusal))
        if saved.conflicts:
            return self._conflict(sent, saved)
        return HttpResponseRedirect(self._target())

    def _with_button(self, sent: Sent) -> Sent:
        command, _, key = self.request.POST.get("aksi", "").partition(":")
        sent = replace(sent, items=[*sent.items, *pasted_items(self.request.POST)])
        if command == "frasa" and key.isdecimal() and len(key) < 10:
            phrase = Phrase.objects.owned_by(self.actor).filter(pk=key).first()
            if phrase is None:
                return sent
            new = Item(fresh_key(), Section.DISCUSSION.value, 0, phrase.text)
            return Sent([*sent.items, new], sent.base, sent.page)
        return Sent(apply(sent.items, command, key), sent.base, sent.page)

    def _target(self) -> str:
        command, _, key = self.request.POST.get("aksi", "").partition(":")
        if command == "selesai":
            messages.success(self.request, "Notulen disimpan.")
            return self.page_of_meeting()
        here = self.here()
        if command == "tambah" and key.isalnum():
            return f"{here}?sesudah={key}#b-{key}"
        if command in {"naik", "turun", "masuk", "keluar"} and key.isalnum():
            return f"{here}#b-{key}"
        messages.success(self.request, "Notulen disimpan.")
        return here

    def _unsaved(self, sent: Sent | None, told: str) -> HttpResponse:
        """Refused or closed: every word typed is on the page again."""
        items = list(sent.items) if sent else list(typed_items(self.request.POST))
        items = items or self.load()
        base = base_of(items)
        if sent and (typed := self.request.POST.get("dasar")):
            base = typed
        return self._page(
            status=422,
            parts=parts_of(items),
            base=base,
            page=sent.page if sent else fresh_key(),
            refusal=told,
            pasted=self.request.POST.get("tempel", ""),
        )

    def _conflict(self, sent: Sent, saved: Saved) -> HttpResponse:
        return self._page(
            status=409,
            parts=parts_of(saved.items, saved.conflicts),
            base=base_of(saved.items, saved.conflicts),
            page=sent.page,
            conflicts=saved.conflicts,
        )

    def _page(self, status: int = 200, **context: Any) -> HttpResponse:
        meeting = self.meeting
        return self.render_to_response(
            self.get_context_data(
                meeting=meeting,
                correction=self.correction,
                heading=self.heading,
                is_open=self.is_open,
                autosave=self.autosave(),
                history=self.history(),
                here=self.here(),
                back=self.page_of_meeting(),
                writer=self.actor.user_id,
                blank=BLANK,
                blank_part=Part(Section.DISCUSSION.value),
                phrases=list(Phrase.objects.owned_by(self.actor)),
                **context,
            ),
            status=status,
        )


class _Autosave(OwnedView, RunningDraft):
    """Answers a script: what stands now, what is in conflict, or why it was refused."""

    permission = Permission.MEETING_EDIT

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        try:
            saved = self.save(read_post(request.POST), self.actor)
        except ValidationError as refusal:
            told = refusal.sentence if isinstance(refusal, Refusal) else str(refusal)
            fresh = type(self.meeting).objects.get(pk=self.meeting.pk)
            self.meeting.state = fresh.state
            return JsonResponse({"told": told, "closed": not self.is_open}, status=422)
        when = jam(now(), self.meeting.region.zone)
        told = f"Tersimpan pukul {when}"
        if saved.conflicts:
            told = "Ada butir yang juga diubah orang lain. Pilih tulisan yang dipakai."
        return JsonResponse({**as_json(saved.items, saved.conflicts), "told": told})


class MeetingMinutes(_Editor):
    pass


class MeetingMinutesAutosave(_Autosave):
    pass


class CorrectionEditor(CorrectionDraft, _Editor):
    pass


class CorrectionAutosave(CorrectionDraft, _Autosave):
    pass
