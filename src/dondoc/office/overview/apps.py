from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "dondoc.office.overview"
    verbose_name = "Tổng quan"
