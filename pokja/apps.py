from django.apps import AppConfig


class PokjaConfig(AppConfig):
    name = "pokja"
    verbose_name = "Pokja PUG"

    def ready(self) -> None:
        from pokja.decrees.gates import scan_gate
        from pokja.reports.gate import may_read_report
        from pug_portal.files import gates

        gates.register(scan_gate)
        gates.register(may_read_report)
