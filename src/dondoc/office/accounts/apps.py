from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "dondoc.office.accounts"
    verbose_name = _("Tài khoản")

    def ready(self) -> None:
        from dondoc.office.accounts import receivers

        receivers.connect()
