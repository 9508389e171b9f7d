"""Addresses under /nhiem-vu/."""

from django.urls import path

from dondoc.office.tasks.views import acts, cells, imports, layouts, listing, moving, page, reviews, saved, together

app_name = "tasks"
urlpatterns = [
    path("", listing.task_list, name="list"),
    path("xuat-excel/", listing.export, name="export"),
    path("nhieu/", together.together, name="together"),
    path("cach-xem/luu/", saved.save, name="save_view"),
    path("cach-xem/<int:pk>/bo/", saved.drop, name="drop_view"),
    path("cot/", saved.columns, name="columns"),
    path("bang/", layouts.board, name="board"),
    path("bang/xuat-excel/", layouts.export_board, name="export_board"),
    path("lich/", layouts.month, name="month"),
    path("lich/xuat-excel/", layouts.export_month, name="export_month"),
    path("dong-thoi-gian/", layouts.timeline, name="timeline"),
    path("dong-thoi-gian/xuat-excel/", layouts.export_timeline, name="export_timeline"),
    path("ra-soat/", reviews.reviews, name="reviews"),
    path("ra-soat/xuat-excel/", reviews.export_reviews, name="export_reviews"),
    path("ra-soat/phat-hanh/", reviews.issue, name="issue_review"),
    path("ra-soat/<int:pk>/", reviews.issued_review, name="review"),
    path("ra-soat/<int:pk>.docx", reviews.review_letter, name="review_letter"),
    path("ra-soat/<int:pk>.xlsx", reviews.review_sheet, name="review_sheet"),
    path("nhap/", imports.upload, name="import_upload"),
    path("nhap/<int:pk>/", imports.preview, name="import"),
    path("moi/", acts.new, name="new"),
    path("<int:pk>/", page.show, name="show"),
    path("<int:pk>/o/<slug:part>/", cells.cell, name="cell"),
    path("<int:pk>/chuyen/", moving.choose, name="moves"),
    path("<int:pk>/chon/nguoi/", acts.pick_person, name="pick_person"),
    path("<int:pk>/theo-doi/", acts.watch, name="watch"),
    path("<int:pk>/minh-chung/<int:evidence_pk>/", acts.evidence_file, name="evidence"),
    path("<int:pk>/minh-chung/<int:evidence_pk>/bo/", acts.withdraw_evidence, name="withdraw_evidence"),
    path("<int:pk>/goi-y/<int:offer_pk>/", acts.answer_offer, name="offer"),
    path("<int:pk>/<slug:slug>/", acts.act, name="act"),
]
