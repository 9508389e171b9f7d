"""The figures that have a word between them and the figure before or behind them, and what a scene is asked once."""

from pathlib import Path

import pytest

import dondoc
from dondoc.checking.review import review
from dondoc.checking.scene import Scene, read_scene
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


@pytest.mark.parametrize(("words", "told"), [(("còn",), {1, 2}), (("đã", "còn"), {0, 1, 2}), (("xong",), {2})])
def test_told_behind_a_figure_or_the_last_one(facts: Facts, words: tuple[str, ...], told: set[int]) -> None:
    assert read_scene(facts).told_behind(*words) == told


def test_what_rules_ask_again_is_answered_once(facts: Facts) -> None:
    scene, asked = read_scene(facts), list[int]()

    def size(scene: Scene) -> int:
        asked.append(-1)
        return len(scene.figures)

    def ordinal(_: Scene, index: int) -> int:
        asked.append(index)
        return index + 1

    assert [scene.once(size) for _ in range(2)] == [3, 3]
    assert [scene.of(index, ordinal) for index in (0, 1, 0, 1)] == [1, 2, 1, 2]
    assert asked == [-1, 0, 1]


def test_one_look_finds_the_words_of_all_rules(facts: Facts) -> None:
    scene = read_scene(facts)
    scene.told_by("còn")
    looked_up = {*scene.told}
    review(facts, dondoc.check(facts, scene), scene=scene)
    assert {*scene.told} == looked_up
