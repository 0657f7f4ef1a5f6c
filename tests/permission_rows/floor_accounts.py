"""Sign-in, own account, accounts of the region."""

from __future__ import annotations

from pug_portal.access.actor import SYSTEM
from pug_portal.accounts.actions import make_link
from pug_portal.accounts.models import AccessLink
from tests.permission_rows import row

OPEN = row(200, anonymous=200)
# A signed-in person is sent on from the sign-in pages.
GUESTS = row(302, anonymous=200)
OWN = row(200)
TO_REAUTHENTICATE = row(302)
MANAGERS = row(403, siti=200, prov=200, admin=200)
# The person of the address (Joko) belongs to Blora: 404 for the province's sekretariat.
BLORA = row(403, siti=200, prov=404, admin=200)

ROWS = {
    "health GET": row(503, anonymous=503),
    "account_login GET": GUESTS,
    "account_login POST": GUESTS,
    "account_logout GET": row(200),
    "account_logout POST": row(302),
    "account_inactive GET": OPEN,
    "account_signup GET": row(302, anonymous=200),
    "account_reset_password GET": OPEN,
    "account_reset_password_done GET": OPEN,
    "account_reset_password_from_key GET": OPEN,
    "account_reset_password_from_key_done GET": OPEN,
    "mfa_authenticate GET": row(302),
    # Nothing was typed before these people signed in.
    "held-text GET": row(302),
    "held-text POST": row(302),
    "my-account GET": OWN,
    "switch-hat POST": row(302),
    "account_change_password GET": OWN,
    "account_set_password GET": row(302),
    "account_reauthenticate GET": OWN,
    "mfa_reauthenticate GET": row(302),
    "mfa_index GET": OWN,
    "mfa_activate_totp GET": TO_REAUTHENTICATE,
    "mfa_deactivate_totp GET": row(404),
    "mfa_view_recovery_codes GET": row(404),
    "mfa_generate_recovery_codes GET": row(302),
    "mfa_download_recovery_codes GET": row(404),
    "account-list GET": MANAGERS,
    "account-invite GET": MANAGERS,
    "account-invite POST": {k: 422 if v == 200 else v for k, v in MANAGERS.items()},
    "account-detail GET": BLORA,
    "account-add-role GET": BLORA,
    "account-add-role POST": {k: 422 if v == 200 else v for k, v in BLORA.items()},
    "account-link POST": {k: 302 if v == 200 else v for k, v in BLORA.items()},
    "account-deactivate GET": BLORA,
    "account-deactivate POST": {k: 422 if v == 200 else v for k, v in BLORA.items()},
    "assignment-end GET": BLORA,
    "assignment-end POST": {k: 422 if v == 200 else v for k, v in BLORA.items()},
    "access-link GET": OPEN,
    "access-link POST": OPEN,
    "audit-list GET": row(403, siti=200, joko=200, budi=200, prov=200, admin=200),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    token = make_link(
        user=world.baru.user,
        kind=AccessLink.Kind.INVITATION,
        region=world.blora,
        by=SYSTEM,
    )
    joko = {"pk": world.joko.user_id}
    return {
        "account_reset_password_from_key": {"uidb36": "1", "key": "set-password"},
        "account-detail": joko,
        "account-add-role": joko,
        "account-link": joko,
        "account-deactivate": joko,
        "assignment-end": {"pk": world.joko.assignment_id},
        "access-link": {"token": token},
    }
