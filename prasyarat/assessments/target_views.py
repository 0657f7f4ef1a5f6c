"""The region's own targets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.queries import targets_of
from prasyarat.assessments.rights import why_not_aim
from prasyarat.assessments.target_actions import set_region_target
from prasyarat.instruments.models import AnswerType, Indicator
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.lib.fields import DecimalField, PercentField


class TargetForm(forms.Form):
    """One field per indicator whose instrument leaves the target to the region."""

    def __init__(
        self, *args: Any, indicators: list[Indicator], targets: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        for indicator in indicators:
            is_share = indicator.answer_type == AnswerType.PERCENT
            field = PercentField if is_share else DecimalField
            unit = "%" if is_share else indicator.unit
            self.fields[indicator.code] = field(
                label=f"{indicator.code} {indicator.text} ({unit})",
                required=False,
                initial=targets.get(indicator.code),
                help_text="Kosong: indikator tidak ikut dihitung.",
            )


class RegionTargets(RegionPage, VerbFormView):
    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/targets.html"
    form_class = TargetForm
    done_message = "Target daerah disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        if sentence := why_not_aim(self.scored_region, self.actor):
            raise PermissionDenied(sentence)
        rows = Indicator.objects.filter(
            prerequisite__instrument=self.instrument, rule__target_rule="region"
        )
        return {
            **super().get_form_kwargs(),
            "indicators": list(
                rows.select_related("prerequisite").order_by(
                    "prerequisite__order", "order"
                )
            ),
            "targets": targets_of(self.scored_region, self.instrument),
        }

    @transaction.atomic
    def perform(self, form: TargetForm) -> str:
        for indicator in form.indicators:
            try:
                set_region_target(
                    region=self.scored_region,
                    indicator=indicator,
                    target=form.cleaned_data[indicator.code],
                    by=self.actor,
                )
            except Refusal as refusal:
                raise Refusal(refusal.sentence, field=indicator.code) from refusal
        return reverse("assessment")
