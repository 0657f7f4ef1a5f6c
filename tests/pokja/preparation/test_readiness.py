"""What is ready and what is missing, told from figures alone."""

from __future__ import annotations

import pytest

from pokja.preparation.readiness import Known, next_of, steps_of

ALL = {
    "theme": "Sinergi",
    "chair": "Kepala Bappeda",
    "outcomes": 3,
    "agenda": 9,
    "lasts": "3 jam",
    "carried": 2,
    "oldest": "umur 2 rapat, 77 hari",
    "invitees": 40,
    "letter": "selesai",
    "number": "005/217/2026",
    "addresses": 38,
    "mailed": 38,
    "can_mail": True,
}


def states(**known) -> dict[str, str]:
    return {step.section: step.state for step in steps_of(Known(**known))}


def note(section: str, **known) -> str:
    steps = steps_of(Known(**known))
    return next(step.note for step in steps if step.section == section)


def test_a_meeting_with_everything_is_ready():
    steps = steps_of(Known(**ALL))

    assert all(step.is_ready for step in steps)
    assert next_of(steps) is None
    assert note("terbuka", **ALL) == (
        "2 dibawa ke rapat ini; tertua umur 2 rapat, 77 hari."
    )


def test_an_empty_one_lacks_everything_but_what_comes_by_itself():
    assert states() == {
        "data": "kurang",
        "hasil": "belum",
        "agenda": "belum",
        "terbuka": "siap",
        "undangan": "belum",
        "surat": "belum",
        "kirim": "belum",
    }
    assert note("data") == "Belum diisi: tema dan pimpinan rapat."
    assert next_of(steps_of(Known())).section == "data"


@pytest.mark.parametrize(
    ("section", "change", "told"),
    [
        ("agenda", {"beyond": "20 menit"}, "20 menit melewati jam selesai rapat."),
        ("surat", {"letter": "draf"}, "Masih draf: selesaikan suratnya."),
        ("surat", {"is_outdated": True}, "Waktu atau tempat berubah"),
        ("surat", {"number": ""}, "nomor dari registrasi belum dicatat"),
        ("kirim", {"mailed": 12}, "12 dari 38 surel terkirim"),
        ("kirim", {"is_mailing": True}, "sedang dikirim"),
    ],
)
def test_what_is_lacking_is_told(section, change, told):
    known = {**ALL, **change}

    assert states(**known)[section] == "kurang"
    assert told in note(section, **known)


def test_without_a_mail_server_calendar_and_whatsapp_are_enough():
    assert states(**{**ALL, "can_mail": False, "mailed": 0})["kirim"] == "siap"


def test_a_meeting_entered_afterwards_has_no_letter():
    assert list(states(has_letters=False)) == ["data", "hasil", "agenda", "terbuka"]
