"""Sentences under "yêu cầu:", each with whom it tells, who coordinates and by when; and sentences that tell nobody.

Agencies are joined by ";". The documents are dated 5 March 2024.
"""

import pytest

from tests.extraction.told import directives_of

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"

TOLD = [
    # issued
    ("Giao Sở Tài chính thẩm định dự toán.", "Sở Tài chính", "", None),
    ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế.", "Sở Nội vụ", "Sở Tài chính", None),
    ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động Nhân dân.", "Ủy ban MTTQ Việt Nam tỉnh", "", None),
    ("Yêu cầu UBND các huyện, thành phố báo cáo trước ngày 15/4/2024.", "UBND các huyện, thành phố", "", "2024-04-14"),
    ("Chủ tịch UBND tỉnh giao Công an tỉnh xử lý nghiêm vi phạm.", "Công an tỉnh", "", None),
    ("Thống nhất giao Sở Xây dựng lập hồ sơ.", "Sở Xây dựng", "", None),
    ("Lưu ý các địa phương phải sớm có báo cáo thiệt hại.", "các địa phương", "", None),
    ("Để kịp tiến độ, đề nghị Sở Y tế bổ sung hồ sơ.", "Sở Y tế", "", None),
    ("Phân công Sở Tư pháp thẩm định văn bản.", "Sở Tư pháp", "", None),
    ("Đồng chí Chủ tịch UBND tỉnh yêu cầu Sở Công Thương rà soát giá điện.", "Sở Công Thương", "", None),
    ("Giao Ban Quản lý Khu kinh tế đôn đốc nhà đầu tư.", "Ban Quản lý Khu kinh tế", "", None),
    ("Yêu cầu huyện tập trung giải phóng mặt bằng.", "huyện", "", None),
    # subject
    ("Sở Tài chính khẩn trương phân bổ vốn.", "Sở Tài chính", "", None),
    ("Sở Y tế có trách nhiệm hướng dẫn các trạm y tế.", "Sở Y tế", "", None),
    ("Sở Nội vụ, Sở Tài chính tham mưu phương án sắp xếp.", "Sở Nội vụ; Sở Tài chính", "", None),
    ("Công an tỉnh chủ trì, phối hợp Sở Giao thông vận tải kiểm tra tải trọng.",
     "Công an tỉnh", "Sở Giao thông vận tải", None),
    ("Sở Tài chính phối hợp với Cục Thuế tỉnh rà soát nợ đọng.", "Sở Tài chính", "Cục Thuế tỉnh", None),
    ("Các sở, ban, ngành tỉnh cần nâng cao trách nhiệm.", "Các sở, ban, ngành tỉnh", "", None),
    ("Đồng thời, Sở Nội vụ theo dõi việc thực hiện.", "Sở Nội vụ", "", None),
    ("Riêng Sở Y tế phải hoàn thành trong tháng 4/2024.", "Sở Y tế", "", "2024-04-30"),
    ("Sở Xây dựng, phối hợp, đôn đốc Sở Tài chính thanh toán.", "Sở Xây dựng", "Sở Tài chính", None),
    ("Sở Tư pháp căn cứ chức năng, nhiệm vụ hướng dẫn các địa phương.", "Sở Tư pháp", "", None),
    ("Văn phòng UBND tỉnh theo dõi, đôn đốc thực hiện.", "Văn phòng UBND tỉnh", "", None),
    ("Chủ tịch UBND các huyện chịu trách nhiệm về tiến độ.", "Chủ tịch UBND các huyện", "", None),
    ("Sở Tài chính được giao chủ trì tổng hợp nhu cầu vốn.", "Sở Tài chính", "", None),
    ("Các tổ chức trong hệ thống chính trị cần phát huy vai trò nêu gương.",
     "Các tổ chức trong hệ thống chính trị", "", None),
    ("Công ty TNHH Thủy nông Hồng Vân chủ động vận hành trạm bơm.", "Công ty TNHH Thủy nông Hồng Vân", "", None),
    # subject inside
    ("Để bảo đảm tiến độ, Sở Y tế khẩn trương tham mưu kế hoạch.", "Sở Y tế", "", None),
    ("Kịp thời hỗ trợ người lao động, Sở Nội vụ khẩn trương tham mưu UBND tỉnh.", "Sở Nội vụ", "", None),
    ("Qua đánh giá, phấn đấu vươn lên; vì vậy, Sở Công Thương phải đổi mới cách làm.", "Sở Công Thương", "", None),
    # heading and action in one sentence
    ("Sở Tài chính: Rà soát nguồn thu.", "Sở Tài chính", "", None),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính: Mua sắm thuốc.", "Sở Y tế", "Sở Tài chính", None),
    ("Đối với Sở Nội vụ: Hoàn thành đề án vị trí việc làm.", "Sở Nội vụ", "", None),
    ("Thanh tra Sở: Thực hiện kế hoạch thanh tra.", "Thanh tra Sở", "", None),
    # nobody named
    ("Về kinh phí, giao Sở Tài chính cân đối.", "Sở Tài chính", "", None),
    ("Đ/c Nguyễn Văn B - Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo vụ việc.",
     "Đ/c Nguyễn Văn B - Phó Chủ tịch UBND tỉnh", "", None),
    ("Trong tháng 6/2024, Sở Nội vụ trình Đề án vị trí việc làm.", "Sở Nội vụ", "", "2024-06-30"),
    ("Đồng ý chủ trương sửa trụ sở, giao Sở Xây dựng lập dự toán.", "Sở Xây dựng", "", None),
    ("Văn phòng UBND tỉnh có văn bản nhắc nhở các đơn vị chậm báo cáo.", "Văn phòng UBND tỉnh", "", None),
    ("Phòng Kinh tế phối hợp với các trường học tổ chức tập huấn.", "Phòng Kinh tế", "các trường học", None),
    ("Hiệu trưởng các trường THCS rà soát cơ sở vật chất.", "Hiệu trưởng các trường THCS", "", None),
    ("Huyện cần rà soát lại quy hoạch.", "Huyện", "", None),
    ("Nhà thầu nào chậm tiến độ thì xử lý theo hợp đồng.", "", "", None),
    ("Tập trung tháo gỡ khó khăn cho doanh nghiệp.", "", "", None),
    ("Về phòng cháy: Bằng mọi biện pháp phải hạn chế thấp nhất thiệt hại.", "", "", None),
    ("Phối hợp với Sở Tài chính rà soát tài sản công.", "", "Sở Tài chính", None),
    ("Đồng thời, khẩn trương hoàn thiện hồ sơ.", "", "", None),
    ("Việc hỗ trợ phải bảo đảm đúng đối tượng.", "", "", None),
    ("Cần có sự tập trung trong chỉ đạo.", "", "", None),
    ("Tuyệt đối không để xảy ra tai nạn đuối nước.", "", "", None),
    ("Phấn đấu năm 2024 đạt mục tiêu thu ngân sách 9.000 tỷ đồng.", "", "", "2024-12-31"),
    ("Phấn đấu cả năm giải quyết việc làm cho 20.000 lao động.", "", "", "2024-12-31"),
    ("Hoàn thành các chỉ tiêu kinh tế - xã hội năm 2024.", "", "", "2024-12-31"),
    ("Xây dựng Kế hoạch cải cách hành chính năm 2024.", "", "", None),
    ("Kịp thời hỗ trợ người dân, hoàn thành trong quý II/2024.", "", "", "2024-06-30"),
]  # fmt: skip

NOT_TOLD = [
    "Kinh tế của tỉnh tiếp tục duy trì đà tăng trưởng khá.",
    "Thu ngân sách đạt 1.200 tỷ đồng, tăng 5% so với cùng kỳ.",
    "Sở Tài chính đã thẩm định xong dự toán.",
    "Các cấp ủy luôn coi trọng công tác dân vận.",
    "Tháng qua, Ủy ban nhân dân tỉnh tiếp tục tập trung chỉ đạo phát triển kinh tế.",
    "Đến nay, các chỉ tiêu cơ bản đạt kế hoạch.",
    "Công tác cán bộ được quan tâm thực hiện.",
    "Chủ tịch UBND tỉnh biểu dương các địa phương đã hoàn thành nhiệm vụ.",
    "Tuy nhiên, giải ngân vốn đầu tư công còn chậm.",
    "Qua đó, phát hiện, kịp thời xử lý các vi phạm.",
    "Tai nạn giao thông giảm cả ba mặt: Giảm 12% số vụ, 9% số người chết.",
    "Trên đây là ý kiến kết luận của Chủ tịch UBND tỉnh.",
    "Văn phòng UBND tỉnh thông báo đến các sở, ngành biết, thực hiện./.",
    "Nguyên nhân do một số đơn vị chưa chủ động tham mưu.",
    "Chỉ thị này có hiệu lực kể từ ngày ký.",
    "Ngày 30/6/2024, Ban Thường vụ Tỉnh ủy tổ chức Hội nghị sơ kết.",
    "Rà soát được 12 hộ nghèo trên địa bàn.",
    "Hội nghị ghi nhận nhiều ý kiến tâm huyết.",
]


@pytest.mark.parametrize(("sentence", "lead", "coordinating", "by"), TOLD, ids=[line[0][:40] for line in TOLD])
def test_a_sentence_tells(sentence: str, lead: str, coordinating: str, by: str | None) -> None:
    _, found = directives_of(f"{HEAD}1. {sentence}")
    assert len(found) == 1
    one = found[0]
    assert "; ".join(agency.name for agency in one.lead) == lead
    assert "; ".join(agency.name for agency in one.coordinating) == coordinating
    assert (one.deadline.by.isoformat() if one.deadline and one.deadline.by else None) == by
    assert one.item == "1"
    assert one.rule.startswith("directive.")


@pytest.mark.parametrize("sentence", NOT_TOLD, ids=[line[:40] for line in NOT_TOLD])
def test_a_sentence_tells_nobody(sentence: str) -> None:
    assert directives_of(f"{HEAD}1. {sentence}")[1] == ()


def test_the_evidence_quotes_the_heading_that_gave_the_lead() -> None:
    text, found = directives_of(f"{HEAD}2. Sở Y tế:\n\n- Tăng cường giám sát dịch bệnh.")
    evidence = next(one for one in found[0].evidence if one.part == "lead")
    assert evidence.rule == "lead.heading"
    assert evidence.span is not None
    assert text[evidence.span] == "Sở Y tế"


def test_the_product_is_what_is_to_be_delivered() -> None:
    text, found = directives_of(f"{HEAD}1. Sở Nội vụ xây dựng Đề án vị trí việc làm trước ngày 30/4/2024.")
    assert found[0].product is not None
    assert text[found[0].product] == "Đề án vị trí việc làm"


def test_a_document_cited_in_an_anchored_footnote_belongs_to_the_sentence() -> None:
    source = (
        f"{HEAD}1. Thực hiện các giải pháp nêu tại báo cáo¹.\n\n¹ Báo cáo số 15/BC-UBND ngày 01/3/2024 của UBND tỉnh"
    )
    assert [reference.number for reference in directives_of(source)[1][0].references] == ["15"]


@pytest.mark.parametrize("unit", ["giao Sở Tài chính, rà soát; ", "phối hợp với, ", "(a ; ", "Để kịp tiến độ, "])
def test_a_line_of_any_length_is_read(unit: str) -> None:
    assert len(directives_of(HEAD + "1. " + unit * 4000)[1]) <= 4000
