from django.apps import AppConfig


class PugPortalConfig(AppConfig):
    name = "pug_portal"
