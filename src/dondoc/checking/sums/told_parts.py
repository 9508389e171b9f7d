"""Parts as the words list them behind their whole, whatever their size.

Finds         7.034 tỷ đồng, trong đó chi đầu tư 2.118 tỷ đồng, chi thường xuyên 4.701 tỷ đồng, chi khác 215 tỷ
              3.912,8 triệu đồng, đạt 31,3% dự toán (12.500 triệu đồng). Trong đó: thu trên địa bàn 412,8 triệu; ...
              69 trường: mầm non 23 trường, tiểu học 24 trường, THCS 22 trường · 4.318 hồ sơ (tồn 204, nhận mới 4.114)
Leaves alone  nhất là, chủ yếu, tiêu biểu: some of them · a list that trails off (...) · other things than those counted

A part that a slip made larger than its whole is not read as its part, nor is what follows it; the words still say so.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.doubts import NOT_ALL, OVERLAP
from dondoc.checking.arithmetic.intervals import is_exact, is_round
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.additive import adds_up, is_loss
from dondoc.checking.names.exclusive import are_exclusive, leave_nothing
from dondoc.checking.names.wording import unnumbered
from dondoc.checking.scene import Scene
from dondoc.checking.sums.part_claims import have_own_shares
from dondoc.checking.sums.told_openers import (
    Opener,
    is_aside,
    is_part,
    is_undone,
    may_be_part,
    opens_list,
    read_opener,
    whole_of,
)
from dondoc.checking.sums.unread_parts import has_unread

_WORDS = ("trong đó", "trong số", "gồm", "chia ra", "phân ra", "cụ thể", "như sau", "kết quả", ":")
_ALL = re.compile(r"gồm|chia ra|phân ra|cụ thể|như sau", re.IGNORECASE)
_NEXT = re.compile(
    r"(?P<own>[^.;,()\d\n]{0,80})(?:(?P<sign>[,;])|\svà\s|\n\s*(?:[-+•*–]|[a-zđ]\)))\s*(?P<name>[^.;()\d\n]{0,80})"
)
_LINE = re.compile(r"\s*(?P<mark>[-+•*–]|[a-zđ]\)|)\s*(?P<name>.*)(?P<sign>)", re.DOTALL)
_ASIDE = re.compile(r"\([^()]*\)")
_SOME = re.compile(
    r"nhất là|chủ yếu|(?<!sầu )\briêng\b|tiêu biểu|điển hình|\bnhư\s(?!sau)|có nơi|cao nhất|thấp nhất", re.IGNORECASE
)
# Matched against small letters.
_OTHER = re.compile(
    r"\btăng(?! cường| gia)|\bgiảm(?! nghèo| trừ)|so (?:với )?cùng|cùng kỳ|kế hoạch|chỉ tiêu|luỹ kế|lũy kế|vượt"
    r"|ngoài ra|đồng thời|bình quân|với (?:tổng|diện|số)|\btừ\s+\Z|nâng|phạt|tham gia|phục vụ|mỗi|còn thiếu|dự kiến"
    r"|bên cạnh|tổng"
)
_REST = re.compile(r"\bkhác\b|còn lại", re.IGNORECASE)
_WITH = re.compile(r"[,(]\s*(?:với|là|gồm|tương ứng|tương đương|đạt)?\s*\Z", re.IGNORECASE)
_TRAILS = re.compile(r"[^;.(]{0,60}(?:…|\.\.\.|v\.v)")
_LONGEST, _WIDE = 190, 30
_SKIPPED, _MOST = 6, 16
_FAR = Decimal("1.6")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the lists of parts that the words announce."""
    beside = scene.told_by("có", "(") - scene.told_by(*_WORDS)
    for first in sorted(scene.told_by(*_WORDS) | beside):
        opened, first = first, _first_part(scene, first)
        if opened == 0 or not may_be_part(scene.figures[first]):
            continue
        if first in beside and not is_part(scene.figures[first], scene.figures[first - 1]):
            continue
        opening = unnumbered(scene.between(opened - 1, opened)[-_LONGEST:])
        told = read_opener(opening[-_LONGEST:])
        if told is None or _OTHER.search(told.name.lower()):
            continue
        whole = whole_of(scene, opened, first, told)
        if (
            whole is None
            or not opens_list(scene, whole, opened, told)
            or _SOME.search(opening[-len(told.name) - _WIDE :])
        ):
            continue
        run, ended = _run(scene, whole, first, told)
        if ended:
            run = _with_next_sentences(scene, whole, run)
        if len(run) > 1:
            relation = _of_run(scene, whole, run, told.word, ended)
            if relation is not None:
                yield relation


def _first_part(scene: Scene, first: int) -> int:
    """Behind the share told before its part: ``trong đó: ngoài nhà nước chiếm 99,4%, với 1.848 doanh nghiệp``."""
    behind = first + 1
    if scene.figures[first].unit != "%" or behind == len(scene.figures) or scene.figures[first].role == "change":
        return first
    beside = scene.sentence[behind] == scene.sentence[first] and ";" not in scene.between(first, behind)
    return behind if beside and _WITH.search(scene.between(first, behind)) else first


def _run(scene: Scene, index: int, first: int, told: Opener) -> tuple[list[tuple[int, str]], bool]:
    """The parts from ``first`` on with what the words call them, and whether the list was read to its end."""
    whole, last = scene.figures[index], first
    run, signs = [(first, told.name)], ""
    listed = _line(scene, first)["mark"] if scene.block[first] != scene.block[index] else None
    for place in range(first + 1, min(first + _MOST, len(scene.figures))):
        apart = scene.block[place] - scene.block[last]
        closed = told.word == "(" and _depth(scene.between(first, place)) < 0
        if closed or apart > 1 or scene.sentence[place] - scene.sentence[last] > (apart > 0):
            return run, True
        if is_aside(scene, place) or _depth(scene.between(last, place)) > 0:
            continue
        if is_undone(scene, place, index) or _is_of_another(scene, place, range(index, first), run):
            return run, True
        if scene.figures[place].of == whole.id and not is_part(scene.figures[place], whole):
            return run, False  # a part told in another unit: the list goes on
        if listed and (not apart or _line(scene, place)["mark"] == "+" != listed):
            continue  # what is told of an item behind its figure, and under it
        if listed and _line(scene, place)["mark"] != listed:
            return run, True
        found = _line(scene, place) if listed else _next(scene, last, place)
        if found is None:
            return run, not is_part(scene.figures[place], whole)
        if _OTHER.search(found["name"].lower()) or not is_part(scene.figures[place], whole):
            return run, found["sign"] is not None or not is_part(scene.figures[place], whole)
        if len(run) > 1 and told.word not in ("", "(") and found["sign"] == ";" and ";" not in signs:
            return run, True  # behind commas a semicolon begins something else
        signs += found["sign"] or ""
        run.append((place, found["name"]))
        last = place
    return run, True


def _is_of_another(scene: Scene, place: int, before: range, run: list[tuple[int, str]]) -> bool:
    """Whether a figure is a part of a whole that stands neither before the list, beside its own, nor in it, and is not
    what the own one is a part of as well."""
    of = scene.figures[place].of
    same = of in (scene.figures[before[0]].of, scene.figures[run[0][0]].of)  # of what the first part is told of
    owner = None if same else scene.place.get(of or "")
    return owner is not None and owner not in before and owner not in [part for part, _ in run]


def _with_next_sentences(scene: Scene, index: int, run: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """``Trong đó, khai thác đạt 33,8 nghìn tấn, giảm 0,1%. Nuôi trồng đạt 57,4 nghìn tấn``: where the next sentences
    begin with what is missing from the whole."""
    whole, longer = scene.figures[index], run
    for place in range(run[-1][0] + 1, min(run[-1][0] + _SKIPPED, len(scene.figures))):
        if scene.block[place] != scene.block[run[-1][0]]:
            break
        if scene.sentence[place] != scene.sentence[place - 1] and is_part(scene.figures[place], whole):
            longer = [*longer, (place, scene.before(place, 60))]
            if sum(value_of(scene.figures[part]) for part, _ in longer) == value_of(whole):
                return longer
    return run


def _next(scene: Scene, last: int, place: int) -> re.Match[str] | None:
    gap = unnumbered(_ASIDE.sub("", scene.between(last, place)))
    return _NEXT.fullmatch(gap if last == place - 1 else re.split(r"\d[%\w\s]*", gap)[-1])


def _line(scene: Scene, place: int) -> re.Match[str]:
    """The list mark and the words before a figure that is the first of its line."""
    found = _LINE.match(scene.between(place - 1, place).rpartition("\n")[2])
    assert found is not None  # the pattern takes any words
    return found


def _depth(words: str) -> int:
    """How many brackets ``words`` open; less than none where they close one that they did not open."""
    depth = 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return depth
    return depth


def _of_run(scene: Scene, index: int, run: list[tuple[int, str]], opener: str, ended: bool) -> Relation | None:
    places = [place for place, _ in run]
    whole, parts = scene.figures[index], tuple(scene.figures[place] for place in places)
    total = sum((value_of(part) for part in parts), Decimal(0))
    if total == value_of(whole):
        return Relation("sum", parts, whole, "sum.told", certain=False)
    beside = index == places[0] - 1 and _ALL.search(opener) is not None
    if not beside and any(part.of is not None and part.of == whole.of for part in parts):
        return None  # read as parts of what the whole itself is a part of
    names = [_name(scene, place, name) for place, name in run]
    exclusive = are_exclusive(names)
    rough = any(map(is_round, (whole, *parts)))
    if not ended or (rough and not exclusive):
        return None
    if not adds_up(scene, index) or any(is_loss(scene, place) for place in (index, *places)):
        return None
    if has_unread(scene, places, whole):
        return None
    if _TRAILS.match(scene.facts.text.content, parts[-1].span.end, parts[-1].span.end + _LONGEST):
        return None
    above = total > value_of(whole)
    if not above and have_own_shares(scene, places, whole):
        return None
    every = _REST.search(names[-1]) is not None or _ALL.search(opener) is not None
    every = every or (exclusive and (opener in ("", "(", "kết quả") or len(run) > 2))
    far = not value_of(whole) / _FAR <= total <= value_of(whole) * _FAR
    likely = every or (exclusive and (above or len(run) > 2)) or (not rough and leave_nothing(names))
    listed = opener in ("", "(") and len(run) > 2 and not rough
    likely = likely or listed
    doubt = NOT_ALL if not above else OVERLAP if is_exact(whole) else None
    doubt = None if every or exclusive or (listed and opener) else doubt
    return Relation("sum", parts, whole, "sum.told", every and not far, doubt, likely, every)


def _name(scene: Scene, place: int, before: str) -> str:
    """What the words call a part: those before it, and where these say little, those behind."""
    after = re.split(r"[,;.():]|\svà\s", scene.after(place, 70))[0]
    return f"{before} {scene.figures[place].unit or ''} {after}"
