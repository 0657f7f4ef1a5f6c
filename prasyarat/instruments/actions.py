"""Publishing an instrument file. What is published stays as it is: scores rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


@transaction.atomic
def load_mappings(*, mappings: Iterable[Mapping[str, Any]], by: Actor) -> None:
    """Once per pair of instruments: what administrators changed since stays theirs."""
    _refuse_people(by)
    for each in mappings:
        ends = each["source"], each["target"]
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
