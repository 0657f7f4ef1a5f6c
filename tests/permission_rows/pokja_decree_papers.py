"""Reading decrees from files, drafting them, comparing them; in Blora."""

from __future__ import annotations

from tests.make import pokja as make
from tests.permission_rows import row
from tests.pokja.decree_reading.readings import kept

# Their own region each; Bappeda for the decree of the Tim Teknis.
SECRETARIATS = row(403, siti=200, joko=200, budi=200, prov=200)
OWN_READING = row(403, siti=200, joko=404, budi=404, prov=404)
# A rancangan does not exist for the province.
DRAFTERS = row(403, siti=200, budi=404, prov=404)
READERS = row(200, admin=403, budi=404, baru=403)


def failing(answers: dict[str, int]) -> dict[str, int]:
    """An empty form comes back with its errors."""
    return {who: 422 if code == 200 else code for who, code in answers.items()}


ROWS = {
    "decree-read GET": SECRETARIATS,
    "decree-read POST": failing(SECRETARIATS),
    "decree-reading GET": OWN_READING,
    "decree-reading POST": failing(OWN_READING),
    "decree-reading-file GET": OWN_READING,
    "decree-start GET": SECRETARIATS,
    "decree-start POST": failing(SECRETARIATS),
    "decree-text GET": DRAFTERS,
    "decree-text POST": failing(DRAFTERS),
    "decree-docx GET": DRAFTERS,
    "decree-text-members GET": DRAFTERS,
    "decree-text-members POST": failing(DRAFTERS),
    "decree-compare GET": READERS,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    draft = {"pk": make.decree_at(world, "rancangan").pk}
    decree = make.decree(world)
    make.member(world, decree)
    reading = {"pk": kept(world.siti).pk}
    return {
        "decree-reading": reading,
        "decree-reading-file": reading,
        "decree-text": draft,
        "decree-docx": draft,
        "decree-text-members": draft,
        "decree-compare": {"pk": decree.pk},
    }
