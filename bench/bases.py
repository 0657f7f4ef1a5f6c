"""Two bases: one region with data, and all 552 with the same data each."""

from __future__ import annotations

import shutil
import time

import psycopg2

from bench.setting import MANY, ONE, Setting


def make_bases(place: Setting) -> None:
    started = time.monotonic()
    sql(place, f"CREATE DATABASE {ONE}")
    place.python(ONE, "manage.py", "migrate", "--verbosity=0")
    place.python(ONE, "manage.py", "load_regions", "--verbosity=0")
    place.python(ONE, "manage.py", "load_instrument", "--verbosity=0")
    place.python(ONE, "-m", "bench.data.load", "first")
    sql(place, f"CREATE DATABASE {MANY} TEMPLATE {ONE}")
    place.python(MANY, "-m", "bench.data.load", "others")
    place.python(ONE, "manage.py", "collectstatic", "--no-input", "--verbosity=0")
    shutil.copytree(place.static(ONE), place.static(MANY), dirs_exist_ok=True)
    for base in (ONE, MANY):
        place.python(base, "-m", "bench.data.load", "finish")
    print(f"Dua basis siap dalam {time.monotonic() - started:.0f} s.", flush=True)


def sql(place: Setting, command: str) -> None:
    connection = psycopg2.connect(place.server)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(command)
    connection.close()
