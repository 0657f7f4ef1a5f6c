"""Words every Keputusan has, for the samples that are printed to PDF."""

from __future__ import annotations

from weasyprint import HTML


def pdf(body: str, css: str = "") -> bytes:
    page = (
        "<style>@page{size:A4;margin:20mm 22mm}"
        "body{font-family:'Liberation Serif','DejaVu Serif',serif;font-size:11pt}"
        ".t{text-align:center}.ttd{margin-left:55%}"
        "table.k{width:100%;border-collapse:collapse}table.k td{vertical-align:top;"
        "padding:2px 4px}table.g td,table.g th{border:1px solid #000}"
        ".baru{break-before:page}ol{margin:0;padding-left:18px}" + css + "</style>"
    )
    return HTML(string=f"<html lang='id'>{page}<body>{body}</body></html>").write_pdf()


def menimbang(*lines: str) -> str:
    items = "".join(
        f"<tr><td>{'Menimbang' if not i else ''}</td><td>{':' if not i else ''}</td>"
        f"<td>{chr(97 + i)}.</td><td>{line}</td></tr>"
        for i, line in enumerate(lines)
    )
    return f"<table class='k'>{items}</table>"


def mengingat(*lines: str) -> str:
    items = "".join(
        f"<tr><td>{'Mengingat' if not i else ''}</td><td>{':' if not i else ''}</td>"
        f"<td>{i + 1}.</td><td>{line}</td></tr>"
        for i, line in enumerate(lines)
    )
    return f"<table class='k'>{items}</table>"


LAWS = (
    (
        "Undang-Undang Nomor 7 Tahun 1984 tentang Pengesahan Konvensi Mengenai Penghapusan "
        "Segala Bentuk Diskriminasi Terhadap Wanita;"
    ),
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
    (
        "Instruksi Presiden Nomor 9 Tahun 2000 tentang Pengarusutamaan Gender Dalam "
        "Pembangunan Nasional;"
    ),
    (
        "Peraturan Menteri Dalam Negeri Nomor 15 Tahun 2008 tentang Pedoman Umum "
        "Pelaksanaan Pengarusutamaan Gender di Daerah, sebagaimana telah diubah dengan "
        "Peraturan Menteri Dalam Negeri Nomor 67 Tahun 2011;"
    ),
)


def dictums(*lines: str) -> str:
    words = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")
    items = "".join(
        f"<tr><td>{word}</td><td>:</td><td>{line}</td></tr>"
        for word, line in zip(words, lines, strict=False)
    )
    return f"<table class='k'>{items}</table>"
