"""The library of Blora: an SK of the region in use on a sent answer, one nobody uses,
and a document of Dinkes that no answer uses yet."""

from __future__ import annotations

from prasyarat.assessments.actions import save_answer, submit_answer
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.evidence.actions import retire
from tests.make import evidence as make
from tests.make import prasyarat as make_answer
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)
# Submitted: read by the own region's working roles; not yet by others.
USED = row(404, siti=200, joko=200, ratih=200, dewi=200, hasan=200, admin=403, baru=403)
# Of the desk: those who may fill but not reach it meet a 404, or are told whose it is.
DESK = row(403, siti=200, joko=200, budi=404, prov=404)
UNUSED = {**DESK, "ratih": 404, "dewi": 404}
POSTED = {name: 422 if code == 200 else code for name, code in DESK.items()}
OFFICE = row(403, siti=200, ratih=200, dewi=404, budi=404, prov=404)

ROWS = {
    "evidence-list GET": READERS,
    "evidence-missing GET": READERS,
    "evidence-upload GET": row(
        403, siti=200, joko=200, ratih=200, dewi=200, budi=200, prov=200
    ),
    "evidence-upload POST": row(
        403, siti=422, joko=422, ratih=422, dewi=422, budi=422, prov=422
    ),
    "evidence-detail GET": USED,
    "evidence-preview GET": USED,
    "evidence-version GET": DESK,
    "evidence-version POST": POSTED,
    "evidence-edit GET": DESK,
    "evidence-edit POST": POSTED,
    "evidence-retire GET": DESK,
    "evidence-retire POST": POSTED,
    "evidence-restore POST": {
        name: 302 if code == 200 else code for name, code in UNUSED.items()
    },
    "evidence-delete GET": UNUSED,
    "evidence-delete POST": {
        name: 422 if code == 200 else code for name, code in UNUSED.items()
    },
    "evidence-choose GET": row(403, siti=200, prov=200),
    "evidence-choose POST": row(403, siti=422, prov=422),
    "opd-evidence-choose GET": OFFICE,
    "opd-evidence-choose POST": {
        name: 422 if code == 200 else code for name, code in OFFICE.items()
    },
}


def kwargs(world) -> dict[str, dict[str, object]]:
    item = make_answer.item("KEL-1", world.blora)
    used = make.document(world.blora, world.siti, "sk.pdf")
    make.document(world.blora, world.ratih, "renja.pdf", opd=world.dinkes)
    spare = make.document(world.blora, world.joko, "spare.pdf")
    retire(document=spare, reason="Sudah diganti.", by=world.joko)
    file = used.versions.get().file
    answer = save_answer(
        item=item,
        as_of=make_answer.DAY,
        reply=make_answer.Reply(choice="ada"),
        by=world.siti,
    )
    add_file(item=item, file=file, by=world.siti)
    submit_answer(answer=answer, by=world.siti)
    document, unused = {"pk": used.pk}, {"pk": spare.pk}
    return {
        "evidence-detail": document,
        "evidence-preview": {"pk": file.pk},
        "evidence-version": document,
        "evidence-edit": document,
        "evidence-retire": document,
        "evidence-restore": unused,
        "evidence-delete": unused,
        "evidence-choose": {"kode": "KEL-1"},
        "opd-evidence-choose": {"pk": world.dinkes.pk, "kode": "KEL-4"},
    }
