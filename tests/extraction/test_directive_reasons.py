"""What a task rests on ("vì sao?"): the words that gave its deadline and its partners; and what it is to deliver."""

import pytest

from dondoc.facts import Directive, Evidence
from dondoc.text import Text
from tests.extraction.told import directives_of

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"


def one_of(line: str) -> tuple[Text, Directive]:
    text, found = directives_of(HEAD + line)
    assert len(found) == 1
    return text, found[0]


def reason(line: str, part: str) -> tuple[str, str | None] | None:
    text, found = one_of(line)
    given: list[Evidence] = [one for one in found.evidence if one.part == part]
    assert len(given) <= 1
    return (given[0].rule, text[given[0].span] if given[0].span else None) if given else None


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("Giao Sở Y tế báo cáo UBND tỉnh trước ngày 20/3/2024.", "deadline.strong.", "trước ngày 20/3/2024"),
        ("Giao Sở Y tế hoàn thành trong quý II/2024.", "deadline.", "trong quý II/2024"),
        ("Giao Sở Y tế trình phương án trong tuần đầu tháng 4.", "deadline.strong.week", "trong tuần đầu tháng 4"),
        ("Phấn đấu hoàn thành các chỉ tiêu năm 2024.", "deadline.", "năm 2024"),
    ],
)
def test_the_deadline_names_its_words(line: str, rule: str, words: str) -> None:
    found = reason(line, "deadline")
    assert found is not None
    assert found[0].startswith(rule)
    assert found[1] == words


@pytest.mark.parametrize("line", ["Giao Sở Y tế khẩn trương rà soát.", "Giao Sở Y tế tiếp tục tham mưu UBND tỉnh."])
def test_no_deadline_no_reason(line: str) -> None:
    assert reason(line, "deadline") is None
    assert reason(line, "coordinating") is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát.", "chủ trì, phối hợp với "),
        ("Sở Nội vụ phối hợp với Công an tỉnh kiểm tra.", "phối hợp với "),
        ("Giao Sở Xây dựng cùng Sở Tư pháp thẩm định.", "cùng "),
    ],
)
def test_partners_in_the_sentence_are_named_by_its_words(line: str, words: str) -> None:
    assert reason(line, "coordinating") == ("coordinating.named", words)


def test_partners_of_a_heading_are_inherited_from_it() -> None:
    text, found = directives_of(
        HEAD + "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính:\n\na) Rà soát định mức.\n\nb) Tham mưu kế hoạch mua sắm."
    )
    assert [[one.name for one in task.coordinating] for task in found] == [["Sở Tài chính"]] * 2
    for task in found:
        (given,) = [one for one in task.evidence if one.part == "coordinating"]
        assert given.rule == "coordinating.inherited"
        assert given.span is not None
        assert "Sở Y tế" in text[given.span]


@pytest.mark.parametrize(
    ("line", "product"),
    [
        ("Giao Sở Y tế trình UBND tỉnh dự thảo Kế hoạch phòng chống dịch trước ngày 20/3.",
         "dự thảo Kế hoạch phòng chống dịch"),
        ("Giao Sở Nội vụ tham mưu UBND tỉnh ban hành Quy chế phối hợp quản lý biên chế.",
         "Quy chế phối hợp quản lý biên chế"),
        ("Giao Sở Tư pháp xây dựng đề án chuyển đổi số ngành, trình trong tháng 4.", "đề án chuyển đổi số ngành"),
        ("Yêu cầu các sở báo cáo kết quả bằng văn bản về Sở Nội vụ.", "báo cáo kết quả bằng văn bản"),
        ("Giao Sở Tài chính lập báo cáo quyết toán năm 2023.", "báo cáo quyết toán năm 2023"),
        ("Giao Sở Công Thương hoàn thiện chương trình xúc tiến thương mại để trình HĐND tỉnh.",
         "chương trình xúc tiến thương mại"),
    ],
)  # fmt: skip
def test_what_is_to_be_delivered(line: str, product: str) -> None:
    text, found = one_of(line)
    assert found.product is not None
    assert text[found.product] == product


@pytest.mark.parametrize(
    "line",
    [
        "Giao Sở Y tế thực hiện kế hoạch phòng chống dịch.",
        "Giao Sở Y tế gửi báo cáo về Sở Tài chính.",
        "Giao Sở Y tế lập hồ sơ.",
        "Giao Sở Y tế tiếp tục rà soát theo quy định hiện hành.",
    ],
)
def test_no_product_is_made_up(line: str) -> None:
    assert one_of(line)[1].product is None
