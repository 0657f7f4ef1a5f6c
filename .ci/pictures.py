"""Take the pictures of README and docs/panduan anew, from the example data.

The dates in them are of the day they are taken: take them all, never one alone.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright
from running import BIN, ROOT
from services import find_chromium

HOST = "127.0.0.1"
FOLDER = ROOT / "docs" / "panduan" / "gambar"
DESK, PHONE = 1366, 390
READY_SECONDS = 180
COLOURS = 128


@dataclass(frozen=True)
class Picture:
    name: str
    username: str
    path: str
    # Words of the links that lead on from there, in their order.
    follow: tuple[str, ...] = ()
    width: int = DESK
    height: int = 860
    # What has to be there first.
    sees: str = ""


PICTURES = (
    Picture("beranda-sekretariat", "sekretariat.blora", "/", height=900),
    Picture("papan-opd", "sekretariat.blora", "/laporan-opd/"),
    Picture(
        "meja-periksa",
        "sekretariat.blora",
        "/laporan-opd/antrean/",
        ("Dinas Kesehatan",),
    ),
    Picture("rapat", "sekretariat.blora", "/rapat/", ("Rapat koordinasi",)),
    Picture(
        "program-kerja", "sekretariat.blora", "/program-kerja/", ("Program kerja 2020",)
    ),
    Picture("yang-diperbaiki", "sekretariat.blora", "/prasyarat/langkah/"),
    Picture("peta-prasyarat", "sekretariat.blora", "/prasyarat/peta/"),
    Picture("verifikasi-jawaban", "bappeda.blora", "/prasyarat/KEB/", ("KEB-6",)),
    Picture("keadaan-pimpinan", "pimpinan.blora", "/", height=900),
    Picture("rekap-provinsi", "sekretariat.kalsel", "/rekap/"),
    Picture("akun", "administrator", "/akun/"),
    Picture("tugas-ponsel", "fp.dlh", "/", width=PHONE),
    Picture(
        *("laporan-ponsel", "fp.dlh", "/laporan-saya/", ("Lanjutkan mengisi",)),
        *(PHONE, 844),
    ),
    Picture("indikator-ponsel", "fp.dlh", "/", ("Indikator OPD Anda",), PHONE),
    Picture(
        *("persetujuan-ponsel", "kepala.dpmptsp", "/laporan-saya/"),
        *(("Baca dan setujui",), PHONE),
    ),
    # Last, so that the worker has made it by then.
    Picture(
        *("laporan-pokja", "bappeda.blora", "/laporan-pokja/", ("Semester II 2020",)),
        sees="Unduh",
    ),
)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pug-portal-pictures-") as folder:
        data = Path(folder)
        with portal(data) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_chromium(), args=["--no-sandbox"]
            )
            passwords = {
                account["username"]: account["password"]
                for account in json.loads((data / "demo-accounts.json").read_text())
            }
            for picture in PICTURES:
                take(browser, address, picture, passwords[picture.username])
    return 0


@contextmanager
def portal(data: Path) -> Iterator[str]:
    """The example data, served by a process of its own."""
    with closing(socket.socket()) as found:
        found.bind((HOST, 0))
        port = found.getsockname()[1]
    address = f"http://{HOST}:{port}"
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "PORT": str(port),
        "SITE_URL": address,
    }
    process = subprocess.Popen(
        [str(BIN / "python"), "-m", "deploy.portal"], cwd=ROOT, env=environment
    )
    try:
        wait_for(f"{address}/healthz")
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit(f"Portal tidak menjawab di {address}.")


def take(browser: Browser, address: str, picture: Picture, password: str) -> None:
    with closing(
        browser.new_context(
            base_url=address,
            viewport={"width": picture.width, "height": picture.height},
            locale="id-ID",
        )
    ) as context:
        page = context.new_page()
        sign_in(page, picture.username, password)
        page.goto(picture.path)
        for words in picture.follow:
            page.get_by_role("main").get_by_role("link", name=words).first.click()
            page.wait_for_load_state()
        if picture.sees:
            expect(page.get_by_role("main")).to_contain_text(
                picture.sees, timeout=READY_SECONDS * 1000
            )
        page.wait_for_timeout(300)
        file = FOLDER / f"{picture.name}.png"
        page.screenshot(path=file)
        # Flat colours: a third of the bytes, and nothing to be seen of it.
        Image.open(file).quantize(COLOURS).save(file, optimize=True)
        print(f"{picture.name}: {page.title()}")


def sign_in(page: Page, username: str, password: str) -> None:
    page.goto("/masuk/")
    page.locator("input[name=login]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda address: "/masuk/" not in address)


if __name__ == "__main__":
    sys.exit(main())
