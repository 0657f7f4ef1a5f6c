"""Reading the library: the list with its search, one document, the preview."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from focal_points.opd.models import Opd
from prasyarat.assessments.evidence import is_outside
from prasyarat.assessments.item import item_of
from prasyarat.assessments.pages import item_url
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.rights import why_not_change, why_not_keep
from prasyarat.instruments.use import current_instrument
from prasyarat.library import queries, searching
from prasyarat.library.forms import LibraryFilter
from prasyarat.library.pages import (
    DocumentPage,
    LibraryPage,
    own_opds,
    prerequisites,
)
from prasyarat.library.queries import readable_versions
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.audit.queries import history_of
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile
from pug_portal.files.views import SHOWN
from pug_portal.lib.clock import today
from pug_portal.regions.choice import regions_offered

FILTERS = ("q", "prasyarat", "butir", "tahun", "tanda")
PER_PAGE = 25


class EvidenceList(LibraryPage, TemplateView):
    template_name = "prasyarat/library/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        known = prerequisites(self.shown_region)
        form = LibraryFilter(asked, prerequisites=known)
        chosen = form.cleaned_data if form.is_valid() else {}
        found = self._search(chosen.get("q", ""))
        page = Paginator(self._rows(chosen, found), PER_PAGE).get_page(
            asked.get("page")
        )
        rows = queries.rows_of(page, self.actor, self.shown_region, today())
        names = {each.code: each.short_name for each in known}
        for row in rows:
            row.about = names.get(row.document.prerequisite, "")
            row.hits = found.hits.get(row.document.pk, []) if found else []
        return super().get_context_data(
            rows=rows,
            page_obj=page,
            paginator=page.paginator,
            is_paginated=page.has_other_pages(),
            total=page.paginator.count,
            filter=form,
            is_filtered=any(asked.get(name) for name in FILTERS),
            found=found,
            shown_region=self.shown_region,
            regions=regions_offered(self.actor),
            can_add=self._can_add(),
            **kwargs,
        )

    def _search(self, query: str) -> searching.Found | None:
        if not query.strip():
            return None
        return searching.search(query, self.actor, self.shown_region)

    def _rows(
        self, chosen: dict[str, Any], found: searching.Found | None
    ) -> QuerySet[EvidenceDocument]:
        rows = queries.narrowed(
            queries.documents(self.actor, self.shown_region),
            self.actor,
            self.shown_region,
            today(),
            prerequisite=chosen.get("prasyarat", ""),
            indicator=chosen.get("butir", ""),
            year=chosen.get("tahun"),
            flag=chosen.get("tanda", ""),
        )
        if found is None:
            return rows
        places = [When(pk=key, then=Value(at)) for at, key in enumerate(found.keys)]
        best = Case(*places, default=Value(0), output_field=IntegerField())
        return rows.filter(pk__in=found.keys).order_by(best, "-pk")

    def _can_add(self) -> bool:
        opds: list[Opd | None] = [*own_opds(self.actor)] or [None]
        return any(not why_not_keep(self.shown_region, opd, self.actor) for opd in opds)


@method_decorator(csp_update({"frame-src": [SELF]}), name="dispatch")
class EvidenceDetail(DocumentPage, TemplateView):
    template_name = "prasyarat/library/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document, newest = self.document, self.versions[0]
        own = document.region == self.actor.region
        can_change = not why_not_change(document, self.actor)
        return super().get_context_data(
            document=document,
            row=queries.rows_of([document], self.actor, document.region, today())[0],
            newest=newest,
            versions=self.versions,
            uses=self._uses(),
            can_change=can_change,
            is_shown=newest.file.kind in SHOWN,
            day=today(),
            history=history_of(document) if own and can_change else None,
            reads_drafts=can_change,
            **kwargs,
        )

    def _uses(self) -> list[dict[str, Any]]:
        rows = (
            queries.uses_in(self.actor, self.document.region)
            .filter(file__library_version__document=self.document)
            .select_related(
                "file__library_version",
                "answer__region",
                "answer__opd",
                "answer__indicator__prerequisite__instrument",
            )
            .order_by("answer__indicator__code", "answer__opd", "-answer__as_of")
        )
        used = current_instrument(self.document.region)
        return [
            {
                "use": use,
                "url": item_url(
                    item_of(use.answer),
                    named=use.answer.indicator.prerequisite.instrument != used,
                ),
                "is_outside": is_outside(use.file, use.answer.as_of.year),
            }
            for use in rows
        ]


@method_decorator(csp_update({"frame-src": [SELF]}), name="dispatch")
class EvidencePreview(PermissionView, TemplateView):
    """A file in the page, opened at `?hal=12`; its own gates say who may read it."""

    permission = Permission.ASSESSMENT_VIEW
    template_name = "prasyarat/library/preview.html"

    @cached_property
    def file(self) -> StoredFile:
        key: uuid.UUID = self.kwargs["pk"]
        rows = StoredFile.objects.select_related("region")
        file = get_object_or_404(rows, pk=key)
        # The gates say the same as `file-download`, which this page links to.
        if not may_read(self.actor, file):
            raise Http404
        return file

    @property
    def page(self) -> int | None:
        asked = self.request.GET.get("hal", "")
        return int(asked) if asked.isdecimal() and len(asked) < 6 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        file, page = self.file, self.page
        words = EvidenceVersion.objects.filter(file=file).first()
        last = file.pages if file.kind == "pdf" else None
        return super().get_context_data(
            file=file,
            version=self._listed(),
            words=words,
            page=page if file.kind == "pdf" else None,
            last=last,
            is_beyond=bool(page and last and page > last),
            is_shown=file.kind in SHOWN,
            text=self._text(words) if file.kind == "docx" else [],
            **kwargs,
        )

    def _listed(self) -> EvidenceVersion | None:
        """Its document in the library: named to whom the library shows it."""
        rows = readable_versions(self.actor, self.file.region).filter(file=self.file)
        return rows.select_related("document").first()

    def _text(self, version: EvidenceVersion | None) -> list[str]:
        """What a browser cannot show is read as its words."""
        if version is None:
            return []
        return list(version.pages.order_by("number").values_list("text", flat=True))
