from django.apps import AppConfig


class PrasyaratConfig(AppConfig):
    name = "prasyarat"
    verbose_name = "Tujuh prasyarat"

    def ready(self) -> None:
        from prasyarat.assessments import gate, portal_facts
        from prasyarat.assessments.queries import waiting
        from prasyarat.consistency import answer_rules, core, report_rules, tables
        from prasyarat.evaluation.results import may_read_result
        from prasyarat.evidence import offers
        from prasyarat.evidence.rights import may_read_library
        from prasyarat.gender_data import facts as gender_facts
        from prasyarat.gender_data.profile_views import may_read_profile
        from prasyarat.gender_data.queries import waiting as waiting_tables
        from prasyarat.library.portal_files import PROGRESS_SHELF, progress_files
        from pug_portal import nav
        from pug_portal.files import gates

        gates.register(gate.may_read_evidence)
        gates.register(may_read_library)
        gates.register(may_read_profile)
        gates.register(may_read_result)
        portal_facts.register()
        gender_facts.register()
        offers.register(progress_files, PROGRESS_SHELF)
        for chapter in (answer_rules.CHAPTER, report_rules.CHAPTER, tables.CHAPTER):
            core.register(chapter)
        nav.register_counter("assessment", waiting)
        nav.register_counter("gender-data", waiting_tables)
