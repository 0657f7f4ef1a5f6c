from django.apps import AppConfig


class FocalPointsConfig(AppConfig):
    name = "focal_points"
    verbose_name = "OPD dan focal point"

    def ready(self) -> None:
        from focal_points.campaigns import wiring as campaigns
        from focal_points.cascade.queries import may_read
        from focal_points.pprg import wiring as pprg
        from focal_points.progress import wiring as progress
        from pug_portal.files import gates

        progress.connect()
        campaigns.connect()
        pprg.connect()
        gates.register(may_read)
