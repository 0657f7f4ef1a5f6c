from django.urls import path

from pug_portal.identity import views

urlpatterns = [
    path("daerah/", views.RegionList.as_view(), name="region-list"),
    path("daerah/<str:code>/", views.RegionSettings.as_view(), name="region-settings"),
]
