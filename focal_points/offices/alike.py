"""Who of a region may be the person being typed, so that nobody is recorded twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db import models
from django.db.models import F, Q, Value

from focal_points.offices.nip import DIGITS
from focal_points.offices.nip_owners import bare_name, written_models
from pug_portal.regions.models import Region

ALIKE = 0.86
BLOCK = 3
FEWEST_LETTERS = 4
MOST_WORDS = 6
MOST_TOLD = 5
BIRTH_DATE = 8


@dataclass(frozen=True)
class Person:
    name: str
    nip: str = ""
    sex: str = ""
    position: str = ""


@dataclass(frozen=True)
class Likely:
    person: Person
    why: str


def name_likeness(one: str, other: str) -> float:
    """Of two bare names; 0 where they do not look alike."""
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= ALIKE else 0


def judge(typed: Person, known: Person) -> tuple[float, str] | None:
    """How likely the two are one person, and why; None where they are not."""
    is_whole = len(typed.nip) == DIGITS
    if is_whole and typed.nip == known.nip:
        return 4, "NIP sama"
    judged = _by_name(bare_name(typed.name), bare_name(known.name))
    if judged is None or (judged[0] < 2 and _differ(typed.sex, known.sex)):
        return None
    if len(typed.nip) < BIRTH_DATE or not known.nip:
        return judged
    if typed.nip[:BIRTH_DATE] != known.nip[:BIRTH_DATE]:
        return None
    also = "tanggal lahir pada NIP sama" + (", angka lainnya tidak" * is_whole)
    return judged[0] + 1, f"{judged[1]}, {also}"


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _by_name(typed: str, known: str) -> tuple[float, str] | None:
    if len(typed) < FEWEST_LETTERS:
        return None
    if typed == known:
        return 2, "nama sama"
    if ratio := name_likeness(typed, known):
        return ratio, f"nama mirip {ratio:.0%}"
    return (0.5, "nama berawalan sama") if _begins(typed, known) else None


def _begins(typed: str, known: str) -> bool:
    """«sri mul» may become «Sri Mulyati»: each word typed begins one of the name."""
    left = known.split()
    for word in typed.split():
        found = next((each for each in left if each.startswith(word)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def likely_same(region: Region, typed: Person, besides: Person) -> list[Likely]:
    """The likeliest first. `besides`: the row being corrected, as it is written."""
    nip = re.sub(r"\D", "", typed.nip)
    typed = Person(typed.name, nip, typed.sex)
    found = []
    for known in _near(region, typed):
        if (known.name, known.nip) == (besides.name, besides.nip):
            continue
        if judged := judge(typed, known):
            found.append((*judged, known))
    found.sort(key=lambda each: (-each[0], each[2].name, each[2].nip))
    return [Likely(known, why) for _, why, known in found[:MOST_TOLD]]


def _near(region: Region, typed: Person) -> list[Person]:
    """Everybody who shares the NIP or the beginning of a word; one query."""
    words = bare_name(typed.name).split()[:MOST_WORDS]
    near = Q()
    for word in words:
        near |= Q(name__icontains=word[:BLOCK])
    if len(typed.nip) == DIGITS:
        near |= Q(nip=typed.nip)
    if not near:
        return []
    first, *others = (_rows(model, region, near) for model in written_models())
    people: dict[tuple[str, str], Person] = {}
    for name, nip, sex, position in first.union(*others).order_by("name", "nip"):
        told = people.get((name, nip), Person(name, nip))
        people[name, nip] = Person(
            name, nip, told.sex or sex, told.position or position or ""
        )
    return list(people.values())


def _rows(model: type[models.Model], region: Region, near: Q) -> Any:
    rows: Any = model._default_manager.all()
    rows = rows.filter(near, **{rows.region_lookup: region.pk}).exclude(name="")
    columns = {column.name for column in model._meta.concrete_fields}
    place = "position" if "position" in columns else "office__title"
    has_place = place == "position" or "office" in columns
    nothing = Value("", output_field=models.CharField())
    return (
        rows.order_by()
        .annotate(
            said_sex=F("sex") if "sex" in columns else nothing,
            said_position=F(place) if has_place else nothing,
        )
        .values_list("name", "nip", "said_sex", "said_position")
    )
