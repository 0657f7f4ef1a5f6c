"""Papers that other parts of the portal keep, offered as evidence without a new upload.

The part that keeps them registers its provider in its AppConfig.ready(): the arrow stays.
Whether the person may use the file is asked of its gates when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Offer:
    file: StoredFile
    label: str
    source: str


@dataclass(frozen=True)
class Wanted:
    """For which item, by whom, and the words that a label has to hold."""

    actor: Actor
    region: Region
    opd: Opd | None
    words: str
    most: int = 15


Provider = Callable[[Wanted], Iterable[Offer]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def offers(wanted: Wanted) -> list[Offer]:
    """Every file once, in the order of the providers."""
    found = [offer for provider in _providers for offer in provider(wanted)]
    return list({offer.file.pk: offer for offer in reversed(found)}.values())[::-1]
