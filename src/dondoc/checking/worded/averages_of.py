"""An average of the figures just told, or over the days just named.

Finds         A 93,4 điểm, B 91,2 điểm, C 88,1 điểm. Trung bình ba đơn vị này 92,9 điểm (90,9)
              từ 01/6 đến 20/6 có 9.640 xe, bình quân 428 xe/ngày (482)
Leaves alone  percentages, whose average weighs each by its whole · averages of other things than those told
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.worded.counted import COUNT, count_of
from dondoc.checking.worded.named_runs import Named, named_runs
from dondoc.numerals import format_amount

_OF_THESE = re.compile(
    rf"(?:bình quân|trung bình)\s+(?:chung\s+)?(?:của\s+)?(?:cả\s+)?(?P<count>{COUNT})\s+[^\d,.;:()]{{2,50}}\Z",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\btừ\s+(?:ngày\s+)?(?P<d1>\d{1,2})(?:/(?P<m1>\d{1,2}))?(?:/\d{4})?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"(?:bình quân|trung bình|mỗi ngày)[^,;.\d]{0,30}\Z", re.IGNORECASE)
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
_NEAR, _BACK = 2, 90


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the averages that the figures told before them do not give."""
    scene = draft.scene
    runs: list[list[Named]] | None = None
    told_by = scene.told_by("bình quân", "trung bình", "mỗi")
    for index in sorted(told_by | {index + 1 for index in told_by if index + 1 < len(scene.figures)}):
        figure = scene.figures[index]
        if figure.role in ("change", "plan") or figure.rule == "table.cell" or figure.unit in ("%", None):
            continue
        end = figure.span.start
        told = _OF_THESE.search(draft.text.content, max(end - _BACK, 0), end)
        if told is not None:
            runs = named_runs(scene) if runs is None else runs
            run = _run(scene, runs, index, count_of(told["count"]))
            if run is not None:
                yield from _of_these(draft, index, run)
        elif _is_a_day(scene, index):
            yield from _over_days(draft, index)


def _run(scene: Scene, runs: list[list[Named]], index: int, count: int) -> list[Named] | None:
    """The last list before ``index`` in its unit, where it holds as many as are told."""
    for run in reversed(runs):
        last = run[-1].place
        if last < index and same_unit(scene.figures[last], scene.figures[index]):
            near = scene.sentences_between(last, index) <= _NEAR
            return run if near and len(run) == count else None
    return None


def _of_these(draft: Draft, index: int, run: list[Named]) -> Iterator[Finding]:
    figures = [draft.scene.figures[one.place] for one in run]
    mean, told = sum(map(value_of, figures), Decimal(0)) / len(run), interval_of(draft.scene.figures[index])
    slack = max(figure.half_step for figure in figures)
    if told.low - slack <= mean <= told.high + slack:
        return
    unit = draft.scene.figures[index].unit
    places = max(-figure.half_step.normalize().adjusted() - 1 for figure in figures)
    shown = round(mean, max(int(places) + 1, 0))
    numbers = " + ".join(format_amount(value_of(figure), None) for figure in figures)
    written = draft.text[draft.scene.figures[index].span]
    message = f"({numbers}) / {len(run)} = {format_amount(shown, unit)}, văn bản ghi bình quân {written}"
    spans = tuple(figure.span for figure in figures)
    yield Finding("SL108", draft.scene.figures[index].span, "doubtful", message, None, spans)


def _is_a_day(scene: Scene, index: int) -> bool:
    unit = scene.figures[index].unit or ""
    told = _A_DAY.search(scene.before(index))
    if told is None or "làm việc" in told[0]:
        return False
    return unit.endswith("/ngày") or "ngày" in told[0] or "ngày" in scene.after(index, 12)


def _over_days(draft: Draft, index: int) -> Iterator[Finding]:
    """``từ 01/6 đến 20/6 có 9.640 xe, bình quân 482 xe/ngày``: the days counted with and without the last."""
    scene, figure = draft.scene, draft.scene.figures[index]
    place = index - 1
    if place < 0 or scene.sentence[place] != scene.sentence[index]:
        return
    total, unit = scene.figures[place], (figure.unit or "").removesuffix("/ngày")
    if (total.unit or "") != unit or value_of(total) <= value_of(figure) or value_of(figure) <= 0:
        return
    start = max(scene.starts[place] - 160, 0)
    stretch = max(_DAYS.finditer(draft.text.content, start, scene.starts[place]), key=re.Match.start, default=None)
    days = _days(stretch) if stretch is not None else 0
    if stretch is None or days < 3 or re.search(r"[.;]\s", draft.text.content[stretch.end() : scene.starts[place]]):
        return
    told, whole = interval_of(figure), interval_of(total)
    if any(told.low * n <= whole.high and whole.low <= told.high * n for n in (days, days - 1, days + 1)):
        return
    if _LEAST <= value_of(total) / value_of(figure) / days <= _MOST:
        a, mean = format_amount(value_of(total), total.unit), round(value_of(total) / days, 1)
        message = (
            f"{a} / {days} ngày = {format_amount(mean.normalize(), total.unit)}, "
            f"văn bản ghi bình quân {draft.text[figure.span]}"
        )
        yield Finding("SL108", figure.span, "doubtful", message, None, (total.span,))


def _days(stretch: re.Match[str]) -> int:
    """How many days a stretch has, both ends counted; 0 where it has no such days."""
    year = int(stretch["year"] or 2023)
    try:
        first = date(year, int(stretch["m1"] or stretch["m2"]), int(stretch["d1"]))
        last = date(year, int(stretch["m2"]), int(stretch["d2"]))
    except ValueError:
        return 0
    return (last - first).days + 1
