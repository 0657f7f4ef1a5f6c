from django.apps import AppConfig


class PugPortalConfig(AppConfig):
    name = "pug_portal"

    def ready(self) -> None:
        from django import forms

        from pug_portal.lib.fields import REQUIRED, REQUIRED_FILE, WHOLE_NUMBER

        # One wording on every form: ours and Django's own fields side by side.
        forms.Field.default_error_messages["required"] = REQUIRED
        forms.FileField.default_error_messages["required"] = REQUIRED_FILE
        forms.IntegerField.default_error_messages["invalid"] = WHOLE_NUMBER
