"""Addresses under /co-quan/."""

from django.urls import path

from dondoc.office.agencies.views import clearing, editing, exchange, merging, planning, reading

app_name = "agencies"
urlpatterns = [
    path("", reading.agency_tree, name="tree"),
    path("them/", editing.new, name="new"),
    path("xuat/", exchange.export, name="export"),
    path("nhap/", exchange.take_in, name="import"),
    path("nap-san/", exchange.ready, name="ready"),
    path("sap-nhap/", merging.merge, name="merge"),
    path("sap-nhap/viec/<int:pk>/", merging.merger_job, name="merger_job"),
    path("sap-nhap/viec/<int:pk>/huy-hen/", planning.call_off, name="call_off_merger"),
    path("sap-nhap/viec/<int:pk>/hen-lai/", planning.plan_again, name="plan_again"),
    path("sap-nhap/<int:pk>/hoan-tac/", merging.undo, name="undo_merger"),
    path("ten-chua-ro/", clearing.queue, name="queue"),
    path("ten-chua-ro/gan/", clearing.learn, name="learn"),
    path("ten-chua-ro/khong-phai/", clearing.refuse, name="refuse"),
    path("ten-chua-ro/<int:pk>/hoi-lai/", clearing.ask_again, name="ask_again"),
    path("nhom/", reading.group_list, name="groups"),
    path("nhom/them/", editing.new_group, name="new_group"),
    path("nhom/<int:pk>/", reading.group, name="group"),
    path("nhom/<int:pk>/sua/", editing.edit_group, name="edit_group"),
    path("<int:pk>/", reading.show, name="show"),
    path("<int:pk>/sua/", editing.edit, name="edit"),
    path("<int:pk>/ket-thuc/", editing.end, name="end"),
    path("<int:pk>/hoat-dong-lai/", editing.live_again, name="live_again"),
]
