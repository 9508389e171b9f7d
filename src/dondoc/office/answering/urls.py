"""Addresses under /lien-ket/ (the office) and /tra-loi/ (whoever holds a link)."""

from django.urls import path

from dondoc.office.answering import making, views

app_name = "answering"
urlpatterns = [
    path("lien-ket/", views.links, name="links"),
    path("lien-ket/moi/<int:agency_pk>/", making.new, name="new"),
    path("lien-ket/<int:pk>/", views.link, name="link"),
    path("lien-ket/<int:pk>/thu-hoi/", views.revoke, name="revoke"),
    path("tra-loi/<str:token>/", views.answer, name="answer"),
    path("tra-loi/<str:token>/<int:pk>/<slug:slug>/", views.answer_act, name="act"),
]
