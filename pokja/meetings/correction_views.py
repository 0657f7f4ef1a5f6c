"""Pages of a correction: opening it, its data and changes, signing, settling."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.meetings import correction_actions as verbs
from pokja.meetings.choices import State
from pokja.meetings.correction_data import BY_NAME, corrected
from pokja.meetings.correction_forms import CorrectionDataForm
from pokja.meetings.correction_reading import changes_of, seen_of
from pokja.meetings.forms import ReasonForm, SettleForm, SignForm
from pokja.meetings.models import MinutesCorrection, MinutesVersion
from pokja.meetings.paper import Paper
from pokja.meetings.view_bases import MeetingOfAddress, MeetingVerbView
from pokja.meetings.workflow import CORRECTION_WORKFLOW
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView

EITHER = (Permission.MEETING_EDIT, Permission.MINUTES_SETTLE)
PAGES = {
    "koreksi": ("correction-sign", "signature"),
    "draf": ("correction-return", "arrow-back-up"),
    "disahkan": ("correction-settle", "circle-check"),
    "dibatalkan": ("correction-cancel", "circle-x"),
}


class OfCorrection(MeetingOfAddress):
    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "corrections"
    kwargs: dict[str, Any]

    @cached_property
    def correction(self) -> MinutesCorrection:
        rows = self.meeting.corrections.select_related("opened_by", "signed_by")
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        found.meeting = self.meeting
        return found

    def page(self) -> str:
        return reverse("correction-detail", args=[self.correction.pk])

    def changes(self) -> list[Any]:
        """What it would change, or what it did change once it is settled."""
        correction, meeting = self.correction, self.meeting
        if not correction.settled_at:
            return changes_of(correction)
        if correction.number == meeting.version:
            return [*Paper(meeting.settled_content or {}).changes]
        old = MinutesVersion.objects.get(meeting=meeting, number=correction.number)
        return [*Paper(old.content).changes]


class CorrectionOpen(MeetingVerbView):
    permission = EITHER  # type: ignore[assignment]
    form_class = ReasonForm
    states = frozenset({State.SETTLED})
    heading = "Ralat notulen"
    lead = (
        "Versi yang disahkan tetap berlaku dan tetap dapat dicetak sampai ralat ini "
        "disahkan. Nomor rekomendasi tidak berubah."
    )
    button = "Buka ralat"
    done_message = "Ralat dibuka. Tulis perubahannya, lalu tanda tangani."

    def perform(self, form: ReasonForm) -> str:
        made = verbs.open_correction(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return reverse("correction-detail", args=[made.pk])


class CorrectionDetail(OwnedView, OfCorrection, TemplateView):
    permission = EITHER
    template_name = "pokja/meetings/correction.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        correction = self.correction
        offered = [
            (step.label, reverse(PAGES[step.target][0], args=[correction.pk]), icon)
            for step in CORRECTION_WORKFLOW.offered(correction.state, self.actor)
            if (icon := PAGES[step.target][1])
            and not (
                step.target == "disahkan"
                and correction.signed_by_id == self.actor.user_id
            )
        ]
        return super().get_context_data(
            meeting=self.meeting,
            correction=correction,
            changes=self.changes(),
            buttons=offered,
            can_write=correction.state == "draf",
            by_name=bool((self.meeting.settled_content or {}).get("people")),
            zone=self.meeting.region.zone,
            **kwargs,
        )


class CorrectionVerb(OfCorrection, MeetingVerbView):
    template_name = "pokja/meetings/correction_verb.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            correction=self.correction,
            changes=self.changes(),
            **kwargs,
        )


class CorrectionData(CorrectionVerb):
    """Place, time, who led, and how many men and women came."""

    form_class = CorrectionDataForm
    template_name = "pokja/meetings/correction_data.html"
    heading = "Ralat data rapat"
    button = "Simpan data"
    done_message = "Data ralat disimpan."

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.correction.state != "draf":
            messages.error(request, "Ralat ini tidak sedang ditulis.")
            return redirect(self.page())
        return super().get(request, *args, **kwargs)

    @cached_property
    def content(self) -> dict[str, Any]:
        return corrected(self.meeting, self.correction)

    @property
    def lead(self) -> str:  # type: ignore[override]
        return BY_NAME if self.content.get("people") else ""

    def get_form_kwargs(self) -> dict[str, Any]:
        region = self.meeting.region
        return {**super().get_form_kwargs(), "region": region, "content": self.content}

    def get_initial(self) -> dict[str, Any]:
        seen = seen_of(self.correction)
        region = self.meeting.region
        return {**CorrectionDataForm.initial_from(self.content, region), "seen": seen}

    def perform(self, form: CorrectionDataForm) -> str:
        verbs.set_data(
            correction=self.correction,
            facts=form.facts(),
            figures=form.figures(),
            seen=form.cleaned_data["seen"],
            by=self.actor,
        )
        return self.page()


class CorrectionSign(CorrectionVerb):
    form_class = SignForm
    heading = "Tanda tangani ralat"
    lead = (
        "Sesudah ditandatangani naskah ralat tidak dapat diubah, kecuali dikembalikan."
    )
    button = "Tanda tangani ralat"
    done_message = "Ralat ditandatangani. Pimpinan rapat dapat mengesahkannya."

    def get_initial(self) -> dict[str, Any]:
        seen = seen_of(self.correction)
        return {"notulis": self.correction.notulis or self.actor.name, "seen": seen}

    def perform(self, form: SignForm) -> str:
        verbs.sign_correction(
            correction=self.correction, by=self.actor, **form.cleaned_data
        )
        return self.page()


class CorrectionReturn(CorrectionVerb):
    permission = EITHER  # type: ignore[assignment]
    form_class = ReasonForm
    heading = "Kembalikan ralat ke notulis"
    button = "Kembalikan ralat"
    done_message = "Ralat dikembalikan ke notulis."

    def perform(self, form: ReasonForm) -> str:
        verbs.return_correction(
            correction=self.correction, by=self.actor, **form.cleaned_data
        )
        return self.page()


class CorrectionCancel(CorrectionVerb):
    permission = EITHER  # type: ignore[assignment]
    form_class = ReasonForm
    heading = "Batalkan ralat"
    lead = "Versi yang disahkan tetap berlaku. Naskah ralat tetap ada dalam riwayat."
    button = "Batalkan ralat"
    is_harmful = True
    done_message = "Ralat dibatalkan."

    def perform(self, form: ReasonForm) -> str:
        verbs.cancel_correction(
            correction=self.correction, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()


class CorrectionSettle(CorrectionVerb):
    permission = Permission.MINUTES_SETTLE
    form_class = SettleForm
    heading = "Sahkan ralat"
    lead = (
        "Anda bertindak untuk pimpinan rapat. Sesudah disahkan ralat menjadi versi "
        "yang berlaku; versi sebelumnya tetap dapat dibaca dan dicetak."
    )
    button = "Sahkan ralat"
    done_message = "Ralat disahkan sebagai versi baru."

    def get_initial(self) -> dict[str, Any]:
        return {"seen": seen_of(self.correction)}

    def perform(self, form: SettleForm) -> str:
        verbs.settle_correction(
            correction=self.correction, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()
