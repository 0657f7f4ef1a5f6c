"""Writing and reading the signs of life of worker and beat."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import connection
from django.utils import timezone

from pug_portal.health.models import Heartbeat

WORKER = "worker"
# Beat sends one every 20 s; three missed ones mean that nobody is there.
ALIVE_SECONDS = 70


def beat(name: str) -> None:
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})


def is_worker_alive() -> bool:
    """Real time, not the portal's: a demonstration's clock may stand still."""
    oldest = timezone.now() - dt.timedelta(seconds=ALIVE_SECONDS)
    return Heartbeat.objects.filter(name=WORKER, at__gte=oldest).exists()


def broker_name() -> str:
    return str(settings.CELERY_BROKER_URL).partition(":")[0]


def snapshot() -> dict[str, str | bool]:
    """What /healthz tells: names, and whether all of it lives."""
    alive = is_worker_alive()
    return {
        "status": "ok" if alive else "menunggu pekerja",
        "database": connection.vendor,
        "broker": broker_name(),
        "worker": "hidup" if alive else "belum terlihat",
        "version": settings.VERSION,
    }
