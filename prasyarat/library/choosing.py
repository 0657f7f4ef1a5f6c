"""What may be chosen for one item: documents of the library, papers of the portal."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from prasyarat.assessments.evidence import is_outside
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import OPEN_STATES, Evidence
from prasyarat.evidence.offers import Offer, Wanted, offers
from prasyarat.library.queries import DocumentRow, documents, rows_of
from prasyarat.library.searching import search
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today

MOST_DOCUMENTS = 30


@dataclass(frozen=True)
class Choices:
    rows: list[DocumentRow] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    outside: set[int] = field(default_factory=set)
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.rows and not self.offers


def library_choices(item: Item, actor: Actor, words: str) -> Choices:
    """Without words: those kept for this prerequisite first, then the newest."""
    attached = Evidence.objects.filter(
        answer__region=item.region,
        answer__opd=item.opd,
        answer__indicator=item.indicator,
        answer__state__in=OPEN_STATES,
        file__isnull=False,
    )
    found = documents(actor, item.region).filter(retired_at=None)
    found = found.exclude(versions__file__in=attached.values("file"))
    if item.opd is not None:
        found = found.filter(Q(opd=None) | Q(opd=item.opd))
    if words.strip():
        found = found.filter(pk__in=search(words, actor, item.region).keys)
    code = item.indicator.prerequisite.code
    kept = sorted(
        found[: MOST_DOCUMENTS + 1], key=lambda each: each.prerequisite != code
    )
    rows = rows_of(kept[:MOST_DOCUMENTS], actor, item.region, today())
    year = today().year
    return Choices(
        rows=rows,
        outside={row.document.pk for row in rows if is_outside(row.file, year)},
        is_cut=len(kept) > MOST_DOCUMENTS,
    )


def portal_choices(item: Item, actor: Actor, words: str) -> Choices:
    return Choices(offers=offers(Wanted(actor, item.region, item.opd, words)))
