from __future__ import annotations

from django.urls import path

from prasyarat.instruments import draft_views, mapping_views, sheet_views, views
from pug_portal.imports.paths import sheet_paths

START = "prasyarat/instrumen/"
ONE, DRAFT = f"{START}<int:pk>/", f"{START}draf/<int:pk>/"
PAIR = f"{ONE}pemetaan/<int:other>/"

urlpatterns = [
    path(START, views.InstrumentPage.as_view(), name="instrument"),
    path(f"{START}daftar/", views.InstrumentList.as_view(), name="instrument-list"),
    *sheet_paths(f"{START}excel/", "instrument-sheet", sheet_views, "InstrumentSheet"),
    path(ONE, views.InstrumentPage.as_view(), name="instrument-detail"),
    path(f"{ONE}excel/", views.InstrumentExport.as_view(), name="instrument-export"),
    path(
        f"{ONE}versi-baru/",
        views.InstrumentVersion.as_view(),
        name="instrument-version",
    ),
    path(f"{ONE}pakai/", views.InstrumentUsePage.as_view(), name="instrument-use"),
    path(PAIR, mapping_views.MappingPage.as_view(), name="instrument-mapping"),
    path(
        f"{PAIR}<str:kode>/",
        mapping_views.MapItem.as_view(),
        name="instrument-map-item",
    ),
    path(DRAFT, draft_views.DraftPage.as_view(), name="instrument-draft"),
    path(f"{DRAFT}kepala/", draft_views.DraftHead.as_view(), name="draft-head"),
    path(
        f"{DRAFT}prasyarat/",
        draft_views.DraftPrerequisite.as_view(),
        name="draft-prerequisite-add",
    ),
    path(
        f"{DRAFT}prasyarat/<str:kode>/",
        draft_views.DraftPrerequisite.as_view(),
        name="draft-prerequisite",
    ),
    path(
        f"{DRAFT}indikator/",
        draft_views.DraftIndicator.as_view(),
        name="draft-indicator-add",
    ),
    path(
        f"{DRAFT}indikator/<str:kode>/",
        draft_views.DraftIndicator.as_view(),
        name="draft-indicator",
    ),
    path(f"{DRAFT}terbit/", draft_views.DraftPublish.as_view(), name="draft-publish"),
    path(f"{DRAFT}hapus/", draft_views.DraftDrop.as_view(), name="draft-drop"),
    *sheet_paths(
        f"{DRAFT}excel/",
        "instrument-draft-sheet",
        sheet_views,
        "DraftSheet",
        template=False,
    ),
]
