"""What is told of periods in the trail; pages look some of it up again."""

from pug_portal.audit.record import Verb

OPENED = Verb("period.opened", "membuka periode {object}")
CHANGED = Verb("period.changed", "mengubah tanggal periode {object}")
EXEMPTED = Verb("period.exempted", "menetapkan OPD yang tidak wajib pada {object}")
EXEMPTION_UNDONE = Verb(
    "period.exemption_undone", "mencabut ketetapan tidak wajib pada {object}"
)
