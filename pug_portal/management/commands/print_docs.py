"""Writes docs/permissions.md and docs/states.md anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from pug_portal.access.printing import PAGES


class Command(BaseCommand):
    help = "Cetak docs/permissions.md dan docs/states.md dari kode."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, page in PAGES.items():
            (settings.BASE_DIR / name).write_text(page(), encoding="utf-8")
            self.stdout.write(name)
