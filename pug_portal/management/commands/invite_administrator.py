"""Invite the first administrator of an empty portal, or the one who lost his way in.

Whoever can run commands on this server owns its data anyway; everybody else is invited
on the screen. The password is set by the person, through the link printed here.
"""

from typing import Any

from django.conf import settings
from django.core.management import CommandParser
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts import actions
from pug_portal.accounts.backends import find_user
from pug_portal.accounts.models import AccessLink, Basis, User
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class Command(BaseCommand):
    help = "Mengundang administrator dan menulis tautan sekali pakai."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="nama lengkap")
        parser.add_argument(
            "--identifier",
            required=True,
            help="nama pengguna, surel, atau nomor telepon",
        )
        parser.add_argument(
            "--region", default="00", help="kode Kemendagri; 00 untuk seluruh Indonesia"
        )
        parser.add_argument(
            "--basis",
            default="",
            help="nomor surat tugas; tanpa ini peran berakhir sendiri setelah 60 hari",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        region = Region.objects.filter(code=options["region"]).first()
        if region is None:
            raise CommandError(
                f"Daerah {options['region']} tidak dikenal. Contoh: 33.16 atau 00."
            )
        try:
            token = invite(
                options["name"], options["identifier"], region, options["basis"]
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        address = settings.SITE_URL + reverse("access-link", args=[token])
        self.stdout.write(
            f"Berikan tautan ini kepada {options['name']}; berlaku sekali, "
            f"selama {settings.INVITATION_DAYS} hari:\n{address}"
        )


@transaction.atomic
def invite(name: str, identifier: str, region: Region, basis: str) -> str:
    """The token of the link. A known person keeps the account and gets a new link."""
    user = find_user(identifier) or actions.create_user(
        name=name, identifier=identifier, region=region, by=SYSTEM
    )
    if not is_administrator(user, region):
        actions.assign(
            user=user,
            role=Role.ADMINISTRATOR,
            region=region,
            basis=Basis.LETTER if basis else Basis.PENDING,
            basis_number=basis,
            by=SYSTEM,
        )
    has_password = user.has_usable_password()
    kind = AccessLink.Kind.RESET if has_password else AccessLink.Kind.INVITATION
    return actions.make_link(user=user, kind=kind, region=region, by=SYSTEM)


def is_administrator(user: User, region: Region) -> bool:
    return (
        user.assignments.valid_on(today())
        .filter(role=Role.ADMINISTRATOR, region=region)
        .exists()
    )
