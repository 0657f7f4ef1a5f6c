"""Words looked for in titles and in the text of the versions this reader may read."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from prasyarat.evidence import words
from prasyarat.evidence.models import EvidenceVersion, VersionPage
from prasyarat.library.queries import readable_versions
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

MOST_PAGES = 400
MOST_PER_DOCUMENT = 3


@dataclass(frozen=True)
class Hit:
    """A page with the words; of a Word document the part has no page number."""

    version: EvidenceVersion
    page: int | None
    pieces: list[tuple[str, bool]]


@dataclass
class Found:
    """Per document key its best hits; a hit in the title alone has none."""

    hits: dict[int, list[Hit]] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def keys(self) -> list[int]:
        return list(self.hits)


def search(query: str, actor: Actor, region: Region) -> Found:
    parts = words.stems(query)
    if not parts:
        return Found()
    versions = readable_versions(actor, region)
    pages = list(_pages(parts, versions)[: MOST_PAGES + 1])
    pages.sort(key=lambda page: -words.exactness(page.folded, query))
    found = Found(is_cut=len(pages) > MOST_PAGES)
    for page in pages[:MOST_PAGES]:
        hits = found.hits.setdefault(page.version.document_id, [])
        if len(hits) < MOST_PER_DOCUMENT:
            hits.append(_hit(page, query))
    for key in _titled(query, versions):
        found.hits.setdefault(key, [])
    return found


def _pages(
    parts: list[str], versions: QuerySet[EvidenceVersion]
) -> QuerySet[VersionPage]:
    """Every word on the same page. LIKE on folded text: the same in every database."""
    rows = VersionPage.objects.filter(version__in=versions.values("pk"))
    for part in parts:
        rows = rows.filter(folded__contains=part)
    return rows.select_related("version__file").order_by("-version", "number")


def _titled(query: str, versions: QuerySet[EvidenceVersion]) -> list[int]:
    rows = versions
    for word in query.split()[: words.MOST_WORDS]:
        rows = rows.filter(
            Q(document__title__icontains=word) | Q(file__name__icontains=word)
        )
    return list(rows.order_by("-document").values_list("document", flat=True))


def _hit(page: VersionPage, query: str) -> Hit:
    version = page.version
    number = page.number if version.file.kind == "pdf" else None
    return Hit(version, number, words.excerpt(page.text, page.folded, query))
