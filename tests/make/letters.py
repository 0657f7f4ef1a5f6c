"""Letters brought to a state through the real verbs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.letters import actions, head_actions
from pokja.letters.models import Letter, Letterhead
from pokja.meetings.invitee_actions import Guest, set_invitees
from pokja.meetings.invitees import candidates_for
from pokja.meetings.models import Meeting
from tests.make import focal_points as make_fp
from tests.make import meetings as make

HELD = dt.date(2030, 10, 28)


def meeting(world: Any, guests: int = 1, **facts: Any) -> Meeting:
    """A meeting to come, with both focal points and some guests invited."""
    made = make.meeting_at(
        "rencana", world, is_past_entry=False, **{"held": HELD, **facts}
    )
    set_invitees(
        meeting=made,
        keys=[each.key for each in candidates_for(made)],
        guests=[
            Guest(f"Tamu {n}", "Ketua", f"Lembaga {n}", "P", f"tamu{n}@contoh.id")
            for n in range(1, guests + 1)
        ],
        by=world.siti,
    )
    made.refresh_from_db()
    return made


def letterhead(world: Any, **facts: Any) -> Letterhead:
    given = {
        "name": "Bappeda",
        "lines": "Pemerintah Kabupaten Blora\nBadan Perencanaan Pembangunan Daerah",
        "address": "Jalan Contoh Nomor 10 Blora 58211",
        "phone": "(0296) 000000",
        "email": "bappeda@contoh.id",
        "place": "Blora",
        "number_format": "{kode}/{nomor}/{tahun}",
        "code": "005",
        **facts,
    }
    return head_actions.add_letterhead(region=world.blora, by=world.siti, **given)


def signer(world: Any, title: str = "Kepala Bappeda", kind: str = "definitif"):
    office = make_fp.office(world.blora, title)
    make_fp.holder(
        office,
        "Agus Prasetyo, S.T., M.Si.",
        kind=kind,
        nip="197001012000031001",
        rank="Pembina Utama Muda",
    )
    return office


def draft(world: Any, of: Meeting | None = None, kind: str = "undangan", **facts: Any):
    of = of or meeting(world)
    letter = actions.begin_letter(meeting=of, kind=kind, by=world.siti)
    if "signer" not in facts and letter.signer is None:
        facts["signer"] = signer(world)
    if "letterhead" not in facts and letter.letterhead is None:
        facts["letterhead"] = letterhead(world)
    facts = {"number": "217", "code": "005", **facts}
    return actions.change_letter(letter=letter, by=world.siti, **facts)


def finished(world: Any, of: Meeting | None = None, **facts: Any) -> Letter:
    letter = draft(world, of, **facts)
    return actions.finish_letter(letter=letter, by=world.siti)
