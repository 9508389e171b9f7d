""" "Vì sao?": parts named in Vietnamese, what was read, the words it rests on."""

import pytest

from dondoc.office.documents.models import Fact, FactKind
from dondoc.office.documents.reasons import PARTS, reasons_of


def figure(part: str, rule: str, words: str | None, **data: object) -> Fact:
    values = {"period": None, "role": "actual", "base": None, "indicator": None, **data}
    return Fact(kind=FactKind.QUANTITY, data=values, evidence=[{"part": part, "rule": rule, "text": words}])


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (figure("period", "period.stated", "tháng  8", period="2026-08"), ("Kỳ", "tháng 8/2026", "tháng 8")),
        (figure("role", "role.cumulative", None, role="cumulative"), ("Vai trò", "Lũy kế", "")),
        (figure("indicator", "indicator.words", "Tổng thu", indicator="tổng thu"), ("Chỉ tiêu", "", "Tổng thu")),
        (figure("base", "base.behind", "so năm trước", base="same_period"), ("So với", "So cùng kỳ", "so năm trước")),
        (figure("something", "x.y", "ba"), ("Phần khác", "", "ba")),
    ],
)  # fmt: skip
def test_a_part_is_said_as_a_clerk_says_it(fact: Fact, line: tuple[str, str, str]) -> None:
    (reason,) = reasons_of(fact)
    assert (reason.part, reason.meaning, reason.words) == line


def test_what_is_taken_over_from_the_line_above_says_so() -> None:
    (carried,) = reasons_of(figure("period", "period.carried", None, period="2026-Q3"))
    assert carried.carried
    assert carried.meaning == "quý III/2026"


def test_a_deadline_rests_on_its_own_words() -> None:
    task = {"lead": [{"name": "Sở Y tế"}], "deadline": {"by": "2026-11-30", "text": "trước ngày 30/11/2026"}}
    lead = {"part": "lead", "rule": "lead.subject", "text": "Giám đốc Sở Y tế"}
    reasons = reasons_of(Fact(kind=FactKind.DIRECTIVE, data=task, evidence=[lead]))
    assert [(each.part, each.meaning, each.words) for each in reasons] == [
        ("Chủ trì", "Sở Y tế", "Giám đốc Sở Y tế"),
        ("Hạn", "30/11/2026", "trước ngày 30/11/2026"),
    ]


def test_every_part_that_reading_names_has_a_label() -> None:
    assert {"directive", "lead", "indicator", "period", "role", "base", "of", "parts", "number", "issued"} <= set(PARTS)
