"""The library of indicators: read by everybody of the region, kept by the desk."""

from __future__ import annotations

from focal_points.indicators.sheet import IndicatorImporter
from tests.make import indicators as make
from tests.make.imports import upload
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)
EDITORS = row(403, siti=200, joko=200, budi=200, prov=200)
EDITORS_OF_BLORA = row(403, siti=200, joko=200, budi=404)
UPLOADER = row(403, siti=200, joko=404, budi=404, prov=404)


def _with(answers: dict[str, int], code: int) -> dict[str, int]:
    return {who: code if was == 200 else was for who, was in answers.items()}


ROWS = {
    "indicator-list GET": READERS,
    "indicator-detail GET": {**READERS, "budi": 404},
    "indicator-add GET": EDITORS,
    "indicator-add POST": _with(EDITORS, 422),
    "indicator-edit GET": EDITORS_OF_BLORA,
    "indicator-edit POST": _with(EDITORS_OF_BLORA, 422),
    "indicator-sheet GET": EDITORS,
    "indicator-sheet POST": _with(EDITORS, 422),
    "indicator-sheet-template GET": EDITORS,
    "indicator-sheet-data GET": EDITORS,
    # An upload is seen by the person who made it alone.
    "indicator-sheet-preview GET": UPLOADER,
    "indicator-sheet-preview POST": _with(UPLOADER, 422),
    "indicator-sheet-marked GET": UPLOADER,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    indicator = {"pk": make.indicator(world.blora, world.siti).pk}
    draft = {"draft": upload(IndicatorImporter(world.blora), world.siti).pk}
    return {
        "indicator-detail": indicator,
        "indicator-edit": indicator,
        "indicator-sheet-preview": draft,
        "indicator-sheet-marked": draft,
    }
