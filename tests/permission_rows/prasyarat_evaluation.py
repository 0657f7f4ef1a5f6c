"""One period of Blora with its pack and an old folder, one official result with a note."""

from __future__ import annotations

from prasyarat.evaluation.models import FolderDraft
from prasyarat.evaluation.pack_actions import ask_pack
from prasyarat.evaluation.result_actions import add_note
from pug_portal.lib.clock import now
from tests.make import evaluation as make
from tests.permission_rows import row

DESK = row(403, siti=200, joko=200, budi=200, prov=200)
# Blora's own: a neighbour does not know it, the province does not change it.
OWN = row(403, siti=200, joko=200, budi=404, prov=403)
BAD = {key: 422 if value == 200 else value for key, value in OWN.items()}
BUTTON = {key: 302 if value == 200 else value for key, value in OWN.items()}
# A pack and a folder are Siti's alone.
HERS = row(403, siti=200, joko=404, budi=404, prov=404)
HER_BUTTON = row(403, siti=302, joko=404, budi=404, prov=404)
# Not made yet.
NONE = row(403, siti=404, joko=404, budi=404, prov=404)
READERS = row(200, admin=403, baru=403)
OF_BLORA = row(200, budi=404, admin=403, baru=403)

ROWS = {
    "evaluation-list GET": DESK,
    "evaluation-list POST": {k: 422 if v == 200 else v for k, v in DESK.items()},
    "evaluation-detail GET": OWN,
    "evaluation-edit GET": OWN,
    "evaluation-edit POST": BAD,
    "evaluation-move POST": BUTTON,
    "evaluation-pack-ask POST": BUTTON,
    "evaluation-pack GET": HERS,
    "evaluation-pack-download GET": NONE,
    "evaluation-folder GET": OWN,
    "evaluation-folder POST": BAD,
    "evaluation-folder-preview GET": HERS,
    "evaluation-folder-preview POST": HER_BUTTON,
    "evaluation-folder-progress GET": HERS,
    "evaluation-folder-import POST": HER_BUTTON,
    "evaluation-folder-drop POST": HER_BUTTON,
    "evaluation-field GET": OF_BLORA,
    "evaluation-field-pdf GET": OF_BLORA,
    "evaluation-field-check POST": BUTTON,
    "official-results GET": READERS,
    "official-result-add GET": DESK,
    "official-result-add POST": {k: 422 if v == 200 else v for k, v in DESK.items()},
    "official-result GET": OF_BLORA,
    "official-result-edit GET": OWN,
    "official-result-edit POST": BAD,
    "official-note-add GET": OWN,
    "official-note-add POST": BAD,
    "official-note-follow-up GET": OWN,
    "official-note-follow-up POST": BAD,
    # Siti comes first: for Joko they are gone.
    "official-note-remove POST": row(403, siti=302, joko=404, budi=404, prov=404),
    "official-result-remove POST": row(403, siti=302, joko=404, budi=404, prov=404),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    period = make.period(world.blora, world.siti)
    pack = ask_pack(period=period, by=world.siti)
    folder = FolderDraft.objects.create(
        period=period,
        source=period.instrument,
        year=period.first_year - 1,
        name="folder.zip",
        uploaded_by=world.siti.user,
        uploaded_at=now(),
        expires_at=now(),
    )
    result = make.result(world.blora, world.siti)
    note = add_note(result=result, text="SK belum ada.", indicator=None, by=world.siti)
    of_period, of_result = {"pk": period.pk}, {"pk": result.pk}
    names = ("detail", "edit", "move", "pack-ask", "folder", "field", "field-pdf")
    return {
        **{f"evaluation-{name}": of_period for name in names},
        "evaluation-field-check": {"pk": period.pk, "kode": "KEL-1"},
        "evaluation-pack": {"pk": pack.pk},
        "evaluation-pack-download": {"pk": pack.pk},
        **{
            f"evaluation-folder-{name}": {"pk": folder.pk}
            for name in ("preview", "progress", "import", "drop")
        },
        "official-result": of_result,
        "official-result-edit": of_result,
        "official-result-remove": of_result,
        "official-note-add": of_result,
        "official-note-follow-up": {"pk": note.pk},
        "official-note-remove": {"pk": note.pk},
    }
