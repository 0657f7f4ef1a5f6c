"""An office writes its own ARG, the desk everybody's, and the desk sends the recap."""

from __future__ import annotations

from focal_points.budgets.line_models import SipdDraft
from pug_portal.lib.clock import now, today
from tests.permission_rows import row

READ = row(403, siti=200, joko=200, ratih=200, dewi=200, hasan=200, yusuf=200)
READ |= {"budi": 200, "prov": 200}
EDIT = row(404, siti=200, joko=200, ratih=200, hasan=403, wati=403, yusuf=403)
EDIT |= {"prov": 403, "admin": 403, "baru": 403}

OWNER = row(403, ratih=200, siti=404, joko=404, dewi=404, budi=404, prov=404)

ROWS = {
    "arg-recap GET": READ,
    # Nothing is recorded yet: told, and back to the page.
    "arg-recap POST": row(403, siti=302, joko=302, budi=302, prov=302),
    "arg-recap-pdf GET": READ,
    "arg-edit GET": EDIT,
    "budget-lines GET": EDIT,
    "budget-lines POST": {who: 422 if was == 200 else was for who, was in EDIT.items()},
    # An upload is its owner's alone.
    "sipd-columns GET": OWNER,
    "sipd-columns POST": {**OWNER, "ratih": 422},
    "arg-edit POST": {who: 422 if was == 200 else was for who, was in EDIT.items()},
}


def kwargs(world) -> dict[str, dict[str, object]]:
    office = {"opd": world.dinkes.pk, "year": today().year}
    draft = SipdDraft.objects.create(
        user=world.ratih.user,
        opd=world.dinkes,
        year=today().year,
        stage="dpa",
        rule_version="2025",
        name="sipd.xlsx",
        rows=[["Program", "Pagu"], ["A", 1]],
        header=0,
        created_at=now(),
    )
    return {
        "arg-edit": office,
        "budget-lines": office,
        "sipd-columns": {"pk": draft.pk},
    }
