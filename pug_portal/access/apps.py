from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "pug_portal.access"
    label = "access"
