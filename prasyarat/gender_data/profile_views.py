"""The page of the profiles: ask for one, see it being made, take PDF and XLSX."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse

from prasyarat.gender_data.checks import FIRST_YEAR
from prasyarat.gender_data.pages import RegionPage
from prasyarat.gender_data.profile_actions import request_profile
from prasyarat.gender_data.profile_models import GenderProfile
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile
from pug_portal.health.pulse import is_worker_alive
from pug_portal.lib.clock import today

SHOWN = 12


class ProfileForm(forms.Form):
    year = forms.TypedChoiceField(
        label="Sampai tahun data",
        coerce=int,
        help_text="Dicetak tabel terbit yang terbaru sampai tahun ini.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = range(today().year, FIRST_YEAR - 1, -1)
        self.fields["year"].choices = [(year, year) for year in years]  # type: ignore[attr-defined]
        self.initial["year"] = today().year - 1


class Profiles(RegionPage, VerbFormView):
    write_permission = Permission.GENDER_DATA_VERIFY
    form_class = ProfileForm
    template_name = "prasyarat/gender_data/profiles.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asks = self.is_own and can(self.actor, Permission.GENDER_DATA_VERIFY)
        rows = GenderProfile.objects.filter(region=self.shown_region)
        rows = (rows if asks else rows.ready()).select_related("pdf", "sheet", "region")
        shown = list(rows[:SHOWN])
        is_running = any(row.is_running for row in shown)
        return super().get_context_data(
            profiles=shown,
            can_ask=asks,
            is_running=is_running,
            no_worker=is_running and not is_worker_alive(),
            **kwargs,
        )

    def perform(self, form: ProfileForm) -> str:
        year = form.cleaned_data["year"]
        request_profile(region=self.shown_region, year=year, by=self.actor)
        return reverse("gender-profiles") + self.tail


def may_read_profile(actor: Actor, file: StoredFile) -> bool:
    """The gate of the files: whoever reads the tables of that region."""
    if actor.user is None or not can(actor, Permission.GENDER_DATA_VIEW):
        return False
    rows = GenderProfile.objects.for_actor(actor).ready()
    return rows.filter(pdf=file).exists() or rows.filter(sheet=file).exists()
