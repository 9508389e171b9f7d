"""Despatches, ministry letters, councils: their lines, their feet and headings, and press that quotes them."""

import pytest

from tests.extraction.despatch_lines import DESPATCHES, TELL_NOBODY
from tests.extraction.told import directives_of, told

TASK = "1. Sở Y tế rà soát, báo cáo nhu cầu thuốc của các trạm y tế."
HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"


@pytest.mark.parametrize(("line", "lead", "coordinating", "by"), DESPATCHES, ids=[one[0][:50] for one in DESPATCHES])
def test_a_line_tells(line: str, lead: str, coordinating: str, by: str | None) -> None:
    text, found = directives_of(HEAD + line)
    assert [text[one.span].rstrip(".") for one in found] == [line.rstrip(".")]
    one = found[0]
    assert "; ".join(agency.name for agency in one.lead) == lead
    assert "; ".join(agency.name for agency in one.coordinating) == coordinating
    assert (one.deadline.by.isoformat() if one.deadline and one.deadline.by else None) == by


@pytest.mark.parametrize("line", TELL_NOBODY, ids=[line[:50] for line in TELL_NOBODY])
def test_a_line_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


def test_the_foot_that_runs_on_behind_the_last_task_ends_the_paper() -> None:
    source = f"{HEAD}{TASK} Nơi nhận: Như trên.\n\n- Chủ tịch, các Phó Chủ tịch UBND tỉnh;\n\n- Lưu."
    assert [row[1] for row in told(source)] == ["Sở Y tế"]


def test_recipients_without_their_title_are_told_nothing() -> None:
    source = f"{HEAD}{TASK}\n\n- Như trên;\n\n- Thủ tướng, các Phó Thủ tướng CP;\n\n- BTCN, các PCN."
    assert [row[1] for row in told(source)] == ["Sở Y tế"]


def test_a_star_that_names_a_body_heads_the_dashes_below_it() -> None:
    source = f"""{HEAD}Giám đốc giao nhiệm vụ cho các đơn vị như sau:

1. Về thuỷ sản:

* Chi cục thuỷ sản:

- Đề xuất thành lập tổ kiểm tra.

- Tiếp tục hoàn thiện đề án.

* Phòng Kế hoạch: rà soát nguồn vốn.

- Tổng hợp danh mục."""
    leads = [row[1] for row in told(source)]
    assert leads[:3] == ["Chi cục thuỷ sản", "Chi cục thuỷ sản", "Phòng Kế hoạch"]


def test_an_order_behind_the_last_addressee_holds_for_the_list_below() -> None:
    source = """CÔNG ĐIỆN

SỞ XÂY DỰNG điện:

- Chi cục Giám định;

- UBND các xã ven biển. Trước diễn biến của bão, Sở Xây dựng yêu cầu các cơ quan, đơn vị:

1. Quán triệt, thực hiện nghiêm phương án ứng phó.

2. Rà soát các công trình đang thi công."""
    assert [row[1] for row in told(source, "directive")] == ["các cơ quan, đơn vị"] * 2


def test_who_is_given_tasks_as_follows_is_named_without_the_words_that_follow() -> None:
    source = f"{HEAD}Chủ tịch giao nhiệm vụ cho các đơn vị như sau:\n\n1. Rà soát các tổ kiểm tra."
    assert [row[1] for row in told(source)] == ["các đơn vị"]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("“Các đô thị lớn cần ưu tiên nhà ở cho thuê”, kết luận nêu.", 1),
        ("“Cần ưu tiên nhà ở cho thuê tại các đô thị lớn”, thông báo nêu rõ.", 1),
        ("“Bên cạnh đó, việc hỗ trợ cần được làm nhanh”, anh Lê Văn Tư chia sẻ.", 0),
        ("Từ đầu năm 2024 đến nay, UBND tỉnh đã chỉ đạo xử lý 20 điểm ngập.", 0),
        ("Trong 05 tháng đầu năm, UBND tỉnh đã chỉ đạo rà soát 12 dự án.", 0),
        ("Đặc biệt, trong dịp nghỉ lễ; tuy nhiên, lực lượng Công an đã trực 100% quân số, khắc phục khó khăn.", 0),
        ("Sở Xây dựng khẩn trương gỡ vướng về mặt bằng. Ảnh: Thu Hà.", 0),
    ],
)
def test_what_news_quotes_and_what_it_only_tells(line: str, count: int) -> None:
    order = "Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra các nhà thuốc trước ngày 15/3/2024."
    told_first = told(f"Ưu tiên nhà ở cho thuê\n\n{order}\n\n{line}", "news")
    assert len(told_first) == 1 + count
