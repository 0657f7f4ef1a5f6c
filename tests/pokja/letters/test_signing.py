"""The signature block as offices write it."""

import datetime as dt

import pytest

from pokja.letters import signing
from pokja.letters.signing import block_lines, block_of
from pug_portal.access.refusal import Refusal
from tests.make import focal_points as make_fp
from tests.make import letters as make


@pytest.mark.parametrize(
    ("capacity", "lines"),
    [
        ("sendiri", ("Asisten I,",)),
        ("an", ("a.n. Bupati Blora", "Asisten I,")),
        ("ub", ("a.n. Bupati Blora", "Sekretaris Daerah", "u.b.", "Asisten I,")),
    ],
)
def test_the_block_names_for_whom_one_signs(capacity, lines):
    told = block_lines(
        capacity, "Asisten I", behalf="Bupati Blora", via="Sekretaris Daerah"
    )

    assert told == lines


@pytest.mark.parametrize(("kind", "before"), [("plt", "Plt. "), ("plh", "Plh. ")])
def test_who_acts_on_the_date_of_the_letter_signs(world, kind, before):
    office = make.signer(world)
    make_fp.holder(
        office, "Rina Wulandari", kind=kind, start=dt.date(2026, 11, 1), sex="P"
    )
    letter = make.draft(world, signer=office, dated=dt.date(2026, 11, 22))

    block = block_of(letter)
    assert block.above == (f"{before}Kepala Bappeda,",)
    assert block.name == "Rina Wulandari"

    letter.dated = dt.date(2026, 10, 1)
    block = block_of(letter)
    assert block.above == ("Kepala Bappeda,",)
    assert block.below == ("Pembina Utama Muda", "NIP 19700101 200003 1 001")


@pytest.mark.parametrize("capacity", ["an", "ub"])
def test_signing_for_somebody_needs_to_say_for_whom(world, capacity):
    letter = make.draft(world, capacity=capacity)

    with pytest.raises(Refusal, match="atas nama"):
        signing.check(letter)

    letter.on_behalf_of = letter.via = letter.signer
    with pytest.raises(Refusal, match="berbeda"):
        signing.check(letter)
