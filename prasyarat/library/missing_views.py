"""The missing-evidence list; what is sent is what stands on the page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.instruments.use import current_instrument
from prasyarat.library.missing import missing_by_responsible, recap, reminder
from prasyarat.library.pages import LibraryPage
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.clock import today
from pug_portal.regions.choice import regions_offered
from pug_portal.regions.models import Region


class EvidenceMissing(LibraryPage, TemplateView):
    template_name = "prasyarat/library/missing.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region, day = self.shown_region, today()
        instrument = current_instrument(region, day)
        groups = (
            missing_by_responsible(region, instrument, self.actor, day)
            if instrument
            else []
        )
        own = self.actor.region == region and self.actor.role not in OPD_ROLES
        sender, address = (
            sender_of(region),
            f"{settings.SITE_URL}{reverse('assessment')}",
        )
        return super().get_context_data(
            groups=[
                {
                    "group": group,
                    "key": f"pesan-{number}",
                    "message": reminder(group, sender, address, day) if own else "",
                }
                for number, group in enumerate(groups, 1)
            ],
            total=sum(len(group.items) for group in groups),
            recap=recap(groups, region, day, sender) if own and groups else "",
            instrument=instrument,
            day=day,
            shown_region=region,
            regions=regions_offered(self.actor),
            tail="" if region == self.actor.region else f"?daerah={region.code}",
            **kwargs,
        )


def sender_of(region: Region) -> str:
    office = region.secretariat_office
    sender = f"Sekretariat Pokja PUG {region.short_name}"
    return f"{sender} ({office})" if office else sender
