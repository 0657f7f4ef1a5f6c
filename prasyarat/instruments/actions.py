"""Publishing an instrument file. What is published stays as it is: scores rest on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.mapping import add_mappings, mapping_between
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.publishing import code_of, keep_content, publish
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal


@transaction.atomic
def load_instrument(*, data: InstrumentData, by: Actor) -> Instrument:
    """Publish once. The same content again changes nothing; other content is refused."""
    _refuse_people(by)
    known = Instrument.objects.select_for_update().filter(code=code_of(data)).first()
    if known is None:
        return publish(data, by=by)
    if known.content_hash != data.content_hash:
        raise Refusal(
            f"Instrumen «{known.name}» sudah terbit dan tidak dapat diubah karena nilai "
            "daerah bersandar padanya. Naikkan version di berkas dan terbitkan sebagai "
            "versi baru."
        )
    keep_content(known, data)
    return known


@dataclass(frozen=True)
class Loaded:
    """What an update of the portal brought; `warning` where it stands under another name."""

    instrument: Instrument
    warning: str = ""


@transaction.atomic
def load_shipped(*, data: InstrumentData, by: Actor) -> Loaded:
    """Never in the way of an update: a version an administrator gave away before stays
    his, and what is shipped stands beside it under a version of its own."""
    _refuse_people(by)
    known = Instrument.objects.filter(code=code_of(data)).first()
    if known is None or known.content_hash == data.content_hash:
        return Loaded(load_instrument(data=data, by=by))
    for version, row in _versions(data.code):
        if row.content_hash == replace(data, version=version).content_hash:
            return Loaded(row, _beside(known, row))
    free = max(version for version, _ in _versions(data.code)) + 1
    row = publish(replace(data, version=free), by=by)
    return Loaded(row, _beside(known, row))


def _versions(code: str) -> list[tuple[int, Instrument]]:
    pattern = re.compile(rf"{re.escape(code)}-v(\d+)")
    rows = Instrument.objects.filter(code__startswith=f"{code}-v").order_by("pk")
    return [
        (int(found[1]), row) for row in rows if (found := pattern.fullmatch(row.code))
    ]


def _beside(known: Instrument, row: Instrument) -> str:
    return (
        f"Kode {known.code} sudah dipakai instrumen «{known.name}» yang isinya lain. "
        f"Instrumen kiriman portal disimpan sebagai {row.code}; yang sudah terbit tidak "
        "diubah."
    )


@transaction.atomic
def load_mappings(
    *,
    mappings: Iterable[Mapping[str, Any]],
    by: Actor,
    stored_as: Mapping[str, str] | None = None,
) -> None:
    """Once per pair of instruments: what administrators changed since stays theirs.

    `stored_as`: shipped instruments that stand under another code.
    """
    _refuse_people(by)
    names = stored_as or {}
    for each in mappings:
        ends = (
            names.get(each["source"], each["source"]),
            names.get(each["target"], each["target"]),
        )
        found = {row.code: row for row in Instrument.objects.filter(code__in=ends)}
        source, target = found[ends[0]], found[ends[1]]
        if mapping_between(source, target).by_target:
            continue
        rows = each["items"]
        pairs = [(row["source"], row["target"], row["kind"]) for row in rows]
        add_mappings(source, target, pairs)


def _refuse_people(by: Actor) -> None:
    if not by.is_system:
        raise PermissionDenied(
            "Instrumen diterbitkan dengan perintah load_instrument oleh pengelola server."
        )
