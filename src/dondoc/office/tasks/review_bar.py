"""The two by two as one bar: how much is done and how much is late, to be seen before it is read."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.look.numbers import number
from dondoc.office.tasks.reviewing import Line, Way

PARTS: tuple[tuple[str, str, str | Promise], ...] = (
    ("on_time", "done", _("Xong đúng hạn")),
    ("late", "done-late", _("Xong quá hạn")),
    ("running", "running", _("Chưa xong, trong hạn")),
    ("overdue", "overdue", _("Chưa xong, quá hạn")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four, as a stretch of the bar in percent."""

    name: str | Promise
    css: str
    number: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class ReviewBar:
    """The bar with what it says as its title."""

    title: str
    parts: tuple[Part, ...]


def review_bar(line: Line, way: Way) -> ReviewBar | None:
    """The bar of ``line``; None where there is nothing with a deadline."""
    if not line.whole:
        return None
    parts, start = [], 0.0
    for field, css, name in PARTS:
        length = getattr(line, field) * 100 / line.whole
        parts.append(Part(name, css, getattr(line, field), start, length))
        start += length
    words = gettext("%(overdue)s trong %(whole)s lượt giao có thời hạn đang quá hạn; đã xong %(done)s")
    if way is not Way.AGENCY:
        words = gettext("%(overdue)s trong %(whole)s nhiệm vụ có thời hạn đang quá hạn; đã xong %(done)s")
    said = {"overdue": number(line.overdue), "whole": number(line.whole), "done": number(line.done)}
    return ReviewBar(words % said, tuple(parts))
