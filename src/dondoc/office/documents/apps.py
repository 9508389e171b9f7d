from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "dondoc.office.documents"
    verbose_name = "Văn bản"
