"""Uploads that nobody came back for."""

from __future__ import annotations

import os
import time

from pug_portal.files.parts import KEPT_SECONDS, Part
from pug_portal.files.tasks import drop_old_parts


def test_half_an_upload_is_gone_after_two_days_without_another_upload(
    settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    assert drop_old_parts() == 0  # nobody has uploaded yet
    old, young = Part("1-1", "abcdefgh"), Part("2-1", "abcdefgh")
    for part in (old, young):
        part.add(b"half", start=0, total=8, name="a.pdf")
    young.finish(7)
    then = time.time() - KEPT_SECONDS - 60
    os.utime(old.path, (then, then))

    assert drop_old_parts() == 1
    assert (old.size, young.became) == (0, 7)
