"""The facts of a document as a workbook: one sheet of tasks, one of figures, one of findings."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook

from dondoc.office.documents.cards import panel_of
from dondoc.office.documents.models import Fact
from dondoc.office.look.spreadsheets import Value, add_sheet, saved

TASKS = (
    (_("Mục"), 8),
    (_("Nhiệm vụ"), 80),
    (_("Chủ trì"), 36),
    (_("Phối hợp"), 36),
    (_("Hạn"), 12),
    (_("Hạn ghi"), 24),
    (_("Trạng thái"), 16),
)
FIGURES = (
    (_("Chỉ tiêu"), 50),
    (_("Giá trị"), 20),
    (_("Đơn vị"), 12),
    (_("Ghi trong văn bản"), 24),
    (_("Kỳ"), 12),
    (_("Loại"), 16),
    (_("So với"), 16),
    (_("Ước"), 6),
    (_("Trạng thái"), 16),
)
FINDINGS = ((_("Kết luận"), 16), (_("Lý do"), 80), (_("Gợi ý sửa"), 60), (_("Trạng thái"), 16))


def facts_sheet(facts: Sequence[Fact]) -> bytes:
    """The workbook. Words that begin with "=" stay words: no cell becomes a formula."""
    panel = panel_of(facts)
    workbook = Workbook(write_only=True)
    tasks: Iterable[Sequence[Value]] = (
        (
            card.item,
            card.text,
            "; ".join(card.lead),
            "; ".join(card.coordinating),
            card.deadline,
            card.deadline_text,
            card.fact.get_state_display(),
        )
        for card in panel.tasks
    )
    figures: Iterable[Sequence[Value]] = (
        (
            card.indicator,
            card.value,
            card.unit,
            card.text,
            card.period,
            card.role_label,
            card.base_label,
            gettext("ước") if card.estimate else "",
            card.fact.get_state_display(),
        )
        for card in panel.figures
    )
    findings: Iterable[Sequence[Value]] = (
        (card.verdict_label, card.text, card.repair, card.fact.get_state_display()) for card in panel.findings
    )
    for title, columns, rows in (
        (gettext("Nhiệm vụ"), TASKS, tasks),
        (gettext("Số liệu"), FIGURES, figures),
        (gettext("Cần xem"), FINDINGS, findings),
    ):
        add_sheet(workbook, title, columns, rows)
    return saved(workbook)
