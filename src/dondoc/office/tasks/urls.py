"""Addresses under /nhiem-vu/."""

from django.urls import path

from dondoc.office.tasks import views

app_name = "tasks"
urlpatterns = [
    path("", views.task_list, name="list"),
    path("xuat-excel/", views.export, name="export"),
    path("<int:pk>/", views.show, name="show"),
]
