"""What agencies report about a task, and what proves it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.task import Task


class ProgressReport(models.Model):
    """What one agency says about its part of a task. The newest report of an agency is its state."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="reports")
    agency = models.ForeignKey(
        "agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="progress_reports"
    )
    text = models.TextField(_("Kết quả đến nay"))
    share = models.PositiveSmallIntegerField(_("Mức độ hoàn thành (%)"), null=True, blank=True)
    obstacles = models.TextField(_("Khó khăn, vướng mắc"), blank=True)
    proposals = models.TextField(_("Đề xuất, kiến nghị"), blank=True)
    part_done = models.BooleanField(_("Đã xong phần việc của cơ quan"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    signed = models.CharField(_("Người báo cáo"), max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="report_says_something", condition=~models.Q(text="")),
            models.CheckConstraint(
                name="report_share_within", condition=models.Q(share__isnull=True) | models.Q(share__lte=100)
            ),
            models.CheckConstraint(
                name="report_by_somebody", condition=models.Q(by__isnull=False) | ~models.Q(signed="")
            ),
        ]
        indexes = [models.Index(name="report_by_task_agency", fields=["task", "agency", "-at"])]

    def __str__(self) -> str:
        return self.text[:80]


class Evidence(models.Model):
    """A file, or a document named by number and date, that proves what was done. ``day`` is the date it bears."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="evidence")
    agency = models.ForeignKey("agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(_("Tệp"), upload_to="evidence/%Y/%m", max_length=300, blank=True)
    original_name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    number = models.CharField(_("Số, ký hiệu văn bản"), max_length=100, blank=True)
    day = models.DateField(_("Ngày văn bản"))
    title = models.CharField(_("Nội dung"), max_length=300, blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="proves"
    )
    sentence = models.TextField(_("Câu trong báo cáo"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    signed = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_something",
                condition=~models.Q(file="") | ~models.Q(number="") | models.Q(document__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title or self.original_name
