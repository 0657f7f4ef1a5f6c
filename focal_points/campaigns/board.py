"""OPD × document: the one place that says what is missing, and so what is complete."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.campaigns.models import (
    Campaign,
    CampaignDocument,
    DocumentKind,
    DocumentState,
)
from focal_points.opd.models import Opd, OpdQuerySet
from focal_points.opd.names import named_on
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, zone_of

LOOKS: dict[DocumentState, tuple[str, str]] = {
    DocumentState.ACCEPTED: ("ver", "circle-check"),
    DocumentState.UPLOADED: ("aju", "upload"),
    DocumentState.RETURNED: ("kem", "arrow-back-up"),
    DocumentState.MISSING: ("bel", "circle-dashed"),
}


@dataclass(frozen=True)
class Row:
    """One OPD; a kind without a document is missing."""

    opd: Opd
    kinds: tuple[DocumentKind, ...]
    documents: dict[str, CampaignDocument]

    def state_of(self, kind: str) -> DocumentState:
        found = self.documents.get(kind)
        return DocumentState(found.state) if found else DocumentState.MISSING

    @property
    def is_complete(self) -> bool:
        return all(self.state_of(kind) == DocumentState.ACCEPTED for kind in self.kinds)

    @property
    def owed(self) -> list[DocumentKind]:
        """What the OPD itself has to send: nothing yet, or sent back."""
        waits = (DocumentState.MISSING, DocumentState.RETURNED)
        return [kind for kind in self.kinds if self.state_of(kind) in waits]


def asked_opds(campaign: Campaign) -> OpdQuerySet:
    """Active when it was opened, and not closed since: who is gone owes nothing."""
    active = Opd.objects.filter(region=campaign.region).active_on(campaign.opened_on)
    return active.existing_on(_last_day(campaign))


def is_asked(campaign: Campaign, opd: Opd) -> bool:
    """The same for one office that is at hand."""
    is_active = opd.takes_part and opd.exists_on(campaign.opened_on)
    return is_active and opd.exists_on(_last_day(campaign))


def _last_day(campaign: Campaign) -> dt.date:
    zone = zone_of(ZONES[campaign.region.zone])
    last = (campaign.closed_at or now()).astimezone(zone).date()
    return max(last, campaign.opened_on)


def rows_of(campaign: Campaign, opd: int | None = None) -> list[Row]:
    """Of all OPD, or of one. Two queries, however many there are."""
    opds, documents = asked_opds(campaign), campaign.documents.all()
    if opd is not None:
        opds, documents = opds.filter(pk=opd), documents.filter(opd=opd)
    by_opd: dict[int, dict[str, CampaignDocument]] = {}
    for document in documents.select_related("file", "uploaded_by", "judged_by"):
        by_opd.setdefault(document.opd_id, {})[document.kind] = document
    kinds = tuple(campaign.asked)
    return [
        Row(named_on(each, campaign.opened_on), kinds, by_opd.get(each.pk, {}))
        for each in opds.order_by("name", "pk")
    ]


def counts(rows: list[Row]) -> dict[DocumentState, int]:
    """How many documents stand where; together OPD × kinds."""
    found = dict.fromkeys(LOOKS, 0)
    for row in rows:
        for kind in row.kinds:
            found[row.state_of(kind)] += 1
    return found


def is_complete(rows: list[Row]) -> bool:
    return bool(rows) and all(row.is_complete for row in rows)


def days_left(campaign: Campaign, day: dt.date) -> int:
    return (campaign.due_on - day).days
