"""The addresses of the office: Vietnamese without marks, stable, shareable."""

from allauth.account import views as account_views
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from dondoc.office.tasks.views.mine import my_work

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="overview:home"), name="home"),
    path("viec-cua-toi/", my_work, name="my_work"),
    path("tong-quan/", include("dondoc.office.overview.urls")),
    path("van-ban/", include("dondoc.office.documents.urls")),
    path("nhiem-vu/", include("dondoc.office.tasks.urls")),
    path("thong-bao/", include("dondoc.office.reminders.urls")),
    path("soat-so-lieu/", include("dondoc.office.proofing.urls")),
    path("tep-xuat/", include("dondoc.office.exports.urls")),
    path("chi-tieu/", include("dondoc.office.indicators.urls")),
    path("co-quan/", include("dondoc.office.agencies.urls")),
    path("quan-tri/", include("dondoc.office.administration.urls")),
    path("", include("dondoc.office.answering.urls")),
    path("", include("dondoc.office.accounts.urls")),
    path("dang-nhap/", account_views.login, name="account_login"),
    path("dang-xuat/", account_views.logout, name="account_logout"),
    path("mat-khau/", account_views.password_change, name="account_change_password"),
    path("xac-thuc-lai/", account_views.reauthenticate, name="account_reauthenticate"),
    path("tam-khoa/", account_views.account_inactive, name="account_inactive"),
    path("dang-ky/", account_views.signup, name="account_signup"),
]
