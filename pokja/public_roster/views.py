"""The switch of the sekretariat, and the pages anybody may open once it is on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from pokja.public_roster import actions, printing
from pokja.public_roster.models import RosterSwitch
from pokja.public_roster.queries import PublicRoster, public_roster, switch_of
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.files.views import show
from pug_portal.lib.clock import today
from pug_portal.regions.moves import current_code


def roster_shown(switch: RosterSwitch) -> PublicRoster:
    return public_roster(
        switch.region,
        today(),
        shows_names=switch.shows_names,
        shows_photos=switch.shows_photos,
    )


class SwitchForm(forms.Form):
    is_on = forms.BooleanField(label="Tayangkan susunan Pokja", required=False)
    shows_names = forms.BooleanField(
        label="Tayangkan nama anggota",
        required=False,
        help_text="Tanpa centang ini hanya kedudukan, jabatan, dan instansi yang tampil.",
    )
    shows_photos = forms.BooleanField(
        label="Tayangkan foto anggota",
        required=False,
        help_text="Hanya foto yang ditandai boleh ditayangkan. Foto disimpan pada "
        "halaman orangnya.",
    )


class RosterSwitchPage(VerbFormView):
    """With what the public sees, or would see."""

    permission = Permission.MEMBER_EDIT
    template_name = "pokja/public_roster/switch.html"
    form_class = SwitchForm
    done_message = "Pengaturan laman publik disimpan."

    def get_initial(self) -> dict[str, Any]:
        switch = self.switch()
        return {name: getattr(switch, name) for name in SwitchForm.base_fields}

    def switch(self) -> RosterSwitch:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- who keeps members has a region
        return switch_of(region)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        switch = self.switch()
        path = reverse("public-roster", args=[switch.region.code])
        return super().get_context_data(
            switch=switch,
            address=self.request.build_absolute_uri(path),
            roster=roster_shown(switch),
            in_portal=True,
            **kwargs,
        )

    def perform(self, form: SwitchForm) -> str:
        region = self.switch().region
        actions.switch_roster(region=region, by=self.actor, **form.cleaned_data)
        return reverse("roster-switch")


class _PublicPage(View):
    """404 for a region that has not switched it on, or does not exist."""

    is_public = True

    def roster(self) -> PublicRoster:
        shown = RosterSwitch.objects.filter(is_on=True).select_related("region")
        code = current_code(self.kwargs["code"])
        switch = get_object_or_404(shown, region__code=code)
        self.region = switch.region
        return roster_shown(switch)


@method_decorator([login_not_required, never_cache], name="dispatch")
class PublicRosterPage(_PublicPage, TemplateView):
    template_name = "pokja/public_roster/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        roster = self.roster()
        return super().get_context_data(roster=roster, region=self.region, **kwargs)


@method_decorator([login_not_required, never_cache], name="dispatch")
class PublicRosterPdf(_PublicPage):
    """Rendered once per content and day, however often it is asked for."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        roster = self.roster()
        if not roster.seats:
            raise Http404
        content = printing.public_pdf(self.region, roster)
        response = HttpResponse(content, content_type="application/pdf")
        name = f"susunan-pokja-{self.region.code}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response


@method_decorator([login_not_required, never_cache], name="dispatch")
class PublicPortrait(_PublicPage):
    """404 unless this very photo stands on the public page now."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        shown = (seat.portrait for seat in self.roster().seats)
        asked = self.kwargs["pk"]
        found = next((each for each in shown if each and each.pk == asked), None)
        if found is None:
            raise Http404
        response = show(found.file)
        # The name under which somebody uploaded it may hold a NIP.
        response["Content-Disposition"] = "inline"
        return response
