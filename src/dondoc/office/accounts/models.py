"""People and their roles."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in the steering of an office."""

    OFFICE = "office", _("Chuyên viên tổng hợp")
    FOCAL = "focal", _("Đầu mối cơ quan")
    LEADER = "leader", _("Lãnh đạo")
    ADMIN = "admin", _("Quản trị")
    VIEWER = "viewer", _("Chỉ xem")


class User(AbstractUser):
    """A person. A focal person stands for an agency and sees only what is that agency's."""

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

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["full_name", "pk"]
        constraints = [
            models.CheckConstraint(name="user_role_known", condition=models.Q(role__in=Role.values)),
            models.CheckConstraint(
                name="user_focal_has_agency",
                condition=~models.Q(role=Role.FOCAL) | models.Q(agency__isnull=False),
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
