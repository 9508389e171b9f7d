"""What somebody was told, and ways to tell it outside the office."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Why somebody hears of a task. The first three come by the calendar, the others when somebody acts.

    The last is of no task: something large that the person asked for has ended.
    """

    SOON = "soon", _("Sắp đến hạn")
    OVERDUE = "overdue", _("Quá hạn")
    BADLY_OVERDUE = "badly_overdue", _("Quá hạn nghiêm trọng")
    ACCEPTANCE = "acceptance", _("Chờ nghiệm thu quá lâu")
    REPLY = "reply", _("Chưa trả lời ý kiến chỉ đạo")
    LOOK_AGAIN = "look_again", _("Đến ngày xem lại điều kiện")
    MENTION = "mention", _("Nhắc đến bạn")
    CHANGE = "change", _("Nhiệm vụ theo dõi có thay đổi")
    WORK = "work", _("Việc máy làm ở phía sau")


class Notice(models.Model):
    """One thing told to one person. ``occasion`` makes it once: the deadline, or the day, that it is about.

    A notice of ``number`` tasks at once names none: ``link`` is the address of the task list that shows them, after the
    question mark; its occasion is the day of the round. One of no task has the path of another page there.
    """

    # Both stand first in an index below: a morning may bring a million rows, and each index of its own would slow it.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices", db_index=False
    )
    task = models.ForeignKey("tasks.Task", null=True, on_delete=models.CASCADE, related_name="notices", db_index=False)
    level = models.CharField(max_length=15, choices=Level.choices)
    occasion = models.CharField(max_length=40)
    text = models.CharField(max_length=400)
    number = models.PositiveIntegerField(default=1)
    link = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="notice_once", fields=["task", "person", "level", "occasion"]),
            models.UniqueConstraint(
                name="notice_sum_once",
                fields=["person", "level", "occasion"],
                condition=models.Q(task__isnull=True),
            ),
            models.CheckConstraint(
                name="notice_of_a_task_or_a_list",
                condition=models.Q(task__isnull=False, link="") | models.Q(task__isnull=True) & ~models.Q(link=""),
            ),
            models.CheckConstraint(name="notice_level_known", condition=models.Q(level__in=Level.values)),
        ]
        indexes = [
            models.Index(
                name="notice_unread", fields=["person", "mailed_at"], condition=models.Q(read_at__isnull=True)
            ),
            models.Index(name="notice_by_person", fields=["person", "-at", "-id"]),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def address(self) -> str:
        """The page that the notice is about."""
        if self.task_id is not None:
            return reverse("tasks:show", args=[self.task_id])
        return self.link if self.link.startswith("/") else f"{reverse('tasks:list')}?{self.link}"


class Hearers(models.Model):
    """People who heard of the same tasks together; ``key`` tells them apart from all others."""

    key = models.CharField(max_length=64, unique=True)
    people = models.JSONField()

    def __str__(self) -> str:
        return self.key[:12]


class Summed(models.Model):
    """A task that ``hearers`` heard of at a level in a notice of many: they are not told of it again."""

    task = models.ForeignKey("tasks.Task", on_delete=models.CASCADE, related_name="+", db_index=False)
    level = models.CharField(max_length=15, choices=Level.choices)
    occasion = models.CharField(max_length=40)
    hearers = models.ForeignKey(Hearers, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="summed_once", fields=["task", "level", "occasion"])]

    def __str__(self) -> str:
        return f"{self.task_id} {self.level} {self.occasion}"


class Round(models.Model):
    """A day on which everybody was reminded: the calendar is gone through once a day."""

    day = models.DateField(primary_key=True)
    at = models.DateTimeField()
    made = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class Letter(models.Model):
    """The letter of a day to a person, one a day. ``failure``: why it was not sent, as the mail server said."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters")
    day = models.DateField()
    at = models.DateTimeField()
    number = models.PositiveIntegerField()
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(name="letter_once_a_day", fields=["person", "day"])]
        indexes = [models.Index(name="letter_by_day", fields=["day"])]

    def __str__(self) -> str:
        return f"{self.person} {self.day:%d/%m/%Y}"


class Webhook(models.Model):
    """An address outside that hears of every notice, for a chat room. The body is signed with ``secret``."""

    name = models.CharField(_("Tên"), max_length=100)
    url = models.URLField(_("Địa chỉ"), max_length=500)
    secret = models.CharField(max_length=100)
    active = models.BooleanField(_("Đang dùng"), default=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One message to one webhook, tried again with growing pauses."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    body = models.JSONField()
    created_at = models.DateTimeField()
    next_try = models.DateTimeField(null=True, blank=True, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.webhook}: {self.failure or self.done_at or '…'}"


class CalendarFeed(models.Model):
    """A secret address for a person's calendar program. Only the token's digest is kept."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)
