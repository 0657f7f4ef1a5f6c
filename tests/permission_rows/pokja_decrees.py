"""Decrees and members of Blora."""

from __future__ import annotations

from pokja.decrees.models import Kind
from pokja.membership.sheet import MemberImporter
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.make.imports import upload
from tests.permission_rows import row

READERS = row(200, admin=403, budi=404, baru=403)
EVERYBODY = row(200, admin=403, baru=403)
WRITERS = row(403, siti=200, joko=200, budi=200, prov=200)
# The province may see it, but never change it; Bappeda keeps another kind.
KEEPERS = row(403, siti=200, budi=404)
TECHNICAL_KEEPERS = row(403, siti=200, joko=200, budi=404)
MEMBER_KEEPERS = row(403, siti=200, budi=404)
PHOTO_KEEPERS = row(403, siti=200)
LIST_KEEPERS = row(403, siti=200, prov=200)


def failing(answers: dict[str, int]) -> dict[str, int]:
    """An empty form comes back with its errors."""
    return {who: 422 if code == 200 else code for who, code in answers.items()}


ROWS = {
    "decree-list GET": EVERYBODY,
    "decree-add GET": WRITERS,
    "decree-add POST": failing(WRITERS),
    "decree-detail GET": READERS,
    "decree-change GET": KEEPERS,
    "decree-change POST": failing(KEEPERS),
    "decree-scan GET": TECHNICAL_KEEPERS,
    "decree-scan POST": failing(TECHNICAL_KEEPERS),
    "decree-revoke GET": KEEPERS,
    "decree-revoke POST": failing(KEEPERS),
    "decree-delete GET": KEEPERS,
    "decree-delete POST": failing(KEEPERS),
    "member-list GET": EVERYBODY,
    # Only Blora has a roster to print; the others are sent back to the page.
    "member-roster-pdf GET": row(200, admin=403, baru=403, budi=302, prov=302),
    "member-terms GET": EVERYBODY,
    "member-person GET": READERS,
    "member-holder GET": READERS,
    "member-add GET": MEMBER_KEEPERS,
    "member-add POST": failing(MEMBER_KEEPERS),
    "member-copy GET": MEMBER_KEEPERS,
    # Nothing to copy: back to the page of rows.
    "member-copy POST": row(403, siti=302, budi=404),
    "member-change GET": MEMBER_KEEPERS,
    "member-change POST": failing(MEMBER_KEEPERS),
    "member-end GET": MEMBER_KEEPERS,
    "member-end POST": failing(MEMBER_KEEPERS),
    "member-delete GET": MEMBER_KEEPERS,
    "member-delete POST": failing(MEMBER_KEEPERS),
    "member-portrait GET": PHOTO_KEEPERS,
    "member-portrait POST": failing(PHOTO_KEEPERS),
    "holder-portrait GET": PHOTO_KEEPERS,
    "holder-portrait POST": failing(PHOTO_KEEPERS),
    "member-sheet GET": MEMBER_KEEPERS,
    "member-sheet POST": failing(MEMBER_KEEPERS),
    "member-sheet-template GET": MEMBER_KEEPERS,
    "member-sheet-data GET": MEMBER_KEEPERS,
    "member-sheet-preview GET": MEMBER_KEEPERS,
    "member-sheet-preview POST": failing(MEMBER_KEEPERS),
    "member-sheet-marked GET": MEMBER_KEEPERS,
    "rank-list GET": LIST_KEEPERS,
    "rank-list POST": failing(LIST_KEEPERS),
    "rank-change GET": LIST_KEEPERS,
    "rank-change POST": failing(LIST_KEEPERS),
    "rank-step POST": row(403, siti=302, prov=302),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    decree = make.decree(world)
    member = {"pk": make.member(world, decree).pk}
    one = {"pk": decree.pk}
    office = make_fp.office(world.blora, "Kepala Dinas Kesehatan")
    holder = make_fp.holder(office)
    make.member(world, decree, position="", office=office)
    named = make.member(world, decree, name="Sri Contoh", sex="P", position="")
    technical = make.decree(world, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020")
    kept = upload(MemberImporter(decree), world.siti)
    draft = {"decree": decree.pk, "draft": kept.pk}
    return {
        **{f"decree-{verb}": one for verb in ("detail", "change", "revoke", "delete")},
        **{f"member-{verb}": member for verb in ("change", "end", "delete", "person")},
        "member-holder": {"pk": holder.pk},
        "holder-portrait": {"pk": holder.pk},
        "member-portrait": {"pk": named.pk},
        "decree-scan": {"pk": technical.pk},
        "member-add": {"decree": decree.pk},
        "member-copy": {"decree": decree.pk},
        "member-sheet": {"decree": decree.pk},
        "member-sheet-template": {"decree": decree.pk},
        "member-sheet-data": {"decree": decree.pk},
        "member-sheet-preview": draft,
        "member-sheet-marked": draft,
        "rank-change": {"code": "ketua"},
        "rank-step": {"code": "ketua", "step": "naik"},
    }
