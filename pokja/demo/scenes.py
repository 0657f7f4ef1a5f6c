"""A past meeting from its data file, through the real actions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

from focal_points.opd.models import Opd
from pokja.meetings.models import Meeting
from pokja.meetings.scenes import Attend, record_scene
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

DATA = Path(__file__).resolve().parent.parent / "data"


def record_scene_file(
    region: Region,
    file: str,
    opds: dict[str, Opd],
    *,
    by_sekretariat: Actor,
    by_bappeda: Actor,
    photos: Sequence[tuple[UploadedFile, str]] = (),
    attend: Attend | None = None,
) -> Meeting:
    data = json.loads((DATA / file).read_text(encoding="utf-8"))
    return record_scene(
        region=region,
        data=data,
        opd_by_short_name=opds,
        by_sekretariat=by_sekretariat,
        by_bappeda=by_bappeda,
        photos=photos,
        attend=attend,
    )
