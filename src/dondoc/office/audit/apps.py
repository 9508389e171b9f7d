from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "dondoc.office.audit"
    verbose_name = "Nhật ký"
