"""Indicators, their targets, and observations with everything that was ever said about them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("Càng cao càng tốt")
    DOWN = "down", _("Càng thấp càng tốt")
    NONE = "none", _("Không xét")


class Meaning(models.TextChoices):
    """What an entered figure means."""

    PERIOD = "period", _("Trong kỳ")
    CUMULATIVE = "cumulative", _("Lũy kế từ đầu năm")
    POINT = "point", _("Tại thời điểm")


class ObservationStatus(models.TextChoices):
    """How sure a figure is (SDMX: E, P, A, R)."""

    ESTIMATE = "estimate", _("Ước")
    PROVISIONAL = "provisional", _("Sơ bộ")
    FINAL = "final", _("Chính thức")
    REVISED = "revised", _("Điều chỉnh")


class ObservationRole(models.TextChoices):
    """What the figure states, as in ``dondoc.facts.Role``."""

    ACTUAL = "actual", _("Thực hiện")
    CUMULATIVE = "cumulative", _("Lũy kế")
    PLAN = "plan", _("Kế hoạch")
    SHARE_OF_PLAN = "share_of_plan", _("Tỷ lệ so kế hoạch")
    CHANGE = "change", _("Tăng, giảm")
    PART = "part", _("Trong đó")
    RATE = "rate", _("Tỷ lệ")
    COUNT = "count", _("Số lượng")
    RANK = "rank", _("Thứ hạng")


class ObservationBase(models.TextChoices):
    """What a change is measured against."""

    PREVIOUS = "previous", _("So kỳ trước")
    SAME_PERIOD = "same_period", _("So cùng kỳ")
    PLAN = "plan", _("So kế hoạch")
    OTHER = "other", _("So mốc khác")


class Indicator(models.Model):
    """A row of the office's table of figures. ``provisional``: named by a document, not yet put in order."""

    code = models.CharField(_("Mã"), max_length=40, unique=True)
    name = models.CharField(_("Tên chỉ tiêu"), max_length=300)
    folded = models.CharField(max_length=300, db_index=True, editable=False)
    unit = models.CharField(_("Đơn vị"), max_length=60, blank=True)
    direction = models.CharField(max_length=4, choices=Direction.choices, default=Direction.NONE)
    meaning = models.CharField(max_length=10, choices=Meaning.choices, default=Meaning.PERIOD)
    sector = models.CharField(_("Lĩnh vực"), max_length=100, blank=True)
    owner = models.ForeignKey(
        "agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="indicators"
    )
    provisional = models.BooleanField(_("Chưa chuẩn hóa"), default=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["sector", "code"]
        verbose_name = _("chỉ tiêu")
        constraints = [
            models.UniqueConstraint(name="indicator_once_by_name_and_unit", fields=["folded", "unit"]),
            models.CheckConstraint(
                name="indicator_direction_known", condition=models.Q(direction__in=Direction.values)
            ),
            models.CheckConstraint(name="indicator_meaning_known", condition=models.Q(meaning__in=Meaning.values)),
        ]

    def __str__(self) -> str:
        return self.name


class IndicatorAlias(models.Model):
    """Another wording under which documents state an indicator."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="indicator_alias_once", fields=["indicator", "folded"])]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """What must be reached in a year."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(_("Năm"))
    value = models.DecimalField(_("Kế hoạch"), max_digits=30, decimal_places=6)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)

    class Meta:
        ordering = ["indicator_id", "-year"]
        constraints = [
            models.UniqueConstraint(name="target_once_a_year", fields=["indicator", "year"]),
            models.CheckConstraint(name="target_year_sane", condition=models.Q(year__gte=1945, year__lte=2200)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}"


class Observation(models.Model):
    """One figure of an indicator, for ever tied to the sentence or the person it came from.

    ``value`` is in the base unit (đồng for money, % as written); ``shown`` is the figure as the document prints it.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    period = models.CharField(_("Kỳ"), max_length=20, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="observations"
    )
    value = models.DecimalField(_("Giá trị"), max_digits=30, decimal_places=6)
    unit = models.CharField(_("Đơn vị"), max_length=60, blank=True)
    shown = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=13, choices=ObservationRole.choices, default=ObservationRole.ACTUAL)
    base = models.CharField(max_length=11, choices=ObservationBase.choices, blank=True)
    status = models.CharField(max_length=11, choices=ObservationStatus.choices, default=ObservationStatus.PROVISIONAL)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="observations"
    )
    fact = models.OneToOneField(
        "documents.Fact", null=True, blank=True, on_delete=models.PROTECT, related_name="observation"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    sentence = models.TextField(blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="entered_observations"
    )
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["indicator_id", "-period", "pk"]
        constraints = [
            models.CheckConstraint(name="observation_role_known", condition=models.Q(role__in=ObservationRole.values)),
            models.CheckConstraint(
                name="observation_base_known", condition=models.Q(base__in=["", *ObservationBase.values])
            ),
            models.CheckConstraint(
                name="observation_status_known", condition=models.Q(status__in=ObservationStatus.values)
            ),
        ]
        indexes = [
            models.Index(name="observation_by_series", fields=["indicator", "period", "role"]),
            models.Index(name="observation_by_period", fields=["period", "role"]),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}: {self.shown or self.value}"


class ObservationRevision(models.Model):
    """A value that an observation had before it was changed."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="revisions")
    value = models.DecimalField(max_digits=30, decimal_places=6)
    status = models.CharField(max_length=11, choices=ObservationStatus.choices)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["observation_id", "-replaced_at"]

    def __str__(self) -> str:
        return f"{self.value} ({self.replaced_at:%Y-%m-%d})"


class Disagreement(models.Model):
    """A finding that a document states an indicator otherwise than an earlier figure of the office, or its target.

    ``fact`` is the finding, with what a person answered to it; ``observation`` the earlier figure, null for a target.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="disagreements")
    fact = models.OneToOneField("documents.Fact", on_delete=models.CASCADE, related_name="disagreement")
    observation = models.ForeignKey(Observation, null=True, on_delete=models.CASCADE, related_name="disagreements")

    class Meta:
        ordering = ["indicator_id", "-pk"]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.fact_id}"
