"""The first draft of each kind of letter; every sentence may be changed."""

from __future__ import annotations

from pokja.letters.choices import Kind

_REFERENCE = "Menunjuk surat kami Nomor {nomor_surat_lama} tanggal {tanggal_surat_lama}"
_THANKS = "Demikian, atas perhatian dan kerja sama Saudara disampaikan terima kasih."
_ON = "yang sedianya dilaksanakan pada:"

SUBJECTS = {
    Kind.INVITATION: "Undangan {acara}",
    Kind.POSTPONEMENT: "Penundaan {acara}",
    Kind.CORRECTION: "Ralat undangan {acara}",
    Kind.CANCELLATION: "Pembatalan {acara}",
}
OPENINGS = {
    Kind.INVITATION: (
        "Dalam rangka pelaksanaan pengarusutamaan gender di {daerah}, dengan hormat "
        "kami mengundang Saudara untuk hadir pada {acara} yang diselenggarakan pada:"
    ),
    Kind.POSTPONEMENT: (
        f"{_REFERENCE}, dengan hormat diberitahukan bahwa {{acara}} {_ON}"
    ),
    Kind.CORRECTION: (
        f"{_REFERENCE}, dengan hormat diberitahukan perubahan pelaksanaan {{acara}} "
        "sehingga menjadi:"
    ),
    Kind.CANCELLATION: (
        f"{_REFERENCE}, dengan hormat diberitahukan bahwa {{acara}} {_ON}"
    ),
}
CLOSINGS = {
    Kind.INVITATION: (
        "Mengingat pentingnya acara tersebut, dimohon hadir tepat waktu. Apabila "
        "berhalangan, dimohon menugaskan pejabat yang mewakili.\n"
        "Demikian, atas perhatian dan kehadiran Saudara disampaikan terima kasih."
    ),
    Kind.POSTPONEMENT: (
        "ditunda karena {alasan}. Waktu pelaksanaan yang baru akan diberitahukan "
        f"kemudian.\n{_THANKS}"
    ),
    Kind.CORRECTION: (f"Hal lain dalam surat tersebut tidak berubah.\n{_THANKS}"),
    Kind.CANCELLATION: f"dibatalkan karena {{alasan}}.\n{_THANKS}",
}
# Beside a fact that a correction changed.
LINK = "Tautan"
WAS = "semula"
