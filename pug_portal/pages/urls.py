"""Addresses of the pages of words."""

from django.urls import path

from pug_portal.pages.views import Menu, PublicPage

urlpatterns = [
    path("menu/", Menu.as_view(), name="menu"),
    path("bantuan/", PublicPage.as_view(template_name="pages/help.html"), name="help"),
    path(
        "tentang/", PublicPage.as_view(template_name="pages/about.html"), name="about"
    ),
    path(
        "privasi/",
        PublicPage.as_view(template_name="pages/privacy.html"),
        name="privacy",
    ),
    path(
        "aksesibilitas/",
        PublicPage.as_view(template_name="pages/accessibility.html"),
        name="accessibility",
    ),
]
