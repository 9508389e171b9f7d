"""A relative change whose figures stand further off: in the sentence before, or behind the words "so với".

Finds         xảy ra 5.202 vụ ... So với tháng 7, tăng 464 vụ (+9,79%), số vụ khám phá tăng 176 vụ (+4,92%)
              3.828 căn, giảm 25,9% so với 5.164 căn cùng kỳ · giảm 33,64%, từ 11.000 đồng xuống 7.300 đồng
Leaves alone  changes whose figure stands beside them; a change of which no figure before is in the same unit
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_BRACKET = re.compile(r"[^,;.()\d]{0,30}\(\s*[-+–]?\s*(?:tăng |giảm )?")
_COMPARED = re.compile(r"so (?:với )?(?:cùng kỳ|tháng|quý|năm|thời điểm|kỳ)", re.IGNORECASE)
_AGAINST = re.compile(r"\s*(?:so )?với\s+(?:mức\s+|con số\s+)?(?:gần |hơn |khoảng )?", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\s*\)?\s*(?:của\s+)?(?:cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|20\d\d))", re.IGNORECASE)
_LEVEL = re.compile(r"\s*(?:xuống |lên )?(?:từ|so với) (?:mức|con số)\s+", re.IGNORECASE)
_FROM = re.compile(r"[^;.()]{0,40}\)?,?\s*\(?\s*từ\s+(?:mức\s+)?", re.IGNORECASE)
_TO = re.compile(r"[^;.\d]{0,40}(?:\([^()]{0,40}\)\s*)?(?:lên|xuống|còn)\s+(?:còn\s+|mức\s+)?", re.IGNORECASE)
_NEAR, _REACH = 5, 16
_SENTENCES = 2


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the growth relations with figures that do not stand beside the percentage."""
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.role != "change":
            continue
        relation = _later(scene, index) or _against(scene, index) or _from_to(scene, index)
        if relation:
            yield relation


def _later(scene: Scene, index: int) -> Relation | None:
    """The change of a sentence that compares, of the figure of the sentence before that it names."""
    change, rate = scene.figures[index - 1], scene.figures[index]
    if index < 2 or change.role != "change" or change.unit in ("%", "lần", None):
        return None
    if _BRACKET.fullmatch(scene.between(index - 1, index)) is None or value_of(change) * value_of(rate) < 0:
        return None
    told = content_words(f"{scene.before(index - 1, 60)} {scene.between(index - 1, index)}")
    ranked: list[tuple[int, int, int, Relation]] = []
    for place in range(index - 2, max(index - _REACH, -1), -1):
        actual = scene.figures[place]
        if scene.block[place] != scene.block[index] or scene.sentence[index] - scene.sentence[place] > _SENTENCES:
            break
        if actual.unit == "%" or actual.role in ("change", "plan") or not same_unit(actual, change):
            continue
        if scene.sentence[place] == scene.sentence[index] and not _COMPARED.search(scene.between(place, index)):
            return None
        if value_of(actual) != value_of(change):
            relation = Relation("growth", (actual, change), rate, "growth.later", certain=False, likely=True)
            behind = re.split(r"[,;.()]", scene.after(place, 25))[0]
            near = content_words(f"{scene.before(place, 60)} {behind}")
            ranked.append((len(told & near), scene.sentence[place], -place, relation))
    held = next((item[-1] for item in ranked if holds(item[-1])), None)
    return held or (max(ranked, key=lambda item: item[:3])[-1] if ranked else None)


def _against(scene: Scene, index: int) -> Relation | None:
    """``giảm 25,9% so với 5.164 căn cùng kỳ năm 2017``."""
    if not 0 < index < len(scene.figures) - 1 or scene.sentence[index + 1] != scene.sentence[index]:
        return None
    base = scene.figures[index + 1]
    place = next((at for at in range(index - 1, max(index - _NEAR, -1), -1) if _may_be_now(scene, at, base, index)), -1)
    if place < 0 or scene.sentence[place] != scene.sentence[index]:
        return None
    now = scene.figures[place]
    told = _AGAINST.fullmatch(scene.between(index, index + 1)) and _OF_BEFORE.match(scene.after(index + 1))
    told = told or _LEVEL.fullmatch(scene.between(index, index + 1))
    if not told or not same_unit(now, base) or now.role == "change" or ";" in scene.between(place, index):
        return None
    return Relation("growth_of", (now, base), scene.figures[index], "growth.against")


def _may_be_now(scene: Scene, place: int, base: Quantity, index: int) -> bool:
    """Whether a figure may be what grew: no aside, and no plan or change beside the one that is told of the base."""
    figure = scene.figures[place]
    aside = same_unit(figure, base) and figure.role in ("plan", "change")
    return not aside and not scene.has_closed(place, index)


def _from_to(scene: Scene, index: int) -> Relation | None:
    """``giảm 33,64% trong tháng 11, từ 11.000 đồng xuống 7.300 đồng``."""
    if index + 2 >= len(scene.figures) or scene.sentence[index + 2] != scene.sentence[index]:
        return None
    old, new = scene.figures[index + 1], scene.figures[index + 2]
    told = _FROM.fullmatch(scene.between(index, index + 1)) and _TO.fullmatch(scene.between(index + 1, index + 2))
    if not told or not (old.unit is None or same_unit(old, new)) or old.unit == "%":
        return None
    return Relation("growth_of", (new, old), scene.figures[index], "growth.from-to", certain=False, likely=True)
