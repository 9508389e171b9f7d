from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExportsConfig(AppConfig):
    name = "dondoc.office.exports"
    verbose_name = _("Tệp đã xuất")
