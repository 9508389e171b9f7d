"""Addresses under /tong-quan/."""

from django.urls import path

from dondoc.office.overview import views

app_name = "overview"
urlpatterns = [
    path("", views.home, name="home"),
    path("ngoai-le/", views.exceptional, name="exceptions"),
    path("ngoai-le.xlsx", views.exceptions_sheet, name="exceptions_sheet"),
    path("ngoai-le.docx", views.exceptions_letter, name="exceptions_letter"),
]
