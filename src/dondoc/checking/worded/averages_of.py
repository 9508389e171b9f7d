"""An average of the figures just told, or over the time just named.

Finds         A 88,2 điểm, B 85,7 điểm, C 82,4 điểm. Trung bình ba đơn vị này 88,4 điểm (85,4)
              từ 03/5 đến 22/5 có 7.360 xe, bình quân 386 xe/ngày (368)
              9 tháng thu 2.484 tỷ đồng, bình quân mỗi tháng 267 tỷ đồng (276)
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
from dondoc.checking.names.counted import COUNT, count_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
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
_A_STRETCH = re.compile(r"(?:bình quân|trung bình|mỗi (?:ngày|tháng))[^,;.\d]{0,30}\Z", re.IGNORECASE)
_EACH = re.compile(r"\b(?:ngày|tháng)\b")
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
_NEAR, _BACK, _FEWEST = 2, 90, 3


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the averages that the figures told before them do not give."""
    scene = draft.scene
    told_by = scene.told_by("bình quân", "trung bình", "mỗi")
    for index in sorted(told_by | {index + 1 for index in told_by if index + 1 < len(scene.figures)}):
        figure = scene.figures[index]
        if figure.role in ("change", "plan") or figure.rule == "table.cell" or figure.unit in ("%", None):
            continue
        end = figure.span.start
        told = _OF_THESE.search(draft.text.content, max(end - _BACK, 0), end)
        if told is not None:
            run = _run(scene, index, count_of(told["count"]))
            if run is not None:
                yield from _of_these(draft, index, run)
        elif (each := _stretch(scene, index)) != "":
            yield from _over_time(draft, index, each)


def _run(scene: Scene, index: int, count: int) -> list[Named] | None:
    """The last list before ``index`` in its unit, where it holds as many as are told."""
    for run in reversed(scene.once(named_runs)):
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


def _stretch(scene: Scene, index: int) -> str:
    """What an average is told for, where that is a stretch of time: "ngày", "tháng" or ""."""
    told = _A_STRETCH.search(scene.before(index))
    if told is None or "làm việc" in told[0]:
        return ""
    words = f"{(scene.figures[index].unit or '').partition('/')[2]} {told[0]} {scene.after(index, 12)}"
    found = _EACH.search(words)
    return found[0] if found is not None else ""


def _over_time(draft: Draft, index: int, each: str) -> Iterator[Finding]:
    """``từ 03/5 đến 22/5 có 7.360 xe, bình quân 368 xe/ngày`` · ``9 tháng 2.484 tỷ đồng, bình quân mỗi tháng 276``."""
    scene, figure = draft.scene, draft.scene.figures[index]
    place = index - 1
    if place < 0 or scene.sentence[place] != scene.sentence[index]:
        return
    total, unit = scene.figures[place], (figure.unit or "").removesuffix(f"/{each}")
    if (total.unit or "") != unit or value_of(total) <= value_of(figure) or value_of(figure) <= 0:
        return
    count = _days_told(scene, place) if each == "ngày" else _months(total.period)
    if count < _FEWEST:
        return
    told, whole = interval_of(figure), interval_of(total)
    counts = (count, count - 1, count + 1) if each == "ngày" else (count,)  # with or without the last day
    if any(told.low * n <= whole.high and whole.low <= told.high * n for n in counts):
        return
    if _LEAST <= value_of(total) / value_of(figure) / count <= _MOST:
        mean = format_amount(round(value_of(total) / count, 1).normalize(), total.unit)
        message = (
            f"{format_amount(value_of(total), total.unit)} / {count} {each} = {mean}, "
            f"văn bản ghi bình quân {draft.text[figure.span]}"
        )
        yield Finding("SL108", figure.span, "doubtful", message, None, (total.span,))


def _days_told(scene: Scene, place: int) -> int:
    """The days of the stretch that the sentence names before figure ``place``; 0 where it names none."""
    content, start = scene.facts.text.content, max(scene.starts[place] - 160, 0)
    stretch = max(_DAYS.finditer(content, start, scene.starts[place]), key=re.Match.start, default=None)
    if stretch is None or re.search(r"[.;]\s", content[stretch.end() : scene.starts[place]]):
        return 0
    year = int(stretch["year"] or 2023)
    try:
        first = date(year, int(stretch["m1"] or stretch["m2"]), int(stretch["d1"]))
        last = date(year, int(stretch["m2"]), int(stretch["d2"]))
    except ValueError:
        return 0
    return (last - first).days + 1


def _months(period: str | None) -> int:
    """How many months a period of so many months or of a quarter has; 0 for others."""
    if period is None:
        return 0
    if "-Q" in period or "-H" in period:
        return 3 if "Q" in period else 6
    first, _, last = period.partition("..")
    if not last or first[:4] != last[:4]:
        return 0
    return int(last[5:7]) - int(first[5:7]) + 1
