"""What is wrong between the rows of an instrument file: codes, orders, edges."""

import re

from prasyarat.instruments.data import InstrumentData

# Codes stand in addresses: a slash there would break every page that names them.
CODE_SHAPE = re.compile(r"[^\W_][\w.-]*")


def faults_between_rows(instrument: InstrumentData) -> list[str]:
    codes = [prerequisite.code for prerequisite in instrument.prerequisites]
    faults = _doubles("kode prasyarat", codes)
    faults += _doubles("kode indikator", [item.code for item in instrument.indicators])
    faults += [
        f"Berkas: kode «{code}» hanya boleh huruf, angka, titik, dan tanda hubung."
        for code in (*codes, *(item.rule.code for item in instrument.indicators))
        if not CODE_SHAPE.fullmatch(code)
    ]
    faults += _gaps("Prasyarat", [item.order for item in instrument.prerequisites])
    for code in codes:
        own = [item for item in instrument.indicators if item.rule.prerequisite == code]
        faults += _gaps(f"Indikator {code}", [item.order for item in own])
    faults += [
        f"Indikator {item.code}: prasyarat «{item.rule.prerequisite}» tidak ada di berkas ini."
        for item in instrument.indicators
        if item.rule.prerequisite not in codes
    ]
    edges = list(instrument.band_edges)
    if not edges or edges != sorted(set(edges)) or edges[0] <= 0 or edges[-1] >= 100:
        faults.append("Berkas: band_edges harus naik, di antara 0 dan 100.")
    return faults


def _doubles(what: str, codes: list[str]) -> list[str]:
    doubles = dict.fromkeys(code for code in codes if codes.count(code) > 1)
    return [f"Berkas: {what} {code} tertulis lebih dari sekali." for code in doubles]


def _gaps(what: str, orders: list[int]) -> list[str]:
    if orders and orders == list(range(1, len(orders) + 1)):
        return []
    return [f"{what}: order harus 1, 2, 3, … tanpa celah dan menurut urutan berkas."]
