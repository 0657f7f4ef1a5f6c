"""What the public sees of a Pokja: kedudukan, position, institution; names if allowed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pokja.decrees.models import Decree, Kind
from pokja.membership.portrait_models import Portrait
from pokja.membership.portraits import Album
from pokja.membership.queries import Seat, members_on
from pokja.public_roster.models import RosterSwitch
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class PublicSeat:
    """No NIP, no L/P of one person, no remark, no contact: there is no place for them."""

    standing: str
    name: str
    position: str
    institution: str
    # Only where the person agreed, and the name is shown too.
    portrait: Portrait | None = None


@dataclass(frozen=True)
class PublicRoster:
    day: dt.date
    decree: Decree | None
    seats: tuple[PublicSeat, ...]
    women: int
    men: int

    @property
    def has_names(self) -> bool:
        return any(seat.name for seat in self.seats)

    @property
    def has_photos(self) -> bool:
        return any(seat.portrait for seat in self.seats)


def switch_of(region: Region) -> RosterSwitch:
    """Unsaved and off while the sekretariat has not touched it."""
    found = RosterSwitch.objects.filter(region=region).first()
    return found or RosterSwitch(region=region)


def public_roster(
    region: Region, day: dt.date, *, shows_names: bool, shows_photos: bool = False
) -> PublicRoster:
    roster = members_on(region, Kind.POKJA, day)
    photos = public_album(region) if shows_names and shows_photos else Album(())
    seats = tuple(_public(seat, shows_names, photos) for seat in roster.seats)
    return PublicRoster(day, roster.decree, seats, roster.women, roster.men)


def public_album(region: Region) -> Album:
    """Photos of those who agreed."""
    rows = Portrait.objects.filter(region=region, is_public=True)
    return Album(rows.select_related("file").order_by("pk"))


def _public(seat: Seat, shows_names: bool, photos: Album) -> PublicSeat:
    member = seat.member
    is_named = shows_names and not member.hides_name
    nip = member.nip or (seat.holder.nip if seat.holder else "")
    return PublicSeat(
        standing=", ".join(part for part in (member.rank.label, member.field) if part),
        name=seat.name if is_named else "",
        position=seat.position,
        institution=seat.institution,
        portrait=photos.of(seat.name, nip) if is_named and seat.name else None,
    )
