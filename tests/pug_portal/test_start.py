"""What a process holds before it has met a file: ADR 0022."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.conf import settings

FOR_FILES = {
    "docx",
    "openpyxl",
    "pdfminer",
    "pillow_heif",
    "pypdf",
    "pypdfium2",
    "zxingcpp",
}
LOADED = """
import sys, django
django.setup()
from django.urls import get_resolver
from pug_portal.celery import app
get_resolver().url_patterns
app.loader.import_default_modules()
print(" ".join(sys.modules))
"""


@pytest.mark.slow
def test_libraries_of_single_files_wait_for_the_first_one():
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", LOADED],
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
        text=True,
    )

    loaded = set(done.stdout.split())
    assert "pokja.reports.jobs" in loaded
    assert not loaded & FOR_FILES
