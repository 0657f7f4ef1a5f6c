"""Bring database, reference data and static files to the state this version needs.

Safe to run at every start: what is already there is left alone. One process for all of
it, so that a second start is quick.
"""

import hashlib
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandParser, call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Menyiapkan basis data, data acuan, dan berkas statis untuk versi ini."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--demo",
            action="store_true",
            help="memuat data contoh bila basis data masih kosong",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        for reference in ("load_regions", "load_instrument"):
            call_command(reference, verbosity=0, stdout=StringIO())
        self._collect_static()
        if options["demo"]:
            self._load_demo()

    def _collect_static(self) -> None:
        """Compressing takes seconds, so only when a file has changed."""
        stamp = Path(settings.STATIC_ROOT) / ".source"
        fingerprint = static_fingerprint()
        if stamp.exists() and stamp.read_text() == fingerprint:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(fingerprint)

    def _load_demo(self) -> None:
        """On an empty database, or where an earlier load was cut off halfway."""
        unfinished = Path(settings.DATA_DIR) / "demo-unfinished"
        if get_user_model().objects.exists() and not unfinished.exists():
            return
        self.stdout.write("Memuat data contoh (sekali saja) …")
        unfinished.touch()
        call_command("load_demo", verbosity=0, stdout=StringIO())
        unfinished.unlink()


def static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
