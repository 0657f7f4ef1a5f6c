"""Roles and what each may do (domain.md §10.6). One sentence each, shown on screen."""

from django.db.models import TextChoices

from pug_portal.access.permissions import Permission as P


class Role(TextChoices):
    ADMINISTRATOR = "administrator", "Administrator"
    SEKRETARIAT = "sekretariat", "Sekretariat Pokja"
    BAPPEDA = "bappeda", "Bappeda"
    TELAAH = "telaah", "Penelaah"
    FOCAL_POINT = "focal_point", "Focal point OPD"
    KEPALA_OPD = "kepala_opd", "Kepala OPD"
    PIMPINAN = "pimpinan", "Pimpinan/peninjau"


DESCRIPTIONS: dict[Role, str] = {
    Role.ADMINISTRATOR: "Mengatur akun, daerah, daftar OPD, dan instrumen.",
    Role.SEKRETARIAT: (
        "Mencatat SK, anggota, periode, dan rapat; memverifikasi laporan dan jawaban."
    ),
    Role.BAPPEDA: (
        "Bertindak untuk Ketua Pokja: SK Tim Teknis, rapat, verifikasi, laporan Pokja."
    ),
    Role.TELAAH: "Membaca dan menelaah dokumen PPRG yang ditugaskan.",
    Role.FOCAL_POINT: "Mengisi laporan, jawaban, dan tindak lanjut OPD sendiri.",
    Role.KEPALA_OPD: "Menyetujui atau mengembalikan laporan OPD sendiri.",
    Role.PIMPINAN: "Membaca hal yang sudah disahkan atau terverifikasi.",
}

_READ_SETTLED = frozenset(
    {
        P.HOME_VIEW,
        P.INDEX_VIEW,
        P.OPD_VIEW,
        P.BOARD_VIEW,
        P.PERIOD_VIEW,
        P.PROGRESS_VIEW,
        P.PLANNING_VIEW,
        P.CAMPAIGN_VIEW,
        P.PPRG_VIEW,
        P.INDICATOR_VIEW,
        P.INSTRUMENT_VIEW,
        P.ASSESSMENT_VIEW,
        P.GENDER_DATA_VIEW,
        P.DECREE_VIEW,
        P.REGULATION_VIEW,
        P.MEMBER_VIEW,
        P.PROGRAMME_VIEW,
        P.MEETING_VIEW,
        P.FOLLOW_UP_VIEW,
        P.REPORT_VIEW,
        P.ROLLUP_VIEW,
    }
)
_READ_OFFICE = _READ_SETTLED | {
    P.OFFICE_VIEW,
    P.APPOINTMENT_VIEW,
}

GRANTS: dict[Role, frozenset[P]] = {
    Role.ADMINISTRATOR: frozenset(
        {
            P.HOME_VIEW,
            P.AWARD_LEVEL_EDIT,
            P.INDEX_VIEW,
            P.ACCOUNT_MANAGE,
            P.REGION_EDIT,
            P.AUDIT_VIEW,
            P.OPD_VIEW,
            P.OPD_EDIT,
            P.OFFICE_VIEW,
            P.APPOINTMENT_VIEW,
            P.PERIOD_VIEW,
            P.BOARD_VIEW,
            P.PLANNING_VIEW,
            P.INSTRUMENT_VIEW,
            P.INSTRUMENT_EDIT,
            P.ROLLUP_VIEW,
        }
    ),
    Role.SEKRETARIAT: _READ_OFFICE
    | {
        P.ACCOUNT_MANAGE,
        P.REGION_EDIT,
        P.AUDIT_VIEW,
        P.FILE_DELETE,
        P.OPD_EDIT,
        P.OFFICE_EDIT,
        P.APPOINTMENT_EDIT,
        P.PERIOD_EDIT,
        P.PLANNING_EDIT,
        P.CAMPAIGN_EDIT,
        P.PROGRESS_FILL_FOR,
        P.PROGRESS_VERIFY,
        P.PROGRESS_REOPEN,
        P.PPRG_REVIEW,
        P.PPRG_DECIDE,
        P.PPRG_TEAM,
        P.ARG_VIEW,
        P.ARG_EDIT,
        P.ARG_SEND,
        P.CASCADE_VIEW,
        P.CASCADE_REVIEW,
        P.INDICATOR_EDIT,
        P.ANSWER_FILL,
        P.ANSWER_VERIFY,
        P.GAP_PLAN_EDIT,
        P.EVALUATION_EDIT,
        P.CONSISTENCY_VIEW,
        P.GENDER_DATA_FILL,
        P.GENDER_DATA_VERIFY,
        P.GENDER_DATA_ASSIGN,
        P.INDEX_EDIT,
        P.DECREE_EDIT,
        P.DECREE_EDIT_TECHNICAL,
        P.REGULATION_EDIT,
        P.MEMBER_EDIT,
        P.PROGRAMME_EDIT,
        P.MEETING_EDIT,
        P.FOLLOW_UP_ANSWER,
        P.RELEASE_EDIT,
        P.FOLLOW_UP_CONFIRM,
        P.REPORT_REQUEST,
    },
    Role.BAPPEDA: _READ_OFFICE
    | {
        P.AUDIT_VIEW,
        P.PLANNING_EDIT,
        P.CAMPAIGN_EDIT,
        P.PROGRESS_VERIFY,
        P.PPRG_REVIEW,
        P.PPRG_DECIDE,
        P.PPRG_TEAM,
        P.ARG_VIEW,
        P.ARG_EDIT,
        P.ARG_SEND,
        P.CASCADE_VIEW,
        P.CASCADE_REVIEW,
        P.INDICATOR_EDIT,
        P.ANSWER_FILL,
        P.ANSWER_VERIFY,
        P.GAP_PLAN_EDIT,
        P.EVALUATION_EDIT,
        P.CONSISTENCY_VIEW,
        P.GENDER_DATA_VERIFY,
        P.DECREE_EDIT_TECHNICAL,
        P.REGULATION_EDIT,
        P.PROGRAMME_EDIT,
        P.PROGRAMME_SETTLE,
        P.MEETING_EDIT,
        P.MINUTES_SETTLE,
        P.FOLLOW_UP_ANSWER,
        P.REPORT_REQUEST,
        P.REPORT_SETTLE,
    },
    Role.TELAAH: _READ_SETTLED | {P.PPRG_REVIEW, P.ARG_VIEW, P.CASCADE_VIEW},
    Role.FOCAL_POINT: frozenset(
        {
            P.HOME_VIEW,
            P.INDEX_VIEW,
            P.APPOINTMENT_VIEW,
            P.PROGRESS_VIEW,
            P.PROGRESS_FILL,
            P.PLANNING_VIEW,
            P.CAMPAIGN_OWN,
            P.CAMPAIGN_UPLOAD,
            P.PPRG_VIEW,
            P.INDICATOR_VIEW,
            P.PPRG_FILL,
            P.ARG_VIEW,
            P.ARG_EDIT,
            P.CASCADE_VIEW,
            P.CASCADE_FILL,
            P.ANSWER_FILL,
            P.ASSESSMENT_VIEW,
            P.GENDER_DATA_VIEW,
            P.GENDER_DATA_FILL,
            P.INSTRUMENT_VIEW,
            P.DECREE_VIEW,
            P.REGULATION_VIEW,
            P.MEMBER_VIEW,
            P.PROGRAMME_VIEW,
            P.MEETING_VIEW,
            P.FOLLOW_UP_VIEW,
            P.FOLLOW_UP_ANSWER,
        }
    ),
    Role.KEPALA_OPD: frozenset(
        {
            P.HOME_VIEW,
            P.INDEX_VIEW,
            P.APPOINTMENT_VIEW,
            P.PROGRESS_VIEW,
            P.PROGRESS_APPROVE,
            P.PLANNING_VIEW,
            P.CAMPAIGN_OWN,
            P.PPRG_VIEW,
            P.INDICATOR_VIEW,
            P.ARG_VIEW,
            P.CASCADE_VIEW,
            P.ASSESSMENT_VIEW,
            P.GENDER_DATA_VIEW,
            P.INSTRUMENT_VIEW,
            P.DECREE_VIEW,
            P.REGULATION_VIEW,
            P.MEMBER_VIEW,
            P.PROGRAMME_VIEW,
            P.MEETING_VIEW,
            P.FOLLOW_UP_VIEW,
            P.FOLLOW_UP_ANSWER,
        }
    ),
    Role.PIMPINAN: _READ_SETTLED,
}

# They see one OPD, or none when no appointment is valid today.
OPD_ROLES = frozenset({Role.FOCAL_POINT, Role.KEPALA_OPD})
# They read only what is settled or verified, also in their own region.
SETTLED_ONLY_ROLES = frozenset({Role.PIMPINAN, Role.TELAAH})


def who_can(permission: P) -> str:
    """«Sekretariat Pokja atau Bappeda»: for the 403 page, so that one knows whom to ask."""
    names = [role.label for role in Role if permission in GRANTS[role]]
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " atau " + names[-1]
