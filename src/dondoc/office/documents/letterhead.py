"""The head of an official document as it stands on paper: who issues it on the left, the state's name on the right.

A reader puts the two columns of Nghị định 30/2020/NĐ-CP one under the other; here they are side by side again, with the
name of the kind and the subject below them. A text whose head is not in that shape is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.office.documents.layout import BlockView
from dondoc.office.folding import fold

HEAD_BLOCKS = 14
LINE_LENGTH = 90
SUBJECT_LENGTH = 260
_STATE = re.compile(r"cong hoa xa hoi chu nghia viet nam(?: doc lap .*)?|dang cong san viet nam")
_MOTTO = re.compile(r"doc lap .{1,3} ?tu do .{1,3} ?hanh phuc")
_DATE = re.compile(r".{0,40}\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b.{0,8}")
_BELOW_ISSUER = re.compile(r"so ?:|so \d|v/v|ve viec")
_RULE = re.compile(r"[-–—_*=. ]+")
_BODY = re.compile(r"kinh gui|can cu|thuc hien|[ivx]+[.)-] |\d+[.)] ")


@dataclass(frozen=True, slots=True)
class Paper:
    """The blocks of a page by where they stand: two columns, the centred title, and all that follows."""

    left: tuple[BlockView, ...]
    right: tuple[BlockView, ...]
    title: tuple[BlockView, ...]
    body: tuple[BlockView, ...]


def set_letterhead(views: Sequence[BlockView]) -> Paper:
    """The blocks ``views`` with their letterhead told apart; everything is body where there is none."""
    lines = [_line(view) for view in views[:HEAD_BLOCKS]]
    state = next((index for index, line in enumerate(lines) if _STATE.fullmatch(line)), None)
    if not state or any(not line for line in lines[:state]):
        return Paper((), (), (), tuple(views))
    sides = dict.fromkeys(range(state), "left") | {state: "right"} | dict(_below(lines, state + 1))
    end = len(sides)
    title = _title_end(views, end)
    return Paper(
        left=tuple(views[index] for index in range(end) if sides[index] == "left"),
        right=tuple(views[index] for index in range(end) if sides[index] == "right"),
        title=tuple(views[end:title]),
        body=tuple(views[title:]),
    )


def _line(view: BlockView) -> str:
    """The folded words of a block that is one line of a head, "" for any other."""
    if view.kind in ("table", "list_item", "footnote"):
        return ""
    words = " ".join("".join(segment.text for segment in view.segments).split())
    return fold(words) if len(words) <= LINE_LENGTH else ""


def _below(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """Which side each line under the state's name belongs to, until one that is no line of a head."""
    for index in range(start, len(lines)):
        line = lines[index]
        if _BELOW_ISSUER.match(line):
            yield index, "left"
        elif line and (_MOTTO.fullmatch(line) or _DATE.fullmatch(line) or _RULE.fullmatch(line)):
            yield index, "right"
        else:
            return


def _title_end(views: Sequence[BlockView], start: int) -> int:
    """Where the name of the kind ("BÁO CÁO") and the subject under it end; ``start`` where there is none."""
    if start >= len(views):
        return start
    kind = "".join(segment.text for segment in views[start].segments).strip()
    if not kind.isupper() or len(kind) > LINE_LENGTH or views[start].kind not in ("paragraph", "heading"):
        return start
    end = start + 1
    while end < len(views) and end - start < 4 and _is_subject(views[end]):
        end += 1
    return end


def _is_subject(view: BlockView) -> bool:
    words = " ".join("".join(segment.text for segment in view.segments).split())
    ends = words.endswith((".", ";", ":"))
    plain = view.kind in ("paragraph", "heading") and 0 < len(words) <= SUBJECT_LENGTH
    return plain and not ends and not _BODY.match(fold(words))
