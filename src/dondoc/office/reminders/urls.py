"""Addresses under /thong-bao/."""

from django.urls import path

from dondoc.office.reminders.views import chasing, notices, sending

app_name = "reminders"
urlpatterns = [
    path("", notices.notice_list, name="list"),
    path("<int:pk>/mo/", notices.open_notice, name="open"),
    path("da-doc/", notices.read_all, name="read_all"),
    path("nhac-viec/", sending.sending, name="sending"),
    path("nhac-viec/luot-toi/", sending.next_round, name="next_round"),
    path("nhac-viec/thu-thu/", sending.test_letter, name="test_letter"),
    path("webhook/", sending.webhooks, name="webhooks"),
    path("webhook/<int:pk>/", sending.set_webhook, name="set_webhook"),
    path("webhook/<int:pk>/thu/", sending.test_webhook, name="test_webhook"),
    path("webhook/<int:pk>/gui-lai/", sending.send_again, name="send_again"),
    path("webhook/tin/<int:pk>/gui-lai/", sending.send_one_again, name="send_one_again"),
    path("don-doc/", chasing.chase, name="chase"),
    path("don-doc/tat-ca.zip", chasing.chase_letters, name="chase_letters"),
    path("don-doc/<int:pk>.docx", chasing.chase_letter, name="chase_letter"),
    path("lich/moi/", notices.new_feed, name="new_feed"),
    path("lich/ngung/", notices.end_feed, name="end_feed"),
    path("lich/<str:token>.ics", notices.feed, name="feed"),
]
