"""One NIP is one person: whose it is in the registers of a region."""

from __future__ import annotations

from collections.abc import Iterable

from pokja.membership.queries import bare_name
from pokja.membership.writings import written_models
from pug_portal.access.refusal import Refusal
from pug_portal.regions.models import Region


def names_by_nip(region: Region, nips: Iterable[str]) -> dict[str, str]:
    """One query for each register, however many NIP are asked for."""
    wanted = {nip for nip in nips if nip}
    if not wanted:
        return {}
    found: dict[str, str] = {}
    for model in written_models():
        rows = model._default_manager.all()
        lookup = rows.region_lookup  # type: ignore[attr-defined]
        known = rows.filter(**{lookup: region.pk}, nip__in=wanted).exclude(name="")
        found |= dict(known.order_by("pk").values_list("nip", "name"))
    return found


def refuse_others_nip(name: str, nip: str, known: dict[str, str]) -> None:
    """The same person may be written with other degrees, not under another name."""
    owner = known.get(nip, name) if nip else name
    if bare_name(owner) != bare_name(name):
        raise Refusal(
            f"NIP ini sudah tercatat atas nama {owner}. Periksa NIP-nya; bila orangnya "
            "sama, pakai nama itu.",
            field="nip",
        )
