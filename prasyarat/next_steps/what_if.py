"""What the switches and the target of the page ask, answered by the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django import forms

from prasyarat.next_steps.models import AwardLevel
from prasyarat.next_steps.ranking import Step, until
from prasyarat.next_steps.reading import Outlook
from pug_portal.lib.fields import PercentField

FIRST = 5


class TargetForm(forms.Form):
    sasaran = PercentField(label="Sasaran nilai", required=False)

    def clean_sasaran(self) -> Decimal | None:
        target: Decimal | None = self.cleaned_data["sasaran"]
        if target is not None and not 0 < target <= 100:
            raise forms.ValidationError("Isi sasaran di atas 0 sampai 100.")
        return target


@dataclass(frozen=True)
class Forecast:
    """The score and level if the chosen steps were done."""

    count: int
    before: Decimal
    after: Decimal
    level_before: AwardLevel | None
    level_after: AwardLevel | None

    @property
    def points(self) -> Decimal:
        return self.after - self.before

    @property
    def changes_level(self) -> bool:
        return self.level_before != self.level_after


@dataclass(frozen=True)
class Way:
    """«Sampai 70: lakukan 6 langkah ini»; no steps where the list does not reach it."""

    target: Decimal
    is_reached: bool
    steps: tuple[Step, ...] | None


def forecast(seen: Outlook, chosen: Sequence[str]) -> Forecast:
    after = seen.if_done(chosen)
    return Forecast(
        count=len(chosen),
        before=seen.total,
        after=after,
        level_before=seen.level_at(seen.total),
        level_after=seen.level_at(after),
    )


def way_to(seen: Outlook, target: Decimal) -> Way:
    if seen.total >= target:
        return Way(target, True, ())
    return Way(target, False, until(seen.steps, target))


def chosen_of(seen: Outlook, typed: Sequence[str]) -> list[str]:
    """What stands in the list, each once; anything else in the address is passed over."""
    open_codes = [step.gap.code for step in seen.steps]
    wanted = set(typed)
    return [code for code in open_codes if code in wanted]
