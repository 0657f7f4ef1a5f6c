"""The digits of a NIP agree with themselves and with L/P of the record."""

import pytest

from focal_points.offices.nip import check_nip
from pug_portal.access.refusal import Refusal


@pytest.mark.parametrize(
    ("nip", "sex"),
    [
        ("", "L"),
        ("198001012005012001", "P"),
        ("198001012005011001", "L"),
        ("198001012005011001", ""),
        ("198512312023212007", "P"),  # a contract: 21 instead of a month
    ],
)
def test_accepted(nip, sex):
    check_nip(nip, sex)


@pytest.mark.parametrize(
    ("nip", "sex", "told"),
    [
        ("198002302005012001", "P", "tanggal lahir"),
        ("299001012005012001", "P", "tanggal lahir"),
        ("198001012005132001", "P", "bulan pengangkatan"),
        ("198001011979012001", "P", "bulan pengangkatan"),
        ("198001012005013001", "P", "ke-15"),
        ("198001012005012001", "L", "milik perempuan"),
        ("198001012005011001", "P", "milik laki-laki"),
    ],
)
def test_refused_beside_its_field(nip, sex, told):
    with pytest.raises(Refusal, match=told) as refused:
        check_nip(nip, sex)

    assert refused.value.field == "nip"
