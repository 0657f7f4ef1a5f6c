"""Papers that other parts of the portal keep, offered as evidence without a new upload.

The part that keeps them registers its provider in its AppConfig.ready(): the arrow stays.
Whether the person may use the file is asked of its gates when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q

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


@dataclass(frozen=True)
class Owner:
    """Whose a paper is: of one OPD, or of the region."""

    opd: Opd | None


@dataclass(frozen=True)
class Shelf:
    """Where a part keeps its papers: which versions of the library its own gate opens
    to the actor, as a condition, and whose a file is; None for what it does not keep."""

    open_to: Callable[[Actor, Region], Q]
    owner_of: Callable[[StoredFile], Owner | None]


Provider = Callable[[Wanted], Iterable[Offer]]
_providers: list[Provider] = []
_shelves: list[Shelf] = []


def register(provider: Provider, shelf: Shelf | None = None) -> None:
    if provider not in _providers:
        _providers.append(provider)
    if shelf is not None and shelf not in _shelves:
        _shelves.append(shelf)


def open_to(actor: Actor, region: Region) -> Q:
    """Adopted versions whose keepers still let the actor read them."""
    found = Q(pk__in=())
    for shelf in _shelves:
        found |= shelf.open_to(actor, region)
    return found


def owner_of(file: StoredFile) -> Owner | None:
    for shelf in _shelves:
        if owner := shelf.owner_of(file):
            return owner
    return None


def offers(wanted: Wanted) -> list[Offer]:
    """Every file once, in the order of the providers."""
    found = [offer for provider in _providers for offer in provider(wanted)]
    return list({offer.file.pk: offer for offer in reversed(found)}.values())[::-1]
