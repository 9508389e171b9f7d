from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnsweringConfig(AppConfig):
    name = "dondoc.office.answering"
    verbose_name = _("Trả lời qua liên kết")
