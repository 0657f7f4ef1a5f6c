"""What the pages of words must say, to anybody and without signing in."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse

SAID = {
    "about": (
        f"Versi {settings.VERSION}",
        "idn-area-data, lisensi ODbL 1.0",
        "(MIT",
        "OFL 1.1",
        "nilai internal, bukan nilai APE resmi",
    ),
    "privacy": (
        "Pernyataan privasi",
        "Yang dicatat",
        "Siapa yang melihat",
        "hanya terlihat oleh sekretariat Pokja daerahnya",
        "Undang-Undang Nomor 27 Tahun 2022",
    ),
    "accessibility": (
        "Pernyataan aksesibilitas",
        "WCAG 2.2 tingkat AA",
        "papan ketik",
        "Yang belum kami uji",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("page", SAID)
def test_it_says_what_people_have_a_right_to_know(client, page):
    answer = client.get(reverse(page))

    assert answer.status_code == 200
    for words in SAID[page]:
        assert words in answer.text
    # And every page leads there.
    for other in SAID:
        assert f'href="{reverse(other)}"' in answer.text


def test_the_licence_of_the_region_codes_lies_beside_them():
    text = (settings.BASE_DIR / "pug_portal/regions/data").glob("LICENSE-ODbL*")

    assert "Open Database License" in next(text).read_text()
