"""Addresses under /quan-tri/."""

from django.urls import path

from dondoc.office.administration.views import audit, entry, fields, office, people

app_name = "admin"
urlpatterns = [
    path("", office.home, name="home"),
    path("quy-dinh/", office.rules, name="rules"),
    path("dang-nhap/", entry.entry, name="entry"),
    path("ngay-nghi/", office.days, name="days"),
    path("ngay-nghi/<str:day>/bo/", office.drop_day, name="drop_day"),
    path("nhat-ky/", audit.audit, name="audit"),
    path("nhat-ky/xuat-excel/", audit.export_audit, name="export_audit"),
    path("nguoi-dung/", people.people_list, name="people"),
    path("nguoi-dung/them/", people.new_person, name="new_person"),
    path("nguoi-dung/<int:pk>/", people.person, name="person"),
    path("nguoi-dung/<int:pk>/sua/", people.edit_person, name="edit_person"),
    path("nguoi-dung/<int:pk>/khoa/", people.set_active, name="set_active"),
    path("nguoi-dung/<int:pk>/moi/", people.invite, name="invite"),
    path("nguoi-dung/<int:pk>/phieu.docx", people.sheet, name="sheet"),
    path("nguoi-dung/<int:pk>/go-hai-lop/", people.drop_second_factor, name="drop_second_factor"),
    path("nguoi-dung/<int:pk>/lam-thay/", people.start_acting, name="start_acting"),
    path("lam-thay/<int:pk>/thoi/", people.end_acting, name="end_acting"),
    path("linh-vuc/", fields.field_list, name="fields"),
    path("linh-vuc/them/", fields.edit_field, name="new_field"),
    path("linh-vuc/<int:pk>/", fields.edit_field, name="edit_field"),
]
