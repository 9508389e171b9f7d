"""Outlines of small documents: each block with the path of marks it stands under."""

import pytest

from dondoc.extraction.structure import Outline, read_outline
from dondoc.reading.plain import read_plain
from dondoc.text import Text


def outline_of(*paragraphs: str) -> tuple[Text, Outline]:
    text = read_plain("\n\n".join(paragraphs))
    return text, read_outline(text)


def paths(*paragraphs: str) -> list[str]:
    return ["-".join(item.path) for item in outline_of(*paragraphs)[1].items]


def test_sections_items_and_letters_nest() -> None:
    assert paths(
        "I. KẾT QUẢ",
        "1. Về kinh tế",
        "a) Công nghiệp phát triển.",
        "b) Nông nghiệp ổn định.",
        "2. Về xã hội",
        "II. NHIỆM VỤ",
    ) == ["I", "I-1", "I-1-a", "I-1-b", "I-2", "II"]


def test_dashes_and_pluses_stay_out_of_the_path() -> None:
    assert paths("1. Sở Tài chính:", "- Rà soát nguồn thu.", "+ Thu nội địa.", "- Báo cáo.", "2. Sở Y tế:") == [
        "1", "1", "1", "1", "2",
    ]  # fmt: skip


def test_numbers_of_several_levels() -> None:
    assert paths("2. Kinh tế:", "2.1 Công nghiệp: tăng.", "2.2. Thương mại: giảm.", "3. Xã hội:") == [
        "2", "2-2.1", "2-2.2", "3",
    ]  # fmt: skip


def test_bracketed_numbers_with_and_without_a_full_stop() -> None:
    assert paths("2. Nhiệm vụ", "(1). Phòng dịch.", "(2) Phát triển.", "- Sở A lập kế hoạch.", "(3). Đất đai.") == [
        "2", "2-1", "2-2", "2-2", "2-3",
    ]  # fmt: skip


def test_i_after_h_is_a_letter_and_i_at_first_is_roman() -> None:
    assert paths("1. Việc", "g) Bảy.", "h) Tám.", "i) Chín.", "k) Mười.")[-2:] == ["1-i", "1-k"]
    _, outline = outline_of("b) Tồn tại:", "(i) Một.", "(ii) Hai.", "(v) Năm.")
    assert [item.mark for item in outline.items] == ["b", "i", "ii", "v"]
    assert [item.parent for item in outline.items] == [None, 0, 0, 0]


def test_letters_with_a_comma() -> None:
    assert paths("4. Ban Quản lý dự án:", "a, Hoàn thành chi trả.", "b, Kiểm tra bến bãi.")[-2:] == ["4-a", "4-b"]


def test_articles_and_parts() -> None:
    assert paths("Phần thứ nhất", "Chương II", "Điều 5. Trách nhiệm", "1. Sở A thực hiện.")[-1].endswith("5-1")


def test_dashed_numbers_of_party_documents() -> None:
    assert paths("2- Từ nay đến cuối năm:", "2.1- Tập trung thu.", "2.2- Tập trung chi.") == ["2", "2-2.1", "2-2.2"]


@pytest.mark.parametrize(
    "line",
    [
        "2023 là năm bản lề.",
        "11/CT-UBND",
        "5 xã đạt chuẩn nông thôn mới.",
        "1.097 tỷ đồng.",
        "30/6/2024 là hạn cuối.",
        "Việt Nam.",
    ],
)
def test_a_number_that_begins_a_sentence_is_no_mark(line: str) -> None:
    _, outline = outline_of(line)
    assert outline.items[0].mark is None


def test_a_paragraph_stands_under_the_heading_before_it() -> None:
    _, outline = outline_of("3. Về các kiến nghị", "Ủy ban ghi nhận các kiến nghị của địa phương.")
    assert outline.items[1].parent == 0
    assert outline.items[1].path == ("3",)


def test_a_paragraph_behind_a_list_of_sentences_stands_under_none() -> None:
    _, outline = outline_of(
        "1. Rà soát chỉ tiêu.", "2. Báo cáo kết quả.", "Sáu tháng cuối năm là thời điểm quan trọng."
    )
    assert outline.items[2].parent is None
    assert outline.items[2].path == ()


def test_words_begin_behind_the_mark() -> None:
    text, outline = outline_of("đ) **Tăng cường** kiểm tra.")
    assert outline.items[0].mark == "đ"
    assert text[outline.items[0].span].startswith("Tăng cường")


def test_footnotes_come_last() -> None:
    text, outline = outline_of("Thực hiện kế hoạch¹ của tỉnh.", "¹ Kế hoạch số 5/KH-UBND.", "Báo cáo kết quả.")
    kinds = [item.block.kind for item in outline.items]
    assert kinds == ["paragraph", "paragraph", "footnote"]
    assert text[outline.items[-1].span].startswith("Kế hoạch số 5")
