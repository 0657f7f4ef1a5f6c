"""PostgreSQL, Redis and Chromium for the tests: used where reachable, else started.

What is started lives in one temporary folder and on free ports of this machine, and is
stopped when the tests end, however they end.
"""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
POSTGRES_OLDEST = 15
# The shell is the same browser without windows: the pages cost a third of the CPU.
CHROMIUM_SHELL = "chromium-headless-shell"
CHROMIUM_NAMES = (
    CHROMIUM_SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


class MissingServiceError(Exception):
    """Something the tests need is not here and could not be installed."""


@dataclass(frozen=True)
class Services:
    database_url: str
    redis_url: str
    chromium: str


@contextlib.contextmanager
def services() -> Iterator[Services]:
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="pug-portal-test-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        # The account "postgres" must be able to walk into it.
        folder.chmod(0o755)
        yield Services(
            database_url=os.environ.get("TEST_DATABASE_URL")
            or stack.enter_context(postgres(folder)),
            redis_url=os.environ.get("TEST_REDIS_URL")
            or stack.enter_context(redis(folder)),
            chromium=find_chromium(),
        )


@contextlib.contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """An own cluster: no password, nothing flushed to disk, gone after the tests."""
    binaries = postgres_binaries() or install("postgresql", postgres_binaries)
    data, port = folder / "postgres", free_port()
    data.mkdir()
    as_owner = become_postgres(data)
    run(
        *as_owner,
        *(f"{binaries}/initdb", "--pgdata", str(data), "--username=portal"),
        *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
    )
    options = " ".join(
        f"-c {option}"
        for option in (
            *("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
            # Small tables that live for one test: nothing to plan at length or to tidy.
            *("jit=off", "autovacuum=off", "shared_buffers=256MB"),
            # The order in which a query names its tables is as good as any other.
            *("join_collapse_limit=1", "from_collapse_limit=1"),
            *(f"unix_socket_directories={data}", "listen_addresses=127.0.0.1"),
            f"port={port}",
        )
    )
    control = [*as_owner, f"{binaries}/pg_ctl", "--pgdata", str(data)]
    run(*control, "--options", options, "--log", str(data / "log"), "--wait", "start")
    try:
        yield f"postgres://portal@127.0.0.1:{port}/postgres"
    finally:
        run(*control, "--mode=immediate", "stop")


def postgres_binaries() -> str | None:
    """The newest installed server; Debian keeps them out of PATH."""
    found = {
        int(path.parent.parent.name): str(path.parent)
        for path in Path("/usr/lib/postgresql").glob("[0-9]*/bin/initdb")
    }
    on_path = shutil.which("initdb")
    if on_path:
        text = subprocess.run(
            [on_path, "--version"], check=True, capture_output=True, text=True
        ).stdout
        version = re.search(r"(\d+)", text)
        if version:
            found.setdefault(int(version[1]), str(Path(on_path).parent))
    newest = max(found, default=0)
    return found[newest] if newest >= POSTGRES_OLDEST else None


def become_postgres(data: Path) -> list[str]:
    """The server refuses to run as root, so root lends it to its own account."""
    if os.geteuid() != 0:
        return []
    shutil.chown(data, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--"]


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[str]:
    server = shutil.which("redis-server") or install(
        "redis-server", lambda: shutil.which("redis-server")
    )
    port = free_port()
    process = subprocess.Popen(
        [
            *(server, "--port", str(port), "--bind", "127.0.0.1", "--save", ""),
            *("--appendonly", "no", "--dir", str(folder), "--loglevel", "warning"),
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_port(port)
        yield f"redis://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def find_chromium() -> str:
    found = working_chromium()
    if found and "CHROMIUM" not in os.environ and CHROMIUM_SHELL not in found:
        found = slimmer_chromium() or found
    return found or install(CHROMIUM_SHELL, working_chromium)


def slimmer_chromium() -> str | None:
    """The shell beside a browser that is here already: welcome, but nobody has to have it."""
    subprocess.run(
        ["timeout", "120", "bash", "deploy/apt.sh", CHROMIUM_SHELL],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return working_chromium()


def working_chromium() -> str | None:
    """A browser that answers: Ubuntu's "chromium" may be a stub that only points at snap."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [shutil.which(name) for name in CHROMIUM_NAMES]
    for candidate in filter(None, [*candidates, playwright_chromium()]):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            run(candidate, "--version", timeout=30)
            return candidate
    return None


def playwright_chromium() -> str | None:
    """The browser that `playwright install chromium` has put here, if it has."""
    cache = Path.home() / ".cache" / "ms-playwright"
    return next((str(path) for path in sorted(cache.glob("chromium-*/*/chrome"))), None)


def install(package: str, find: Callable[[], str | None]) -> str:
    """With apt when it may; on Ubuntu a browser comes from Playwright instead."""
    result = subprocess.run(["bash", "deploy/apt.sh", package], cwd=ROOT, check=False)
    found = find() if result.returncode == 0 else None
    if not found and package == CHROMIUM_SHELL:
        subprocess.run(
            [".venv/bin/playwright", "install", "--with-deps", "chromium"],
            cwd=ROOT,
            check=False,
        )
        found = find()
    if not found:
        raise MissingServiceError(
            f"{package} tidak ada dan tidak dapat dipasang di sini. "
            f"Pasang paket sistem {package}, lalu ulangi `make test`."
        )
    return found


def run(*command: str, timeout: float = 120) -> None:
    result = subprocess.run(
        command, cwd="/", capture_output=True, text=True, timeout=timeout, check=False
    )
    if result.returncode:
        print(result.stdout, result.stderr)
        result.check_returncode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return
