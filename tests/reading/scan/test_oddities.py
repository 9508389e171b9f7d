"""What stands out in a column of a scanned table is doubtful; heads, columns of words and dashes are not."""

import pytest

from dondoc.reading.pdflines import PdfLine
from dondoc.reading.scan.oddities import with_doubts


def column(*words: str) -> list[PdfLine]:
    return [PdfLine(each, 0, 10, 0, 10, 1, cell=(1, row, 0, 1, 1)) for row, each in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "odd"),
    [
        (("Tỷ lệ (%)", "74,3", "735", "70,0", "97,5"), ["735"]),
        (("So cùng kỳ", "108,4", "106.2", "1052", "99,1"), ["1052"]),
        (("Kế hoạch", "9.850", "8.050", "cọ", "2.900", "3.700"), ["cọ"]),
        (("Thực hiện", "(12,4)", "(7,15)", "88", "+3,1"), ["88"]),
    ],
)
def test_a_figure_unlike_its_column_is_doubtful(words: tuple[str, ...], odd: list[str]) -> None:
    assert [line.words for line in with_doubts(column(*words)) if line.doubts] == odd


@pytest.mark.parametrize(
    "words",
    [
        ("Chỉ tiêu", "Thu nội địa", "Thu xuất nhập khẩu", "Chi thường xuyên"),
        ("Kế hoạch", "Trong đó", "9.850", "850", "12", "-"),
        ("Ghi chú", "12", "Chậm giải phóng mặt bằng"),
        ("Số ca", "42", "18", "7", "67"),
        ("Tăng, giảm", "-15,07", "–", "0,00", "-6,12"),
    ],
)
def test_what_looks_like_its_column_is_not(words: tuple[str, ...]) -> None:
    assert not any(line.doubts for line in with_doubts(column(*words)))


def test_what_was_doubtful_before_stays_so() -> None:
    lines = column("1.500", "2.700", "3.100")
    doubted = PdfLine("4.2O0", 0, 10, 0, 10, 1, doubts=((0, 5, 40),), cell=(1, 3, 0, 1, 1))
    assert with_doubts([*lines, doubted])[-1].doubts
