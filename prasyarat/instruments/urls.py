from django.urls import path

from prasyarat.instruments import views

urlpatterns = [
    path("prasyarat/instrumen/", views.InstrumentPage.as_view(), name="instrument"),
]
