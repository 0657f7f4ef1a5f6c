from django.urls import path

from prasyarat.consistency import pages

urlpatterns = [
    path("prasyarat/konsistensi/", pages.Consistency.as_view(), name="consistency"),
]
