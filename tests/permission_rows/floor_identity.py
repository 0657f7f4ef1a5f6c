"""Settings of a region."""

from __future__ import annotations

from tests.permission_rows import row

# «prov» is the province's sekretariat: it changes the province's own settings alone.
OF_BLORA = row(403, siti=200, admin=200)

ROWS = {
    "region-list GET": row(403, siti=302, prov=302, admin=200),
    "region-settings GET": OF_BLORA,
    "region-settings POST": {
        name: 422 if code == 200 else code for name, code in OF_BLORA.items()
    },
}


def kwargs(world) -> dict[str, dict[str, object]]:
    return {"region-settings": {"code": world.blora.code}}
