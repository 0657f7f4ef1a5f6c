from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "pug_portal.files"
    label = "files"
