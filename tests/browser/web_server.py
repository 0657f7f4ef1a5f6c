"""The portal as a process of its own, which a test can really stop and start again."""

from __future__ import annotations

import os
import signal
import socket
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from deploy.portal import FOLDERS, HOST, children_of
from tests.browser.patience import until
from tests.browser.worker import database_url

READY_SECONDS = 60


class WebServer:
    def __init__(self, settings: Any, data_dir: Path) -> None:
        for folder in FOLDERS:
            (data_dir / folder).mkdir(parents=True, exist_ok=True)
        with socket.socket() as found:
            found.bind((HOST, 0))
            self.port = found.getsockname()[1]
        self.url = f"http://{HOST}:{self.port}"
        self.data_dir = data_dir
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url(),
            "DATA_DIR": str(data_dir),
            "SECRET_KEY": settings.SECRET_KEY,
            "SITE_URL": self.url,
            # Static files straight from their folders.
            "DEBUG": "1",
            "CACHE_URL": "",
            "LOG_LEVEL": "WARNING",
            "PYTHONWARNINGS": "ignore",
            **({"PORTAL_NOW": settings.PORTAL_NOW} if settings.PORTAL_NOW else {}),
        }

    def start(self) -> None:
        self.child = children_of(self.environment, self.data_dir, self.port)[0]
        self.child.start()
        until(self._answers, READY_SECONDS, still=lambda: self.child.is_running)

    def kill(self) -> None:
        """At once, as when the power goes."""
        self.child.signal_group(signal.SIGKILL)
        self.child.process.wait(READY_SECONDS)

    def _answers(self) -> bool:
        """Any answer will do: without a worker the portal does not call itself healthy."""
        asked = HTTPConnection(HOST, self.port, timeout=5)
        try:
            asked.request("GET", "/healthz")
            asked.getresponse()
        except OSError:
            return False
        finally:
            asked.close()
        return True
