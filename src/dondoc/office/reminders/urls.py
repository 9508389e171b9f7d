"""Addresses under /thong-bao/."""

from django.urls import path

from dondoc.office.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.notice_list, name="list"),
    path("<int:pk>/mo/", views.open_notice, name="open"),
    path("da-doc/", views.read_all, name="read_all"),
    path("webhook/", views.webhooks, name="webhooks"),
    path("webhook/<int:pk>/", views.set_webhook, name="set_webhook"),
    path("don-doc/", views.chase, name="chase"),
    path("don-doc/tat-ca.zip", views.chase_letters, name="chase_letters"),
    path("don-doc/<int:pk>.docx", views.chase_letter, name="chase_letter"),
    path("lich/moi/", views.new_feed, name="new_feed"),
    path("lich/ngung/", views.end_feed, name="end_feed"),
    path("lich/<str:token>.ics", views.feed, name="feed"),
]
