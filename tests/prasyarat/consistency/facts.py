"""Plain values for the rules: sound ones, changed where a rule has to speak."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from prasyarat.consistency.answers import Answers, Proof, Said
from prasyarat.consistency.reports import Done, Office, Report, Reports
from prasyarat.consistency.tables import Filled, Tables
from prasyarat.rules import GivenAnswer
from tests.prasyarat.shipped import RULES

ON = dt.date(2026, 11, 20)
LONG_AGO = dt.date(2026, 9, 1)
PROOF = Proof("hash-1", "SK Pokja", document_date=dt.date(2026, 1, 5))


def given(**facts) -> GivenAnswer:
    exact = {
        k: Decimal(v) if isinstance(v, int | float) and not isinstance(v, bool) else v
        for k, v in facts.items()
    }
    return GivenAnswer(**{"has_valid_evidence": True, **exact})


def said(code: str = "KEL-1", answer: GivenAnswer | None = None, **facts) -> Said:
    sound = {
        "state": "terverifikasi",
        "as_of": dt.date(2026, 9, 30),
        "touched_on": dt.date(2026, 11, 1),
        "filled_by": 1,
        "submitted_by": 1,
        "verified_by": 2,
        "submitted_on": dt.date(2026, 11, 10),
        "proofs": (PROOF,),
    }
    return Said(
        code=code,
        rule=RULES[code],
        given=answer or given(choice="ada"),
        **{**sound, **facts},
    )


def answers(*rows: Said, **facts) -> Answers:
    sound = {
        "opd_count": 40,
        "opds_with_focal_point": frozenset({7}),
        "opds_with_decree": 30,
    }
    return Answers(ON, rows, **{**sound, **facts})


def reports(**facts) -> Reports:
    sound = {
        "subject": "Dinkes Semester II 2026",
        "url": "/laporan-opd/1/",
        "first_day": dt.date(2026, 7, 1),
        "last_day": dt.date(2026, 12, 31),
        "is_verified": True,
        "files": 1,
        "writers": frozenset({1}),
        "verified_by": 2,
        "spending": 1000,
        "arg": 500,
        "arg_realized": 400,
        "gap": 3,
        "gbs": 2,
        "rka_has_gbs": "ya",
        "tables": 5,
        "tables_updated": 5,
        "activities": (done(),),
    }
    return Reports(ON, (Report(**{**sound, **facts}),))


def done(**facts) -> Done:
    sound = {
        "name": "Bimtek",
        "men": 10,
        "women": 12,
        "listed_men": 10,
        "listed_women": 12,
        "ceiling": 300,
        "realized": 200,
        "held_from": dt.date(2026, 8, 1),
        "held_to": dt.date(2026, 8, 2),
    }
    return Done(**{**sound, **facts})


def office(**facts) -> Reports:
    return Reports(ON, (), (Office("Dinkes", "/opd/1/", **facts),))


def pair(men: int | None, women: int | None) -> tuple[Decimal | None, Decimal | None]:
    return tuple(None if n is None else Decimal(n) for n in (men, women))  # type: ignore[return-value]


def filled(**facts) -> Filled:
    sound = {
        "code": "KES-1",
        "title": "Kematian ibu",
        "year": 2026,
        "url": "/data-terpilah/tabel/KES-1/?tahun=2026",
        "source": "Dinkes",
        "is_verified": True,
        "writers": frozenset({1}),
        "verified_by": 2,
        "figures": {
            "": {"a": pair(10, 12), "b": pair(1, 2)},
            "umur": {"x": pair(11, 14)},
        },
    }
    return Filled(**{**sound, **facts})


def tables(**facts) -> Tables:
    return Tables((filled(**facts),))
