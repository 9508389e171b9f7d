"""Agencies of a province over time: names, groups, and who took over whose work."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.naming import name_key
from dondoc.office.folding import fold


class Level(models.TextChoices):
    """Where in the state an agency stands. Districts ended on 30 June 2025."""

    CENTRAL = "central", _("Trung ương")
    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class Agency(models.Model):
    """A body that can owe a task. ``kind`` is that of the grammar: so, ubnd_xa, ubnd_tinh, ban, cong_an ..."""

    code = models.CharField(_("Mã"), max_length=40, unique=True)
    name = models.CharField(_("Tên"), max_length=300)
    short_name = models.CharField(_("Tên tắt"), max_length=100, blank=True)
    kind = models.CharField(_("Loại"), max_length=40)
    level = models.CharField(_("Cấp"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField(_("Từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("Đến hết ngày"), null=True, blank=True)
    key = models.CharField(max_length=300, db_index=True, editable=False)
    folded = models.CharField(max_length=500, db_index=True, editable=False)

    class Meta:
        ordering = ["folded", "pk"]
        verbose_name = _("cơ quan")
        constraints = [
            models.CheckConstraint(name="agency_level_known", condition=models.Q(level__in=Level.values)),
            models.CheckConstraint(
                name="agency_valid_period",
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_from__lte=models.F("valid_to")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean_keys(self) -> None:
        """Set what search and resolving look at, from the names."""
        self.key = name_key(self.name)[:300]
        self.folded = fold(f"{self.name} {self.short_name}")[:500]

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on ``day``; the last day counts."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class AgencyAlias(models.Model):
    """Another way to write an agency's name."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True, editable=False)
    folded = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="alias_once_an_agency", fields=["agency", "key"])]

    def __str__(self) -> str:
        return self.name

    def clean_keys(self) -> None:
        """Set what search and resolving look at, from the name."""
        self.key = name_key(self.name)[:300]
        self.folded = fold(self.name)[:300]


class AgencyGroup(models.Model):
    """Several agencies named at once ("UBND các xã, phường"): a rule (kind, level), or members one by one."""

    name = models.CharField(_("Tên"), max_length=300, unique=True)
    key = models.CharField(max_length=300, db_index=True, editable=False)
    folded = models.CharField(max_length=300, db_index=True, editable=False)
    rule_kinds = models.JSONField(default=list, blank=True)
    rule_level = models.CharField(max_length=10, choices=Level.choices, blank=True)
    members = models.ManyToManyField(Agency, blank=True, related_name="member_of")

    class Meta:
        ordering = ["folded", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean_keys(self) -> None:
        """Set what search and resolving look at, from the name."""
        self.key = name_key(self.name)[:300]
        self.folded = fold(self.name)[:300]


class GroupAlias(models.Model):
    """Another way to write a group's name ("các địa phương")."""

    group = models.ForeignKey(AgencyGroup, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class NotAgency(models.Model):
    """A name in documents of which a person said that it is nobody who can owe a task ("các đơn vị liên quan")."""

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """From ``day`` on the work of ``earlier`` is that of ``later``, by ``decree``."""

    earlier = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    later = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="inheritances")
    day = models.DateField()
    decree = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(name="succession_once", fields=["earlier", "later"]),
            models.CheckConstraint(name="succession_of_another", condition=~models.Q(earlier=models.F("later"))),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"


class Merger(models.Model):
    """One merger as it was carried out. ``changed`` holds what each row was before, so that it can be undone."""

    later = models.ForeignKey(Agency, verbose_name=_("Cơ quan mới"), on_delete=models.PROTECT, related_name="mergers")
    earlier = models.ManyToManyField(Agency, verbose_name=_("Cơ quan kết thúc"), related_name="ended_by")
    day = models.DateField(_("Từ ngày"))
    decree = models.CharField(_("Căn cứ"), max_length=200, blank=True)
    changed = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.later} {self.day:%d/%m/%Y}"


class MergerJob(models.Model):
    """A merger, or the way back (``undo_of``), that the worker does.

    It takes longer than a page may, or is planned: with a ``day``, before which nothing of it is done.
    """

    asked = models.JSONField(default=dict)
    undo_of = models.ForeignKey(Merger, null=True, on_delete=models.PROTECT, related_name="undo_jobs")
    rows = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    day = models.DateField(null=True)
    queued_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    merger = models.ForeignKey(Merger, null=True, on_delete=models.PROTECT, related_name="jobs")
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by} {self.at:%d/%m/%Y}"

    @property
    def waits(self) -> bool:
        """Whether it is planned for a day and neither begun nor called off."""
        return self.day is not None and self.queued_at is None and self.ended_at is None
