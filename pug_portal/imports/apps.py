from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "pug_portal.imports"
    label = "imports"
