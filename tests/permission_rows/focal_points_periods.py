"""Reporting periods."""

from __future__ import annotations

import datetime as dt

from focal_points.periods.actions import exempt
from focal_points.periods.dispensation_actions import grant
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import now
from tests.make import focal_points as make
from tests.permission_rows import row

READERS = row(200, ratih=403, dewi=403, hasan=403, baru=403)
OF_BLORA = {**READERS, "budi": 404}
EDITORS = row(403, siti=200, prov=200)
EDITORS_OF_BLORA = row(403, siti=200)


def sent(answers: dict[str, int], done: int = 422) -> dict[str, int]:
    return {name: done if code == 200 else code for name, code in answers.items()}


LETTER = row(200, dewi=404, baru=403, budi=404)

ROWS = {
    "dispensation-list GET": READERS,
    "period-dispense GET": EDITORS_OF_BLORA,
    "period-dispense POST": sent(EDITORS_OF_BLORA),
    "dispensation-letter GET": LETTER,
    "dispensation-withdraw GET": EDITORS_OF_BLORA,
    "dispensation-withdraw POST": sent(EDITORS_OF_BLORA),
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
    # The dates of Semester II 2020 are long past whatever the day is.
    given = grant(
        period=period,
        opd=world.dinkes,
        until=now() + dt.timedelta(days=3),
        reason="Listrik padam",
        by=SYSTEM,
    )
    of_blora = {"pk": period.pk}
    names = ("period-detail", "period-change", "period-exempt", "period-dispense")
    return {
        **dict.fromkeys(names, of_blora),
        "dispensation-letter": {"pk": given.pk},
        "dispensation-withdraw": {"pk": given.pk},
        "exemption-undo": {"pk": exemption.pk},
    }
