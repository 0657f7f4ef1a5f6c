"""The list of regions that is loaded: every province, kabupaten and kota, once."""

import csv
from collections import Counter

from pug_portal.regions.management.commands.load_regions import DATA


def test_the_list_has_552_regions_with_codes_of_their_own():
    with DATA.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    kinds = Counter(row["jenis"] for row in rows)
    assert kinds == {"provinsi": 38, "kabupaten": 416, "kota": 98}
    assert len({row["kode"] for row in rows}) == 552
    provinces = {row["kode"] for row in rows if row["jenis"] == "provinsi"}
    assert all(row["kode"][:2] in provinces for row in rows)
