"""What the pages of this slice share: the row within the width, its verb, its region."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic.detail import SingleObjectMixin

from pokja.programme.versions import is_keeper
from pug_portal.access.actor import Actor
from pug_portal.access.checks import may_change
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView
from pug_portal.regions.models import Region


def keeps(actor: Actor, region: Region) -> bool:
    """May this actor write the programme of this region?"""
    return is_keeper(actor) and may_change(actor, region)


def own_region(actor: Actor) -> Region:
    if actor.region is None:
        raise Refusal("Akun Anda belum mempunyai daerah.")
    return actor.region


class FormPage(VerbFormView):
    """A page with one form; subclasses say what it is called and where back leads."""

    permission = Permission.PROGRAMME_EDIT
    template_name = "pokja/programme/form.html"
    # A page that only asks «sure?» has an empty one.
    form_class: type[forms.BaseForm] = forms.Form
    heading = ""
    lead = ""
    button = "Simpan"
    icon = "device-floppy"
    is_danger = False
    back_label = ""
    # What the page that only asks «sure?» says the row is taken out of.
    gone_from = "draf ini"

    def back(self) -> str:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            icon_name=self.icon,
            is_danger=self.is_danger,
            back=self.back(),
            back_label=self.back_label,
            **kwargs,
        )


class RowPage(OwnedView, SingleObjectMixin, FormPage):
    """A form about one row: 404 outside the width, 403 of another region."""

    @cached_property
    def row(self) -> Any:
        return self.get_object()

    def closed(self) -> str:
        """Why this page has nothing to offer now, or nothing."""
        return ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.row
        if why := self.closed():
            messages.error(request, why)
            return redirect(self.back())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.row
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(row=self.row, **kwargs)
