from django.apps import AppConfig


class PokjaConfig(AppConfig):
    name = "pokja"
    verbose_name = "Pokja PUG"

    def ready(self) -> None:
        from pokja.reports.gate import may_read_report
        from pug_portal.files import gates

        gates.register(may_read_report)
