"""The head of a document side by side, as on paper; any other text left as it is."""

import pytest

from dondoc.office.documents.layout import BlockView, Segment
from dondoc.office.documents.letterhead import Paper, set_letterhead

BODY = "I. TÌNH HÌNH CHUNG"


def page(*lines: str, kind: str = "paragraph") -> list[BlockView]:
    return [BlockView(kind, 0, len(line), segments=(Segment(line, 0, len(line)),)) for line in lines]


def words(paper: Paper) -> dict[str, list[str]]:
    parts = {"left": paper.left, "right": paper.right, "title": paper.title, "body": paper.body}
    return {name: [view.segments[0].text for view in views] for name, views in parts.items()}


def test_issuer_and_number_left_state_and_date_right_title_below() -> None:
    paper = set_letterhead(
        page(
            "ỦY BAN NHÂN DÂN",
            "TỈNH THUẬN GIANG",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập – Tự do – Hạnh phúc",
            "Số: 118/TB-UBND",
            "Thuận Giang, ngày 03 tháng 6 năm 2024",
            "THÔNG BÁO",
            "Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp giao ban tháng 5",
            BODY,
            "1. Sở Tài chính chủ trì rà soát.",
        )
    )
    assert words(paper) == {
        "left": ["ỦY BAN NHÂN DÂN", "TỈNH THUẬN GIANG", "Số: 118/TB-UBND"],
        "right": [
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập – Tự do – Hạnh phúc",
            "Thuận Giang, ngày 03 tháng 6 năm 2024",
        ],
        "title": ["THÔNG BÁO", "Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp giao ban tháng 5"],
        "body": [BODY, "1. Sở Tài chính chủ trì rà soát."],
    }


def test_a_letter_has_its_subject_on_the_left_and_no_title() -> None:
    paper = set_letterhead(
        page(
            "SỞ XÂY DỰNG",
            "Số: 77/SXD-QLN",
            "V/v rà soát quỹ nhà ở xã hội",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Thuận Giang, ngày … tháng 6 năm 2024",
            "Kính gửi: UBND các xã, phường.",
        )
    )
    assert words(paper)["left"] == ["SỞ XÂY DỰNG", "Số: 77/SXD-QLN", "V/v rà soát quỹ nhà ở xã hội"]
    assert words(paper)["title"] == []
    assert words(paper)["body"] == ["Kính gửi: UBND các xã, phường."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Sở Tài chính họp giao ban.", "Các đơn vị báo cáo trước ngày 30/6."],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO"],
        ["UBND TỈNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/BC-UBND"],
        ["Một câu rất dài " * 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [],
    ],
)
def test_a_text_without_the_two_columns_is_left_as_it_is(lines: list[str]) -> None:
    assert words(set_letterhead(page(*lines))) == {"left": [], "right": [], "title": [], "body": lines}


def test_no_block_is_lost_or_moved_into_another_part_twice() -> None:
    lines = [
        "UBND XÃ BÌNH MINH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "-------",
        "QUYẾT ĐỊNH",
        "Căn cứ Luật X;",
        "Điều 1.",
    ]
    found = words(set_letterhead(page(*lines)))
    assert sorted(line for part in found.values() for line in part) == sorted(lines)
    assert found["title"] == ["QUYẾT ĐỊNH"]
