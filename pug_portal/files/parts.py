"""A file that arrives in parts over a weak line: what came stays until the rest comes."""

from __future__ import annotations

import fcntl
import re
import time
from pathlib import Path

from django.conf import settings

from pug_portal.access.refusal import Refusal
from pug_portal.files.actions import too_large_sentence

KEY = re.compile(r"[a-z0-9]{8,40}")
KEPT_SECONDS = 2 * 24 * 3600
MOST_AT_ONCE = 60
DONE = ".jadi"


def folder() -> Path:
    return Path(settings.DATA_DIR) / "tmp" / "potongan"


def drop_old() -> int:
    """How many went of what nobody came back for."""
    old = time.time() - KEPT_SECONDS
    gone = 0
    for path in folder().glob("*"):
        try:
            if path.stat().st_mtime < old:
                path.unlink()
                gone += 1
        except FileNotFoundError:
            continue
    return gone


class Part:
    """One half-arrived file of one person. `owner` keeps people's parts apart."""

    def __init__(self, owner: str, key: str) -> None:
        if not KEY.fullmatch(key):
            raise Refusal("Unggahan ini tidak utuh. Pilih berkasnya sekali lagi.")
        self.folder = folder()
        self.owner = owner
        self.path = self.folder / f"{owner}-{key}"
        self._end = self.folder / f"{owner}-{key}{DONE}"

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def add(self, content: bytes, *, start: int, total: int, name: str) -> int:
        """The size now. A part that came twice, or too early, changes nothing."""
        if start != self.size:
            return self.size
        # Said before the first part is stored: a weak line is not used in vain.
        if max(total, start + len(content)) > settings.UPLOAD_MAX_BYTES:
            self.forget()
            raise Refusal(too_large_sentence(name))
        if start == 0:
            self._make_room()
        with self.path.open("ab") as file:
            # A repeated request may run beside the first one: one after the other, then.
            fcntl.flock(file, fcntl.LOCK_EX)
            if file.tell() == start and self.size == start:
                file.write(content)
        return self.size

    def content(self) -> bytes:
        return self.path.read_bytes()

    def finish(self, key: int) -> None:
        """Arrived, and kept under this key: told again when the answer got lost."""
        self._end.write_text(str(key))
        self.forget()

    @property
    def became(self) -> int | None:
        try:
            return int(self._end.read_text())
        except (FileNotFoundError, ValueError):
            return None

    def finish_at(self, url: str) -> None:
        """Kept, and shown at this address: a form sent twice is led there."""
        self._end.write_text(url)
        self.forget()

    @property
    def ended_at(self) -> str:
        """Empty while the file has not been kept."""
        try:
            return self._end.read_text()
        except FileNotFoundError:
            return ""

    def forget(self) -> None:
        self.path.unlink(missing_ok=True)

    def _make_room(self) -> None:
        """What nobody came back for goes; one person does not fill the disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        drop_old()
        mine = self.folder.glob(f"{self.owner}-*")
        if sum(path.suffix != DONE for path in mine) >= MOST_AT_ONCE:
            raise Refusal(
                "Terlalu banyak unggahan yang belum selesai. Selesaikan dahulu, atau "
                "coba lagi besok."
            )
