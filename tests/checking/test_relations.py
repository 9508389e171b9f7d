"""Checks on own-written lines: what is found wrong, what is found right, what is left alone."""

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

INCONSISTENT = [
    # the line, the kind of check, what would make it right (None: nothing small does)
    ("Phát triển mới 23/160 doanh nghiệp, đạt 41,38%.", "ratio", None),
    ("Xuống giống được 711 ha/600 ha, đạt 117,5% so với kế hoạch.", "ratio", "711 / 600 = 118,5%"),
    ("Giải ngân 4.521 tỷ đồng/7.800 tỷ đồng, đạt 75,96%.", "ratio", "4.521 / 7.800 tỷ đồng = 57,96%"),
    ("Giải ngân đạt 57,96% (4.251 tỷ đồng/7.800 tỷ đồng).", "ratio", "4.521 / 7.800 tỷ đồng = 57,96%"),
    (
        "Kế hoạch vốn 320,5 tỷ đồng; giải ngân 201,35 tỷ đồng, đạt 82,82% kế hoạch.",
        "ratio",
        "201,35 / 320,5 tỷ đồng = 62,82%",
    ),
    (
        "Thu ngân sách đạt 186,42 tỷ đồng, bằng 92,1% dự toán tỉnh giao (300 tỷ đồng).",
        "ratio",
        "186,42 / 300 tỷ đồng = 62,1%",
    ),
    ("Đã giải quyết 22/31 đơn, đạt tỷ lệ 79,07%.", "ratio", None),
    (
        "Thu phí được 297.570.829 đồng/1.010.709.500 đồng, đạt 29,84% kế hoạch.",
        "ratio",
        "297.570.829 / 1.010.709.500 = 29,44%",
    ),
    ("Tiếp nhận 1.646 hồ sơ, trong đó trực tuyến 1.203 hồ sơ, chiếm 37,09%.", "ratio", "1.203 / 1.646 = 73,09%"),
    (
        "Tổng nợ 26,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng).",
        "sum",
        "15,268 + 11,003 = 26,271 tỷ đồng",
    ),
    (
        "Gieo trồng 711 ha (Phường 9: 450 ha; Long Đức: 200 ha; Phường 7: 22 ha; Phường 8: 93 ha).",
        "sum",
        "450 + 200 + 22 + 39 = 711 ha",
    ),
    (
        "Kiểm tra 37 cơ sở, gồm 01 cơ sở sản xuất, 31 cơ sở kinh doanh và 08 cơ sở ăn uống.",
        "sum",
        "1 + 31 + 5 = 37 cơ sở",
    ),
    ("Chi trả cho 03 hộ (02 hộ mới và 04 hộ bổ sung).", "sum", "2 + 1 = 3 hộ"),
    (
        "Tổng thu đạt 186,42 tỷ đồng, bao gồm: thuế 41,35 tỷ đồng; đất 118,9 tỷ đồng; thu khác 62,17 tỷ đồng.",
        "sum",
        None,
    ),
    ("Tổng đàn 12.450 con, gồm 8.200 con lợn thịt và 4.150 con lợn nái.", "sum", "8.300 + 4.150 = 12.450 con"),
    (
        "Vốn phân bổ 390 triệu đồng (vốn đầu tư 160 triệu đồng, vốn sự nghiệp 330 triệu đồng).",
        "sum",
        "160 + 230 = 390 triệu đồng",
    ),
    ("Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+90,1%).", "growth", None),
    ("Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+9,91%).", "growth", "26,35 / (318,77 - 26,35) = 9,01%"),
    (
        "Doanh thu 1.250 tỷ đồng, tăng 52% so với cùng kỳ (1.000 tỷ đồng).",
        "growth",
        "(1.250 - 1.000) / 1.000 = 25%",
    ),
    ("Thu hút 15 dự án, tăng 5 dự án so với cùng kỳ, tăng 60%.", "growth", "5 / (15 - 5) = 50%"),
    (
        "Có 48 doanh nghiệp thành lập mới, tăng 11 doanh nghiệp (39,7%) so với cùng kỳ.",
        "growth",
        "11 / (48 - 11) = 29,7%",
    ),
    (
        "Lượng khách đạt 1.250 lượt so với năm trước 1.000 lượt, tăng 250 lượt (26%).",
        "growth",
        "250 / (1.250 - 250) = 25%",
    ),
    ("Tỷ lệ hộ nghèo giảm từ 28,98% xuống còn 22,63% (giảm 6,53%).", "difference", None),
    ("Xảy ra 12 vụ cháy, giảm 5 vụ so với cùng kỳ năm trước (15 vụ).", "difference", "15 - 12 = 3 vụ"),
    ("Số hộ nghèo giảm từ 1.250 hộ xuống còn 1.130 hộ, giảm 210 hộ.", "difference", "1.250 - 1.130 = 120 hộ"),
    ("Toàn huyện giải quyết 10/13 đơn, còn lại 8 đơn.", "difference", "13 - 10 = 3 đơn"),
    ("Thực hiện 711 ha/600 ha, vượt 311 ha.", "difference", "711 - 600 = 111 ha"),
]
DOUBTFUL = [
    (
        "Phát hiện 248 trường hợp vi phạm, qua đó nhắc nhở 164 trường hợp, lập biên bản 74 "
        "trường hợp, xử phạt 24 trường hợp.",
        "sum",
    ),
    (
        "Triển khai 29 công trình (trong đó: 04 công trình hoàn thành, 13 công trình đang thi "
        "công và 15 công trình lập hồ sơ).",
        "sum",
    ),
    ("Phát hiện 108 trường hợp vi phạm, xử phạt hành chính 116 trường hợp.", "order"),
]
CONSISTENT = [
    ("Phát triển mới 23/160 doanh nghiệp, đạt 14,38%.", "ratio"),
    ("Xuống giống được 711 ha/600 ha, đạt 118,5% so với kế hoạch.", "ratio"),
    ("Kế hoạch gieo trồng 2.400 ha, đã thực hiện 1.950 ha, đạt 81,25%.", "ratio"),
    ("Thu ngân sách đạt 412,6 tỷ đồng, bằng 54,8% dự toán (753 tỷ đồng).", "ratio"),
    ("Tiếp nhận 1.646 hồ sơ, giải quyết đúng hạn 1.636 hồ sơ, đạt tỷ lệ 99,39%.", "ratio"),
    ("Tổng đàn 900 con (trong đó: bò 500 con; dê 400 con).", "sum"),
    ("Tiếp nhận 1.646 hồ sơ; giải quyết đúng hạn 1.636 hồ sơ, trễ hạn 10 hồ sơ.", "sum"),
    ("Tổng thu đạt 186,42 tỷ đồng. Trong đó: thuế 41,35 tỷ đồng; đất 118,9 tỷ đồng; thu khác 26,17 tỷ đồng.", "sum"),
    ("Kiểm tra 318 cơ sở, có 289 cơ sở đạt yêu cầu; 29 cơ sở vi phạm.", "sum"),
    ("Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+9,01%).", "growth"),
    ("Doanh thu 1.250 tỷ đồng, tăng 25% so với cùng kỳ (1.000 tỷ đồng).", "growth"),
    ("Hàng qua cảng 403.118 tấn, so với cùng kỳ 371.530 tấn tăng 31.588 tấn (tăng 8,5%).", "growth"),
    ("Hàng qua cảng 403.118 tấn, so với cùng kỳ 371.530 tấn tăng 31.588 tấn.", "difference"),
    ("Đã có 2.391 trẻ tiêm đủ 8 loại vắc xin/5.337 trẻ, đạt 44,8%.", "ratio"),
    ("Giá trị sản xuất đạt 534,6 tỷ đồng (cùng kỳ 486 tỷ đồng, tăng 48,6 tỷ đồng).", "difference"),
    ("Tỷ lệ hộ nghèo giảm từ 28,98% xuống còn 22,63% (giảm 6,35%).", "difference"),
    ("Xảy ra 12 vụ cháy, giảm 3 vụ so với cùng kỳ năm trước (15 vụ).", "difference"),
    ("Giải ngân đạt 63%, cao hơn cùng kỳ 4,6 điểm % (cùng kỳ năm 2023 đạt 58,4%).", "difference"),
]
LEFT_ALONE = [
    "Hoàn thành 45/60 nhiệm vụ (75%), trong đó đúng hạn 40 nhiệm vụ, quá hạn 05 nhiệm vụ.",
    "Tập huấn cho 50 cán bộ, trong đó có 10 nữ, 03 đảng viên trẻ.",
    "Thu ngân sách đạt 142 tỷ đồng, đạt 24,45% so với kế hoạch, tăng 29,09% so cùng kỳ.",
    "Sản lượng đạt 80 tấn, tăng 5,14% so tháng trước; sản lượng tôm đạt 40 tấn, tăng 2% so tháng trước.",
    "Kế hoạch vốn năm 2024 là 500 tỷ đồng. Thu ngân sách đạt 120 tỷ đồng, bằng 61% dự toán.",
    "Khoảng 7.300 lao động có việc làm, tăng 1,04%, trong đó 226 lao động làm việc ở nước ngoài, tăng 23,5%.",
    "Nhận mới 13 đơn, tồn đầu 10 đơn, đã giải quyết 02/12 đơn thuộc thẩm quyền.",
    "Xã đạt 19/19 tiêu chí nông thôn mới; tỷ lệ hộ nghèo còn 2,1%.",
    "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 92,15% (chỉ tiêu 94,8%).",
    "Huyện đạt 9/9 tiêu chí; giải ngân vốn đầu tư công đạt 62,8% kế hoạch.",
    "Tổng thu 70 tỷ đồng, lũy kế 142 tỷ đồng (trong đó thu nội địa ước 35 tỷ đồng, lũy kế 71 tỷ đồng).",
    "Giá trị sản xuất trên 1.100 tỷ đồng, đạt 52% kế hoạch (2.150 tỷ đồng).",
    "Tiếp 11 lượt người; nhận 13 đơn, trong đó 7 đơn khiếu nại, 4 đơn tố cáo.",
    "Thực hiện 28 chương trình thời sự (100 tin, 24 bài), 28 chuyên mục.",
    "Khai thác 1.200 tấn, bằng 97% so với cùng kỳ; nuôi trồng 800 tấn, bằng 102% so với cùng kỳ.",
    "Tổng vốn đăng ký 3.500 tỷ đồng cho 12 dự án; thành lập mới 415 doanh nghiệp với 2.900 tỷ đồng.",
    "Làm chết 5 người, bị thương 9 người, giảm 2 người chết và tăng 1 người bị thương.",
    "Đạt 15.032 tỷ đồng, bằng 98,9% dự toán Trung ương (15.200 tỷ đồng) và bằng 93,95% dự toán tỉnh (16.000 tỷ đồng).",
    "Thu nội địa 820 tỷ đồng, tăng 12%; thu xuất nhập khẩu 410 tỷ đồng, giảm 3% so với cùng kỳ.",
    "Tổng số 1.204 hộ; hộ nghèo 54 hộ, chiếm 4,49%; hộ cận nghèo 61 hộ, chiếm 5,07%.",
    "Kế hoạch vốn là 11.460 tỷ đồng; giải ngân 4.355 tỷ đồng, thấp hơn bình quân chung cả nước (46,3%).",
    "Kế hoạch vốn 800 tỷ đồng, giải ngân 300 tỷ đồng, trong khi bình quân chung của tỉnh đạt 52,1%.",
    "Tỷ lệ phế phẩm giảm từ 40% xuống còn 30%, giảm 25%.",
    "Phường 3 có 12 tổ dân phố, phường 6 có 15 tổ dân phố, tổ chức 27 cuộc họp.",
]


def _checks(line: str) -> list[tuple[str, str, str | None]]:
    return [(found.kind, found.verdict, found.repair) for found in check(facts_of(line))]


@pytest.mark.parametrize(("line", "kind", "repair"), INCONSISTENT)
def test_inconsistent(line: str, kind: str, repair: str | None) -> None:
    flagged = [(k, r) for k, verdict, r in _checks(line) if verdict == "inconsistent"]
    assert [k for k, _ in flagged] == [kind]
    if repair is not None:
        assert flagged[0][1] == repair


@pytest.mark.parametrize(("line", "kind"), DOUBTFUL)
def test_doubtful(line: str, kind: str) -> None:
    assert [(k, v) for k, v, _ in _checks(line) if v != "consistent"] == [(kind, "doubtful")]


@pytest.mark.parametrize(("line", "kind"), CONSISTENT)
def test_consistent(line: str, kind: str) -> None:
    found = _checks(line)
    assert (kind, "consistent", None) in found
    assert all(verdict == "consistent" for _, verdict, _ in found)


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_left_alone(line: str) -> None:
    assert [found for found in _checks(line) if found[1] != "consistent"] == []


def test_reason_is_written_by_hand() -> None:
    line = "Tổng nợ 26,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng)."
    found = next(item for item in check(facts_of(line)) if item.kind == "sum")
    assert found.reason == "25,268 + 11,003 = 36,271 tỷ đồng, văn bản ghi 26,271 tỷ đồng"


def test_footnote_sections_add_up_to_the_main_text() -> None:
    note = (
        "Vốn tỉnh quản lý: bố trí cho 6 công trình, giải ngân được 754,82 triệu đồng. "
        "Vốn huyện quản lý: bố trí cho 23 công trình, giải ngân được 14.543,21 triệu đồng."
    )
    facts = facts_of("Triển khai 29 công trình, giải ngân được 15 tỷ 298 triệu đồng^.", note=note)
    sums = [found.verdict for found in check(facts) if found.kind == "sum"]
    assert sums == ["consistent", "consistent"]


def test_ids_are_unique_and_point_at_quantities() -> None:
    facts = facts_of(" ".join(line for line, *_ in INCONSISTENT))
    checks = check(facts)
    known = {quantity.id for quantity in facts.quantities}
    assert len({found.id for found in checks}) == len(checks)
    assert all(set(found.args) <= known for found in checks)


def test_relations_of_one_line_do_not_disturb_those_of_the_next() -> None:
    line = INCONSISTENT[0][0] + " " + CONSISTENT[0][0] + "\n"
    ratios = [sum(found.kind == "ratio" for found in check(facts_of(line * times))) for times in (20, 40)]
    assert ratios == [40, 80]
