"""Kop surat of the own region."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView
from django.views.generic.detail import SingleObjectMixin

from pokja.letters import head_actions
from pokja.letters.forms import LetterheadForm
from pokja.letters.models import Letterhead
from pokja.letters.queries import letterheads
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView, PermissionView


class LetterheadList(PermissionView, ListView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/letters/head_list.html"

    def get_queryset(self) -> QuerySet[Letterhead]:
        return letterheads(self.actor).annotate(used=Count("letters"))


class _HeadForm(VerbFormView):
    permission = Permission.MEETING_EDIT
    form_class = LetterheadForm
    template_name = "pokja/letters/head_form.html"
    heading = ""

    def head(self) -> Letterhead | None:
        return None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "letterhead": self.head(),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading, head=self.head(), **kwargs
        )


class LetterheadAdd(_HeadForm):
    heading = "Kop surat baru"
    done_message = "Kop surat disimpan."

    def get_initial(self) -> dict[str, Any]:
        region = self.actor.region
        if region is None:
            return {}
        first = f"Pemerintah {region.name}\n"
        return {"lines": region.letterhead or first, "place": region.capital}

    def perform(self, form: LetterheadForm) -> str:
        if self.actor.region is None:
            raise PermissionDenied("Peran Anda belum terhubung dengan daerah.")
        head_actions.add_letterhead(
            region=self.actor.region, by=self.actor, **form.cleaned_data
        )
        return reverse("letterhead-list")


class _OneHead(SingleObjectMixin):
    queryset = Letterhead.objects.select_related("region", "emblem")

    @cached_property
    def letterhead(self) -> Letterhead:
        found = self.get_object()
        assert isinstance(found, Letterhead)  # noqa: S101 -- narrows for mypy
        return found


class LetterheadChange(OwnedView, _OneHead, _HeadForm):
    permission = Permission.MEETING_EDIT
    heading = "Ubah kop surat"
    done_message = "Kop surat disimpan. Surat yang sudah selesai tidak berubah."

    def head(self) -> Letterhead:
        return self.letterhead

    def get_initial(self) -> dict[str, Any]:
        return LetterheadForm.initial_of(self.letterhead)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.letterhead
        return super().get_context_data(**kwargs)

    def perform(self, form: LetterheadForm) -> str:
        head_actions.change_letterhead(
            letterhead=self.letterhead, by=self.actor, **form.cleaned_data
        )
        return reverse("letterhead-list")


class LetterheadRemove(OwnedView, _OneHead):
    permission = Permission.MEETING_EDIT
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            head_actions.remove_letterhead(letterhead=self.letterhead, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Kop surat dihapus.")
        return redirect("letterhead-list")
