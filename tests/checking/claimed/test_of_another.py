"""What figures further off, or words behind a bracket, show to be told of another figure."""

import pytest

from tests.checking.slipped_lines import checks_of, wrong

LEFT_ALONE = [
    "Các khoản: thuế thu nhập 1.860 tỷ đồng; phí môi trường 520 tỷ đồng; thuế nhà đất 284 tỷ đồng; thuế tài nguyên "
    "215 tỷ đồng; thu khác 11 tỷ đồng.",
    "Truy thu 32,4 tỷ đồng, gồm thuế 24,1 tỷ đồng, phạt 8,3 tỷ đồng; giảm lỗ 75 tỷ đồng. Đã nộp 27,9 tỷ đồng, còn "
    "phải thu 4,5 tỷ đồng.",
    "Làm được 588 căn, đạt 105% so với kế hoạch 560 căn, tăng 46 căn (tương đương 8,5%) so với năm 2018.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_of_another_is_left_alone(line: str) -> None:
    assert wrong(checks_of(line)) == []


def test_what_is_left_is_of_the_figure_that_gives_it() -> None:
    found = checks_of(LEFT_ALONE[1])
    assert "difference" in [one.kind for one in found if one.verdict == "consistent"]
