"""How slips in tables are told: in the unit of the cells, worked out as a clerk does, by what other places say."""

from dondoc.checking import check
from dondoc.checking.finding import Finding
from dondoc.checking.review import review
from dondoc.facts import Facts
from tests.checking.typed_tables import facts_of

FUNDS = (
    ("Nguồn vốn", "Kế hoạch vốn", "Giải ngân", "Tỷ lệ (%)", "Còn lại"),
    ("Vốn tỉnh", "156.400", "98.532", "63,0", "57.868"),
    ("Vốn huyện", "88.250", "71.244", "80,7", "17.006"),
    ("Vốn xã", "64.120", "30.777", "48,0", "33.343"),
    ("Tổng cộng", "308.770", "200.553", "65,0", "108.217"),
)
CAPTION = "ĐVT: triệu đồng"


def told(facts: Facts) -> list[Finding]:
    return review(facts, check(facts))


def changed(row: int, column: int, words: str) -> list[tuple[str, ...]]:
    rows = [list(one) for one in FUNDS]
    rows[row][column] = words
    return [tuple(one) for one in rows]


def test_figures_are_told_in_the_unit_of_the_table() -> None:
    (finding,) = told(facts_of(*changed(3, 1, "46.120"), caption=CAPTION))
    assert "46.120" in finding.message
    assert "triệu đồng" in finding.message
    assert "tỷ đồng" not in finding.message


def test_what_is_left_is_the_plan_less_what_was_paid() -> None:
    (finding,) = told(facts_of(*changed(2, 4, "17.600"), caption=CAPTION))
    assert finding.rule == "SL103"
    assert finding.message.startswith("88.250 - 71.244 = 17.006 triệu đồng, văn bản ghi 17.600 triệu đồng")


def test_a_share_that_no_slip_explains_is_worked_out_again() -> None:
    (finding,) = told(facts_of(*changed(2, 3, "63,0"), caption=CAPTION))
    assert finding.mend == "nếu các số còn lại đúng thì sửa 63,0 thành 80,7"


def test_a_change_of_the_wrong_sign_has_its_sign_turned() -> None:
    rows = (
        ("Huyện", "Năm 2024 (tạ/ha)", "Năm 2023 (tạ/ha)", "So sánh (+,-)"),
        ("Bình Khê", "62,4", "61,8", "+0,6"),
        ("Vân Hà", "60,1", "60,9", "+0,8"),
        ("Đông Giang", "64,7", "63,5", "+1,2"),
        ("An Lạc", "58,3", "57,9", "+0,4"),
    )
    (finding,) = told(facts_of(*rows))
    assert finding.mend == "đổi dấu của 0,8"


def test_a_part_far_too_large_is_no_sign_of_an_average() -> None:
    rows = (
        ("Khoản thu", "Tháng 1", "Tháng 2", "Tháng 3", "Quý I"),
        ("Thuế giá trị gia tăng", "49,1", "41,2", "38,4", "128,7"),
        ("Thuế thu nhập", "18,6", "99,9", "20,2", "61,7"),
        ("Phí, lệ phí", "11,8", "10,4", "9,7", "31,9"),
        ("Tổng cộng", "79,5", "74,5", "68,3", "222,3"),
    )
    (finding,) = told(facts_of(*rows, caption="ĐVT: tỷ đồng"))
    assert finding.mend == "sửa 99,9 thành 22,9 thì cả 2 phép tính đều khớp"


def test_rows_of_one_table_are_not_one_figure_told_twice() -> None:
    rows = (
        ("Cấp", "Tiếp nhận", "Tỷ lệ giải quyết trước và đúng hạn (%)"),
        ("Toàn tỉnh", "61.580", "99,87"),
        ("Cấp tỉnh", "19.670", "99,76"),
        ("Cấp huyện", "10.515", "99,78"),
        ("Cấp xã", "31.395", "99,96"),
    )
    assert told(facts_of(*rows)) == []


def test_a_share_of_all_is_no_more_than_all() -> None:
    rows = (
        ("Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"),
        ("Tỷ lệ bao phủ bảo hiểm y tế", "%", "95,5", "950"),
        ("Số xã đạt chuẩn", "Xã", "104", "98"),
    )
    assert [one.rule for one in told(facts_of(*rows))] == ["SL203"]


def test_an_average_is_what_its_two_columns_give() -> None:
    rows = [
        ("Cấp học", "Số lớp", "Số học sinh", "Bình quân HS/lớp"),
        ("Mầm non", "240", "6.050", "25,2"),
        ("Tiểu học", "398", "12.860", "32,3"),
        ("Trung học cơ sở", "256", "9.745", "38,1"),
        ("Tổng cộng", "894", "28.655", "32,1"),
    ]
    assert told(facts_of(*rows)) == []
    rows[2] = (*rows[2][:3], "33,2")
    (finding,) = told(facts_of(*rows))
    assert finding.message.startswith("12.860 / 398 = 32,3, văn bản ghi 33,2")
