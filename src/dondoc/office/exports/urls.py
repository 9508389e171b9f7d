"""Addresses under /tep-xuat/."""

from django.urls import path

from dondoc.office.exports import views

app_name = "exports"
urlpatterns = [
    path("", views.export_list, name="list"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/tai-ve/", views.take, name="take"),
]
