"""The place of one run: servers of its own, two bases, and the environment they stand in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from services import MissingServiceError, find_chromium, postgres, redis

ROOT = Path(__file__).resolve().parent.parent

# The portal's day stands still, so that two runs on two days measure the same pages.
NOW = "2026-11-20T09:00"
ONE, MANY = "bench_one", "bench_many"


@dataclass(frozen=True)
class Setting:
    folder: Path
    server: str
    redis_url: str
    chromium: str | None

    def database(self, name: str) -> str:
        return f"{self.server.rpartition('/')[0]}/{name}"

    def static(self, base: str) -> Path:
        return self.folder / f"data-{base}" / "static"

    def environment(self, base: str, settings: str = "pug_portal.settings"):
        data = self.folder / f"data-{base}"
        # In many: a session of one base must not answer for the other.
        number = 1 + (ONE, MANY).index(base)
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "DATABASE_URL": self.database(base),
            "CACHE_URL": f"{self.redis_url}/{number}",
            "CELERY_BROKER_URL": f"{self.redis_url}/{number + 4}",
            "DATA_DIR": str(data),
            "SECRET_KEY": "bench",
            "SITE_URL": "http://127.0.0.1:8000",
            "PORTAL_NOW": NOW,
            "LOG_LEVEL": "ERROR",
            "DEBUG": "false",
            "PYTHONHASHSEED": "0",
        }

    def python(self, base: str, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment(base),
            check=True,
        )


@contextmanager
def setting() -> Iterator[Setting]:
    folder = Path(tempfile.mkdtemp(prefix="pug-portal-bench-"))
    # The account "postgres" must be able to walk into it.
    folder.chmod(0o755)
    for base in (ONE, MANY):
        for name in ("static", "files", "tmp"):
            (folder / f"data-{base}" / name).mkdir(parents=True)
    try:
        with postgres(folder) as server, redis(folder) as redis_url:
            yield Setting(folder, server, redis_url, chromium())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def chromium() -> str | None:
    try:
        return find_chromium()
    except MissingServiceError:
        return None
