"""Reporting periods."""

from __future__ import annotations

from focal_points.periods.actions import exempt
from pug_portal.access.actor import SYSTEM
from tests.make import focal_points as make
from tests.permission_rows import row

READERS = row(200, ratih=403, dewi=403, hasan=403, baru=403)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, prov=200)
EDITORS_OF_BLORA = row(403, siti=200)


def sent(answers: dict[str, int], done: int = 422) -> dict[str, int]:
    return {name: done if code == 200 else code for name, code in answers.items()}


ROWS = {
    "period-list GET": READERS,
    "period-detail GET": OF_BLORA,
    "period-open GET": EDITORS,
    "period-open POST": sent(EDITORS),
    # Without the semester that the button promised nothing opens.
    "period-open-next POST": sent(EDITORS, done=302),
    "period-open-earlier POST": sent(EDITORS, done=302),
    "period-change GET": EDITORS_OF_BLORA,
    "period-change POST": sent(EDITORS_OF_BLORA),
    "period-exempt GET": EDITORS_OF_BLORA,
    "period-exempt POST": sent(EDITORS_OF_BLORA),
    "exemption-undo GET": EDITORS_OF_BLORA,
    # Siti comes first and undoes it; then there is nothing left for the province.
    "exemption-undo POST": {**sent(EDITORS_OF_BLORA, done=302), "prov": 404},
}


def kwargs(world) -> dict[str, dict[str, object]]:
    period = make.period(world.blora)
    exemption = exempt(period=period, opd=world.dlh, reason="Baru", by=SYSTEM)
    of_blora = {"pk": period.pk}
    names = ("period-detail", "period-change", "period-exempt")
    return {
        **dict.fromkeys(names, of_blora),
        "exemption-undo": {"pk": exemption.pk},
    }
