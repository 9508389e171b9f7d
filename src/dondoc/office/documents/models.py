"""Documents, their readings, the facts found, and every decision about a fact.

A reading is never changed: reading again makes a new one, and facts that a person decided are carried over to it
(``Fact.carried_from``), while the old rows stay as they were.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.documents.verdicts import Verdict


class DocumentStatus(models.TextChoices):
    """How far reading has come."""

    WAITING = "waiting", _("Chờ đọc")
    READING = "reading", _("Đang đọc")
    READ = "read", _("Đã đọc")
    FAILED = "failed", _("Không đọc được")


class DocumentKind(models.TextChoices):
    """Types of documents, as in ``dondoc.facts.DocumentType``."""

    CONCLUSION_NOTICE = "conclusion_notice", _("Thông báo kết luận")
    REPORT = "report", _("Báo cáo")
    DIRECTIVE = "directive", _("Chỉ thị")
    PLAN = "plan", _("Kế hoạch")
    OFFICIAL_LETTER = "official_letter", _("Công văn")
    RESOLUTION = "resolution", _("Nghị quyết")
    DECISION = "decision", _("Quyết định")
    NEWS = "news", _("Tin, bài")
    OTHER = "other", _("Văn bản khác")


class FactKind(models.TextChoices):
    """What a fact is about."""

    DIRECTIVE = "directive", _("Nhiệm vụ")
    QUANTITY = "quantity", _("Số liệu")
    CHECK = "check", _("Đối chiếu")
    AGENCY = "agency", _("Cơ quan")
    REFERENCE = "reference", _("Căn cứ")
    DEADLINE = "deadline", _("Thời hạn")


class FactState(models.TextChoices):
    """What a person has decided about a fact."""

    DRAFT = "draft", _("Chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    REJECTED = "rejected", _("Đã bỏ")
    REPLACED = "replaced", _("Đã tách hoặc gộp")


class Document(models.Model):
    """A file as it came in, byte for byte, and what it says about itself."""

    file = models.FileField(upload_to="documents/%Y/%m", max_length=300)
    original_name = models.CharField(_("Tên tệp"), max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    kind = models.CharField(_("Loại"), max_length=20, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    subject = models.TextField(_("Trích yếu"), blank=True)
    number = models.CharField(_("Số"), max_length=100, blank=True)
    symbol = models.CharField(_("Ký hiệu"), max_length=100, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=300, blank=True)
    issued = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    issued_text = models.CharField(max_length=10, blank=True)
    period = models.CharField(_("Kỳ"), max_length=20, blank=True)
    status = models.CharField(max_length=10, choices=DocumentStatus.choices, default=DocumentStatus.WAITING)
    failure = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="uploads"
    )
    uploaded_at = models.DateTimeField(db_index=True)
    status_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reading = models.ForeignKey("Reading", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pages_read = models.PositiveIntegerField(default=0)
    pages_to_read = models.PositiveIntegerField(default=0)
    folded = models.TextField(editable=False, default="")
    folded_content = models.TextField(editable=False, default="")

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("văn bản")
        constraints = [
            models.CheckConstraint(name="document_status_known", condition=models.Q(status__in=DocumentStatus.values)),
            models.CheckConstraint(name="document_kind_known", condition=models.Q(kind__in=DocumentKind.values)),
            models.CheckConstraint(
                name="document_failure_said",
                condition=~models.Q(status=DocumentStatus.FAILED) | ~models.Q(failure=""),
            ),
            models.CheckConstraint(
                name="document_read_has_reading",
                condition=~models.Q(status=DocumentStatus.READ) | models.Q(reading__isnull=False),
            ),
            models.CheckConstraint(
                name="document_review_signed",
                condition=models.Q(reviewed_by__isnull=True, reviewed_at__isnull=True)
                | models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="document_by_issued", fields=["-issued", "-id"]),
            models.Index(name="document_by_status", fields=["status"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What a list shows: the subject, or the name of the file where none was found."""
        return self.subject or self.original_name


class Reading(models.Model):
    """One reading of a document by one version of dondoc: its text, the way back to the source, and what was found.

    ``blocks`` [{kind,start,end,level,page}] · ``tables`` [{start,end,cells:[{row,column,start,end,rowspan,colspan}]}] ·
    ``footnotes`` [{mark,anchor,start,end}] · ``emphasis`` [[start,end]] ·
    ``doubts`` [[start,end,confidence]] · ``runs`` [[start,end,source_start,source_end]] · ``header`` the fields of
    ``dondoc.facts.Header`` · ``warnings`` sentences · ``repairs`` the rows of ``documents.mending``. Offsets are
    those of ``content``.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    version = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    format = models.CharField(max_length=20)
    content = models.TextField()
    blocks = models.JSONField(default=list)
    tables = models.JSONField(default=list)
    footnotes = models.JSONField(default=list)
    emphasis = models.JSONField(default=list)
    doubts = models.JSONField(default=list)
    runs = models.JSONField(default=list)
    places = models.JSONField(default=list)
    header = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    repairs = models.JSONField(default=list)
    milliseconds = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.version} {self.created_at:%Y-%m-%d %H:%M}"


class UndoneMend(models.Model):
    """A mend of reading that a person took back; it stays taken back in every later reading (``documents.mending``)."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="undone_mends")
    key = models.CharField(max_length=64)
    rule = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="mend_taken_back_once", fields=["document", "key"])]

    def __str__(self) -> str:
        return f"{self.rule}: {self.before[:40]}"


class ReadingPage(models.Model):
    """A page of the file as it was read: how it was turned, and where the lines of the source stand on it.

    ``frames`` are those of ``dondoc.text.Page`` as rows of numbers (``dondoc.reading.transport``).
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    width = models.FloatField()
    height = models.FloatField()
    turn = models.PositiveSmallIntegerField(default=0)
    tilt = models.FloatField(default=0.0)
    scanned = models.BooleanField(default=False)
    frames = models.JSONField(default=list)

    class Meta:
        ordering = ["reading_id", "number"]
        constraints = [models.UniqueConstraint(name="page_once_a_reading", fields=["reading", "number"])]

    def __str__(self) -> str:
        return f"{self.reading_id}: {self.number}"

    @property
    def shown_width(self) -> int:
        """The width that the page is laid out with; its image may be finer."""
        return round(self.width)

    @property
    def shown_height(self) -> int:
        """The height that goes with ``shown_width``."""
        return round(self.height)


class Fact(models.Model):
    """A statement of a document, and what a person decided about it.

    ``data`` is what was found (see ``documents.stored``), ``edited`` the fields that a person changed.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=10, choices=FactKind.choices)
    key = models.CharField(max_length=40)
    ordinal = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    data = models.JSONField(default=dict)
    edited = models.JSONField(default=dict)
    rule = models.CharField(max_length=100)
    evidence = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=FactState.choices, default=FactState.DRAFT)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to")

    class Meta:
        ordering = ["reading_id", "start", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="fact_key_once_a_reading", fields=["reading", "key"]),
            models.CheckConstraint(name="fact_span_ordered", condition=models.Q(start__lte=models.F("end"))),
            models.CheckConstraint(name="fact_kind_known", condition=models.Q(kind__in=FactKind.values)),
            models.CheckConstraint(name="fact_state_known", condition=models.Q(state__in=FactState.values)),
            models.CheckConstraint(
                name="fact_decision_signed",
                condition=models.Q(state=FactState.DRAFT)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="fact_by_kind_state", fields=["reading", "kind", "state"]),
            models.Index("kind", "state", Verdict("data"), "reading", name="fact_by_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.get_kind_display()})"

    @property
    def current(self) -> dict[str, Any]:
        """The values that hold now: what was found, with a person's corrections over it."""
        return {**self.data, **self.edited}

    @property
    def root_id(self) -> int:
        """The fact that tasks and observations point at: the one that was decided first."""
        return self.carried_from_id or self.pk

    @property
    def touched(self) -> bool:
        """Whether a person decided, corrected or added this fact."""
        return self.state != FactState.DRAFT or bool(self.edited) or self.added_by_id is not None


class DocumentDecision(models.Model):
    """One act of a person on a document's facts, with what is needed to take it back.

    ``before`` and ``after`` map fact ids to {state, edited, start, end ...}; a fact that did not exist is null.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="decisions")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="decisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField()
    action = models.CharField(max_length=30)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(name="decision_to_undo", fields=["document", "by", "-id"])]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"
