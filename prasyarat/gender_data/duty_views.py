"""Setting who supplies a table."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.urls import reverse

from prasyarat.gender_data.duty_actions import assign_table, assign_usual
from prasyarat.gender_data.forms import DutyForm
from prasyarat.gender_data.pages import RegionPage, TablePage
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission


class DutyAssign(TablePage, VerbFormView):
    permission = Permission.GENDER_DATA_ASSIGN
    form_class = DutyForm
    template_name = "prasyarat/gender_data/duty.html"
    done_message = "Pemasok tabel tersimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.shown_region}

    def get_initial(self) -> dict[str, Any]:
        duty = self.place.duty
        return {"opd": duty.opd_id, "institution": duty.institution} if duty else {}

    def perform(self, form: DutyForm) -> str:
        facts = form.cleaned_data
        assign_table(
            region=self.shown_region,
            table=self.place.table,
            opd=facts["opd"],
            institution=facts["institution"],
            by=self.actor,
        )
        return self.table_url()


class DutyUsual(RegionPage, VerbButtonView):
    permission = Permission.GENDER_DATA_ASSIGN

    def perform(self) -> None:
        made = assign_usual(region=self.shown_region, by=self.actor)
        messages.success(self.request, f"Pemasok {made} tabel diisi menurut tugas OPD.")

    def back(self) -> str:
        return reverse("gender-data")
