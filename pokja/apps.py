from django.apps import AppConfig


class PokjaConfig(AppConfig):
    name = "pokja"
    verbose_name = "Pokja PUG"

    def ready(self) -> None:
        from pokja.archive import building as archives
        from pokja.archive import evidence as papers_as_evidence
        from pokja.attendance import lists as attendance_lists
        from pokja.consistency import rules as consistency
        from pokja.decrees import facts as decree_facts
        from pokja.decrees.gates import scan_gate
        from pokja.handover import papers as handover_papers
        from pokja.letters.gates import emblem_gate
        from pokja.meetings import facts as meeting_facts
        from pokja.meetings import offices_that_close
        from pokja.meetings import programme as meetings_of_programme
        from pokja.meetings.reading import file_gate
        from pokja.meetings.tasks_due import waiting
        from pokja.membership.portraits import portrait_gate
        from pokja.programme import facts as programme_facts
        from pokja.programme import offered_lines
        from pokja.regulations.gates import scan_gate as regulation_gate
        from pokja.reports import facts as report_facts
        from pokja.reports.gate import may_read_report
        from pokja.trainings import history as training_history
        from pokja.trainings.gates import certificate_gate
        from pug_portal.files import gates
        from pug_portal.nav import register_counter

        gates.register(scan_gate)
        gates.register(regulation_gate)
        gates.register(file_gate)
        gates.register(emblem_gate)
        gates.register(may_read_report)
        gates.register(certificate_gate)
        gates.register(portrait_gate)
        register_counter("meeting-list", waiting)
        meetings_of_programme.register()
        training_history.register()
        attendance_lists.register()
        offered_lines.register()
        offices_that_close.register()
        archives.register()
        papers_as_evidence.register()
        handover_papers.connect()
        decree_facts.register()
        meeting_facts.register()
        programme_facts.register()
        report_facts.register()
        consistency.connect()
