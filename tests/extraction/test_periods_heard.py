"""What conclusions report on where their title names nothing: what the meeting heard; months named without a year."""

import pytest

import dondoc

HEAD = "UBND TỈNH SÔNG LAM\nVĂN PHÒNG\n\nSố: 41/TB-VP\n\nSông Lam, ngày 12 tháng 10 năm 2023\n\nTHÔNG BÁO\n"
BODY = "1. Thu ngân sách đạt 1.204 tỷ đồng, bằng 71% dự toán.\n"


def period(subject: str, opening: str = "Sau khi nghe báo cáo, Chủ tịch kết luận như sau:") -> str | None:
    return dondoc.extract(dondoc.read(f"{HEAD}{subject}\n\n{opening}\n\n{BODY}".encode())).header.period


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("đã làm việc với Huyện ủy Trà Giang về kết quả thực hiện nhiệm vụ 6 tháng đầu năm", "2023-H1"),
        ("chủ trì họp nghe Sở Tài chính báo cáo tình hình thu ngân sách quý III năm 2023", "2023-Q3"),
        ("kiểm tra, đánh giá kết quả giải ngân 9 tháng, nhiệm vụ 3 tháng cuối năm 2023", "2023-01..2023-09"),
        ("làm việc với xã Đồng Vọng về công tác xây dựng nông thôn mới tháng 9/2023", "2023-09"),
        ("chủ trì hội nghị sơ kết công tác tuyển quân quý III, phương hướng quý IV năm 2023", "2023-Q3"),
        ("đã làm việc với huyện Trà Giang về kết quả thực hiện Nghị quyết số 08 năm 2022", None),
        ("chủ trì họp bàn nhiệm vụ trọng tâm quý IV năm 2023", None),
        ("đi kiểm tra dự án hồ chứa nước Bản Mới", None),
    ],
)
def test_what_a_meeting_heard(opening: str, expected: str | None) -> None:
    told = f"Ngày 05/10/2023, Chủ tịch UBND tỉnh {opening}. Sau khi nghe các ý kiến, Chủ tịch kết luận như sau:"
    assert period("Kết luận của Chủ tịch UBND tỉnh tại buổi làm việc với huyện Trà Giang", told) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Kết luận tại Hội nghị giao ban về giải ngân 9 tháng, nhiệm vụ 3 tháng cuối năm 2023", "2023-01..2023-09"),
        ("Kết luận tại cuộc họp đánh giá thu ngân sách 9 tháng và giải pháp quý IV/2023", "2023-01..2023-09"),
        ("Kết luận tại cuộc họp về tình hình sử dụng kho tạm trong thời hạn 9 tháng, dự án hồ Bản Mới", None),
        ("Kết luận tại cuộc họp về thực hiện hợp đồng thuê đất sau 8 tháng, dự án hồ Bản Mới", None),
    ],
)
def test_months_without_a_year(subject: str, expected: str | None) -> None:
    assert period(subject) == expected


@pytest.mark.parametrize("subject", ["sơ kết sản xuất vụ Đông Xuân 2022 - 2023", "tổng kết vụ Mùa năm 2023"])
def test_a_season_is_no_time_of_the_calendar(subject: str) -> None:
    words = f"{HEAD}Kết luận tại Hội nghị {subject}, triển khai vụ Hè Thu\n\n"
    words += "Diện tích áp dụng giống mới là 3.400 ha. Xuất khẩu 2 tháng đầu năm 2023 đạt 12 triệu USD.\n"
    found = dondoc.extract(dondoc.read(words.encode()))
    assert found.header.period is None
    assert [one.period for one in found.quantities] == [None, "2023-01..2023-02"]


def test_a_meeting_at_the_end_of_a_quarter_reviews_it() -> None:
    words = f"{HEAD}Kết luận tại phiên họp UBND tỉnh thường kỳ tháng 9 năm 2023\n\nNgày 28/9/2023, Chủ tịch UBND tỉnh "
    words += "chủ trì phiên họp thường kỳ tháng 9, nhằm đánh giá tình hình kinh tế - xã hội {}.\n\n"
    words += "1. Kinh tế ổn định. Xử phạt được 46 trường hợp, tăng 5% so với cùng kỳ.\n"
    for reviewed, expected in (("quý III", "2023-Q3"), ("9 tháng", "2023-01..2023-09"), ("quý I", "2023-09")):
        found = dondoc.extract(dondoc.read(words.format(reviewed).encode()))
        assert [one.period for one in found.quantities][-2:] == [expected] * 2, reviewed


def test_a_day_is_no_number_of_months() -> None:
    words = (
        f"{HEAD}Kết luận tại cuộc họp ngày 05 tháng 6 năm 2023\n\nNgày 05 tháng 6 năm 2023, họp bàn việc sửa đường.\n"
    )
    found = dondoc.extract(dondoc.read(f"{words}\n1. Sửa 12 km đường.\n".encode()))
    assert "2023-01..2023-05" not in [one.period for one in found.quantities]
