"""Places after the name of an agency, and the list they are read from."""

from pathlib import Path

import pytest

from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.agencies.folding import search_key
from dondoc.grammar.agencies.places import read_place
from dondoc.lexicon import places


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (" tỉnh chủ trì", " tỉnh"),
        (" tỉnh Trà Vinh báo cáo", " tỉnh Trà Vinh"),
        (" tỉnh Lê Hồng Phong kết luận", " tỉnh"),
        (" tỉnh Bà Rịa - Vũng Tàu và", " tỉnh Bà Rịa - Vũng Tàu"),
        (" TP. Hồ Chí Minh.", " TP. Hồ Chí Minh"),
        (" thành phố, thị xã", " thành phố"),
        (" huyện Trà Cú tỉnh", " huyện Trà Cú"),
        (" phường 6 và", " phường 6"),
        (" khu vực XIV phối hợp", " khu vực XIV"),
        (" khu vực Bình Sơn - Lý Sơn", " khu vực Bình Sơn - Lý Sơn"),
        (" cấp huyện", " cấp huyện"),
        (" Trà Vinh có", " Trà Vinh"),
        (" Nguyễn Văn An", ""),
        (" chủ trì", ""),
        (" tỉnh ủy", ""),
    ],
)
def test_place_ends(words: str, place: str) -> None:
    end, _ = read_place(words, search_key(words), 0)
    assert words[:end] == place


def test_both_divisions_of_the_country_are_known() -> None:
    names = places.load_places()
    assert len(names["province"]) == 63
    assert {"Trà Vinh", "Vĩnh Long", "Hà Nội", "Bà Rịa - Vũng Tàu"} <= names["province"]
    assert "Duyên Hải" in names["district"]
    assert len(names["commune"]) > 7000


def test_the_list_is_what_the_command_writes(tmp_path: Path) -> None:
    places.regenerate(tmp_path / "places.csv")
    kept = Path(places.__file__).with_name("places.csv")
    assert (tmp_path / "places.csv").read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Sở Y tế các tỉnh, thành phố rà soát", "Sở Y tế các tỉnh, thành phố"),
        (
            "Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương",
            "Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương",
        ),
        ("Chi cục Thú y các tỉnh kiểm tra", "Chi cục Thú y các tỉnh"),
        ("Sở Y tế các huyện", "Sở Y tế"),
        ("Sở Y tế, các tỉnh", "Sở Y tế"),
    ],
)
def test_each_province_has_its_departments(words: str, first: str) -> None:
    assert find_agencies(words)[0].name == first
