"""Start the worker that `make run` starts, on the database and broker of one test."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connection
from kombu import pools

from deploy.portal import FOLDERS, children_of
from pug_portal.celery import app
from pug_portal.health import pulse
from tests.browser.patience import until

BROKER_NAME = "CELERY_BROKER_URL"
READY_SECONDS = 60
STOP_SECONDS = 30
# A Redis database for each process of the tests, so that no other message is met.
REDIS_DATABASE = 7 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])


@contextmanager
def running_worker(settings: Any, data_dir: Path) -> Iterator[None]:
    for folder in FOLDERS:
        (data_dir / folder).mkdir(parents=True, exist_ok=True)
    broker = broker_url()
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DATA_DIR": str(data_dir),
        "TMPDIR": str(data_dir / "tmp"),
        "SECRET_KEY": settings.SECRET_KEY,
        "SITE_URL": settings.SITE_URL,
        BROKER_NAME: broker,
        "CACHE_URL": "",
        "WORKER_CONCURRENCY": "1",
        "LOG_LEVEL": "WARNING",
        "PYTHONWARNINGS": "ignore",
        **({"PORTAL_NOW": settings.PORTAL_NOW} if settings.PORTAL_NOW else {}),
    }
    with sending_to(broker, data_dir):
        children = children_of(environment, data_dir, 0)
        worker = next(child for child in children if child.name == "Pekerja")
        worker.start()
        assert worker.process is not None
        try:
            # Its first sign of life is itself a job that came through the broker.
            until(pulse.is_worker_alive, READY_SECONDS, still=lambda: worker.is_running)
            yield
        finally:
            worker.process.terminate()
            try:
                worker.process.wait(STOP_SECONDS)
            finally:
                worker.signal_group(signal.SIGKILL)


def broker_url() -> str:
    redis = os.environ.get("TEST_REDIS_URL")
    return f"{redis}/{REDIS_DATABASE}" if redis else "filesystem://localhost"


def database_url() -> str:
    """The address of the test database, in the form that settings reads."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        name = str(facts["NAME"])
        assert "memory" not in name, "a worker cannot see a database in memory"
        return f"sqlite:///{name}"
    login = quote(facts["USER"], safe="")
    if facts["PASSWORD"]:
        login += ":" + quote(facts["PASSWORD"], safe="")
    port = f":{facts['PORT']}" if facts["PORT"] else ""
    return f"postgres://{login}@{facts['HOST']}{port}/{facts['NAME']}"


@contextmanager
def sending_to(broker: str, data_dir: Path) -> Iterator[None]:
    """This process sends its jobs there as well."""
    queue = str(data_dir / "broker" / "queue")
    folders = {
        "data_folder_in": queue,
        "data_folder_out": queue,
        "control_folder": str(data_dir / "broker" / "control"),
    }
    before = app.conf.broker_url, app.conf.broker_transport_options
    # Celery asks the environment before its own settings.
    named = os.environ.pop(BROKER_NAME, None)
    app.conf.broker_url = broker
    app.conf.broker_transport_options = folders if "filesystem" in broker else {}
    forget_connections()
    try:
        if "redis" in broker:
            app.control.purge()
        yield
    finally:
        app.conf.broker_url, app.conf.broker_transport_options = before
        if named is not None:
            os.environ[BROKER_NAME] = named
        forget_connections()


def forget_connections() -> None:
    """The app keeps its pools; without them it opens new ones at the present address."""
    pools.reset()
    app._pool = None
    app.amqp._producer_pool = None
