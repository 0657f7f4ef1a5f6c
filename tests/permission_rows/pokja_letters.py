"""Letters, letterheads and the meeting kit of Blora."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from pokja.letters import job_actions
from pokja.letters.models import LetterJob
from tests.make import letters as make
from tests.permission_rows import row

# A meeting to come: its region's OPD people know of it, readers of settled things do not.
DESK = row(403, siti=200, joko=200, budi=404, prov=404)
DESK_MOVE = row(403, siti=302, joko=302, budi=404, prov=404)
READ = row(200, wati=404, yusuf=404, budi=404, prov=404, admin=403, baru=403)
LIST = row(403, siti=200, joko=200, budi=200, prov=200)

ROWS = {
    "letterhead-list GET": LIST,
    "letterhead-add GET": LIST,
    "letterhead-add POST": row(403, siti=422, joko=422, budi=422, prov=422),
    # The province sees kop below it and changes none.
    "letterhead-change GET": row(403, siti=200, joko=200, budi=404),
    "letterhead-change POST": row(403, siti=422, joko=422, budi=404),
    # Siti comes first and removes it; for Joko it is gone.
    "letterhead-remove POST": row(403, siti=302, joko=404, budi=404, prov=404),
    "invitee-edit GET": DESK,
    # An empty post lacks what the rows say about themselves.
    "invitee-edit POST": row(403, siti=422, joko=422, budi=404, prov=404),
    "meeting-letters GET": READ,
    "letter-begin POST": DESK_MOVE,
    "letter-detail GET": row(
        200, wati=404, yusuf=404, budi=404, prov=404, admin=403, baru=403
    ),
    "letter-detail POST": DESK_MOVE,
    "letter-remove POST": row(
        403, siti=302, joko=404, wati=403, yusuf=403, budi=404, prov=404
    ),
    "letter-number POST": DESK_MOVE,
    "letter-file GET": READ,
    "letter-zip POST": DESK_MOVE,
    "letter-mail POST": DESK_MOVE,
    "letter-job GET": DESK,
    "letter-job-download GET": DESK,
    "meeting-kit GET": DESK,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    letter = make.finished(world)
    planned = make.meeting(world, title="Rapat Tim Teknis")
    draft = make.draft(world, make.meeting(world, title="Bimtek"))
    unused = make.letterhead(world, name="Dinsos P3A")
    job = job_actions.ask_zip(letter=letter, by=world.siti)
    path = default_storage.save("surat.zip", ContentFile(b"PK"))
    LetterJob.objects.filter(pk=job.pk).update(state="siap", path=path)
    done = {"pk": letter.pk}
    return {
        "letterhead-change": {"pk": letter.letterhead_id},
        "letterhead-remove": {"pk": unused.pk},
        "invitee-edit": {"pk": planned.pk},
        "meeting-letters": {"pk": letter.meeting_id},
        "letter-begin": {"pk": planned.pk, "kind": "undangan"},
        "letter-detail": done,
        "letter-remove": {"pk": draft.pk},
        "letter-number": done,
        "letter-file": {**done, "form": "ics"},
        "letter-zip": done,
        "letter-mail": done,
        "letter-job": {"pk": job.pk},
        "letter-job-download": {"pk": job.pk},
        "meeting-kit": {"pk": letter.meeting_id, "name": "susunan-acara"},
    }
