"""Addresses of this app, by slice."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("focal_points.opd.urls")),
    path("", include("focal_points.offices.urls")),
    path("", include("focal_points.appointments.urls")),
    path("", include("focal_points.periods.urls")),
    path("", include("focal_points.progress.urls")),
    path("", include("focal_points.paper_forms.urls")),
    path("", include("focal_points.planning.urls")),
    path("", include("focal_points.campaigns.urls")),
    path("", include("focal_points.pprg.urls")),
    path("", include("focal_points.indicators.urls")),
    path("", include("focal_points.budgets.urls")),
    path("", include("focal_points.cascade.urls")),
    path("", include("focal_points.restructuring.urls")),
]
