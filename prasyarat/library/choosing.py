"""What may be chosen for one item: documents of the library, papers of the portal."""

from __future__ import annotations

from dataclasses import dataclass

from prasyarat.assessments.evidence import is_outside
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Evidence
from prasyarat.evidence.offers import Offer, Wanted, offers
from prasyarat.library.queries import DocumentRow, documents, rows_of
from prasyarat.library.searching import search
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today

MOST_DOCUMENTS = 30


@dataclass(frozen=True)
class Choices:
    rows: list[DocumentRow]
    offers: list[Offer]
    outside: set[int]
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        return not self.rows and not self.offers


def choices_for(item: Item, actor: Actor, words: str) -> Choices:
    """Without words: those kept for this prerequisite first, then the newest."""
    found = documents(actor, item.region).filter(retired_at=None)
    if words.strip():
        found = found.filter(pk__in=search(words, actor, item.region).keys)
    code = item.indicator.prerequisite.code
    kept = sorted(
        found[: MOST_DOCUMENTS + 1], key=lambda each: each.prerequisite != code
    )
    rows = rows_of(kept[:MOST_DOCUMENTS], actor, item.region, today())
    attached = _attached(item)
    rows = [row for row in rows if row.file.pk not in attached]
    listed = {row.file.pk for row in rows} | attached
    year = today().year
    return Choices(
        rows=rows,
        offers=[
            offer
            for offer in offers(Wanted(actor, item.region, item.opd, words))
            if offer.file.pk not in listed
        ],
        outside={row.document.pk for row in rows if is_outside(row.file, year)},
        is_cut=len(kept) > MOST_DOCUMENTS,
    )


def _attached(item: Item) -> set[object]:
    rows = Evidence.objects.filter(
        answer__region=item.region,
        answer__opd=item.opd,
        answer__indicator=item.indicator,
        answer__state__in=("draf", "perlu_perbaikan"),
    )
    return set(rows.values_list("file", flat=True))
