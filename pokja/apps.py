from django.apps import AppConfig


class PokjaConfig(AppConfig):
    name = "pokja"
    verbose_name = "Pokja PUG"

    def ready(self) -> None:
        from pokja.meetings.reading import file_gate
        from pokja.meetings.tasks_due import waiting_count
        from pug_portal.files.gates import register
        from pug_portal.nav import register_counter

        register(file_gate)
        register_counter("meeting-list", waiting_count)
