"""Each line is split at "‖" and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.extraction.sentences import split_sentences
from dondoc.text import Span

LINES = [
    "Rà soát các chỉ tiêu.‖ Báo cáo kết quả.",
    "Hoàn thành trước ngày 30/6/2024.‖ Gửi về Sở Tài chính./.",
    "Thu ngân sách đạt 1.097 tỷ đồng, tăng 5,14%.‖ Chi đạt 870 tỷ đồng.",
    "Các ngành, lĩnh vực, địa bàn...‖ Tiếp tục theo dõi.",
    "Khu công nghiệp, công sở, bệnh viện,... và trường học.",
    "Thực hiện theo quy định.‖Các đơn vị khẩn trương báo cáo.",
    "Thư gửi về hop.thu@hailam.Gov hoặc Tp.Hải Lâm.",
    "Khắc phục hậu quả thiên tai…‖ Ổn định đời sống Nhân dân.",
    "Công trình tại TP. Hồ Chí Minh và TX. Tân An.‖ Khởi công trong quý I.",
    "Đ/c. Nguyễn Văn A và PGS.TS. Trần B dự họp.‖ Hội nghị kết thúc.",
    "Ông Nguyễn V. A phụ trách.‖ Ông Lê B. C phối hợp.",
    "Chi khác: hội nghị, in ấn, v.v. theo quy định.",
    "Bám sát kế hoạch (Sở Y tế đã góp ý. Sở Tài chính chưa góp ý) để thực hiện.‖ Báo cáo ngay.",
    "Kịp thời xử lý vụ việc (Công văn số 15).‖ Không để kéo dài.",
    "Phong trào “Sạch nhà. Đẹp phố” được duy trì.‖ Nhân rộng mô hình.",
    "Chủ động phòng ngừa; lưu ý vùng trũng; bảo đảm an toàn.",
    "Về đất đai: (i) Sở A lập kế hoạch. ‖(ii) Sở B thẩm định.",
    "Kiểm tra tiến độ. (ii) chuẩn bị hồ sơ.",
    "Kết quả: ‖(1) Đã họp 5 cuộc. ‖(2) Còn 2 việc chậm.",
    "Tập trung ba việc: (i) cải cách; (ii) chuyển đổi số; (iii) đầu tư.",
    "Hoàn thành **dứt điểm.**‖ Tiếp tục theo dõi.",
    "Đã hoàn thành chưa?‖ Cần báo cáo!‖ Sớm xử lý.",
    "Tỷ lệ nghèo đa chiều ở mức cơ số.‖ Hoàn thành rà soát.",
]


@pytest.mark.parametrize("line", LINES)
def test_splits_at_the_marks(line: str) -> None:
    pieces = [piece.strip() for piece in line.split("‖")]
    content = line.replace("‖", "")
    found = [content[span.start : span.end] for span in split_sentences(content, Span(0, len(content)))]
    if "(i) Sở A" in line:
        assert found == ["Về đất đai:", "Sở A lập kế hoạch.", "Sở B thẩm định."]
    elif "(1) Đã" in line:
        assert found == ["Kết quả:", "Đã họp 5 cuộc.", "Còn 2 việc chậm."]
    else:
        assert found == pieces


def test_a_list_goes_on_behind_a_stop_where_its_first_mark_opens_the_block() -> None:
    content = "Bố trí đủ cán bộ (chiếm 2%). (ii) Rà soát trụ sở. (iii) Tăng cường đối thoại."
    found = [content[span.start : span.end] for span in split_sentences(content, Span(0, len(content)))]
    assert found == ["Bố trí đủ cán bộ (chiếm 2%).", "Rà soát trụ sở.", "Tăng cường đối thoại."]


def test_spans_count_from_the_text_not_from_the_paragraph() -> None:
    content = "Tiêu đề\n\nMột câu. Hai câu."
    spans = split_sentences(content, Span(9, len(content)))
    assert [content[span.start : span.end] for span in spans] == ["Một câu.", "Hai câu."]


@given(st.text(alphabet="AaÔ Đđ.,;:()“”…!?*\n12i-", max_size=200))
def test_sentences_lie_in_order_and_hold_every_letter(content: str) -> None:
    spans = split_sentences(content, Span(0, len(content)))
    assert all(one.start < one.end <= two.start for one, two in pairwise(spans))
    assert all(content[span.start : span.end].strip() == content[span.start : span.end] for span in spans)


def test_a_long_line_takes_linear_time() -> None:
    content = "Rà soát (kế hoạch. " * 20_000
    assert split_sentences(content, Span(0, len(content)))
