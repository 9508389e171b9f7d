"""The figures that have a word between them and the figure before them."""

from pathlib import Path

import pytest

import dondoc
from dondoc.checking.review import review
from dondoc.checking.scene import read_scene
from dondoc.facts import Facts


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    file = tmp_path / "bao-cao.txt"
    file.write_text("Tiếp nhận 130 đơn, đã giải quyết 100 đơn; CÒN 30 đơn, chưa rõ.\n", encoding="utf-8")
    return dondoc.extract(dondoc.read(file))


@pytest.mark.parametrize(
    ("words", "told"), [(("còn",), {2}), (("đã", "còn"), {1, 2}), (("chưa",), set()), (("tiếp",), {0})]
)
def test_told_by(facts: Facts, words: tuple[str, ...], told: set[int]) -> None:
    assert read_scene(facts).told_by(*words) == told


def test_one_look_finds_the_words_of_all_rules(facts: Facts) -> None:
    scene = read_scene(facts)
    scene.told_by("còn")
    looked_up = {*scene.told}
    review(facts, dondoc.check(facts, scene), scene=scene)
    assert {*scene.told} == looked_up
