from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "dondoc.office.indicators"
    verbose_name = "Chỉ tiêu"
