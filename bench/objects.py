"""Which rows an address with a key may stand for, by the first word of its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

TRIES = 12
MODELS = {
    "account": ("accounts.User", "assignments__region"),
    "assignment": ("accounts.Assignment", "region"),
    "appointment": ("focal_points.Appointment", "opd__region"),
    "opd": ("focal_points.Opd", "region"),
    "office": ("focal_points.Office", "region"),
    "holder": ("focal_points.OfficeHolder", "office__region"),
    "period": ("focal_points.ReportingPeriod", "region"),
    "progress": ("focal_points.Progress", "opd__region"),
    "answer": ("prasyarat.Answer", "region"),
    "decree": ("pokja.Decree", "region"),
    "member": ("pokja.Member", "decree__region"),
    "meeting": ("pokja.Meeting", "region"),
    "follow": ("pokja.Recommendation", "meeting__region"),
    "recommendation": ("pokja.Recommendation", "meeting__region"),
    "report": ("pokja.PokjaReport", "region"),
}
# Addresses whose key is a word.
WORDS = {
    "prerequisite": [{"kode": code} for code in ("KOM", "kom")],
    "indicator": [{"kode": code} for code in ("KOM-1", "kom-1")],
}


def candidates(name: str, region: Region, user: User) -> Iterator[dict[str, Any]]:
    yield {}
    yield from WORDS.get(name, [])
    first = name.partition("-")[0]
    if first not in MODELS:
        return
    label, lookup = MODELS[first]
    rows = apps.get_model(label)._default_manager.filter(**{lookup: region})
    appointment = user.appointments.first()
    if first == "progress" and appointment:
        rows = rows.filter(opd=appointment.opd)
    for pk in rows.order_by("pk").values_list("pk", flat=True)[:TRIES]:
        yield {"pk": pk}
