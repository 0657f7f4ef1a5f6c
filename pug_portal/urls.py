"""The site's addresses. Each app brings its own; the floor adds login, files and health."""

from django.urls import include, path

urlpatterns = [
    path("", include("pug_portal.floor_urls")),
    path("", include("pokja.urls")),
    path("", include("focal_points.urls")),
    path("", include("prasyarat.urls")),
]

handler400 = "pug_portal.views.bad_request"
handler403 = "pug_portal.views.forbidden"
handler404 = "pug_portal.views.not_found"
handler500 = "pug_portal.views.server_error"
