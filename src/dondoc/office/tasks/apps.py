from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "dondoc.office.tasks"
    verbose_name = "Nhiệm vụ"
