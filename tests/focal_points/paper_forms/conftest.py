"""A day within the period, and a reader of scans that needs no process of its own."""

from __future__ import annotations

import pytest

from focal_points.paper_forms import actions, jobs
from focal_points.paper_forms.models import PaperJob
from pug_portal.access.actor import Actor
from pug_portal.lib import scanning
from tests.make import progress as make


@pytest.fixture(autouse=True)
def within(clock) -> None:
    clock(make.WITHIN)


@pytest.fixture
def here(monkeypatch) -> None:
    def pages(content: bytes, kind: str, name: str, **_):
        return list(scanning.scanned(content, kind, name))

    monkeypatch.setattr(jobs, "pages_in_child", pages)
    monkeypatch.setattr(scanning, "_DPI", 60)


@pytest.fixture
def period(world):
    return make.period(world.blora)


@pytest.fixture
def bring(period):
    """bring(siti, upload, …): taken in and read, as the page does it."""

    def bring(by: Actor, *uploads) -> PaperJob:
        job = actions.take_scans(period=period, uploads=uploads, by=by)
        jobs.run(job.pk)
        job.refresh_from_db()
        return job

    return bring
