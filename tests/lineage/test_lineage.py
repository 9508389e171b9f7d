"""Tasks that go on and sentences that speak of a task are recognised; what belongs to none is left alone."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.lineage import PAIRS, UNSEEN, measure
from dondoc.lineage import CONTINUES, SPEAKS_OF, nearest, object_words

DATA = tomllib.loads(Path(PAIRS).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "least"), [("later", CONTINUES), ("reported", SPEAKS_OF)])
def test_offers_are_nearly_always_right_and_seldom_missing(kind: str, least: float) -> None:
    precision, recall, wrong = measure(DATA["tasks"], DATA[kind], least)
    assert precision >= 0.95, wrong
    assert recall >= 0.9, wrong


@pytest.mark.parametrize(("kind", "least", "found"), [("later", CONTINUES, 0.95), ("reported", SPEAKS_OF, 0.9)])
def test_offers_are_right_for_sentences_that_thresholds_were_not_set_by(kind: str, least: float, found: float) -> None:
    data = tomllib.loads(Path(UNSEEN).read_text(encoding="utf-8"))
    precision, recall, wrong = measure(data["tasks"], data[kind], least)
    assert precision >= 0.95, wrong
    assert recall >= found, wrong


def test_what_every_instruction_says_is_no_object() -> None:
    assert (
        object_words("Tiếp tục chủ trì, phối hợp với các cơ quan, đơn vị liên quan triển khai thực hiện") == frozenset()
    )
    assert nearest("Tiếp tục thực hiện nhiệm vụ được giao", ["Triển khai thực hiện nhiệm vụ được giao"]) == []


def test_marks_and_composition_change_nothing() -> None:
    import unicodedata

    words = "Rà soát giường bệnh tuyến huyện"
    assert object_words(words) == object_words(unicodedata.normalize("NFD", words)) == object_words(words.upper())


def test_the_shared_words_are_said_rarest_first() -> None:
    pool = ["Nạo vét kênh Thống Nhất", "Nạo vét kênh Ba Vàm", "Nạo vét kênh Tư Mới"]
    (first,) = nearest("Đã nạo vét kênh Ba Vàm dài 4 km", pool, SPEAKS_OF, 1)
    assert first.index == 1
    assert first.shared[0] in ("kenh ba", "ba vam")


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60))
def test_any_text_gives_scores_between_nought_and_one(pool: list[str], words: str) -> None:
    for alike in nearest(words, pool, 0.0):
        assert 0 < alike.score <= 1
        assert 0 <= alike.index < len(pool)
