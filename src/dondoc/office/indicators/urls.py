"""Addresses under /chi-tieu/."""

from django.urls import path

from dondoc.office.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.indicator_list, name="list"),
    path("xuat-excel/", views.export, name="export"),
    path("<int:pk>/", views.show, name="show"),
]
