"""One report against earlier ones: what is found, and twice as much that must be left alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dondoc.checking.across import Source, Statement, compare
from dondoc.checking.across.months import Months, in_words, read_months
from dondoc.checking.arithmetic.intervals import Interval
from tests.checking.across.stated import LETTER, against, statements

SEPTEMBER, LATE_SEPTEMBER, LAST_YEAR = date(2026, 9, 28), date(2026, 10, 3), date(2025, 11, 5)
FOUND = [
    (
        "LV701",
        "Doanh nghiệp thành lập mới lũy kế 9 tháng 1.837 doanh nghiệp.",
        "Doanh nghiệp thành lập mới lũy kế 9 tháng 1.650 doanh nghiệp.",
        SEPTEMBER,
    ),
    (
        "LV702",
        "Kim ngạch xuất khẩu tháng 9 đạt 212 triệu USD.",
        "Kim ngạch xuất khẩu tháng 9 ước đạt 210 triệu USD.",
        SEPTEMBER,
    ),
    (
        "LV704",
        "Kim ngạch xuất khẩu tháng 10 đạt 224 triệu USD, tăng 14 triệu USD so với tháng trước.",
        "Kim ngạch xuất khẩu tháng 9 đạt 201 triệu USD.",
        SEPTEMBER,
    ),
    (
        "LV702",
        "Kim ngạch xuất khẩu tháng 10 đạt 224 triệu USD, tăng 14 triệu USD so với tháng trước.",
        "Kim ngạch xuất khẩu tháng 9 ước đạt 214 triệu USD.",
        SEPTEMBER,
    ),
    (
        "LV705",
        "Trong tháng có 178 doanh nghiệp thành lập mới; lũy kế 10 tháng có 1.837 doanh nghiệp thành lập mới.",
        "Lũy kế 9 tháng có 1.650 doanh nghiệp thành lập mới.",
        SEPTEMBER,
    ),
    (
        "LV706",
        "Kim ngạch xuất khẩu lũy kế 10 tháng đạt 2.002 triệu USD, tăng 10% so với cùng kỳ.",
        "Kim ngạch xuất khẩu lũy kế 10 tháng đạt 1.720 triệu USD.",
        LAST_YEAR,
    ),
]
LEFT_ALONE = [
    (
        "Tổng mức bán lẻ hàng hóa 9 tháng đạt 85,1 nghìn tỷ đồng.",
        "Tổng mức bán lẻ hàng hóa 9 tháng đạt 85.130 tỷ đồng.",
        SEPTEMBER,
    ),
    (
        "Kim ngạch xuất khẩu lũy kế 10 tháng đạt 2.002 triệu USD.",
        "Kim ngạch xuất khẩu lũy kế 9 tháng đạt 1.778 triệu USD.",
        SEPTEMBER,
    ),
    (
        "Kim ngạch xuất khẩu tháng 10 đạt 224 triệu USD, tăng 14 triệu USD so với tháng trước.",
        "Kim ngạch xuất khẩu tháng 9 đạt 210 triệu USD.",
        SEPTEMBER,
    ),
    (
        "Kim ngạch xuất khẩu tháng 10 đạt 224 triệu USD, tăng 6,7% so với tháng trước.",
        "Kim ngạch xuất khẩu tháng 9 đạt 210 triệu USD.",
        SEPTEMBER,
    ),
    (
        "Trong tháng có 187 doanh nghiệp thành lập mới; lũy kế 10 tháng có 1.837 doanh nghiệp thành lập mới.",
        "Lũy kế 9 tháng có 1.650 doanh nghiệp thành lập mới.",
        SEPTEMBER,
    ),
    (
        "Kim ngạch xuất khẩu lũy kế 10 tháng đạt 2.002 triệu USD, tăng 10% so với cùng kỳ.",
        "Kim ngạch xuất khẩu lũy kế 10 tháng đạt 1.820 triệu USD.",
        LAST_YEAR,
    ),
    (
        "Kim ngạch nhập khẩu lũy kế 9 tháng đạt 839 triệu USD.",
        "Kim ngạch xuất khẩu lũy kế 9 tháng đạt 1.778 triệu USD.",
        SEPTEMBER,
    ),
    (
        "Tỷ lệ bao phủ bảo hiểm y tế tháng 10 đạt 94,7%.",
        "Tỷ lệ bao phủ bảo hiểm y tế tháng 9 đạt 94,4%.",
        SEPTEMBER,
    ),
    (
        "Trong tháng 10 trồng 310 ha rừng.",
        "Trong tháng 9 trồng 250 ha rừng.",
        SEPTEMBER,
    ),
    (
        "Sản lượng thủy sản 9 tháng đạt khoảng 380.000 tấn.",
        "Sản lượng thủy sản 9 tháng đạt 382.200 tấn.",
        SEPTEMBER,
    ),
    (
        "Phấn đấu cả năm 2026 thu ngân sách đạt trên 19.000 tỷ đồng.",
        "Phấn đấu cả năm 2026 thu ngân sách đạt trên 18.600 tỷ đồng.",
        SEPTEMBER,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "now", "before", "on"), FOUND)
def test_finds(rule: str, now: str, before: str, on: date) -> None:
    assert [one.rule for one in against(now, (before, on))] == [rule]


@pytest.mark.parametrize(("now", "before", "on"), LEFT_ALONE)
def test_leaves_alone(now: str, before: str, on: date) -> None:
    assert against(now, (before, on)) == []


def test_the_message_names_the_other_document_and_both_figures() -> None:
    _, now, before, on = FOUND[0]
    (one,) = against(now, (before, on))
    assert one.severity == "doubtful"
    assert one.message == (
        "Doanh nghiệp thành lập mới 9 tháng năm 2026: văn bản này ghi 1.837 doanh nghiệp, "
        "Báo cáo số 90/BC-UBND ngày 28/09/2026 ghi 1.650 doanh nghiệp"
    )


def test_swapped_digits_of_the_month_are_proposed_back() -> None:
    _, now, before, on = FOUND[4]
    (one,) = against(now, (before, on))
    assert (one.severity, one.mend) == ("doubtful", "187 doanh nghiệp")
    assert "1.650 doanh nghiệp, cộng tháng 10/2026 178 doanh nghiệp" in one.message
    assert "là 1.828 doanh nghiệp; văn bản này ghi 1.837 doanh nghiệp" in one.message


def test_a_small_step_from_a_figure_of_an_unfinished_month_is_a_note() -> None:
    now = "Trong tháng có 187 doanh nghiệp thành lập mới; lũy kế 10 tháng có 1.842 doanh nghiệp thành lập mới."
    before = "Lũy kế 9 tháng có 1.650 doanh nghiệp thành lập mới."
    assert [one.severity for one in against(now, (before, SEPTEMBER))] == ["format"]
    earlier = statements(before, LATE_SEPTEMBER, of=9)
    assert [one.severity for one in compare(statements(now, date(2026, 10, 28)), earlier)] == ["doubtful"]


def test_an_estimate_far_from_the_settled_figure_is_a_doubt() -> None:
    now = "Kim ngạch xuất khẩu tháng 9 đạt 21 triệu USD."
    before = "Kim ngạch xuất khẩu tháng 9 ước đạt 210 triệu USD."
    assert [one.rule for one in against(now, (before, SEPTEMBER))] == ["LV701"]


def test_only_the_newest_document_speaks() -> None:
    line = "Kim ngạch xuất khẩu lũy kế 8 tháng đạt {} triệu USD."
    august, september = (line.format(1586), date(2026, 8, 27)), (line.format(1568), SEPTEMBER)
    assert against(line.format(1568), august, september) == []
    assert [one.rule for one in against(line.format(1586), august, september)] == ["LV701"]


def test_a_share_follows_its_figure() -> None:
    line = "Giải ngân vốn đầu tư công lũy kế 9 tháng đạt {} tỷ đồng, đạt {}% kế hoạch."
    found = against(line.format("6.905", "61,4"), (line.format("5.906", "52,5"), SEPTEMBER))
    assert [one.rule for one in found] == ["LV701"]
    assert found[0].own[0].shown == "6.905 tỷ đồng"


def test_where_things_stood_on_a_day_is_not_the_whole_month() -> None:
    line = "Giải ngân vốn đầu tư công lũy kế 10 tháng đạt {} tỷ đồng."
    letter = statements(line.format("6.412"), date(2026, 10, 20), head=LETTER)
    assert compare(statements(line.format("6.975"), date(2026, 10, 28)), letter) == []
    late = statements(line.format("6.412"), date(2026, 11, 2), head=LETTER)
    assert [one.rule for one in compare(statements(line.format("6.975"), date(2026, 11, 3), of=10), late)] == ["LV701"]


def test_two_figures_in_one_document_leave_it_open() -> None:
    before = "Kim ngạch xuất khẩu lũy kế 9 tháng đạt 1.778 triệu USD. Kim ngạch xuất khẩu 9 tháng đạt 1.500 triệu USD."
    assert against("Kim ngạch xuất khẩu lũy kế 9 tháng đạt 1.600 triệu USD.", (before, SEPTEMBER)) == []


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Doanh nghiệp thành lập mới 1.452 doanh nghiệp, đạt 66% kế hoạch (2.020 doanh nghiệp).", ["LV703"]),
        ("Doanh nghiệp thành lập mới 1.452 doanh nghiệp, đạt 66% kế hoạch (2.200 doanh nghiệp).", []),
        ("Doanh nghiệp thành lập mới 1.452 doanh nghiệp, phấn đấu cả năm đạt trên 2.000 doanh nghiệp.", []),
    ],
)
def test_plans_are_held_against_the_target(line: str, rules: list[str]) -> None:
    target = _target("Doanh nghiệp thành lập mới 1.452 doanh nghiệp, đạt 66% kế hoạch (2.200 doanh nghiệp).")
    found = compare(statements(line, date(2026, 8, 27)), [], [target])
    assert [one.rule for one in found] == rules
    assert all("chỉ tiêu năm 2026 là 2.200 doanh nghiệp" in one.message for one in found)


def _target(line: str) -> Statement:
    plan = next(each for each in statements(line, date(2026, 8, 27)) if each.kind == "plan")
    exact = Interval(Decimal(2200), Decimal(2200))
    return replace(plan, interval=exact, source=Source("target", "chỉ tiêu năm 2026", None))


@pytest.mark.parametrize(
    ("period", "so_far", "words"),
    [
        ("2026-09", False, "tháng 9/2026"),
        ("2026-09", True, "9 tháng năm 2026"),
        ("2026-H1", False, "6 tháng năm 2026"),
        ("2026-Q3", False, "quý III/2026"),
        ("2026-Q2", True, "6 tháng năm 2026"),
        ("2026", True, "năm 2026"),
        ("2026-01..2026-10", False, "10 tháng năm 2026"),
    ],
)
def test_periods_are_months(period: str, so_far: bool, words: str) -> None:
    months = read_months(period, so_far=so_far)
    assert months is not None
    assert in_words(months) == words


@pytest.mark.parametrize("period", ["", "2026-13", "2026-W4", "2026-10..2026-01", "9 tháng"])
def test_other_forms_are_no_period(period: str) -> None:
    assert read_months(period) is None


def test_nine_months_have_no_period_before() -> None:
    nine, third = read_months("2026-01..2026-09"), read_months("2026-Q3")
    assert nine is not None
    assert third is not None
    assert nine.before() is None
    assert third.before() == read_months("2026-Q2")
    assert nine.year_before() == Months(nine.first - 12, nine.last - 12)
