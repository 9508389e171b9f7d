"""Sentences of a conclusion that state what is or was done tell nobody to do anything."""

import pytest

from tests.extraction.told import told

HEAD = "Sau khi nghe báo cáo, Chủ tịch UBND huyện kết luận như sau:\n\n"
TASK = "Yêu cầu UBND xã Yên Bình tập trung xây dựng nông thôn mới."


@pytest.mark.parametrize(
    "stated",
    [
        "Toàn xã có 1.462 hộ, trong đó 298 hộ nghèo.",
        "Nhân dân đã hiến 18.400 m2 đất, đóng góp 2.150 ngày công.",
        "Phòng Giáo dục và Đào tạo đã có tờ trình xin bổ sung 06 phòng học cho trường Tiểu học.",
        "UBND huyện nhất trí chủ trương.",
        "UBND huyện đồng ý phương án xã trình.",
    ],
)
def test_stated_is_not_told(stated: str) -> None:
    found = told(f"{HEAD}{stated}\n\n{TASK}\n\n{stated} Giao Phòng Tài chính cân đối vốn.")
    assert [words for words, _, _ in found] == ["Yêu cầu UBND xã", "Giao Phòng Tài chính"]


def test_what_presses_on_is_told() -> None:
    line = "Các nhà thầu đã ký hợp đồng khẩn trương huy động thiết bị."
    assert len(told(f"{HEAD}1. {line}\n\n2. {TASK}")) == 2
