"""Addresses under /soat-so-lieu/."""

from django.urls import path

from dondoc.office.proofing import views

app_name = "proofing"
urlpatterns = [
    path("", views.start, name="start"),
    path("soat/", views.proofread_file, name="proofread"),
    path("chu-giai/", views.commented_copy, name="commented"),
]
