"""The profile as PDF: HTML with pictures from memory, tagged, with pages «x dari y»."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string

from prasyarat.gender_data import pictures
from prasyarat.gender_data.grid import HIDDEN_NOTE, WITHHELD_NOTE
from prasyarat.gender_data.profile_content import IndexPart, Profile, TablePart
from pug_portal.lib import pdf
from pug_portal.lib.chart_lines import Line, lines
from pug_portal.lib.pdf import Progress

LEAST_YEARS = 3


@dataclass(frozen=True)
class Picture:
    """`source` is the address among the assets; empty where nothing can be drawn."""

    source: str
    alt: str


@dataclass(frozen=True)
class Shown:
    part: IndexPart | TablePart
    picture: Picture | None


class _Album:
    """Pictures by the name the HTML asks for them by."""

    def __init__(self) -> None:
        self.assets: dict[str, bytes] = {}

    def keep(self, name: str, drawn: str, alt: str) -> Picture | None:
        if not drawn:
            return None
        self.assets[name] = drawn.encode()
        return Picture(f"pug://{name}", alt)


def profile_pdf(profile: Profile, *, progress: Progress | None = None) -> bytes:
    album = _Album()
    context = {
        "profile": profile,
        "region": profile.region,
        "title": f"Profil Gender {profile.region.name} {profile.year}",
        "indices": [
            Shown(part, _index_picture(album, part, place))
            for place, part in enumerate(profile.indices)
        ],
        "chapters": [
            (chapter, [Shown(p, _table_picture(album, p)) for p in chapter.parts])
            for chapter in profile.chapters
        ],
        "hidden_note": HIDDEN_NOTE,
        "withheld_note": WITHHELD_NOTE,
    }
    html = render_to_string("prasyarat/gender_data/pdf/profile.html", context)
    return pdf.render(
        html, identifier=profile.sha256, assets=album.assets, progress=progress
    )


def _index_picture(album: _Album, part: IndexPart, place: int) -> Picture | None:
    own = part.columns[0][1]
    if len(own) < LEAST_YEARS:
        return None
    others = ", ".join(column for column, _ in part.columns)
    alt = f"Garis {part.name} {others}; angkanya di tabel sesudahnya."
    drawn = lines(
        [Line(column, values) for column, values in part.columns],
        title=alt,
        chart_id=f"indeks-{place}",
        for_print=True,
    )
    return album.keep(f"indeks-{place}.svg", drawn, alt)


def _table_picture(album: _Album, part: TablePart) -> Picture | None:
    alt = f"Batang {part.table.title} {part.year}; angkanya di tabel sesudahnya."
    drawn = pictures.bars(part.table, part.grid, part.year, for_print=True)
    return album.keep(f"{part.table.code.lower()}.svg", drawn, alt)
