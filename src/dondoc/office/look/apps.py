"""The application that holds the template tags."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "dondoc.office.look"
    label = "look"
