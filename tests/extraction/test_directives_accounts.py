"""What a text tells of the time behind it: accounts in news, work that was led, figures of what is done."""

import pytest

from tests.extraction.told import told

ORDER = "Kết luận hội nghị, Chủ tịch UBND huyện giao Phòng Kinh tế kiểm tra các chợ."


def leads(*paragraphs: str, kind: str = "news") -> list[str]:
    """Who is told in a text made of ``paragraphs``."""
    return [row[1] for row in told("\n\n".join(("Huyện An Mỹ họp thường kỳ", *paragraphs)), kind)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "account",
    [
        "Trong 9 tháng đầu năm, mặc dù còn nhiều khó khăn, nhưng UBND huyện đã tập trung chỉ đạo các cấp, các ngành "
        "thực "
        "hiện nhiều giải pháp thúc đẩy sản xuất.",
        "Tháng 10/2019, UBND huyện đã tổ chức đấu giá đất ở các xã. Tập trung chỉ đạo việc thu ngân sách, kiểm tra các "
        "khoản thu đầu năm học.",
        "Trong tháng 4/2021, UBND huyện đã triển khai phòng trừ sâu bệnh. Đẩy mạnh chỉnh trang đô thị, hỗ trợ các xã "
        "phấn "
        "đấu về đích nông thôn mới.",
        "Trong tháng 6, tình hình kinh tế đạt nhiều kết quả. UBND huyện đã chỉ đạo các xã, thị trấn hoàn thành thu "
        "hoạch "
        "lúa chiêm xuân.",
        "Song dưới sự lãnh đạo của Huyện ủy, cùng sự nỗ lực, phấn đấu của các ngành; UBND huyện đã tập trung chỉ đạo, "
        "điều "
        "hành quyết liệt các nhiệm vụ đề ra.",
        "Các lực lượng kiểm tra 146 cơ sở, phát hiện 23 cơ sở vi phạm, đã nhắc nhở 17 cơ sở.",
        "Trong số 112 nhiệm vụ được giao, các đơn vị hoàn thành 103 nhiệm vụ, đạt 92%.",
        "Đồng chí Lê Văn A, Chủ tịch UBND huyện phát biểu kết luận hội nghị.",
        "Chủ trì hội nghị, đồng chí Lê Văn A, Chủ tịch UBND huyện phát biểu kết luận.",
    ],
)
def test_an_account_tells_nobody(account: str) -> None:
    assert leads(account, ORDER) == ["Phòng Kinh tế"]
    assert leads(ORDER, account) == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Trong tháng 9 và thời gian tới, các xã cần đẩy nhanh thu hoạch.", "các xã"),
        ("Trong 3 tháng cuối năm, UBND huyện yêu cầu các phòng, ban rà soát các chỉ tiêu.", "các phòng, ban"),
        ("UBND huyện đã chỉ đạo Công an huyện kiểm tra các bến cát.", "Công an huyện"),
        ("Các đơn vị phấn đấu hoàn thành 103 nhiệm vụ, đạt 100%.", "Các đơn vị"),
        ("Công an huyện kiểm tra các cơ sở, phát hiện và xử lý nghiêm vi phạm.", "Công an huyện"),
    ],
)
def test_what_is_ahead_or_ordered_tells_still(line: str, lead: str) -> None:
    assert leads(ORDER, line) == ["Phòng Kinh tế", lead]


@pytest.mark.parametrize(
    ("order", "lead"),
    [
        ("Thủ tướng lưu ý Hà Tĩnh cần quan tâm giảm nghèo.", "Hà Tĩnh"),
        ("Làm việc tại huyện Phú Mộc, Chủ tịch UBND tỉnh đề nghị Phú Mộc rà soát các chỉ tiêu.", "Phú Mộc"),
        ("Bí thư Tỉnh ủy yêu cầu Bà Rịa - Vũng Tàu tiếp tục cải cách.", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_place_told_by_its_name_alone(order: str, lead: str) -> None:
    assert leads(order) == [lead]


@pytest.mark.parametrize("order", ["Chủ tịch UBND tỉnh đề nghị Minh Phát rà soát hồ sơ."])
def test_a_name_that_is_no_place_is_not_told(order: str) -> None:
    assert leads(order) == []


def test_whoever_must_lead_is_told_what_stands_below() -> None:
    source = (
        "THÔNG BÁO\n\nKết luận của Bí thư Tỉnh ủy\n\nBí thư Tỉnh ủy kết luận:\n\nII- MỘT SỐ NHIỆM VỤ\n\n"
        "Ban Thường vụ Huyện ủy cần tập trung lãnh đạo, chỉ đạo thực hiện tốt một số nội dung sau:\n\n"
        "1- Rà soát các chỉ tiêu.\n\n2- Cơ cấu lại ngành nông nghiệp."
    )
    assert [row[1] for row in told(source)] == ["Ban Thường vụ Huyện ủy"] * 2


@pytest.mark.parametrize(
    "opening",
    [
        "Căn cứ dự toán năm 2012 đã được thông qua; Sở Tài chính tổng hợp tình hình thu, chi ngân sách như sau:",
        "Trên cơ sở số liệu của các ngành; Cục Thống kê thông tin về tình hình kinh tế - xã hội sau đây:",
        "Theo yêu cầu của UBND huyện; Phòng Tài chính tóm tắt kết quả thu, chi ngân sách như sau:",
        "Thực hiện Kế hoạch số 2/KH-UBND; UBND xã đánh giá sơ bộ tình hình sản xuất như sau:",
        "Theo đề cương; Phòng Y tế thống kê số liệu tiêm chủng như sau:",
    ],
)
def test_a_report_that_sums_up_tells_nobody(opening: str) -> None:
    told_below = "Số thu phát sinh trong tháng 8 là 386 tỷ đồng; thu nội địa 301 tỷ đồng."
    assert leads(opening, told_below, kind="report") == []
