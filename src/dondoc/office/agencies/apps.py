from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "dondoc.office.agencies"
    verbose_name = "Cơ quan"
