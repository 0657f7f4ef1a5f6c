"""What the bench writes gives the rules of consistency something to look at."""

from __future__ import annotations

import datetime as dt

from bench.data.proofs import fill_proofs
from prasyarat.assessments.models import Answer
from prasyarat.consistency import tables
from prasyarat.consistency.answers import load
from prasyarat.instruments.models import Indicator
from pug_portal.lib.clock import now, today
from tests.make import prasyarat as make


def test_evidence_and_tables_of_every_kind_are_read(world, clock):
    clock("2026-11-20")
    asked = Indicator.objects.filter(prerequisite__instrument=make.instrument())
    for indicator in asked.filter(answer_type="YN")[:14]:
        Answer.objects.create(
            region=world.blora,
            indicator=indicator,
            as_of=dt.date(2026, 9, 1),
            state="diajukan",
            choice="ya",
            filled_by=world.siti.user,
            filled_at=now(),
        )

    fill_proofs(world.blora, world.siti.user, world.joko.user)

    said = load(world.blora, today()).said
    files = [piece for row in said for piece in row.proofs]
    keys = [piece.key for piece in files]
    assert max(keys.count(key) for key in keys) > 3
    assert any(piece.valid_until and piece.valid_until < today() for piece in files)
    assert any(p.document_date and p.document_date.year == 2024 for p in files)
    seen = tables.load(world.blora, today()).tables
    assert {row.year for row in seen} == {2024, 2025}
    assert {row.is_verified for row in seen} == {True, False}
    assert all(row.figures for row in seen)
