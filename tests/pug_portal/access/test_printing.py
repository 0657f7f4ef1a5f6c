"""The printed pages equal what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pug_portal.access.printing import PAGES

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name):
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), (
        "jalankan: python manage.py print_docs"
    )
