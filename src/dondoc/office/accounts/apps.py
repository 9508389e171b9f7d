from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "dondoc.office.accounts"
    verbose_name = "Tài khoản"
