from django.apps import AppConfig


class PrasyaratConfig(AppConfig):
    name = "prasyarat"
    verbose_name = "Tujuh prasyarat"
