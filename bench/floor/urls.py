from django.urls import path

from bench.floor import views

urlpatterns = [
    path("list/", views.rows, name="floor-list"),
    path("detail/", views.detail, name="floor-detail"),
    path("heatmap/", views.heatmap, name="floor-heatmap"),
    path("form/", views.form, name="floor-form"),
    path("form-plain/", views.form_plain, name="floor-form-plain"),
]
