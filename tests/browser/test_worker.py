"""The harness itself: a job sent from here is done by the other process."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from pug_portal.health import pulse
from pug_portal.health.models import Heartbeat
from pug_portal.tasks import beat_heartbeat
from tests.browser.patience import until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("worker"),
]


def test_a_job_sent_from_here_reaches_the_worker(worker, client):
    Heartbeat.objects.update(at=timezone.now() - dt.timedelta(hours=1))

    beat_heartbeat.delay()

    until(pulse.is_worker_alive)
    assert client.get("/healthz").status_code == 200
