from bench.bases import make_bases
from bench.setting import setting

with setting() as place:
    make_bases(place)
