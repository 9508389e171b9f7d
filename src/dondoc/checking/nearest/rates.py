"""Shares and growth that the words and the places of figures claim although the arithmetic does not hold.

Finds         hộ nghèo 612 tỷ đồng (14,3%), hộ cận nghèo 845 tỷ đồng (89,8%): a share as those beside it are
              tăng 46 tỷ đồng, hoàn thành 29% kế hoạch tăng trưởng (50 tỷ đồng)
              giảm 6,6% về số doanh nghiệp (cùng kỳ 1.042 doanh nghiệp) of 956
Leaves alone  figures that a relation tells already · bases and wholes of another unit · what more than one slip would
              have to explain
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.nearest.shares import borne, candidates, named, parts_before
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import DIRECT

_BARE = re.compile(r"\s*[,(]?\s*(?:chiếm\s+|tương ứng\s+)?(?:tỷ lệ\s+|tỷ trọng\s+)?", re.IGNORECASE)
_BASE_BEHIND = re.compile(
    r"\s*(?:so với\s+)?(?![^(]*(?:tương (?:ứng|đương)| - ))"
    r"(?:tổng|số|diện tích|dân số|kế hoạch|vốn|dự toán|chỉ tiêu|kh\b)[^,;.()\d]{0,60}(?:\(|\blà\b)[^,;.()\d]{0,20}",
    re.IGNORECASE,
)
_THEN = re.compile(r"cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái)|đầu năm|cuối năm|năm (?:19|20)\d\d", re.IGNORECASE)
_BASE_IN_BRACKET = re.compile(
    rf"[^;.()\d]{{0,50}}\(\s*[^;.()]{{0,20}}(?:{_THEN.pattern})[^;.(),]{{0,20}}"
    rf"|\s*(?:so|bằng)[^;.(),]{{0,40}}(?:{_THEN.pattern})[^;.(),]{{0,20}}\(\s*",
    re.IGNORECASE,
)
_ROW, _TRIED, _ASIDE, _TELLING, _FEWEST, _ALL = 8, 12, 4, 2, 3, 100


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield what the words claim of the percentages that no relation tells."""
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.id in known.by_result or figure.id in known.wrong or figure.approx:
            continue
        if figure.role == "change":
            yield from _growth(scene, index)
        elif figure.role != "plan":
            yield from _share(scene, known, index)


def _share(scene: Scene, known: Known, index: int) -> Iterator[Relation]:
    """A share with its whole behind it, or as the shares beside it are."""
    part = index - 1
    if part < 0 or scene.sentence[part] != scene.sentence[index]:
        return
    behind = index + 1
    if behind < len(scene.figures) and scene.sentence[behind] == scene.sentence[index]:
        words = scene.between(index, behind)
        if _BASE_BEHIND.fullmatch(words) and not _THEN.search(words):
            top = next(_tops(scene, index, behind), None)
            if top is not None:
                yield _ratio(scene, top, behind, index)
            return
    if not scene.is_amount(part) or not _BARE.fullmatch(scene.between(part, index)):
        yield from _of_called(scene, known, index)
        return
    whole = _whole_beside(scene, known, index)
    if whole is not None and whole != part and same_unit(scene.figures[part], scene.figures[whole]):
        yield _ratio(scene, part, whole, index)
        return
    yield from _of_called(scene, known, index)


def _of_called(scene: Scene, known: Known, index: int) -> Iterator[Relation]:
    """A share of what the words behind it name, or of the figures before it where a slip in it alone explains it."""
    share, words = scene.figures[index], named(scene, index)
    if share.role == "share_of_plan" or telling_digits(share) < _TELLING or value_of(share) > _ALL:
        return
    called: dict[Decimal, Relation] = {}
    for tried, (part, whole, by_name) in enumerate(candidates(scene, known, index, parts_before(scene, index))):
        if part != index - 1 or tried == _TRIED or DIRECT.fullmatch(scene.between(part, index)) is None:
            break
        if whole > part or scene.figures[whole].role == "plan" or telling_digits(scene.figures[whole]) < _FEWEST:
            continue
        relation = _ratio(scene, part, whole, index)
        exact = tried < _FEWEST < telling_digits(share) and scene.figures[part].approx is None
        called_so = by_name and len(words) > 1 and words <= scene.of(whole, borne)
        if called_so or (exact and _is_own_slip(scene, relation)):
            called.setdefault(value_of(relation.args[1]), relation)
    if len(called) == 1:
        yield from called.values()


def _is_own_slip(scene: Scene, relation: Relation) -> bool:
    """Whether one slip in the share alone explains why it is not what comes out."""
    span = computed_interval(relation)
    slip = find_repair(scene.facts.text, relation.result, span) if span is not None else None
    return slip is not None and not slip.cost


def _tops(scene: Scene, index: int, whole: int) -> Iterator[int]:
    """The figures before a share, in the unit of its whole, of which it may be told."""
    for place in range(index - 1, max(index - _ASIDE, -1), -1):
        if scene.sentence[place] != scene.sentence[index] or ";" in scene.between(place, index):
            return
        figure = scene.figures[place]
        alike = figure.unit not in ("%", None) and same_unit(figure, scene.figures[whole])
        if alike and not scene.has_closed(place, index):
            yield place


def _ratio(scene: Scene, part: int, whole: int, share: int) -> Relation:
    args = (scene.figures[part], scene.figures[whole])
    return Relation("ratio", args, scene.figures[share], "ratio.claimed", certain=False, likely=True)


def _whole_beside(scene: Scene, known: Known, index: int) -> int | None:
    """The whole that the nearest share told in the same words is of."""
    for place in sorted(range(index - _ROW, index + _ROW + 1), key=lambda at: abs(at - index)):
        if not 0 < place < len(scene.figures) or scene.block[place] != scene.block[index] or place == index:
            continue
        other = known.by_result.get(scene.figures[place].id)
        if other is None or other.form != "ratio" or abs(scene.sentence[place] - scene.sentence[index]) > 1:
            continue
        if scene.place.get(other.args[0].id) != place - 1 or not _BARE.fullmatch(scene.between(place - 1, place)):
            continue
        if in_bracket(scene, place - 1) != in_bracket(scene, index - 1):
            continue  # one is told of a part of the other
        whole = scene.place.get(other.args[1].id)
        if (
            whole is not None
            and whole < min(place, index) - 1
            and scene.figures[place].role == scene.figures[index].role
        ):
            return whole
    return None


def _growth(scene: Scene, index: int) -> Iterator[Relation]:
    """A growth with what there was in a bracket behind it."""
    behind = index + 1
    if behind >= len(scene.figures) or scene.sentence[behind] != scene.sentence[index]:
        return
    words = scene.between(index, behind)
    if _BASE_IN_BRACKET.fullmatch(words) is None or telling_digits(scene.figures[index]) < _TELLING:
        return
    then = scene.figures[behind]
    if then.unit in ("%", None) or not value_of(then) > Decimal(0):
        return
    for place in range(index - 1, max(index - _ASIDE * 2, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return
        if scene.is_amount(place) and same_unit(scene.figures[place], then) and not scene.has_closed(place, index):
            args = (scene.figures[place], then)
            yield Relation("growth_of", args, scene.figures[index], "growth.claimed", certain=False, likely=True)
            return
