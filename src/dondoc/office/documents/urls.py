"""Addresses under /van-ban/."""

from django.urls import path

from dondoc.office.documents.views import deciding, files, images, listing, mending, page, picking

app_name = "documents"
urlpatterns = [
    path("", listing.document_list, name="list"),
    path("tai-len/", files.upload, name="upload"),
    path("chon/co-quan/", picking.pick_agency, name="pick_agency"),
    path("chon/chi-tieu/", picking.pick_indicator, name="pick_indicator"),
    path("<int:pk>/", page.document_page, name="document"),
    path("<int:pk>/trang-thai/", page.status, name="status"),
    path("<int:pk>/doc-lai/", deciding.read_again, name="read_again"),
    path("<int:pk>/xoa/", deciding.remove, name="remove"),
    path("<int:pk>/tep-goc/", files.original, name="original"),
    path("<int:pk>/trang/<int:number>.webp", images.page_image, name="page_image"),
    path("<int:pk>/su-kien.xlsx", files.facts_workbook, name="facts_workbook"),
    path("<int:pk>/chu-giai.docx", files.annotated, name="annotated"),
    path("<int:pk>/cho-da-sua/", mending.mends, name="mends"),
    path("<int:pk>/cho-da-sua/<slug:key>/tra-lai/", mending.take_back, name="take_back"),
    path("<int:pk>/cho-da-sua/<slug:key>/sua-lai/", mending.mend_again, name="mend_again"),
    path("<int:pk>/xac-nhan-het/", deciding.confirm_all, name="confirm_all"),
    path("<int:pk>/da-soat/", deciding.mark_reviewed, name="mark_reviewed"),
    path("<int:pk>/hoan-tac/", deciding.undo, name="undo"),
    path("<int:pk>/su-kien/them/", deciding.add_fact, name="add_fact"),
    path("<int:pk>/su-kien/<int:fact_pk>/", page.fact_card, name="fact"),
    path("<int:pk>/su-kien/<int:fact_pk>/tren-trang/", images.fact_places, name="fact_places"),
    path("<int:pk>/su-kien/<int:fact_pk>/sua/", deciding.edit, name="edit"),
    path("<int:pk>/su-kien/<int:fact_pk>/xac-nhan/", deciding.confirm, name="confirm"),
    path("<int:pk>/su-kien/<int:fact_pk>/bo/", deciding.reject, name="reject"),
    path("<int:pk>/su-kien/<int:fact_pk>/tach/", deciding.split, name="split"),
    path("<int:pk>/su-kien/<int:fact_pk>/gop/", deciding.merge_with_next, name="merge_with_next"),
    path("<int:pk>/su-kien/<int:fact_pk>/tra-loi/", deciding.answer_finding, name="answer"),
    path("<int:pk>/su-kien/<int:fact_pk>/mo-lai/", deciding.reopen, name="reopen"),
]
