"""Addresses of ARG."""

from django.urls import path

from focal_points.budgets import line_views, views

urlpatterns = [
    path("arg/", views.ArgRecapPage.as_view(), name="arg-recap"),
    path("arg/pdf/", views.ArgRecapPdf.as_view(), name="arg-recap-pdf"),
    path("arg/sipd/<int:pk>/", line_views.SipdColumns.as_view(), name="sipd-columns"),
    path(
        "arg/<int:opd>/<int:year>/baris/",
        line_views.BudgetLines.as_view(),
        name="budget-lines",
    ),
    path("arg/<int:opd>/<int:year>/", views.ArgEdit.as_view(), name="arg-edit"),
]
