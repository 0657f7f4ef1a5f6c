"""Everything `make test` does.

All stages run even when one fails; the failing ones are named at the end and the exit
code tells. `--fast` (make check) leaves out what needs PostgreSQL, Redis or a browser.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from counts import Counts
from running import BIN, ROOT, Run
from services import MissingServiceError, Services, services

APPS = ("pug_portal", "focal_points", "prasyarat", "pokja")
FAST = "not slow and not browser and not postgres"
POSTGRES_SHARE_MOST = 5.0
TWO = ("-n", "2", "--dist=loadgroup")
# A journey waits for its browser half of the time.
THREE = ("-n", "3", "--dist=loadgroup")


def main() -> int:
    is_fast = "--fast" in sys.argv
    # A polite stop unwinds the stack, so that the servers are stopped too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pug-portal-work-") as folder:
        run = Run(Path(folder), plain_environment(Path(folder)))
        if is_fast:
            style(run)
            types(run)
            django(run, "sqlite:///:memory:")
            on_sqlite(run)
        else:
            with services() as found:
                everything(run, found)
        # From a file in the folder that goes now; a look with axe counts no marks.
        if "--axe" not in sys.argv:
            marked_postgres(run)
    return tell(run, time.monotonic() - started)


def everything(run: Run, found: Services) -> None:
    with migrated(run, found) as is_ready:
        if "--axe" in sys.argv:
            run.environment |= is_ready()
            axe(run, found)
            return
        style(run)
        # Together they keep two processors busier than one after the other.
        with run.beside(
            types, partial(django, database_url=found.database_url), on_sqlite
        ):
            run.environment |= is_ready()
            on_postgres(run, found)
        in_browser(run, found)


@contextlib.contextmanager
def migrated(run: Run, found: Services) -> Iterator[Callable[[], Mapping[str, str]]]:
    """Databases that the tests copy, migrated once while the style is looked at.

    Without them each process migrates for itself, and tells where it fails.
    """
    name = f"portal_template_{os.getpid()}"
    file = run.work / "migrated.sqlite3"
    addresses = {
        ("TEST_DATABASE_TEMPLATE", name): urlsplit(found.database_url)
        ._replace(path=f"/{name}")
        .geturl(),
        ("TEST_SQLITE_FILE", str(file)): f"sqlite:///{file}",
    }
    server(found, f"CREATE DATABASE {name}")
    at_work = {
        told: subprocess.Popen(
            [str(BIN / "python"), "manage.py", "migrate", "-v0"],
            cwd=ROOT,
            env={**run.environment, "DATABASE_URL": url},
        )
        for told, url in addresses.items()
    }

    def is_ready() -> dict[str, str]:
        failed = [told for told, process in at_work.items() if process.wait()]
        if failed:
            run.failed.append("Migrasi dari awal")
        return dict(told for told in at_work if told not in failed)

    try:
        yield is_ready
    finally:
        for process in at_work.values():
            process.kill()
            process.wait()
        server(found, f"DROP DATABASE {name} WITH (FORCE)")


def server(found: Services, statement: str) -> None:
    connection = psycopg2.connect(found.database_url)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)


def plain_environment(folder: Path) -> dict[str, str]:
    """Tests meet neither the settings nor the data of whoever runs them."""
    (folder / "data" / "static").mkdir(parents=True)
    ours = (
        "DATABASE_URL",
        "TEST_DATABASE_TEMPLATE",
        "TEST_SQLITE_FILE",
        "CACHE_URL",
        "CELERY_BROKER_URL",
        "SITE_URL",
        "PORTAL_NOW",
        # Several processes compile the same tests, one after the other.
        "PYTHONDONTWRITEBYTECODE",
    )
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {
        **kept,
        "DATA_DIR": str(folder / "data"),
        "SECRET_KEY": secrets.token_urlsafe(48),
        "PYTHONWARNINGS": "",
    }


def style(run: Run) -> None:
    templates = [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]
    run.stage("Format kode", "ruff", "format", "--check", ".")
    run.stage("Gaya kode", "ruff", "check", ".")
    run.stage("Kontrak impor", "lint-imports")
    run.stage("Templat", "djade", "--check", "--target-version=5.2", *templates)
    run.stage("Indentasi templat", "djhtml", "--check", *templates)
    run.stage("Paket", "deptry", ".")


def types(run: Run) -> None:
    run.stage("Tipe", "mypy", *APPS, "deploy", ".ci")


def django(run: Run, database_url: str) -> None:
    production = {
        "SITE_URL": "https://pug.example.go.id",
        "ALLOWED_HOSTS": "pug.example.go.id",
        "BEHIND_PROXY": "true",
        "DATABASE_URL": database_url,
    }
    run.stage(
        "Pengaturan produksi",
        *("python", "manage.py", "check", "--deploy", "--fail-level=WARNING"),
        **production,
    )
    run.stage(
        "Migrasi lengkap",
        *("python", "manage.py", "makemigrations", "--check", "--dry-run"),
        **production,
    )


def on_postgres(run: Run, found: Services) -> None:
    run.tests(
        "Seluruh tes di PostgreSQL dan Redis",
        *TWO,
        *("-m", "not browser"),
        f"--count-postgres={run.marks}",
        **server_settings(found),
    )


def on_sqlite(run: Run) -> None:
    # Its tables come straight from the models: the migrations ran on PostgreSQL, and
    # «Migrasi lengkap» says that both are the same. What asks no database has run there.
    is_alone = run.tell is None
    run.tests(
        "Tes cepat di SQLite",
        *(*(TWO if is_alone else ("--with-database",)), "--nomigrations"),
        *("-m", FAST),
        f"--count-postgres={run.marks}",
    )


def in_browser(run: Run, found: Services) -> None:
    run.tests(
        "Perjalanan di peramban",
        *(*THREE, "-m", "browser and not axe", "tests/browser"),
        **server_settings(found),
        CHROMIUM=found.chromium,
    )
    print("    axe atas setiap halaman tidak dijalankan di sini: `make axe`")


def axe(run: Run, found: Services) -> None:
    run.tests(
        "axe atas setiap halaman",
        *(*TWO, "-m", "browser and axe", "tests/browser"),
        **server_settings(found),
        CHROMIUM=found.chromium,
    )


def server_settings(found: Services) -> dict[str, str]:
    return {
        "DATABASE_URL": found.database_url,
        "CELERY_BROKER_URL": f"{found.redis_url}/0",
        "CACHE_URL": f"{found.redis_url}/1",
        # Redis for a test that starts a worker of its own.
        "TEST_REDIS_URL": found.redis_url,
    }


def marked_postgres(run: Run) -> None:
    """Tests that only PostgreSQL can pass must stay few: no rule lives in one engine."""
    if not run.marks.exists():
        run.failed.append("Hitungan tes bertanda postgres")
        return
    marked, every = map(int, run.marks.read_text().split())
    share = 100 * marked / every
    print(f"\nTes bertanda postgres: {marked} dari {every} ({share:.1f} %)")
    if share >= POSTGRES_SHARE_MOST:
        run.failed.append(f"Tes bertanda postgres {share:.1f} %, batasnya 5 %")


def tell(run: Run, seconds: float) -> int:
    print(f"\nSelesai dalam {seconds / 60:.1f} menit.")
    for counts in run.counts:
        print(f"  {counts.name}: {counts}")
    for name in run.failed:
        print(f"  GAGAL: {name}")
    # The closing line is a sum of what ran; a run that left no report has no sum.
    if all(counts.is_complete for counts in run.counts):
        print(sum(run.counts, start=Counts("semua")))
    return 1 if run.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MissingServiceError as missing:
        sys.exit(str(missing))
