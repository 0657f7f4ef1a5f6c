from django.apps import AppConfig


class PrasyaratConfig(AppConfig):
    name = "prasyarat"
    verbose_name = "Tujuh prasyarat"

    def ready(self) -> None:
        from prasyarat.assessments import gate, portal_facts
        from prasyarat.assessments.queries import waiting
        from pug_portal import nav
        from pug_portal.files import gates

        gates.register(gate.may_read_evidence)
        portal_facts.register()
        nav.register_counter("assessment", waiting)
