"""What a meeting to come has and what it still lacks: told from figures, without a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pug_portal.lib.numbers import angka

READY, LACKING, NOTHING = "siap", "kurang", "belum"
# state: (tone, word, icon)
BADGES = {
    READY: ("set", "Siap", "circle-check"),
    LACKING: ("kem", "Kurang", "alert-triangle"),
    NOTHING: ("bel", "Belum", "circle-dashed"),
}


@dataclass(frozen=True)
class Step:
    """`section` is the part of the page; `icon` its picture."""

    section: str
    title: str
    icon: str
    state: str
    note: str

    @property
    def badge(self) -> tuple[str, str, str]:
        return BADGES[self.state]

    @property
    def is_ready(self) -> bool:
        return self.state == READY


@dataclass(frozen=True)
class Known:
    theme: str = ""
    chair: str = ""
    outcomes: int = 0
    agenda: int = 0
    lasts: str = ""
    beyond: str = ""
    carried: int = 0
    oldest: str = ""
    invitees: int = 0
    has_letters: bool = True
    letter: str = ""
    number: str = ""
    is_outdated: bool = False
    addresses: int = 0
    mailed: int = 0
    is_mailing: bool = False
    can_mail: bool = False


def steps_of(known: Known) -> list[Step]:
    """In the order of the page. A meeting entered afterwards has no letter to send."""
    first = [_facts(known), _outcomes(known), _agenda(known), _carried(known)]
    if not known.has_letters:
        return first
    return [*first, _invitees(known), _letter(known), _sending(known)]


def next_of(steps: Sequence[Step]) -> Step | None:
    return next((step for step in steps if not step.is_ready), None)


def _facts(known: Known) -> Step:
    lacking = [
        word
        for word, there in (("tema", known.theme), ("pimpinan rapat", known.chair))
        if not there
    ]
    note = f"Belum diisi: {' dan '.join(lacking)}." if lacking else f"«{known.theme}»"
    state = LACKING if lacking else READY
    return Step("data", "Tema dan data rapat", "calendar-event", state, note)


def _outcomes(known: Known) -> Step:
    there = known.outcomes
    note = (
        f"{angka(there)} hasil, dinilai sesudah rapat." if there else "Belum ditulis."
    )
    state = READY if there else NOTHING
    return Step("hasil", "Hasil yang diharapkan", "target", state, note)


def _agenda(known: Known) -> Step:
    if not known.agenda:
        state, note = NOTHING, "Belum disusun."
    elif known.beyond:
        state, note = LACKING, f"{known.beyond} melewati jam selesai rapat."
    else:
        lasts = f", {known.lasts}" if known.lasts else ""
        state, note = READY, f"{angka(known.agenda)} acara{lasts}."
    return Step("agenda", "Agenda", "list-check", state, note)


def _carried(known: Known) -> Step:
    """They come by themselves: never lacking."""
    note = "Tidak ada yang terbuka dari rapat terdahulu."
    if known.carried:
        note = f"{angka(known.carried)} dibawa ke rapat ini; tertua {known.oldest}."
    return Step("terbuka", "Rekomendasi terbuka", "flag", READY, note)


def _invitees(known: Known) -> Step:
    there = known.invitees
    state = READY if there else NOTHING
    note = f"{angka(there)} undangan." if there else "Belum dipilih."
    return Step("undangan", "Yang diundang", "users", state, note)


def _letter(known: Known) -> Step:
    if not known.letter:
        state, note = NOTHING, "Belum disiapkan."
    elif known.letter == "draf":
        state, note = LACKING, "Masih draf: selesaikan suratnya."
    elif known.is_outdated:
        state, note = LACKING, "Waktu atau tempat berubah: buat surat ralat."
    elif not known.number:
        state, note = LACKING, "Selesai; nomor dari registrasi belum dicatat."
    else:
        state, note = READY, f"Nomor {known.number}."
    return Step("surat", "Surat undangan", "file-text", state, note)


def _sending(known: Known) -> Step:
    """ICS and WhatsApp follow from the finished letter; mails have to be sent."""
    title = "Surel, kalender, dan WhatsApp"
    if known.letter != "selesai":
        return Step("kirim", title, "send", NOTHING, "Menunggu surat selesai.")
    mails = f"{angka(known.mailed)} dari {angka(known.addresses)} surel terkirim"
    if not known.can_mail or not known.addresses:
        state, note = READY, "Kalender dan WhatsApp siap dipakai."
    elif known.is_mailing:
        state, note = LACKING, f"{mails}, sedang dikirim."
    elif known.mailed < known.addresses:
        state, note = LACKING, f"{mails}; kalender dan WhatsApp siap dipakai."
    else:
        state, note = READY, f"{mails}."
    return Step("kirim", title, "send", state, note)
