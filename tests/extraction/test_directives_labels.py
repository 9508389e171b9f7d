"""Labels under a task: who leads it, who coordinates, by when; brackets that share out roles."""

import pytest

from tests.extraction.told import directives_of, told

PLAN = """KẾ HOẠCH
Bảo vệ nguồn nước năm 2024

II. NHIỆM VỤ

1. Rà soát vùng bảo hộ

{first}

2. Kiểm tra, giám sát

- Kiểm tra các trạm cấp nước tập trung.
- Đơn vị chủ trì: Sở Y tế.
"""


def by_task(first: str) -> dict[str, tuple[str, str, str | None]]:
    """Lead, coordinating and last day of each task of the plan, by its first two words."""
    text, found = directives_of(PLAN.format(first=first), "plan")
    return {
        " ".join(text[one.span].split()[:2]): (
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
            one.deadline.by.isoformat() if one.deadline and one.deadline.by else None,
        )
        for one in found
    }


@pytest.mark.parametrize(
    "labels",
    [
        "- Đơn vị chủ trì: Sở Xây dựng.\n- Đơn vị phối hợp: UBND các huyện.\n- Thời gian hoàn thành: trong năm 2024.",
        "- Cơ quan chủ trì thực hiện: Sở Xây dựng.\n- Cơ quan phối hợp thực hiện: UBND các huyện.\n"
        "- Thời gian thực hiện: Hoàn thành trong năm 2024.",
        "- Chủ trì: Sở Xây dựng; phối hợp: UBND các huyện; thời gian: trong năm 2024.",
        "- Cơ quan thực hiện:\n+ Đơn vị chủ trì: Sở Xây dựng.\n+ Đơn vị phối hợp: UBND các huyện.\n"
        "- Thời gian thực hiện: Hoàn thành trong năm 2024.",
    ],
    ids=["bodies", "carried out", "one line", "under a label"],
)
def test_labels_belong_to_the_tasks_above_them(labels: str) -> None:
    found = by_task(f"- Lập hồ sơ khoanh vùng bảo hộ.\n- Cắm mốc ngoài thực địa.\n{labels}")
    assert found["Lập hồ"] == ("Sở Xây dựng", "UBND các huyện", "2024-12-31")
    assert found["Cắm mốc"] == ("Sở Xây dựng", "UBND các huyện", "2024-12-31")
    assert found["Kiểm tra"] == ("Sở Y tế", "", None)


def test_a_task_that_names_its_lead_keeps_it() -> None:
    found = by_task("- Sở Tư pháp thẩm định dự thảo quy chế.\n- Đơn vị phối hợp: Sở Xây dựng.")
    assert found["Sở Tư"] == ("Sở Tư pháp", "Sở Xây dựng", None)


@pytest.mark.parametrize(
    "first",
    [
        "- Lập hồ sơ khoanh vùng bảo hộ.\n- Kết quả thực hiện: hồ sơ được duyệt.",
        "- Lập hồ sơ khoanh vùng bảo hộ. Thời gian tới còn nhiều khó khăn.",
    ],
)
def test_other_words_before_a_colon_are_no_labels(first: str) -> None:
    assert by_task(first)["Lập hồ"][0] == ""


@pytest.mark.parametrize(
    ("line", "lead", "coordinating"),
    [
        (
            "Sở Công Thương (chủ trì), Sở Tài chính (phối hợp) kiểm tra giá cả thị trường.",
            "Sở Công Thương",
            "Sở Tài chính",
        ),
        (
            "Sở Y tế (cơ quan chủ trì), Sở Tài chính, Công an tỉnh (phối hợp) kiểm tra các nhà thuốc.",
            "Sở Y tế",
            "Sở Tài chính; Công an tỉnh",
        ),
        ("Sở Y tế, Sở Tài chính (phối hợp thực hiện) kiểm tra các nhà thuốc.", "Sở Y tế", "Sở Tài chính"),
        ("Sở Y tế (Phòng Nghiệp vụ), Sở Tài chính kiểm tra các nhà thuốc.", "Sở Y tế; Sở Tài chính", ""),
    ],
)
def test_brackets_share_out_the_roles(line: str, lead: str, coordinating: str) -> None:
    rows = told(f"THÔNG BÁO\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n1. {line}")
    assert [row[1:] for row in rows] == [(lead, coordinating)]


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Sở Y tế phối hợp với chính quyền địa phương kiểm tra nguồn nước.", ["chính quyền địa phương"]),
        ("Sở Y tế phối hợp với chính quyền cơ sở, các chủ rừng tuần tra.", ["chính quyền cơ sở", "các chủ rừng"]),
        ("Ban Chỉ huy Quân sự xã chủ trì (Công an xã phối hợp) trực bão.", ["Công an xã"]),
    ],
)
def test_partners_without_a_name_of_their_own(sentence: str, partners: list[str]) -> None:
    _, (found, *_) = directives_of(f"1. {sentence}\n", "official_letter")
    assert [agency.name for agency in found.coordinating] == partners


def test_members_of_the_front_are_named_whole() -> None:
    line = "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên tham gia tuyên truyền.\n"
    _, (found, *_) = directives_of(line, "official_letter")
    assert [agency.name for agency in found.lead][1:] == ["các tổ chức thành viên"]


@pytest.mark.parametrize(
    ("task", "lead", "coordinating", "day"),
    [
        ("Lập hồ sơ vùng bảo hộ (Sở Xây dựng).", "Sở Xây dựng", "", None),
        ("Lập hồ sơ vùng bảo hộ (Sở Xây dựng thực hiện, xong trước 31/5/2024).", "Sở Xây dựng", "", "2024-05-30"),
        ("Lập hồ sơ vùng bảo hộ (Sở Xây dựng, hoàn thành trước 30/6/2024).", "Sở Xây dựng", "", "2024-06-29"),
        ("Lập hồ sơ vùng bảo hộ (Sở Xây dựng chủ trì, Sở Y tế phối hợp).", "Sở Xây dựng", "Sở Y tế", None),
        ("Lập hồ sơ vùng bảo hộ (Sở Xây dựng chủ trì, phối hợp với các huyện).", "Sở Xây dựng", "các huyện", None),
        ("Lập hồ sơ vùng bảo hộ (các sở, UBND xã thực hiện thường xuyên).", "các sở; UBND xã", "", None),
        ("Lập hồ sơ gửi cơ quan thẩm định (Sở Tư pháp).", "", "", None),
    ],
)
def test_a_bracket_says_who_does_it(task: str, lead: str, coordinating: str, day: str | None) -> None:
    assert by_task(task)["Lập hồ"] == (lead, coordinating, day)


def test_a_bracket_that_tells_somebody_more_is_a_task() -> None:
    found = by_task("Lập hồ sơ vùng bảo hộ (Sở Xây dựng rà soát ranh giới trước ngày 30/4/2024).")
    assert found["Sở Xây"] == ("Sở Xây dựng", "", "2024-04-29")


def test_a_body_alone_in_a_bracket_leads_only_where_nobody_does() -> None:
    plan = "KẾ HOẠCH\n\nTổ chức thực hiện\n\n1. Sở Y tế:\n- Lập dự toán kinh phí (Sở Tài chính).\n"
    _text, found = directives_of(plan, "plan")
    assert [[one.name for one in directive.lead] for directive in found] == [["Sở Y tế"]]
