"""Who may be the person being typed: pure rules."""

from __future__ import annotations

import pytest

from focal_points.offices.alike import Person, judge

NIP = "198002302005012001"
BORN_ALIKE = "198002302010012007"
BORN_LATER = "199002302010012007"


@pytest.mark.parametrize(
    ("typed", "known", "why"),
    [
        (("", NIP), ("Sri Mulyati", NIP), "NIP sama"),
        (("sri mulyati",), ("Sri Mulyati, S.E., M.Si.", NIP), "nama sama"),
        (("Sri Mulyatie",), ("Sri Mulyati", ""), "nama mirip 96%"),
        (("mul sri",), ("Sri Mulyati", ""), "nama berawalan sama"),
        (
            ("Sri Mulyatie", NIP[:8]),
            ("Sri Mulyati", NIP),
            "nama mirip 96%, tanggal lahir pada NIP sama",
        ),
        (
            ("Sri Mulyati", BORN_ALIKE),
            ("Sri Mulyati", NIP),
            "nama sama, tanggal lahir pada NIP sama, angka lainnya tidak",
        ),
        (("Sri Mulyati", "", "P"), ("Sri Mulyati", "", "L"), "nama sama"),
    ],
)
def test_likely_the_same(typed, known, why):
    judged = judge(Person(*typed), Person(*known))

    assert judged is not None
    assert judged[1] == why


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        (("Sri",), ("Sri Mulyati", "")),
        (("Sri Sri",), ("Sri Mulyati", "")),
        (("Bambang Sutejo",), ("Sri Mulyati", "")),
        (("Sri Mulyati", BORN_LATER), ("Sri Mulyati", NIP)),
        (("Sri Mulyatie", "", "L"), ("Sri Mulyati", "", "P")),
    ],
)
def test_surely_another(typed, known):
    assert judge(Person(*typed), Person(*known)) is None
