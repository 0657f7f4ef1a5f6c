"""Produk hukum of Blora, its evaluations and follow-ups."""

from __future__ import annotations

from tests.make import regulations as make
from tests.permission_rows import row

READERS = row(200, admin=403, budi=404, baru=403)
EVERYBODY = row(200, admin=403, baru=403)
WRITERS = row(403, siti=200, joko=200, budi=200, prov=200)
# The province may see it, but never change it.
KEEPERS = row(403, siti=200, joko=200, budi=404)
FORMS = (
    "change",
    "scan",
    "revoke",
    "delete",
    "evaluate",
    "follow",
    "evaluation-change",
    "evaluation-delete",
    "follow-change",
    "follow-finish",
    "follow-delete",
)


def failing(answers: dict[str, int]) -> dict[str, int]:
    """An empty form comes back with its errors."""
    return {who: 422 if code == 200 else code for who, code in answers.items()}


ROWS = {
    "regulation-list GET": EVERYBODY,
    "regulation-detail GET": READERS,
    "regulation-add GET": WRITERS,
    "regulation-add POST": failing(WRITERS),
    **{f"regulation-{name} GET": KEEPERS for name in FORMS},
    **{f"regulation-{name} POST": failing(KEEPERS) for name in FORMS},
}


def kwargs(world) -> dict[str, dict[str, object]]:
    regulation = make.regulation(world)
    evaluation = {"pk": make.evaluation(world, regulation).pk}
    follow_up = {"pk": make.follow_up(world, regulation).pk}
    about = {
        "evaluation-change": evaluation,
        "evaluation-delete": evaluation,
        "follow-change": follow_up,
        "follow-finish": follow_up,
        "follow-delete": follow_up,
    }
    one = {"pk": regulation.pk}
    found = {f"regulation-{name}": about.get(name, one) for name in FORMS}
    return {**found, "regulation-detail": one}
