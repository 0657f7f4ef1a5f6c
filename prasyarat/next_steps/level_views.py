"""Award levels of the newest instrument: an administrator's page."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from prasyarat.instruments.models import Instrument
from prasyarat.instruments.use import current_instrument
from prasyarat.next_steps.level_actions import record_level, remove_level
from prasyarat.next_steps.models import AwardLevel
from prasyarat.next_steps.reading import levels_of
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.lib.fields import DecimalField, TanggalField


class LevelForm(forms.Form):
    name = forms.CharField(label="Nama jenjang", max_length=60)
    from_score = DecimalField(
        biggest=Decimal(100),
        label="Mulai nilai",
        help_text="0 sampai 100, dua angka di belakang koma.",
    )
    source = forms.CharField(
        label="Sumber",
        max_length=250,
        help_text="Dokumen yang menyatakan ambang ini, lengkap dengan nomornya.",
    )
    source_date = TanggalField(label="Tanggal sumber")


class AwardLevels(VerbFormView):
    permission = Permission.AWARD_LEVEL_EDIT
    form_class = LevelForm
    template_name = "prasyarat/next_steps/levels.html"
    done_message = "Jenjang tercatat."

    @cached_property
    def instrument(self) -> Instrument:
        found = current_instrument(self.actor.region)
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            instrument=self.instrument, levels=levels_of(self.instrument), **kwargs
        )

    def perform(self, form: LevelForm) -> str:
        record_level(instrument=self.instrument, by=self.actor, **form.cleaned_data)
        return reverse("award-levels")


class AwardLevelRemove(VerbButtonView):
    permission = Permission.AWARD_LEVEL_EDIT
    done_message = "Jenjang dihapus."

    def perform(self) -> None:
        level = get_object_or_404(AwardLevel, pk=self.kwargs["pk"])
        remove_level(level=level, by=self.actor)

    def back(self) -> str:
        return reverse("award-levels")
