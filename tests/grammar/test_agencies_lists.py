"""Lists of agencies read from a place in a sentence, and the canonical names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.grammar.agencies import agency_key, canonical_name, read_agency_list

LISTS = [
    ("giao ", "Sở Tài chính, Sở Nội vụ và UBND các huyện", " chủ trì", ["Sở Tài chính", "Sở Nội vụ", "UBND các huyện"]),
    (
        "giao cho",
        " Công an tỉnh cùng với Bộ Chỉ huy Quân sự tỉnh",
        " tuần tra",
        ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"],
    ),
    ("phối hợp ", "các ngành và địa phương", " tham mưu", ["các ngành", "địa phương"]),
    (
        "(",
        "Thành phố Mỹ Tho, thị xã Gò Công, thị xã Cai Lậy",
        " cần đi đầu)",
        ["Thành phố Mỹ Tho", "thị xã Gò Công", "thị xã Cai Lậy"],
    ),
    ("đôn đốc ", "đơn vị tư vấn", " đẩy nhanh", ["đơn vị tư vấn"]),
    ("đề nghị ", "UBND phường, xã; các chủ đầu tư", " báo cáo", ["UBND phường, xã", "các chủ đầu tư"]),
    ("yêu cầu ", "Sở Y tế (Chi cục Dân số), Sở Tài chính", " thẩm định", ["Sở Y tế", "Sở Tài chính"]),
    ("- ", "**Sở Xây dựng**, Sở Công Thương", ":", ["Sở Xây dựng", "Sở Công Thương"]),
    ("Riêng ", "huyện Châu Thành, Ủy ban nhân dân tỉnh", " cần theo dõi", ["huyện Châu Thành", "Ủy ban nhân dân tỉnh"]),
    ("phối hợp ", "ngành tỉnh", " triển khai", ["ngành tỉnh"]),
    ("Giao ", "các đồng chí", " phụ trách", []),
    ("để ", "thúc đẩy tăng trưởng", " của tỉnh", []),
]
CANONICAL = [
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
    ("UBND TP. Vĩnh Long", "Ủy ban nhân dân thành phố Vĩnh Long"),
    ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
    ("Sở LĐ-TB&XH tỉnh", "Sở Lao động - Thương binh và Xã hội tỉnh"),
    ("Sở Nông nghiệp & PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Sở Tài Nguyên và Môi trường", "Sở Tài nguyên và Môi trường"),
    ("SỞ TÀI CHÍNH", "Sở Tài chính"),
    ("UBMTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
    ("Chủ tịch UBND các huyện", "Chủ tịch Ủy ban nhân dân các huyện"),
    ("Văn phòng HĐND và UBND huyện", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
    ("các cơ quan, đơn vị", "các cơ quan, đơn vị"),
]


@pytest.mark.parametrize(("before", "words", "after", "names"), LISTS)
def test_reads_a_list_and_where_it_ends(before: str, words: str, after: str, names: list[str]) -> None:
    mentions, end = read_agency_list(before + words + after, len(before))
    assert [mention.name for mention in mentions] == names
    assert end == len(before) + (len(words.rstrip("*")) if names else 0)


@pytest.mark.parametrize(("name", "canonical"), CANONICAL)
def test_canonical_names(name: str, canonical: str) -> None:
    assert canonical_name(name) == canonical
    assert canonical_name(canonical) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở KH&ĐT", "so ke hoach va dau tu"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hoá - Thể thao và Du lịch"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_spellings_of_one_agency_share_a_key(one: str, other: str) -> None:
    assert agency_key(one) == agency_key(other)


@given(st.text(), st.integers(0, 60))
def test_any_string_gives_a_list_within_it(text: str, start: int) -> None:
    mentions, end = read_agency_list(text, min(start, len(text)))
    assert end <= len(text)
    assert all(text[mention.span.start : mention.span.end].strip() for mention in mentions)


def test_time_is_linear_in_a_long_line() -> None:
    mentions, end = read_agency_list("Sở Tài chính, " * 20_000, 0)
    assert mentions
    assert end <= 4000
