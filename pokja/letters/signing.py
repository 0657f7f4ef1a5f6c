"""The signature block of an official letter: own office, a.n., u.b., Plt. and Plh."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.offices.models import Office
from focal_points.offices.queries import Signatory, signatory
from pokja.letters.choices import Capacity
from pokja.letters.models import Letter
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import tanggal

VIA = "u.b."
_LABELS = {"on_behalf_of": "atas nama", "via": "pejabat di antaranya"}
_NEEDED: dict[str, tuple[str, ...]] = {
    Capacity.FOR: ("on_behalf_of",),
    Capacity.VIA: ("on_behalf_of", "via"),
}


@dataclass(frozen=True)
class Block:
    above: tuple[str, ...] = ()
    name: str = ""
    below: tuple[str, ...] = ()


def block_of(letter: Letter) -> Block:
    """Who held the office on the letter's date signs it."""
    signer = signatory(letter.signer, letter.dated)
    if signer is None:
        return Block()
    above = block_lines(
        letter.capacity,
        signer.title,
        behalf=_title(letter.on_behalf_of),
        via=_title(letter.via),
    )
    below = tuple(line for line in (signer.rank, signer.nip_line) if line)
    return Block(above, signer.name, below)


def block_lines(
    capacity: str, title: str, *, behalf: str = "", via: str = ""
) -> tuple[str, ...]:
    """«a.n. Bupati Blora / Sekretaris Daerah / u.b. / Asisten …,»"""
    own = f"{title},"
    if capacity == Capacity.FOR:
        return (f"a.n. {behalf}", own)
    if capacity == Capacity.VIA:
        return (f"a.n. {behalf}", via, VIA, own)
    return (own,)


def check(letter: Letter) -> None:
    """Refuses a block that the register cannot fill."""
    if letter.signer is None:
        raise Refusal("Pilih penanda tangan surat.", field="signer")
    needed = _NEEDED.get(letter.capacity, ())
    for name in needed:
        if getattr(letter, name) is None:
            raise Refusal(f"Pilih jabatan «{_LABELS[name]}».", field=name)
    chosen = [letter.signer, *(getattr(letter, name) for name in needed)]
    if len({office.pk for office in chosen}) < len(chosen):
        raise Refusal(
            "Penanda tangan, atas nama, dan pejabat di antaranya harus jabatan yang "
            "berbeda.",
            field="on_behalf_of",
        )
    found: Signatory | None = signatory(letter.signer, letter.dated)
    if found is None or not found.name:
        raise Refusal(
            f"Register pejabat belum mencatat siapa {letter.signer} pada "
            f"{tanggal(letter.dated)}. Catat pejabatnya, atau pilih yang lain.",
            field="signer",
        )


def _title(office: Office | None) -> str:
    return office.title if office else f"{'.' * 20}"
