"""How people are written: no table of persons, but rows that each carry name and NIP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from django.db import models

from focal_points.offices.alike import BLOCK, name_likeness
from focal_points.offices.nip_owners import bare_name, written_models
from pokja.membership.table_names import table_name
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

MOST_SUGGESTED = 60


@dataclass
class Writing:
    """One name with one NIP, and every row of the region that says so."""

    name: str
    nip: str
    rows: list[Any] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Names a row rather than the person, so that no NIP stands in an address."""
        row = self.rows[0]
        return f"{row._meta.label_lower}:{row.pk}"

    @property
    def sex(self) -> str:
        known = Counter(sex for row in self.rows if (sex := sex_of(row)))
        return known.most_common(1)[0][0] if known else ""

    @property
    def users(self) -> list[User]:
        found = {row.user_id: row.user for row in self.rows if _account(row)}
        return [found[pk] for pk in sorted(found)]

    @property
    def places(self) -> list[tuple[str, int]]:
        """«Anggota 2, Penunjukan 1»."""
        counted = Counter(table_name(type(row)) for row in self.rows)
        return sorted(counted.items())


@dataclass(frozen=True)
class Suggestion:
    one: Writing
    other: Writing
    why: str


def sex_of(row: models.Model) -> str:
    """Not every row of a person says it."""
    return getattr(row, "sex", "")


def _account(row: models.Model) -> bool:
    return getattr(row, "user_id", None) is not None


def writings(region: Region) -> list[Writing]:
    """One query for each table."""
    found: dict[tuple[str, str], Writing] = {}
    for model in written_models():
        rows: Any = model._default_manager.all()
        rows = rows.filter(**{rows.region_lookup: region.pk}).exclude(name="")
        if any(column.name == "user" for column in model._meta.fields):
            rows = rows.select_related("user")
        for row in rows.order_by("pk"):
            key = (row.name, row.nip)
            found.setdefault(key, Writing(*key)).rows.append(row)
    return sorted(found.values(), key=lambda each: (each.name.casefold(), each.nip))


def suggestions(people: Iterable[Writing]) -> list[Suggestion]:
    """Same NIP first, then the same name without degrees, then names that look alike."""
    people = list(people)
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for block in _blocks(people):
        for one, other in combinations(sorted(block), 2):
            if (one, other) not in found and (
                judged := _judge(people[one], people[other])
            ):
                found[one, other] = judged
    ordered = sorted(found.items(), key=lambda each: (-each[1][0], each[0]))
    return [
        Suggestion(*_kept_first(people[one], people[other]), why)
        for (one, other), (_, why) in ordered[:MOST_SUGGESTED]
    ]


def _blocks(people: list[Writing]) -> list[set[int]]:
    """Only people who share a NIP or the beginning of a word are worth comparing."""
    blocks: dict[str, set[int]] = {}
    for place, person in enumerate(people):
        keys = {word[:BLOCK] for word in bare_name(person.name).split()}
        for key in keys | ({person.nip} if person.nip else set()):
            blocks.setdefault(key, set()).add(place)
    return [block for block in blocks.values() if len(block) > 1]


def _judge(one: Writing, other: Writing) -> tuple[float, str] | None:
    if one.nip and other.nip:
        return (3, "NIP sama") if one.nip == other.nip else None
    names = bare_name(one.name), bare_name(other.name)
    if names[0] == names[1]:
        return 2, "nama sama, gelar atau NIP berbeda"
    if one.sex and other.sex and one.sex != other.sex:
        return None
    alike = name_likeness(*names)
    return (alike, f"nama mirip {alike:.0%}") if alike else None


def _kept_first(one: Writing, other: Writing) -> tuple[Writing, Writing]:
    """The fuller writing is proposed to stay: with NIP, then with more rows."""
    pair = sorted(
        (one, other), key=lambda each: (not each.nip, -len(each.rows), each.name)
    )
    return pair[0], pair[1]
