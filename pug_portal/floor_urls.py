"""Addresses of the floor: sign-in, accounts, audit, files, health."""

from django.conf import settings
from django.urls import include, path

from pug_portal import views

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("", include("pug_portal.pages.urls")),
    path("", include("pug_portal.files.urls")),
    path("", include("pug_portal.audit.urls")),
    path("", include("pug_portal.accounts.urls")),
    path("", include("pug_portal.regions.urls")),
    path("", include("pug_portal.identity.urls")),
]

if settings.DEBUG:
    from pug_portal.gallery import gallery

    urlpatterns += [path("komponen/", gallery, name="gallery")]
