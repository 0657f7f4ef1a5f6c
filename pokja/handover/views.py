"""The wizard of a handover and its record."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView

from focal_points.appointments.views import OneAppointment
from pokja.handover.actions import hand_over, tasks_of
from pokja.handover.chains import pending_chain
from pokja.handover.forms import HandoverForm
from pokja.handover.models import Handover
from pokja.handover.printing import file_name, handover_pdf
from pug_portal.access.views import ActorRequest
from pug_portal.accounts.views import show_link
from pug_portal.lib.clock import today


class HandoverAdd(OneAppointment):
    form_class = HandoverForm
    template_name = "pokja/handover/form.html"
    done_message = "Serah terima dicatat."

    @cached_property
    def tasks(self) -> list[Any]:
        return list(tasks_of(self.appointment))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chain = pending_chain(self.appointment)
        return super().get_context_data(tasks=self.tasks, chain=chain, **kwargs)

    def perform(self, form: HandoverForm) -> str:
        handover, token = hand_over(
            appointment=self.appointment, by=self.actor, **form.cleaned_data
        )
        successor = handover.successor
        if token and successor.user is not None:
            show_link(self.request, successor.user, token)
            return reverse("appointment-detail", args=[successor.pk])
        return reverse("handover-detail", args=[handover.pk])


class HandoverDetail(DetailView):
    """Its readers are two people and a desk, and who left may have no hat any more."""

    model = Handover
    template_name = "pokja/handover/detail.html"
    context_object_name = "handover"

    def get_queryset(self) -> QuerySet[Handover]:
        actor = cast(ActorRequest, self.request).actor
        return Handover.objects.readable_by(actor).select_related(
            "leaving__opd__region", "successor__opd", "made_by"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_coming = self.object.on > today()
        chain = pending_chain(self.object.successor)
        return super().get_context_data(is_coming=is_coming, chain=chain, **kwargs)


class HandoverPrint(HandoverDetail):
    """The same readers."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        handover = self.get_object()
        name = file_name(handover)
        return HttpResponse(
            handover_pdf(handover),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{name}"'},
        )
