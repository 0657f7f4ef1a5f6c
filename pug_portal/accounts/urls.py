"""Addresses of sign-in (allauth's views under Indonesian paths) and accounts."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from pug_portal.accounts import held_views, views

urlpatterns = [
    path("masuk/", allauth.login, name="account_login"),
    path("keluar/", allauth.logout, name="account_logout"),
    path("masuk/nonaktif/", allauth.account_inactive, name="account_inactive"),
    path("masuk/daftar/", allauth.signup, name="account_signup"),
    path("masuk/dua-langkah/", mfa.authenticate, name="mfa_authenticate"),
    # /masuk/lupa/
    path("masuk/lupa/", allauth.password_reset, name="account_reset_password"),
    path(
        "masuk/lupa/terkirim/",
        allauth.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^masuk/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "masuk/lupa/selesai/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("tulisan-tertahan/", held_views.HeldTextPage.as_view(), name="held-text"),
    # /akun/saya/
    path("akun/saya/", views.MyAccount.as_view(), name="my-account"),
    path("akun/saya/peran/", views.SwitchHat.as_view(), name="switch-hat"),
    path("akun/saya/sandi/", allauth.password_change, name="account_change_password"),
    path("akun/saya/sandi/baru/", allauth.password_set, name="account_set_password"),
    path(
        "akun/saya/konfirmasi/", allauth.reauthenticate, name="account_reauthenticate"
    ),
    path("akun/saya/konfirmasi/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("akun/saya/dua-langkah/", mfa.index, name="mfa_index"),
    path(
        "akun/saya/dua-langkah/aktifkan/", totp.activate_totp, name="mfa_activate_totp"
    ),
    path(
        "akun/saya/dua-langkah/matikan/",
        totp.deactivate_totp,
        name="mfa_deactivate_totp",
    ),
    path(
        "akun/saya/dua-langkah/kode-cadangan/",
        recovery.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "akun/saya/dua-langkah/kode-cadangan/buat/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "akun/saya/dua-langkah/kode-cadangan/unduh/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    # /akun/
    path("akun/", views.AccountList.as_view(), name="account-list"),
    path("akun/undang/", views.AccountInvite.as_view(), name="account-invite"),
    path("akun/<int:pk>/", views.AccountDetail.as_view(), name="account-detail"),
    path(
        "akun/<int:pk>/peran/", views.AccountAddRole.as_view(), name="account-add-role"
    ),
    path("akun/<int:pk>/tautan/", views.AccountLinkMake.as_view(), name="account-link"),
    path(
        "akun/<int:pk>/nonaktifkan/",
        views.AccountDeactivate.as_view(),
        name="account-deactivate",
    ),
    path(
        "akun/peran/<int:pk>/akhiri/",
        views.AssignmentEnd.as_view(),
        name="assignment-end",
    ),
    # /undangan/
    path("undangan/<str:token>/", views.OpenAccessLink.as_view(), name="access-link"),
]
