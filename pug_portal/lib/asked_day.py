"""The date that the address of a dated page asks for; today where it asks for none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField


@dataclass(frozen=True)
class AskedDay:
    """`problem`: why what was typed cannot be read; the page then shows today."""

    day: dt.date
    problem: str = ""


def day_asked(typed: str) -> AskedDay:
    try:
        return AskedDay(TanggalField(required=False).clean(typed) or today())
    except ValidationError as refused:
        return AskedDay(today(), " ".join(refused.messages))
