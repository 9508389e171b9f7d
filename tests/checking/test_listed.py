"""Announced lists, months so far, and what real reports say that is no sum: own lines of an invented province."""

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

HELD = [
    ("Sản lượng 3.208 tấn, gồm: vùng núi 396 tấn; Hải Tân 316 tấn; đồng bằng 2.496 tấn.", "sum"),
    ("Thu nội địa 9 tháng 5.344,6 tỷ đồng; tháng 10 ước 485,9 tỷ đồng; lũy kế 10 tháng 5.830,5 tỷ đồng.", "sum"),
    ("Toàn huyện có 340 ca mắc (trong cộng đồng 125 ca, khu cách ly 215 ca); đã khỏi 310 ca, tử vong 02 ca.", "sum"),
    ("Gieo trồng 2.600 ha, gồm: lúa 1.500 ha, tăng 500 ha (tăng 50%) so với cùng kỳ; ngô 1.100 ha.", "sum"),
    ("Kiểm tra 45 cơ sở: 37 cơ sở đạt, 08 cơ sở không đạt (xử phạt 03 cơ sở).", "sum"),
    ("Rà soát 27.900 hồ sơ; có 9.765 hồ sơ đủ điều kiện, đạt tỷ lệ 35%.", "ratio"),
    ("Kế hoạch vốn 4.652 tỷ đồng; đến nay giải ngân 2.000 tỷ đồng, đạt 42,99% kế hoạch.", "ratio"),
]
BROKEN = [
    ("Kế hoạch vốn là 9.846 tỷ đồng. Đến ngày 15/9/2021, giải ngân 4.814 tỷ đồng, đạt 94% kế hoạch.", "ratio"),
    ("Sản lượng 3.208,14 tấn, gồm: vùng núi 396,51 tấn; Hải Tân 31629 tấn; đồng bằng 2.495,34 tấn.", "sum"),
    ("Thu nội địa 9 tháng 5.344,6 tỷ đồng; tháng 10 ước 485,9 tỷ đồng; lũy kế 10 tháng 5.380,5 tỷ đồng.", "sum"),
    ("Tổng số phải xử lý 496 vụ; đã xử lý 365 vụ, còn lại 113 vụ.", "difference"),
    ("Kế hoạch vốn 4.652 tỷ đồng; đến nay giải ngân 2.000 tỷ đồng, đạt 29,94% kế hoạch.", "ratio"),
]
SMALLER_THAN_ITS_PART = [
    # the whole is the one that lost a digit: the parts tell which figure they are parts of
    ("Tiếp nhận 13 đơn, đã giải quyết 14 đơn, đạt 73,7%.", "ratio", "14 / 13"),
    (
        "Tiếp nhận 61.208 hồ sơ; đã giải quyết 45.730 hồ sơ, đúng và trước hạn 54.982 hồ sơ, đạt 98,66%.",
        "ratio",
        "45.730",
    ),
    (
        "Tiếp nhận 1.024 hồ sơ; giải quyết 897 hồ sơ, trong đó đúng hạn 981 hồ sơ, quá hạn 06 hồ sơ.",
        "sum",
        "981 + 6 = 987",
    ),
]
NO_CLAIM = [
    "Kế hoạch vốn là 9.846 tỷ đồng. Sở Y tế giải ngân 4.814 tỷ đồng, đạt 94% kế hoạch.",
    "Gieo trồng 13.676 ha, bằng 87,53% so với cùng kỳ. Trong đó, ngô 6.010 ha, bằng 83,62%; lạc 155 ha, bằng 87,61%.",
    "Có 15/63 địa phương có tỷ lệ giải ngân đạt trên 30%.",
    "Giá trị sản xuất 2.129 tỷ đồng, đạt 65,9% kế hoạch (tăng 7 tỷ đồng so với cùng kỳ).",
    "Sản lượng tôm 9 tháng đạt 213,2 nghìn tấn, tăng 4,9% so với cùng kỳ (quý III ước đạt 93,8 nghìn tấn).",
    "Các xã đạt bình quân 9,23 tiêu chí, tăng 3,19 tiêu chí so với năm 2011 (bình quân cả nước đạt 8,36 tiêu chí).",
    "Đàn bò 37.571 con, trong đó bò sữa 4.726 con; đàn lợn 544.292 con; đàn gia cầm 6.953.140 con.",
    "Năng suất lúa đạt 58,8 tạ/ha, trong đó vùng đồng bằng đạt 61,5 tạ/ha.",
    "Đón 15 triệu lượt khách, trong đó có 3 triệu khách nước ngoài, bằng 73% số khách nước ngoài của cả nước.",
    "Tiêm phòng 6.498 con, trong đó đàn trâu, bò 304 con, đạt 35,9% diện tiêm; đàn lợn 6.194 con, đạt 76,7% diện tiêm.",
    "Huy động gần 1.000 tỷ đồng (tổng kinh phí theo đề án: 5.826,5 tỷ đồng).",
    "Giá than tăng từ 200 USD lên 500 USD mỗi tấn, chi phí nhân công cũng tăng hơn 10%.",
    "Tổ chức 61 cuộc thanh tra (theo kế hoạch 45 cuộc, đột xuất 15 cuộc, chuyên đề 01 cuộc).",
    "Có 13/14 tổ dân phố đạt chuẩn văn hóa, 100% cơ quan đạt chuẩn.",
    "Số hộ vay vốn đạt 105% kế hoạch (9.254/8.813 hộ).",
    "Giải ngân 1.930 tỷ đồng/4.356 tỷ đồng, đạt 44,31% kế hoạch, thấp hơn cùng kỳ (cùng kỳ 47,01%).",
]


@pytest.mark.parametrize(("line", "kind"), HELD)
def test_relation_holds(line: str, kind: str) -> None:
    found = [(item.kind, item.verdict) for item in check(facts_of(line, period="2024-10"))]
    assert (kind, "consistent") in found
    assert all(verdict == "consistent" for _, verdict in found)


@pytest.mark.parametrize(("line", "kind"), BROKEN)
def test_relation_is_broken(line: str, kind: str) -> None:
    flagged = [item.kind for item in check(facts_of(line, period="2024-10")) if item.verdict == "inconsistent"]
    assert flagged == [kind]


@pytest.mark.parametrize(("line", "kind", "words"), SMALLER_THAN_ITS_PART)
def test_a_whole_smaller_than_its_part(line: str, kind: str, words: str) -> None:
    flagged = [item for item in check(facts_of(line)) if item.kind == kind and item.verdict != "consistent"]
    assert [words in item.reason for item in flagged] == [True]


@pytest.mark.parametrize("line", NO_CLAIM)
def test_what_the_text_does_not_claim_is_left_alone(line: str) -> None:
    assert [item.reason for item in check(facts_of(line)) if item.verdict != "consistent"] == []
