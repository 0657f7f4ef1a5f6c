from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "pug_portal.audit"
    label = "audit"
