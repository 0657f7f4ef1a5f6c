"""Who is on the list of a meeting, who came on which day, and the door for phones."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from focal_points.appointments.models import Appointment
from focal_points.offices.models import Sex
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.meetings.models import Meeting
from pug_portal.accounts.models import User

LONGEST_KEY = 320


class Source(models.TextChoices):
    POKJA = "pokja", "Anggota tim"
    FOCAL_POINT = "focal_point", "Focal point"
    INVITED = "undangan", "Undangan"
    GUEST = "tamu", "Tamu"
    DESK = "ditambah", "Ditambah sekretariat"


class Coming(models.TextChoices):
    """No row at all means «belum dicatat»."""

    PRESENT = "hadir", "Hadir"
    EXCUSED = "izin", "Izin"
    REPRESENTED = "diwakili", "Diwakili"
    ABSENT = "tanpa_keterangan", "Tanpa keterangan"


COMING_TONES: dict[str, tuple[str, str]] = {
    "": ("bel", "circle-dashed"),
    Coming.PRESENT: ("set", "circle-check"),
    Coming.EXCUSED: ("draf", "clock"),
    Coming.REPRESENTED: ("aju", "users"),
    Coming.ABSENT: ("lat", "circle-x"),
}
# Somebody sat on the chair: these are counted.
COUNTED = (Coming.PRESENT, Coming.REPRESENTED)


class Participant(models.Model):
    """One chair: a person as known on the day, or an office whose holder is not known."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="participants"
    )
    order = models.PositiveSmallIntegerField(default=1)
    source = models.CharField("asal", max_length=12, choices=Source)
    # The training history of a focal point is read through this.
    appointment = models.ForeignKey(
        Appointment,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, verbose_name="OPD"
    )
    institution = models.CharField("instansi lain", max_length=150, blank=True)
    name = models.CharField("nama", max_length=120, blank=True)
    position = models.CharField("jabatan", max_length=150, blank=True)
    sex = models.CharField("L/P", max_length=1, choices=Sex, blank=True)
    is_leader = models.BooleanField("unsur pimpinan daerah", default=False)
    # Name and institution in small letters: nobody stands on the list twice.
    key = models.CharField(max_length=LONGEST_KEY, editable=False)

    class Meta:
        ordering = ["meeting_id", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "key"], name="participant_once_in_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(opd__isnull=False, institution="")
                | (Q(opd__isnull=True) & ~Q(institution="")),
                name="participant_is_of_opd_or_institution",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(position=""),
                name="participant_is_person_or_position",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.agency})"

    @property
    def label(self) -> str:
        return self.name or self.position

    @property
    def is_known(self) -> bool:
        """Can be counted: a guest's invitation may say no L/P, an office has no name."""
        return bool(self.name and self.sex)

    @property
    def agency(self) -> str:
        """As the office was called on the day of the meeting."""
        if self.opd is None:
            return self.institution
        if not self.opd.former_names:
            return self.opd.short_name
        return named_on(self.opd, self.meeting.day).short_name


class Presence(models.Model):
    """One person on one day; a representative is named and counted in the person's place."""

    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="presences"
    )
    day = models.DateField("hari")
    state = models.CharField("kehadiran", max_length=16, choices=Coming)
    stand_in_name = models.CharField("nama wakil", max_length=120, blank=True)
    stand_in_position = models.CharField("jabatan wakil", max_length=150, blank=True)
    stand_in_sex = models.CharField("L/P wakil", max_length=1, choices=Sex, blank=True)
    note = models.CharField("keterangan", max_length=200, blank=True)
    # Written by a phone at the door, not by the desk.
    by_code = models.BooleanField("lewat kode QR", default=False)
    at = models.DateTimeField("dicatat")

    class Meta:
        ordering = ["participant_id", "day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "day"], name="presence_once_a_day"
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=Coming.REPRESENTED)
                    & ~Q(stand_in_name="")
                    & ~Q(stand_in_sex="")
                )
                | (~Q(state=Coming.REPRESENTED) & Q(stand_in_name="")),
                name="presence_represented_names_who",
            ),
        ]

    def __str__(self) -> str:
        return self.told

    @property
    def is_counted(self) -> bool:
        return self.state in COUNTED

    @property
    def told(self) -> str:
        """«Hadir», «Diwakili Rina Astuti (P), Kasubag»."""
        words = self.get_state_display()
        if self.stand_in_name:
            words = f"{words} {self.stand_in_name} ({self.stand_in_sex})"
        if self.stand_in_position:
            words = f"{words}, {self.stand_in_position}"
        return words


class Door(models.Model):
    """Check-in by phone. Codes follow from the secret and the time: none is stored."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="door"
    )
    secret = models.CharField(max_length=64)
    is_open = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    # Nobody when example data opened it.
    opened_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting"]

    def __str__(self) -> str:
        return f"Absensi QR {self.meeting}"
