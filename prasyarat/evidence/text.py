"""Reads the words of one file in a process of its own, within bounds; never fails."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings

from prasyarat.evidence.models import TextState
from prasyarat.evidence.text_bounds import MOST_PAGES, SECONDS
from prasyarat.evidence.words import one_line

logger = logging.getLogger(__name__)

KINDS = frozenset({"pdf", "docx"})
MOST_BYTES = 20 * 1024**2
MOST_TEXT = 1_500_000
UNREADABLE = "Teks tidak terbaca: berkas ini rusak, terkunci, atau terlalu rumit."
SCANNED = "Berkas ini gambar atau hasil pindai tanpa teks; cari lewat judulnya."
NO_WORDS = "Teks hanya dibaca dari PDF dan DOCX; cari lewat judulnya."
PARTLY = "Terbaca sampai hal. {last}; sisanya terlalu rumit atau terlalu panjang."


@dataclass(frozen=True)
class Reading:
    state: TextState
    note: str = ""
    pages: tuple[tuple[int, str], ...] = ()


def read_text(content: bytes, kind: str, pages: int | None = None) -> Reading:
    if kind not in KINDS:
        return Reading(TextState.EMPTY, NO_WORDS)
    if len(content) > MOST_BYTES:
        return Reading(TextState.UNREADABLE, UNREADABLE)
    told, is_whole = _ask(content, kind)
    found = _within(told)
    if not found:
        note = SCANNED if is_whole else UNREADABLE
        return Reading(TextState.EMPTY if is_whole else TextState.UNREADABLE, note)
    is_cut = len(told) > len(found) and sum(len(t) for _, t in told) > MOST_TEXT
    if not is_whole or is_cut or (kind == "pdf" and (pages or 0) > MOST_PAGES):
        return Reading(TextState.READ, PARTLY.format(last=found[-1][0]), found)
    return Reading(TextState.READ, "", found)


def _within(told: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    size = 0
    for number, text in told:
        words = one_line(text)
        size += len(words)
        if size > MOST_TEXT:
            break
        if words:
            found.append((number, words))
    return tuple(found)


def _ask(content: bytes, kind: str) -> tuple[list[tuple[int, str]], bool]:
    """The pages told, and whether the process came to the end of the file."""
    command = [sys.executable, "-m", "prasyarat.evidence.text_child", kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no word of the file
            command,
            input=content,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=SECONDS * 2,
            check=False,
        )
        output, is_whole = done.stdout, done.returncode == 0
    except subprocess.TimeoutExpired as late:
        output, is_whole = late.stdout or b"", False
    if not is_whole:
        logger.info("the words of a %s were not read to the end", kind)
    return _pages(output), is_whole


def _pages(output: bytes) -> list[tuple[int, str]]:
    """A line cut in the middle by the limit is left out."""
    found = []
    for line in output.splitlines():
        try:
            number, text = json.loads(line)
        except ValueError:
            break
        # Half a pair of code units, as broken fonts give, is no text for a base.
        found.append((int(number), str(text).encode("utf-8", "ignore").decode()))
    return found
