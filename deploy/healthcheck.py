"""Is this container well? `python -m deploy.healthcheck web|worker|beat`, exit code tells.

The web container is well when it answers with its database, even while no worker is
there: the worker starts after it. /healthz itself tells about all of them together.
"""

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path

# Beat writes its schedule at least every three minutes.
BEAT_SILENCE_MOST = 300


def web_is_well() -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=8)
    connection.request("GET", "/healthz")
    return "database" in json.loads(connection.getresponse().read())


def worker_is_well() -> bool:
    command = [sys.executable, "-m", "celery", "--app=pug_portal", "inspect", "ping"]
    result = subprocess.run(
        [*command, "--timeout=10"], check=False, capture_output=True
    )
    return result.returncode == 0


def beat_is_well() -> bool:
    schedule = Path(os.environ["DATA_DIR"]).glob("beat-schedule*")
    newest = max(path.stat().st_mtime for path in schedule)
    return time.time() - newest < BEAT_SILENCE_MOST


CHECKS = {"web": web_is_well, "worker": worker_is_well, "beat": beat_is_well}

if __name__ == "__main__":
    sys.exit(0 if CHECKS[sys.argv[1]]() else 1)
