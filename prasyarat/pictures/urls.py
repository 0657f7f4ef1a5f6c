from django.urls import path

from prasyarat.pictures import compare_views, pages

urlpatterns = [
    path("prasyarat/gambar/", pages.ScorePictures.as_view(), name="score-pictures"),
    path(
        "prasyarat/banding/", compare_views.ScoreCompare.as_view(), name="score-compare"
    ),
    path(
        "prasyarat/banding/daerah/",
        compare_views.RegionScoresPage.as_view(),
        name="region-scores",
    ),
]
