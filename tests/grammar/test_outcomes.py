"""Numbers behind what became of things, and those of papers, places and days."""

import pytest

from dondoc.grammar.measures import find_measures


def told(line: str) -> list[tuple[str, str | None]]:
    return [(line[one.span.start : one.span.end], one.unit) for one in find_measures(line)]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Vốn đăng ký 1.204 tỷ đồng; giải thể 37, tạm ngừng 118.", ["37", "118"]),
        ("Phát hiện 52 trường hợp: nhắc nhở 14, xử phạt 38 (21,5 triệu đồng).", ["14", "38"]),
        ("Tiếp nhận 2.140 hồ sơ, kỳ trước chuyển sang 96, tổng cộng 2.236 hồ sơ.", ["96"]),
        ("Lũy kế 21 vụ, chết 17, bị thương 12 người.", ["17"]),
        ("Giải quyết 1.905 hồ sơ, quá hạn 42, đang giải quyết 118.", ["42", "118"]),
        ("Sơ tuyển 210 thanh niên, vắng có lý do 12, không lý do 04.", ["12", "04"]),
        ("Cấp mới 31, cấp đổi 12 giấy phép.", ["31"]),
        ("Giải quyết 81 vụ. Kết quả khiếu nại đúng 14, sai 67.", ["14", "67"]),
        ("Tiếp nhận 19 phản ánh, đã xử lý 17, đang xử lý 02.", ["17", "02"]),
        ("Tai nạn giao thông 05 vụ, chết 04 bị thương 03 người.", ["04"]),
    ],
)
def test_outcomes_are_counted(line: str, numbers: list[str]) -> None:
    found = [number for number, _ in told(line)]
    assert [number for number in found if number in numbers] == numbers


def test_an_outcome_counts_what_was_counted_before() -> None:
    assert told("Phát hiện 52 trường hợp: nhắc nhở 14, xử phạt 38 (21 lần).")[1:3] == [
        ("14", "trường hợp"),
        ("38", "trường hợp"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Xử phạt theo Nghị định 100, có hiệu lực ngay.",
        "Vi phạm khoản 12, Điều 58.",
        "Hoàn thành trước quý 3, không để chậm.",
        "Các dự án đến 31-10 giải ngân chậm.",
        "Đến ngày 31-3 giải ngân thấp.",
        "Hoàn thành Quyết định số 41, trình ký.",
    ],
)
def test_numbers_of_papers_and_days_are_not(line: str) -> None:
    assert told(line) == []


def test_within_how_long() -> None:
    assert told("Trả kết quả trong vòng 24 giờ kể từ khi nhận.") == [("24 giờ", "giờ")]
