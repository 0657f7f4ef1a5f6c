from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "pug_portal.accounts"
    label = "accounts"
