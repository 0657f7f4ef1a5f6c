"""Run the whole portal on one machine: web, worker and beat. `make run` starts this.

Without further settings it needs no other server: SQLite and a broker made of files, all
inside DATA_DIR. It listens on this machine alone; deploy/nginx.conf and
docker-compose.yml show the way to an office server.
"""

import fcntl
import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TextIO

import environ

from deploy.processes import Child, Supervisor, tell

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
FOLDERS = ("broker/queue", "broker/control", "tmp", "files", "static")
ACCOUNTS_SHOWN = 6
READY_WITHIN = 90.0

env = environ.Env()


def main() -> None:
    if (ROOT / ".env").exists():
        env.read_env(str(ROOT / ".env"))
    data_dir = Path(env("DATA_DIR", default=str(ROOT / "var"))).expanduser().resolve()
    port = env.int("PORT", default=8000)
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = take_lock(data_dir)
    check_port(port)
    environment = prepare_environment(data_dir, port)
    prepare_data(environment)
    Supervisor(children_of(environment, data_dir, port)).run(Greeting(data_dir, port))
    lock.close()


def take_lock(data_dir: Path) -> TextIO:
    """One portal per DATA_DIR: two would hand each other's jobs around."""
    lock = (data_dir / "portal.lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        sys.exit(f"Portal dengan data di {data_dir} sudah berjalan. Hentikan dahulu.")
    return lock


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            sys.exit(
                f"Pintu {port} sedang dipakai program lain. "
                f"Coba pintu lain: make run PORT={port + 1}"
            )


def prepare_environment(data_dir: Path, port: int) -> dict[str, str]:
    for folder in FOLDERS:
        (data_dir / folder).mkdir(parents=True, exist_ok=True)
    make_secret_key(data_dir / "secret-key")
    return {
        "SITE_URL": f"http://{HOST}:{port}",
        **os.environ,
        "DATA_DIR": str(data_dir),
        # The file broker moves messages through the temporary folder: same disk, ours.
        "TMPDIR": str(data_dir / "tmp"),
        "DJANGO_SETTINGS_MODULE": "pug_portal.settings",
        "PYTHONUNBUFFERED": "1",
        **quiet_about_root(),
    }


def quiet_about_root() -> dict[str, str]:
    """Celery's long English warning becomes one sentence that an office can act on."""
    if os.geteuid() != 0:
        return {}
    tell(
        "Catatan: untuk pemakaian nyata jalankan portal dengan akun biasa, bukan root."
    )
    return {"PYTHONWARNINGS": "ignore:You're running the worker with superuser"}


def make_secret_key(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))


def prepare_data(environment: dict[str, str]) -> None:
    tell("Menyiapkan basis data, data acuan, dan berkas statis …")
    command = [sys.executable, "manage.py", "prepare"]
    if env.bool("LOAD_DEMO", default=True):
        command.append("--demo")
    result = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if result.returncode:
        sys.exit("Persiapan gagal; pesan di atas menyebut sebabnya.")


def children_of(environment: dict[str, str], data_dir: Path, port: int) -> list[Child]:
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "--quiet", "--app", "pug_portal"]
    web = [
        *python,
        *("gunicorn", "pug_portal.wsgi", f"--bind={HOST}:{port}"),
        *("--worker-class=gthread", "--workers=1"),
        f"--threads={env.int('WEB_THREADS', default=8)}",
        *("--no-control-socket", "--graceful-timeout=20", "--log-level=warning"),
    ]
    worker = [
        *celery,
        *("worker", "--queues=celery,laporan", "--hostname=portal@%h"),
        f"--concurrency={env.int('WORKER_CONCURRENCY', default=2)}",
        # Chatter between workers would pile up as files that nobody reads.
        *("--without-gossip", "--without-mingle", "--prefetch-multiplier=1"),
        "--loglevel=warning",
    ]
    beat = [
        *celery,
        *("beat", f"--schedule={data_dir / 'beat-schedule'}", "--loglevel=warning"),
        "--pidfile=",
    ]
    return [
        Child("Web", web, environment),
        Child("Pekerja", worker, environment),
        Child("Penjadwal", beat, environment),
    ]


class Greeting:
    """Says once where the portal is, as soon as it is healthy, or why it is not."""

    def __init__(self, data_dir: Path, port: int) -> None:
        self.data_dir = data_dir
        self.address = f"http://{HOST}:{port}/"
        self.give_up_at = time.monotonic() + READY_WITHIN
        self.ask_again_at = 0.0

    def __call__(self) -> bool:
        now = time.monotonic()
        if now < self.ask_again_at:
            return False
        self.ask_again_at = now + 1
        is_healthy, answer = self._health()
        if not is_healthy and now < self.give_up_at:
            return False
        if is_healthy:
            tell(f"\nPortal siap: {self.address}")
        else:
            tell(f"\nPortal berjalan di {self.address} tetapi belum sehat: {answer}")
        self._tell_accounts()
        tell("Ctrl-C menghentikan semuanya; data tetap tersimpan.\n")
        return True

    def _health(self) -> tuple[bool, str]:
        try:
            url = f"{self.address}healthz"
            with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310
                return response.status == 200, ""
        except urllib.error.HTTPError as error:
            return False, error.read(2000).decode(errors="replace")
        except OSError as error:
            return False, str(error)

    def _tell_accounts(self) -> None:
        path = self.data_dir / "demo-accounts.json"
        if not path.exists():
            return
        accounts = json.loads(path.read_text())
        tell("Akun contoh (nama pengguna, kata sandi, peran, wilayah):")
        for account in accounts[:ACCOUNTS_SHOWN]:
            tell(
                f"  {account['username']:<24} {account['password']:<20} "
                f"{account['role']:<14} {account['region']}"
            )
        if len(accounts) > ACCOUNTS_SHOWN:
            tell(f"  … dan {len(accounts) - ACCOUNTS_SHOWN} lagi di {path}")


if __name__ == "__main__":
    main()
