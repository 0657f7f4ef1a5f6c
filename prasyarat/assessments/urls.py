"""Fixed words first: a prerequisite's code is any other word of capitals."""

from django.urls import path, re_path

from prasyarat.assessments import (
    carried_views,
    duty_views,
    evidence_views,
    figure_views,
    item_views,
    map_views,
    opd_views,
    score_views,
    target_views,
    through_views,
    views,
)

urlpatterns = [
    path("prasyarat/", views.Assessment.as_view(), name="assessment"),
    path("prasyarat/verifikasi/", views.AnswerQueue.as_view(), name="answer-queue"),
    path("prasyarat/ajukan/", views.SubmitReady.as_view(), name="answer-submit-ready"),
    path("prasyarat/target/", target_views.RegionTargets.as_view(), name="targets"),
    path(
        "prasyarat/instrumen/<int:pk>/jawaban/",
        through_views.ThroughPage.as_view(),
        name="instrument-through",
    ),
    path(
        "prasyarat/angka-portal/",
        figure_views.FiguresCount.as_view(),
        name="figures-count",
    ),
    path("prasyarat/penugasan/", duty_views.Duties.as_view(), name="answer-duties"),
    path(
        "prasyarat/penugasan/<int:pk>/cabut/",
        duty_views.DutyDrop.as_view(),
        name="answer-duty-drop",
    ),
    path("prasyarat/tugas-saya/", duty_views.MyDuties.as_view(), name="answer-tasks"),
    path("prasyarat/peta/", map_views.OpdMap.as_view(), name="opd-map"),
    path(
        "prasyarat/peta/peta-opd.xlsx",
        map_views.OpdMapSheet.as_view(),
        name="opd-map-sheet",
    ),
    path("prasyarat/opd/", opd_views.OpdSheetMine.as_view(), name="opd-sheet-mine"),
    path("prasyarat/opd/<int:pk>/", opd_views.OpdSheet.as_view(), name="opd-sheet"),
    path(
        "prasyarat/opd/<int:pk>/<str:kode>/",
        item_views.IndicatorPage.as_view(),
        name="opd-indicator",
    ),
    path(
        "prasyarat/opd/<int:pk>/<str:kode>/bukti/",
        evidence_views.EvidenceAdd.as_view(),
        name="opd-evidence-add",
    ),
    path(
        "prasyarat/opd/<int:pk>/<str:kode>/tidak-berlaku/",
        item_views.NotApplicable.as_view(),
        name="opd-not-applicable",
    ),
    path(
        "prasyarat/indikator/<str:kode>/",
        item_views.IndicatorPage.as_view(),
        name="indicator",
    ),
    path(
        "prasyarat/indikator/<str:kode>/bukti/",
        evidence_views.EvidenceAdd.as_view(),
        name="evidence-add",
    ),
    path(
        "prasyarat/indikator/<str:kode>/tidak-berlaku/",
        item_views.NotApplicable.as_view(),
        name="not-applicable",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/ajukan/",
        item_views.AnswerSubmit.as_view(),
        name="answer-submit",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/tarik/",
        item_views.AnswerWithdraw.as_view(),
        name="answer-withdraw",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/verifikasi/",
        item_views.AnswerVerify.as_view(),
        name="answer-verify",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/nilai/",
        score_views.AnswerScore.as_view(),
        name="answer-score",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/usulan/",
        score_views.AnswerAgree.as_view(),
        name="answer-agree",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/angka-portal/",
        figure_views.AnswerRevert.as_view(),
        name="answer-revert",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/masih-berlaku/",
        duty_views.AnswerConfirm.as_view(),
        name="answer-confirm",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/kembalikan/",
        item_views.AnswerReturn.as_view(),
        name="answer-return",
    ),
    path(
        "prasyarat/jawaban/<int:pk>/buka/",
        item_views.AnswerReopen.as_view(),
        name="answer-reopen",
    ),
    path(
        "prasyarat/bukti/<int:pk>/lepas/",
        evidence_views.EvidenceRemove.as_view(),
        name="evidence-remove",
    ),
    re_path(
        r"^prasyarat/(?P<kode>[A-Z]{2,8})/dibawa/$",
        carried_views.CarriedAnswers.as_view(),
        name="answers-carried",
    ),
    re_path(
        r"^prasyarat/(?P<kode>[A-Z]{2,8})/$",
        views.PrerequisitePage.as_view(),
        name="prerequisite",
    ),
]
