"""What the words of a decree are in the portal: an office, an OPD, a known person."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from focal_points.offices.models import Office, OfficeHolder, Sex
from focal_points.offices.nip_owners import bare_name
from focal_points.opd.models import Opd
from pokja.decrees.models import TEAM_KINDS, Kind
from pokja.membership.models import Member
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import code_called, ranks_of
from pug_portal.regions.models import Region

_TITLES = {"H.": Sex.MALE, "Drs.": Sex.MALE, "KH.": Sex.MALE, "R.": ""}
_TITLES |= {"Hj.": Sex.FEMALE, "Dra.": Sex.FEMALE, "Rr.": Sex.FEMALE, "Ny.": Sex.FEMALE}
# The fifteenth digit of a NIP says it.
_BY_NIP = {"1": Sex.MALE, "2": Sex.FEMALE}


class Register:
    """Offices, OPD and names of one region, read once."""

    def __init__(self, region: Region) -> None:
        self.region = region

    @cached_property
    def offices(self) -> dict[str, Office]:
        rows = Office.objects.filter(region=self.region).select_related("opd")
        return {row.title.casefold(): row for row in rows}

    @cached_property
    def opds(self) -> dict[str, list[Opd]]:
        found: dict[str, list[Opd]] = {}
        for opd in Opd.objects.filter(region=self.region).order_by("name", "pk"):
            for word in {opd.name, opd.short_name, *opd.aliases}:
                found.setdefault(_plain(word), []).append(opd)
        return found

    @cached_property
    def ranks(self) -> list[Rank]:
        return ranks_of(self.region)

    @cached_property
    def sexes(self) -> dict[str, str]:
        """Of the people the region has recorded before, by bare name."""
        members = Member.objects.filter(decree__region=self.region).exclude(sex="")
        holders = OfficeHolder.objects.filter(office__region=self.region)
        pairs = [
            *members.values_list("name", "sex"),
            *holders.values_list("name", "sex"),
        ]
        return {bare_name(name): sex for name, sex in pairs if name}

    def office_called(self, position: str, institution: str = "") -> Office | None:
        """«Kepala Dinas» of «Dinas Kesehatan» is the «Kepala Dinas Kesehatan»."""
        found = self.offices.get(_plain(position))
        head, _, kind = position.partition(" ")
        if found is None and kind and _plain(institution).startswith(_plain(kind)):
            found = self.offices.get(_plain(f"{head} {institution}"))
        return found

    def opd_called(self, words: str, on: dt.date | None) -> Opd | None:
        same = self.opds.get(_plain(words), [])
        there = [opd for opd in same if on is None or opd.exists_on(on)]
        found = there or same
        return found[-1] if found else None

    def standing_of(self, printed: str, kind: str) -> str:
        """The region's own kedudukan behind the words of the decree."""
        return code_called(self.ranks, printed, kind)

    def sex_of(self, name: str, nip: str) -> str:
        """A proposal only; the person confirms it."""
        if len(nip) == 18 and nip[14] in _BY_NIP:
            return _BY_NIP[nip[14]]
        if known := self.sexes.get(bare_name(name)):
            return known
        told = {_TITLES.get(word, "") for word in name.split()} - {""}
        return told.pop() if len(told) == 1 else ""

    def seat(self, row: dict[str, Any], on: dt.date | None) -> dict[str, Any]:
        """The confirmed words of one row as facts of a member."""
        position, institution = row["position"], row["institution"]
        office = None if row["name"] else self.office_called(position, institution)
        opd = self.opd_called(institution, on) if institution else None
        return {
            **row,
            "office": office,
            "position": "" if office else position,
            "opd": opd,
            "institution": "" if opd else institution,
        }


def kind_of(title: str) -> str:
    """Which team a decree «tentang …» is about."""
    words = _plain(title)
    if "kelompok kerja" in words or "pokja" in words:
        return Kind.POKJA
    if "tim teknis" in words:
        return Kind.TECHNICAL_TEAM
    if "penggerak" in words or "driver" in words:
        return Kind.DRIVER_TEAM
    if "puspa" in words or "partisipasi publik" in words:
        return Kind.PUSPA
    if "forum data" in words or "siga" in words or "data gender" in words:
        return Kind.DATA_FORUM
    if "fasilitator" in words:
        return Kind.FACILITATOR
    return TEAM_KINDS[0]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
