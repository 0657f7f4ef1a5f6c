"""What was saved comes back: database, files, and a refusal where it must not."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest

ROOT = Path(__file__).resolve().parent.parent
NAME = "portal.sqlite3"
Run = Callable[..., subprocess.CompletedProcess[str]]

# One process, so that the database is migrated once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("backup")]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A command of the repository with its own data; SQLite unless told otherwise."""
    bin_dir = str(Path(sys.executable).parent)
    environment = {
        "PATH": f"{bin_dir}:{os.environ['PATH']}",
        "SECRET_KEY": "only for this test",
        "DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": "",
    }
    (tmp_path / "data" / "files").mkdir(parents=True)

    def run_command(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            command,
            cwd=ROOT,
            env={k: v for k, v in {**environment, **more}.items() if v},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_command


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded database as a first start leaves it; every test takes a copy."""
    if made := os.environ.get("TEST_SQLITE_FILE"):
        return Path(made)
    folder = tmp_path_factory.mktemp("migrated")
    subprocess.run(
        (sys.executable, "manage.py", "migrate", "-v0"),
        cwd=ROOT,
        env={**os.environ, "SECRET_KEY": "x", "DATA_DIR": str(folder)}
        | {"DATABASE_URL": f"sqlite:///{folder / NAME}"},
        check=True,
    )
    return folder / NAME


@pytest.fixture
def own_database(run: Run) -> Iterator[str]:
    """A database of this test beside the one of the test run."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = f"backup_{os.getpid()}"
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    connection.autocommit = True
    with connection.cursor() as cursor:
        template = os.environ.get("TEST_DATABASE_TEMPLATE") or "template1"
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        address = urlunsplit(url._replace(path=f"/{name}"))
        if template == "template1":
            done = run(sys.executable, "manage.py", "migrate", DATABASE_URL=address)
            assert done.returncode == 0, done.stderr
        yield address
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    connection.close()


def round_trip(
    run: Run, tmp_path: Path, connect: Callable[[], Any], **database: str
) -> None:
    file = tmp_path / "data" / "files" / "sk.pdf"
    note(connect, "before")
    file.write_bytes(b"the decree")
    saved = run("deploy/backup.sh", str(tmp_path / "backup"), **database)
    assert saved.returncode == 0, saved.stderr
    note(connect, "after")
    file.write_bytes(b"overwritten by mistake")

    (archive,) = (tmp_path / "backup").iterdir()
    restored = run("deploy/restore.sh", str(archive), "--yes", **database)

    assert restored.returncode == 0, restored.stderr
    assert noted(connect) == ["before"]
    assert file.read_bytes() == b"the decree"


def note(connect: Callable[[], Any], name: str) -> None:
    with closing(connect()) as connection:
        connection.cursor().execute(
            f"INSERT INTO pug_portal_heartbeat VALUES ('{name}', '2020-10-26')"  # noqa: S608
        )
        connection.commit()


def noted(connect: Callable[[], Any]) -> list[str]:
    with closing(connect()) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT name FROM pug_portal_heartbeat")
        return [name for (name,) in cursor.fetchall()]


def test_a_backup_of_the_embedded_portal_brings_back_rows_and_files(
    run, tmp_path, migrated
):
    database = shutil.copy(migrated, tmp_path / "data" / NAME)

    round_trip(run, tmp_path, partial(sqlite3.connect, database))


@pytest.mark.postgres  # pg_dump and psql speak with PostgreSQL alone
def test_a_backup_of_postgres_brings_back_rows_and_files(run, tmp_path, own_database):
    round_trip(
        run,
        tmp_path,
        partial(psycopg2.connect, own_database),
        DATABASE_URL=own_database,
    )


def test_a_damaged_archive_is_refused_and_nothing_is_replaced(run, tmp_path, migrated):
    database = Path(shutil.copy(migrated, tmp_path / "data" / NAME))
    run("deploy/backup.sh", str(tmp_path / "backup"))
    (archive,) = (tmp_path / "backup").iterdir()
    content = tmp_path / "content"
    content.mkdir()
    run("tar", "-xzf", str(archive), "-C", str(content))
    (content / "database.sqlite3").write_bytes(b"not what was saved")
    run("tar", "-czf", str(archive), "-C", str(content), ".")
    before = database.read_bytes()

    refused = run("deploy/restore.sh", str(archive), "--yes")

    assert refused.returncode == 1
    assert "Cadangan rusak" in refused.stderr
    assert database.read_bytes() == before


def test_restoring_asks_to_be_sure(run, tmp_path):
    refused = run("deploy/restore.sh", str(tmp_path / "any.tar.gz"))

    assert refused.returncode == 1
    assert "--yes" in refused.stderr
