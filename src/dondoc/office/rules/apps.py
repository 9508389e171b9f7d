from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "dondoc.office.rules"
    label = "rules"
