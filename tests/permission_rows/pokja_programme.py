"""RAD, work programme, driver plans and monev visits of Blora."""

from __future__ import annotations

from pokja.programme.driver_sheet import DriverImporter
from pokja.programme.line_sheet import LineImporter
from pokja.programme.rad_sheet import RadImporter
from pokja.programme.record_sheet import RecordImporter
from pokja.programme.visit_sheet import VisitImporter
from tests.make import programme as make
from tests.make.imports import upload
from tests.permission_rows import row

READERS = row(200, admin=403, budi=404, baru=403)
EVERYBODY = row(200, admin=403, baru=403)
# Of what is not settled yet the province knows nothing.
DRAFTERS = row(403, siti=200, joko=200, budi=404, prov=404)
# What the province may read and only the region itself may change.
KEEPERS = row(403, siti=200, joko=200, budi=404)
ADDERS = row(403, siti=200, joko=200, budi=200, prov=200)
# A visit to Dinkes: DLH does not see it.
VISITED = {**READERS, "dewi": 404}


def empty(answers: dict[str, int], code: int = 422) -> dict[str, int]:
    """An empty form comes back with its errors, or is all that was asked."""
    return {who: code if answer == 200 else answer for who, answer in answers.items()}


def both(
    name: str, answers: dict[str, int], code: int = 422
) -> dict[str, dict[str, int]]:
    return {f"{name} GET": answers, f"{name} POST": empty(answers, code)}


def gone(answers: dict[str, int]) -> dict[str, int]:
    """Siti is the first to press: for those after her it is not there any more."""
    return {**empty(answers, 302), "joko": 404, "prov": 404}


def sheet(name: str) -> dict[str, dict[str, int]]:
    """A preview belongs to Siti, who uploaded it."""
    own = {**DRAFTERS, "joko": 404}
    return {
        **both(name, DRAFTERS),
        f"{name}-template GET": DRAFTERS,
        f"{name}-data GET": DRAFTERS,
        **both(f"{name}-preview", own),
        f"{name}-marked GET": own,
    }


def year_sheet(name: str) -> dict[str, dict[str, int]]:
    """Everybody who writes does so for the own region."""
    own = {**ADDERS, "joko": 404, "budi": 404, "prov": 404}
    return {
        **both(name, ADDERS),
        f"{name}-template GET": ADDERS,
        f"{name}-data GET": ADDERS,
        **both(f"{name}-preview", own),
        f"{name}-marked GET": own,
    }


def record_sheet(name: str) -> dict[str, dict[str, int]]:
    """Of a programme in force, which the province reads."""
    own = {**KEEPERS, "joko": 404}
    return {
        **both(name, KEEPERS),
        f"{name}-data GET": KEEPERS,
        **both(f"{name}-preview", own),
        f"{name}-marked GET": own,
    }


ROWS = {
    **sheet("line-sheet"),
    **record_sheet("record-sheet"),
    **sheet("rad-sheet"),
    **year_sheet("driver-sheet"),
    **year_sheet("visit-sheet"),
    "programme-list GET": EVERYBODY,
    "programme-detail GET": READERS,
    "programme-matrix GET": READERS,
    "rad-matrix GET": READERS,
    "duty-table GET": EVERYBODY,
    **both("programme-add", ADDERS),
    "programme-fill POST": empty(DRAFTERS, 302),
    **both("programme-settle", {**DRAFTERS, "siti": 403, "prov": 403}),
    **both("programme-revise", KEEPERS),
    **both("programme-delete", DRAFTERS),
    **both("line-add", DRAFTERS),
    "line-detail GET": READERS,
    **both("line-change", DRAFTERS),
    "line-delete GET": DRAFTERS,
    "line-delete POST": gone(DRAFTERS),
    **both("line-report", KEEPERS),
    "rad-list GET": EVERYBODY,
    "rad-detail GET": READERS,
    **both("rad-add", ADDERS),
    **both("rad-settle", {**DRAFTERS, "siti": 403, "prov": 403}),
    **both("rad-revise", KEEPERS),
    **both("rad-delete", DRAFTERS),
    **both("rad-line-add", DRAFTERS),
    **both("rad-line-change", DRAFTERS),
    "rad-line-delete GET": DRAFTERS,
    "rad-line-delete POST": gone(DRAFTERS),
    "driver-list GET": EVERYBODY,
    "driver-detail GET": READERS,
    **both("driver-add", ADDERS),
    # A role may be left empty.
    "driver-role GET": KEEPERS,
    "driver-role POST": empty(KEEPERS, 302),
    **both("driver-delete", KEEPERS),
    **both("step-add", KEEPERS),
    **both("step-change", KEEPERS),
    "step-delete GET": KEEPERS,
    "step-delete POST": gone(KEEPERS),
    "visit-list GET": EVERYBODY,
    "visit-detail GET": VISITED,
    **both("visit-add", ADDERS),
    **both("visit-change", KEEPERS),
    **both("visit-delete", KEEPERS),
    **both("finding-add", KEEPERS),
    **both("finding-change", KEEPERS),
    "finding-delete GET": KEEPERS,
    "finding-delete POST": gone(KEEPERS),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    rad = make.rad(world)
    programme = make.programme(world)
    draft = make.programme(world, "draf", year=2022)
    rad_draft = _other_rad(world)
    plan = make.plan(world)
    step = make.step(world, plan)
    visit = make.visit(world)
    finding = make.finding(world, visit)
    rows = {
        programme: ["programme-detail", "programme-matrix", "programme-revise"],
        draft: [f"programme-{verb}" for verb in ("fill", "settle", "delete")]
        + ["line-add"],
        draft.lines.get(): ["line-change", "line-delete"],
        programme.lines.get(): ["line-detail", "line-report"],
        rad: ["rad-detail", "rad-matrix", "rad-revise"],
        rad_draft: ["rad-settle", "rad-delete", "rad-line-add"],
        rad_draft.lines.get(): ["rad-line-change", "rad-line-delete"],
        plan: ["driver-detail", "driver-role", "driver-delete", "step-add"],
        step: ["step-change", "step-delete"],
        visit: ["visit-detail", "visit-change", "visit-delete", "finding-add"],
        finding: ["finding-change", "finding-delete"],
    }
    of_year = world.blora, make.YEAR
    named = {name: {"pk": row.pk} for row, names in rows.items() for name in names}
    return {
        **named,
        **_sheet_of(LineImporter(draft), "line-sheet", world, pk=draft.pk),
        **_sheet_of(
            RecordImporter(programme, world.siti),
            "record-sheet",
            world,
            pk=programme.pk,
        ),
        **_sheet_of(RadImporter(rad_draft), "rad-sheet", world, pk=rad_draft.pk),
        **_sheet_of(DriverImporter(*of_year), "driver-sheet", world, year=make.YEAR),
        **_sheet_of(VisitImporter(*of_year), "visit-sheet", world, year=make.YEAR),
    }


def _sheet_of(importer, name: str, world, **one: int) -> dict[str, dict[str, object]]:
    kept = {**one, "draft": upload(importer, world.siti).pk}
    given = (
        ("", "-template", "-data") if f"{name}-template GET" in ROWS else ("", "-data")
    )
    pages = {f"{name}{page}": one for page in given}
    return {**pages, f"{name}-preview": kept, f"{name}-marked": kept}


def _other_rad(world):
    draft = make.rad_actions.draft_rad(
        region=world.blora, first_year=2026, last_year=2030, by=world.siti
    )
    make.rad_line(world, draft, targets={"2026": "1"})
    return draft
