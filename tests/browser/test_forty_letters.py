"""The ZIP of forty letters, made by the worker that `make run` starts."""

from __future__ import annotations

import io
import time
import zipfile

import pypdf
import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from pokja.letters import job_actions
from tests.browser.patience import until
from tests.browser.tally import TALLY
from tests.make import letters as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]

LETTERS = 40
MOST_SECONDS = 60


@pytest.fixture
def shared_cache(transactional_db) -> None:
    """The worker keeps it in the database, as `make run` does; the tests have another."""
    call_command("createcachetable", "cache_table", verbosity=0)


def test_forty_letters_are_in_the_zip_within_a_minute(world, shared_cache, worker):
    guests = LETTERS - 2
    letter = make.finished(world, make.meeting(world, guests=guests), form="masing")
    started = time.monotonic()

    job = job_actions.ask_zip(letter=letter, by=world.siti)

    def is_over() -> bool:
        job.refresh_from_db()
        return not job.is_pending

    until(is_over, 2 * MOST_SECONDS)
    spent = time.monotonic() - started
    assert (job.state, job.done, job.error) == ("siap", LETTERS, "")
    with default_storage.open(job.path) as stored:
        archive = zipfile.ZipFile(io.BytesIO(stored.read()))
    names = archive.namelist()
    assert len(names) == LETTERS
    for name, person in zip(names, letter.content["addressees"], strict=True):
        (page,) = pypdf.PdfReader(io.BytesIO(archive.read(name))).pages
        assert f"Yth. {person['lines'][0]}\n" in page.extract_text()
    TALLY.notes.append(
        f"ZIP {LETTERS} surat: {spent:.1f} detik di pekerja sungguhan, "
        f"dari permintaan sampai siap (batas {MOST_SECONDS})"
    )
    assert spent < MOST_SECONDS
