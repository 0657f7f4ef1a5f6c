"""Seven prerequisites of Blora: region items, items of Dinkes, answers and evidence.

KEL-1 is the sekretariat's to fill, KEB-6 Bappeda's; Siti submitted KEL-2 (Joko judges),
Ratih drafted KEL-4 of her Dinkes.
"""

from __future__ import annotations

from prasyarat.assessments.duty_models import AnswerDuty
from tests.make import prasyarat as make
from tests.permission_rows import row

READERS = row(200, admin=403, baru=403)
DESK = row(403, siti=200, joko=200, budi=200, prov=200)
# A focal point reaches the queue of nobody; the desk of any region has its own.
FILLERS = row(403, siti=302, joko=302, ratih=302, dewi=302, budi=302, prov=302)
FILLERS_READ = {k: 200 if v == 302 else v for k, v in FILLERS.items()}
# Items of the own region: every filler may open his own region's page.
OWN_KEL1 = row(403, siti=422, prov=422)
FORM_KEL1 = row(403, siti=200, prov=200)
# Dinkes of Blora: its people, Blora's desk, its readers; others have no such OPD.
DINKES = row(404, siti=200, joko=200, ratih=200, hasan=200, wati=200, yusuf=200,
             admin=403, baru=403)  # fmt: skip
DINKES_FILL = row(403, siti=200, ratih=200, dewi=404, budi=404, prov=404)
DINKES_SAVE = row(403, siti=422, ratih=422, dewi=404, budi=404, prov=404)
# One answer of Blora (KEL-2, Bappeda's own, submitted by Siti). Once Joko has verified
# it, the province may read it but not change it.
JUDGED = row(403, joko=302, budi=404)
JUDGE_FORM = row(403, siti=200, joko=200, budi=404, prov=404)
JUDGE_POST = row(403, siti=422, joko=422, budi=404, prov=404)
SENT = row(403, siti=302, joko=302, budi=404, prov=404)
# After Siti took it back it is a draft of the desk, which OPD people do not read.
TAKEN_BACK = {**SENT, "ratih": 404, "dewi": 404}

ROWS = {
    "assessment GET": READERS,
    "prerequisite GET": READERS,
    "indicator GET": READERS,
    "indicator POST": OWN_KEL1,
    "evidence-add GET": FORM_KEL1,
    "evidence-add POST": OWN_KEL1,
    "not-applicable GET": FORM_KEL1,
    "not-applicable POST": OWN_KEL1,
    "answer-queue GET": DESK,
    "answer-submit-ready POST": FILLERS,
    "figures-count POST": row(
        403, siti=302, joko=302, ratih=302, dewi=302, budi=302, prov=302
    ),
    "answer-duties GET": DESK,
    "answer-duties POST": {k: 422 if v == 200 else v for k, v in DESK.items()},
    # Siti comes first: for the others it is gone.
    "answer-duty-drop POST": row(403, siti=302, joko=404, budi=404, prov=404),
    "answers-carried GET": FILLERS_READ,
    "answers-carried POST": FILLERS,
    "answer-tasks GET": READERS,
    "answer-score GET": JUDGE_FORM,
    "answer-score POST": JUDGE_POST,
    "answer-agree POST": SENT,
    "answer-revert POST": SENT,
    "answer-confirm POST": SENT,
    "targets GET": DESK,
    "targets POST": {k: 302 if v == 200 else v for k, v in DESK.items()},
    "opd-map GET": row(200, ratih=403, dewi=403, hasan=403, admin=403, baru=403),
    "opd-map-sheet GET": row(200, ratih=403, dewi=403, hasan=403, admin=403, baru=403),
    "opd-sheet-mine GET": row(302, admin=403, baru=403),
    "opd-sheet GET": DINKES,
    "opd-indicator GET": DINKES,
    "opd-indicator POST": DINKES_SAVE,
    "opd-evidence-add GET": DINKES_FILL,
    "opd-evidence-add POST": DINKES_SAVE,
    "opd-not-applicable GET": DINKES_FILL,
    "opd-not-applicable POST": DINKES_SAVE,
    "answer-submit POST": SENT,
    "answer-withdraw POST": TAKEN_BACK,
    "answer-verify POST": JUDGED,
    "answer-return GET": JUDGE_FORM,
    "answer-return POST": JUDGE_POST,
    "answer-reopen GET": JUDGE_FORM,
    "answer-reopen POST": JUDGE_POST,
    "evidence-remove GET": row(403, siti=200, ratih=404, dewi=404, budi=404, prov=404),
    # Siti comes first: for the others it is gone.
    "evidence-remove POST": row(
        403, siti=302, joko=404, ratih=404, dewi=404, budi=404, prov=404
    ),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    kel1, kel2 = (make.item(code, world.blora) for code in ("KEL-1", "KEL-2"))
    sent = make.answer_at("diajukan", kel2, world.siti)
    make.answer_at("draf", make.item("KEL-4", world.blora, world.dinkes), world.ratih)
    make.answer_at("draf", kel1, world.siti)
    duty = AnswerDuty.objects.create(
        region=world.blora,
        indicator=kel1.indicator,
        since=make.DAY,
        due_on=make.DAY,
    )
    piece = kel1.indicator.answers.get().evidence.get()
    opd = {"pk": world.dinkes.pk, "kode": "KEL-4"}
    answer = {"pk": sent.pk}
    return {
        "prerequisite": {"kode": "KEL"},
        "answers-carried": {"kode": "KEL"},
        "answer-duty-drop": {"pk": duty.pk},
        "indicator": {"kode": "KEL-1"},
        "evidence-add": {"kode": "KEL-1"},
        "not-applicable": {"kode": "KEL-1"},
        "opd-sheet": {"pk": world.dinkes.pk},
        "opd-indicator": opd,
        "opd-evidence-add": opd,
        "opd-not-applicable": opd,
        "answer-submit": answer,
        "answer-withdraw": answer,
        "answer-verify": answer,
        "answer-return": answer,
        "answer-reopen": answer,
        "answer-score": answer,
        "answer-agree": answer,
        "answer-revert": answer,
        "answer-confirm": answer,
        "evidence-remove": {"pk": piece.pk},
    }
