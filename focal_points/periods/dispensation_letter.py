"""The letter that goes with a dispensation, as PDF."""

from __future__ import annotations

import hashlib

from django.template.loader import render_to_string

from focal_points.periods.dispensation_models import Dispensation
from pug_portal.lib.pdf import render


def letter_pdf(dispensation: Dispensation) -> bytes:
    html = render_to_string(
        "focal_points/periods/pdf/dispensation.html",
        {"dispensation": dispensation, "region": dispensation.period.region},
    )
    # The same letter gives the same bytes: its identifier is its own content.
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return render(html, identifier=identifier, assets={})
