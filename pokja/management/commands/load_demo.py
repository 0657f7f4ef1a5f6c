"""Example data: every source article becomes a scene. All people are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from pokja.demo import blora, others
from pokja.demo.people import Cast
from pug_portal.access.roles import Role
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

ACCOUNTS = "demo-accounts.json"
SHOWN = 6


class Command(BaseCommand):
    help = "Muat data contoh; menolak basis data yang sudah berisi orang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--paksa",
            action="store_true",
            help="muat juga ke basis data yang sudah berisi akun lain",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        target = settings.DATA_DIR / ACCOUNTS
        if User.objects.filter(username="sekretariat.blora").exists():
            self.stdout.write("Data contoh sudah ada.")
            return
        if User.objects.exists() and not options["paksa"]:
            raise CommandError(
                "Basis data ini sudah berisi akun. Data contoh tidak dicampurkan "
                "dengan data sungguhan; pakai --paksa bila memang dikehendaki."
            )
        cast = self._load(target)
        for account in cast.accounts[:SHOWN]:
            self.stdout.write("{username}  {password}  ({role})".format(**account))
        self.stdout.write(f"{len(cast.accounts)} akun contoh ditulis ke {ACCOUNTS}.")

    @transaction.atomic
    def _load(self, target: Path) -> Cast:
        """All or nothing: a load that was cut off leaves an empty database.

        The file comes first: every page of a database with invented people says so by it.
        """
        cast = Cast()
        scene = blora.build(Region.objects.get(code="33.16"), cast)
        blora.tell_2020(scene)
        others.build_all(cast)
        cast.hat("administrator", Role.ADMINISTRATOR, Region.objects.get(code="00"))
        blora.tell_today(scene, cast)
        target.write_text(json.dumps(cast.accounts, indent=1), encoding="utf-8")
        target.chmod(0o600)
        return cast
