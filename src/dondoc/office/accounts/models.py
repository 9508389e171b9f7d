"""People and their roles."""

from datetime import date
from functools import cached_property

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in the steering of an office."""

    OFFICE = "office", _("Chuyên viên tổng hợp")
    FOCAL = "focal", _("Đầu mối cơ quan")
    LEADER = "leader", _("Lãnh đạo")
    ADMIN = "admin", _("Quản trị")
    VIEWER = "viewer", _("Chỉ xem")


class Field(models.Model):
    """A field of responsibility ("khối văn hóa - xã hội"): the agencies and the sectors of indicators in it."""

    name = models.CharField(_("Tên lĩnh vực"), max_length=200, unique=True)
    agencies = models.ManyToManyField("agencies.Agency", verbose_name=_("Cơ quan"), blank=True, related_name="fields")
    sectors = models.JSONField(_("Nhóm chỉ tiêu"), default=list, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person. A focal person stands for an agency and sees only what is that agency's.

    A viewer who has an agency or fields sees only these. ``valid_from`` and ``valid_to`` bound when the person may
    sign in; both days count. ``must_change_password``: the password is one that somebody else has seen.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("Họ và tên"), max_length=200)
    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name=_("Cơ quan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
    )
    role = models.CharField(_("Vai trò"), max_length=10, choices=Role.choices, default=Role.VIEWER)

    title = models.CharField(_("Chức vụ"), max_length=200, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=30, blank=True)
    fields = models.ManyToManyField(Field, verbose_name=_("Lĩnh vực phụ trách"), blank=True, related_name="people")
    valid_from = models.DateField(_("Từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("Đến hết ngày"), null=True, blank=True)
    must_change_password = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["full_name", "pk"]
        constraints = [
            models.CheckConstraint(name="user_role_known", condition=models.Q(role__in=Role.values)),
            models.CheckConstraint(
                name="user_focal_has_agency",
                condition=~models.Q(role=Role.FOCAL) | models.Q(agency__isnull=False),
            ),
            models.CheckConstraint(
                name="user_valid_period",
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_from__lte=models.F("valid_to")),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.rsplit(" ", 1)[-1]

    @property
    def initials(self) -> str:
        """The first letters of the first and the last word of the name: "Nguyễn Văn An" gives "NA"."""
        words = str(self).split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()

    def may_enter(self, today: date) -> bool:
        """Whether the person may use the office on ``today``."""
        begun = self.valid_from is None or self.valid_from <= today
        return self.is_active and begun and (self.valid_to is None or today <= self.valid_to)

    @cached_property
    def stands_in_for(self) -> "tuple[User, ...]":
        """For whom the person acts today, besides being themselves; asked once a request."""
        if self.pk is None:
            return ()
        today = timezone.localdate()
        acting = ActingFor.objects.filter(person=self, starts__lte=today, ends__gte=today, ended_at__isnull=True)
        rows = acting.select_related("absent__agency").order_by("pk")
        return tuple(row.absent for row in rows if row.absent.may_enter(today))


class ActingFor(models.Model):
    """``person`` does the work of ``absent`` too, from ``starts`` to ``ends``; afterwards not any more."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Người làm thay"), on_delete=models.PROTECT, related_name="acting"
    )
    absent = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Làm thay"), on_delete=models.PROTECT, related_name="acted_for"
    )
    starts = models.DateField(_("Từ ngày"))
    ends = models.DateField(_("Đến hết ngày"))
    reason = models.CharField(_("Lý do"), max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(name="acting_for_ordered", condition=models.Q(starts__lte=models.F("ends"))),
            models.CheckConstraint(name="acting_for_another", condition=~models.Q(person=models.F("absent"))),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.absent}"


class Invitation(models.Model):
    """A one-time code with which a person sets the password. Only its hash is kept."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    code_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    sent_to = models.EmailField(blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="invitation_expires_later", condition=models.Q(expires_at__gt=models.F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
