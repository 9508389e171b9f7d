"""The indicator table: plan, share, changes, all computed; missing is a dash."""

import io
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from dondoc.office.accounts.models import User
from dondoc.office.folding import fold
from dondoc.office.indicators import series
from dondoc.office.indicators.models import Indicator, Observation, Target
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
BILLION = 10**9


def make_indicator(code: str, name: str, unit: str = "đồng", meaning: str = "period", **more: object) -> Indicator:
    return Indicator.objects.create(
        code=code, name=name, folded=fold(name), unit=unit, meaning=meaning, created_at=NOW, **more
    )


def observe(indicator: Indicator, period: str, value: float, role: str = "actual", **more: str) -> Observation:
    return Observation.objects.create(
        indicator=indicator,
        period=period,
        value=Decimal(str(value)),
        unit=more.pop("unit", indicator.unit),
        role=role,
        entered_at=NOW,
        **more,
    )


@pytest.fixture
def revenue(cast: Cast) -> Indicator:
    made = make_indicator("thu", "Thu ngân sách", sector="Tài chính", owner=cast.finance)
    Target.objects.create(indicator=made, year=2026, value=2000 * BILLION)
    observe(made, "2026-01..2026-10", 1200 * BILLION, "cumulative", status="estimate")
    observe(made, "2025-01..2025-10", 1000 * BILLION, "cumulative")
    observe(made, "2026-10", 110 * BILLION)
    observe(made, "2026-09", 100 * BILLION)
    return made


def _line(page: object) -> object:
    return page.context["rows"][0].line  # type: ignore[attr-defined]


@time_machine.travel(NOW)
def test_months_so_far_against_plan_and_last_year(revenue: Indicator, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/chi-tieu/")
    assert page.context["time"].period == "2026-01..2026-10"
    line = _line(page)
    assert line.share == 60  # type: ignore[attr-defined]
    assert line.on_same_period.amount == 20  # type: ignore[attr-defined]
    assert line.on_previous is None  # type: ignore[attr-defined]
    assertContains(page, "1.200")
    assertContains(page, "tỷ đồng")
    assertContains(page, "60,0%")
    assertContains(page, "ước")


@time_machine.travel(NOW)
def test_a_month_is_compared_with_the_month_before_and_not_with_the_plan_of_the_year(
    revenue: Indicator, cast: Cast, signed_in: SignIn
) -> None:
    line = _line(signed_in(cast.office).get("/chi-tieu/?ky=2026-10"))
    assert line.on_previous.amount == 10  # type: ignore[attr-defined]
    assert line.share is None  # type: ignore[attr-defined]
    assert line.on_same_period is None  # type: ignore[attr-defined]


@time_machine.travel(NOW)
def test_missing_is_a_dash_and_a_plan_of_zero_gives_no_share(cast: Cast, signed_in: SignIn) -> None:
    made = make_indicator("moi", "Chỉ tiêu mới", "ha", "point")
    Target.objects.create(indicator=made, year=2026, value=0)
    page = signed_in(cast.office).get("/chi-tieu/?nam=2026")
    line = _line(page)
    assert line.observation is None  # type: ignore[attr-defined]
    assert line.share is None  # type: ignore[attr-defined]
    assertContains(page, "—")
    observe(made, "2026-10", 5)
    assert _line(signed_in(cast.office).get("/chi-tieu/?ky=2026-10")).share is None  # type: ignore[attr-defined]


@time_machine.travel(NOW)
def test_a_percentage_changes_by_points_and_a_stated_change_is_marked(cast: Cast, signed_in: SignIn) -> None:
    rate = make_indicator("ty-le", "Tỷ lệ bao phủ", "%", "point")
    observe(rate, "2026-10", 94.7, "rate")
    observe(rate, "2026-09", 94.2, "rate")
    observe(rate, "2026-10", 1.5, "change", base="same_period")
    page = signed_in(cast.office).get("/chi-tieu/?ky=2026-10")
    line = _line(page)
    assert (line.on_previous.amount, line.on_previous.points) == (Decimal("0.5"), True)  # type: ignore[attr-defined]
    observe(make_indicator("khac", "Khác", "ha"), "2026-01..2026-10", 1, "cumulative")
    so_far = signed_in(cast.office).get("/chi-tieu/?ky=2026-01..2026-10&q=bao+phu")
    assert _line(so_far).on_previous.amount == Decimal("0.5")  # type: ignore[attr-defined]
    assert line.on_same_period.stated  # type: ignore[attr-defined]
    assertContains(page, "điểm %")


@time_machine.travel(NOW)
def test_a_focal_person_sees_only_indicators_of_the_own_agency(
    revenue: Indicator, cast: Cast, signed_in: SignIn
) -> None:
    own = make_indicator("giuong", "Giường bệnh", "giường", owner=cast.health)
    observe(own, "2026-10", 3000)
    owner = signed_in(cast.owner)
    assert [row.line.indicator.pk for row in owner.get("/chi-tieu/").context["rows"]] == [own.pk]
    assert owner.get(f"/chi-tieu/{revenue.pk}/").status_code == 404
    assert signed_in(cast.stranger).get(f"/chi-tieu/{own.pk}/").status_code == 404


@time_machine.travel(NOW)
def test_sorting_by_share_leaves_lines_without_one_last(revenue: Indicator, cast: Cast, signed_in: SignIn) -> None:
    other = make_indicator("xk", "Xuất khẩu", "USD")
    Target.objects.create(indicator=other, year=2026, value=100)
    observe(other, "2026-01..2026-10", 90, "cumulative")
    bare = make_indicator("a", "A không kế hoạch", "ha")
    observe(bare, "2026-01..2026-10", 5, "cumulative")
    for order, expected in (("ty-le", ["thu", "xk", "a"]), ("-ty-le", ["xk", "thu", "a"])):
        rows = signed_in(cast.office).get(f"/chi-tieu/?sap={order}").context["rows"]
        assert [row.line.indicator.code for row in rows] == expected


@time_machine.travel(NOW)
def test_filters_by_words_sector_and_owner(revenue: Indicator, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    for query, number in (
        ("q=thu+ngan", 1),
        ("q=lua", 0),
        ("linh-vuc=Tài chính", 1),
        (f"co-quan={cast.finance.pk}", 1),
    ):
        assert len(office.get(f"/chi-tieu/?{query}").context["rows"]) == number, query


@time_machine.travel(NOW)
def test_the_export_keeps_numbers_and_leaves_unknown_cells_empty(
    revenue: Indicator, cast: Cast, signed_in: SignIn
) -> None:
    answer = signed_in(cast.office).get("/chi-tieu/xuat-excel/?ky=2026-10")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    row = [cell.value for cell in next(iter(sheet.iter_rows(min_row=2)))]
    assert row[0] == "Thu ngân sách"
    assert row[5] == 110 * BILLION
    assert row[7] is None


@time_machine.travel(NOW)
def test_the_page_says_its_message_and_plots_plan_and_estimate(
    revenue: Indicator, cast: Cast, signed_in: SignIn
) -> None:
    observe(revenue, "2026-01..2026-09", 1090 * BILLION, "cumulative")
    observe(revenue, "2026-01..2026-08", 990 * BILLION, "cumulative")
    page = signed_in(cast.office).get(f"/chi-tieu/{revenue.pk}/")
    assert page.context["title"] == (
        "10 tháng năm 2026: 1.200 tỷ đồng, đạt 60,0% kế hoạch năm, tăng 20,0% so với cùng kỳ"
    )
    plot = page.context["plot"]
    assert plot["unit"] == "tỷ đồng"
    assert plot["plan"] == 2000
    assert plot["now"][9] == {"value": 1200.0, "words": "1.200 tỷ đồng", "estimate": True}
    assert plot["now"][10] is None
    assert plot["lastYear"][9]["value"] == 1000


def test_an_indicator_without_figures_has_a_page_without_a_plot(cast: Cast, signed_in: SignIn) -> None:
    made = make_indicator("trong", "Chưa có số", "ha")
    page = signed_in(cast.office).get(f"/chi-tieu/{made.pk}/")
    assert page.context["plot"] is None
    assertContains(page, "Chưa có số liệu nào")
    assert series.series_of(made, [], None, 2026) is None


@time_machine.travel(NOW)
def test_the_number_of_queries_does_not_grow(
    revenue: Indicator, cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        observe(make_indicator(f"c{number}", f"Chỉ tiêu {number}", "ha"), "2026-10", number + 1)
    office = signed_in(cast.office)
    with django_assert_max_num_queries(12):
        page = office.get("/chi-tieu/?ky=2026-10")
    assert len(page.context["rows"]) == 21


@time_machine.travel(NOW)
def test_a_figure_cumulated_in_a_month_stands_beside_the_months_so_far(cast: Cast, signed_in: SignIn) -> None:
    made = make_indicator("xk", "Xuất khẩu", "USD", "cumulative")
    Target.objects.create(indicator=made, year=2026, value=200)
    observe(made, "2026-10", 100, "cumulative")
    observe(made, "2026-10", 12)
    observe(made, "2025-10", 80, "cumulative")
    office = signed_in(cast.office)
    line = _line(office.get("/chi-tieu/"))
    assert (line.observation.value, line.share) == (100, 50)  # type: ignore[attr-defined]
    assert line.on_same_period.amount == 25  # type: ignore[attr-defined]
    month = _line(office.get("/chi-tieu/?ky=2026-10"))
    assert (month.observation.value, month.share) == (12, None)  # type: ignore[attr-defined]


@time_machine.travel(NOW)
def test_one_early_figure_does_not_open_an_empty_table(cast: Cast, signed_in: SignIn) -> None:
    for number in range(4):
        observe(make_indicator(f"c{number}", f"Chỉ tiêu {number}", "ha"), "2026-09", number + 1)
    observe(Indicator.objects.get(code="c0"), "2026-10", 9)
    page = signed_in(cast.office).get("/chi-tieu/")
    assert page.context["time"].period == "2026-09"
    assert "2026-10" in page.context["time"].periods


@time_machine.travel(NOW)
def test_names_not_yet_put_in_order_stand_apart_below(revenue: Indicator, cast: Cast, signed_in: SignIn) -> None:
    loose = make_indicator("CCH-1", "An ninh vụ việc khác", provisional=True)
    observe(loose, "2026-01..2026-10", 3, "cumulative")
    client = signed_in(cast.office)
    page = client.get("/chi-tieu/")
    assert [row.line.indicator for row in page.context["rows"]] == [revenue, loose]
    assertContains(page, "Chưa chuẩn hóa: tên do văn bản nêu")
    names = {
        choice: [row.line.indicator.code for row in client.get(f"/chi-tieu/?danh-muc={choice}").context["rows"]]
        for choice in ("chuan", "chua-chuan")
    }
    assert names == {"chuan": ["thu"], "chua-chuan": ["CCH-1"]}
