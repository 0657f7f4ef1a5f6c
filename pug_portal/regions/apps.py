from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "pug_portal.regions"
    label = "regions"
