"""The report as HTML: an ordered list of chapters, and front matter made from them.

Tables of contents are read off the rendered chapters, so that they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html.parser import HTMLParser

from django.template.loader import render_to_string

from focal_points.progress.duties import DUTIES
from pokja.regulations.national import NATIONAL_RULES
from pokja.reports.content import ReportContent
from pokja.reports.summary import Summary

FOLDER = "pokja/reports/pdf"
# Its tables are wide; turned as a whole, it leaves no page half empty.
LANDSCAPE = {"bab-4"}


@dataclass(frozen=True)
class Chapter:
    """`number` is empty for front matter: it stands before the table of contents."""

    key: str
    number: str
    title: str

    @property
    def kind(self) -> str:
        """Class of its section: annexes follow each other without a page of their own."""
        if self.key in LANDSCAPE:
            return "bab lanskap"
        return "lampiran" if self.key.startswith("lampiran") else "bab"

    @property
    def template(self) -> str:
        return f"{FOLDER}/{self.key.replace('-', '_')}.html"


FRONT = (Chapter("kata-pengantar", "", "Kata Pengantar"),)
CHAPTERS = (
    Chapter("bab-1", "BAB I", "Pendahuluan"),
    Chapter("bab-2", "BAB II", "Gambaran Umum"),
    Chapter("bab-3", "BAB III", "Pelaksanaan Tujuh Prasyarat"),
    Chapter("bab-4", "BAB IV", "Pelaksanaan PUG dan PPRG pada Perangkat Daerah"),
    Chapter("bab-5", "BAB V", "Kegiatan Pokja PUG"),
    Chapter("bab-6", "BAB VI", "Permasalahan, Upaya, dan Rekomendasi"),
    Chapter("bab-7", "BAB VII", "Penutup"),
    Chapter("lampiran-1", "Lampiran 1", "Surat Keputusan"),
    Chapter("lampiran-2", "Lampiran 2", "Daftar Anggota"),
    Chapter("lampiran-3", "Lampiran 3", "Daftar Focal Point"),
    Chapter("lampiran-4", "Lampiran 4", "Matriks Program Kerja"),
    Chapter("lampiran-5", "Lampiran 5", "Notulen Rapat"),
    Chapter("lampiran-6", "Lampiran 6", "Rekap Daftar Hadir"),
    Chapter("lampiran-7", "Lampiran 7", "Rincian Jawaban Tujuh Prasyarat"),
    Chapter("lampiran-8", "Lampiran 8", "Data Terpilah"),
    Chapter("lampiran-9", "Lampiran 9", "Daftar Bukti dan Berkas"),
    Chapter("lampiran-10", "Lampiran 10", "Foto Kegiatan"),
)


@dataclass(frozen=True)
class Entry:
    anchor: str
    level: int
    text: str


def html(content: ReportContent) -> str:
    context = {
        "content": content,
        "cover": content.cover,
        "texts": content.texts,
        "stamp": content.stamp,
        "sum": Summary(content),
        "national_rules": NATIONAL_RULES,
        "duty_names": DUTIES,
        "created": dt.datetime.combine(content.stamp.collected_on, dt.time()),
        "chapters": CHAPTERS,
    }
    front = [_rendered(chapter, context) for chapter in FRONT]
    body = [_rendered(chapter, context) for chapter in CHAPTERS]
    headings, tables = _contents("".join(front + body))
    return render_to_string(
        f"{FOLDER}/base.html",
        context
        | {"front": front, "body": body, "headings": headings, "tables": tables},
    )


def _rendered(chapter: Chapter, context: dict[str, object]) -> str:
    text = render_to_string(chapter.template, context | {"chapter": chapter})
    return str(text)


def _contents(text: str) -> tuple[list[Entry], list[Entry]]:
    parser = _Headings()
    parser.feed(text)
    headings = [entry for entry in parser.entries if entry.level]
    return headings, [entry for entry in parser.entries if not entry.level]


class _Headings(HTMLParser):
    """Collects h1, h2 and captions that carry an id; a caption is of level 0."""

    _LEVELS = {"h1": 1, "h2": 2, "caption": 0}

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._open: tuple[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if tag in self._LEVELS and anchor:
            self._open, self._text = (tag, anchor), []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0]:
            words = " ".join("".join(self._text).split())
            self.entries.append(Entry(self._open[1], self._LEVELS[tag], words))
            self._open = None
