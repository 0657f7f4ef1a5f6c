"""gunicorn as in production, on one base."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from services import free_port, wait_for_port

from bench.setting import ROOT, Setting


@contextmanager
def server(place: Setting, base: str) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "pug_portal.wsgi"),
            *(f"--bind=127.0.0.1:{port}", "--worker-class=gthread", "--workers=2"),
            *("--threads=4", "--log-level=error", "--no-control-socket"),
        ],
        cwd=ROOT,
        env=place.environment(base),
    )
    try:
        wait_for_port(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
