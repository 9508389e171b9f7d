"""The rules of this office, one row; and the days that differ from the usual calendar."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Granter(models.TextChoices):
    """Who answers a wish for more time."""

    OFFICE = "office", _("Chuyên viên tổng hợp hoặc lãnh đạo")
    LEADER = "leader", _("Chỉ lãnh đạo")


class SecondFactor(models.TextChoices):
    """Who must have a second factor besides the password."""

    NOBODY = "nobody", _("Không ai bắt buộc; ai muốn thì bật")
    ADMIN = "admin", _("Quản trị viên")
    OFFICE = "office", _("Chuyên viên tổng hợp và quản trị viên")
    EVERYBODY = "everybody", _("Mọi người")


class Rules(models.Model):
    """Numbers of days, who decides, what stands at the head and foot of letters. One row: ``rules.queries.current``."""

    due_soon_days = models.PositiveSmallIntegerField(_("Nhắc trước hạn (ngày làm việc)"), default=5)
    badly_overdue_days = models.PositiveSmallIntegerField(_("Quá hạn nghiêm trọng sau (ngày làm việc)"), default=10)
    acceptance_days = models.PositiveSmallIntegerField(_("Thời hạn nghiệm thu (ngày)"), default=5)
    extension_by = models.CharField(_("Ai cho gia hạn"), max_length=10, choices=Granter.choices, default=Granter.OFFICE)
    extension_days_before = models.PositiveSmallIntegerField(_("Xin gia hạn trước hạn ít nhất (ngày)"), default=0)
    extension_most = models.PositiveSmallIntegerField(_("Số lần gia hạn tối đa (0: không giới hạn)"), default=0)
    letter_parent = models.CharField(_("Cơ quan chủ quản"), max_length=200, default="UBND TỈNH", blank=True)
    letter_issuer = models.CharField(_("Cơ quan ban hành"), max_length=200, default="VĂN PHÒNG", blank=True)
    letter_symbol = models.CharField(_("Ký hiệu công văn"), max_length=60, default="VP-TH", blank=True)
    letter_place = models.CharField(_("Địa danh"), max_length=100, blank=True)
    letter_authority = models.CharField(_("Quyền hạn ký"), max_length=200, default="KT. CHÁNH VĂN PHÒNG", blank=True)
    letter_position = models.CharField(_("Chức vụ người ký"), max_length=200, default="PHÓ CHÁNH VĂN PHÒNG", blank=True)
    letter_signer = models.CharField(_("Người ký"), max_length=200, blank=True)
    second_factor_by = models.CharField(
        _("Ai phải có xác thực hai lớp"), max_length=10, choices=SecondFactor.choices, default=SecondFactor.NOBODY
    )
    second_factor_grace = models.PositiveSmallIntegerField(_("Được hoãn (ngày)"), default=7)
    second_factor_since = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="rules_second_factor_known", condition=models.Q(second_factor_by__in=SecondFactor.values)
            ),
            models.CheckConstraint(name="rules_one_row", condition=models.Q(id=1)),
            models.CheckConstraint(name="rules_granter_known", condition=models.Q(extension_by__in=Granter.values)),
        ]

    def __str__(self) -> str:
        return gettext("Quy định của văn phòng")


class SpecialDay(models.Model):
    """A day that is off, or worked, against the usual calendar: a decision of the Government or the province."""

    day = models.DateField(_("Ngày"), unique=True)
    worked = models.BooleanField(_("Làm việc (làm bù)"), default=False)
    name = models.CharField(_("Nội dung"), max_length=200, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
