"""Everything that a reader of a draft is shown: broken relations, other slips, form and wording, each cause once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from dondoc.checking import causes
from dondoc.checking.catalogue import choose
from dondoc.checking.draft import Draft
from dondoc.checking.figures import FIGURE_RULES
from dondoc.checking.finding import SEVERITIES, Finding
from dondoc.checking.form import FORM_RULES
from dondoc.checking.paper import Paper
from dondoc.checking.scene import Scene, read_scene
from dondoc.checking.times import TIME_RULES
from dondoc.checking.worded import WORDED
from dondoc.extraction.doubts import UNSURE
from dondoc.facts import Check, Facts
from dondoc.text import Text

LEFT_OVER = "TG601"
MISREAD = "chữ số đọc từ bản quét chưa chắc, xem ảnh trang trước"


def review(
    facts: Facts,
    checks: Sequence[Check],
    paper: Paper | None = None,
    rules: Collection[str] | None = None,
    scene: Scene | None = None,
) -> list[Finding]:
    """Return the findings of a document in reading order, ids "f1", "f2", ...

    ``checks`` are those of :func:`dondoc.check` on the same facts. ``rules`` are the codes wanted (see
    :func:`dondoc.checking.catalogue.choose`); None takes those that are on. What two rules find at one place is
    reported once, by the one that can say more: a broken relation before anything else. ``scene`` is that of
    ``facts``, where the check has read it already.
    """
    wanted = choose() if rules is None else rules
    draft = Draft(scene or read_scene(facts), checks, paper)
    found = _softened(_once(_gathered(one for one in _found(draft) if one.rule in wanted)), facts)
    found.sort(key=lambda one: (one.span, SEVERITIES.index(one.severity), one.rule))
    return [replace(one, id=f"f{number}") for number, one in enumerate(_named(found, facts.text), start=1)]


def _found(draft: Draft) -> Iterator[Finding]:
    yield from causes.find(draft.scene, draft.checks)
    for find in (*FIGURE_RULES, *WORDED, *TIME_RULES, *FORM_RULES):
        yield from find(draft)


def _gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A month left over from the last report is one cause, at however many places it stands: told at the first."""
    left_over: dict[str, list[Finding]] = {}
    for one in findings:
        if one.rule == LEFT_OVER:
            left_over.setdefault(one.message, []).append(one)
        else:
            yield one
    for message, group in left_over.items():
        first, *others = sorted(group, key=attrgetter("span"))
        places = f"{message}, ở {len(group)} chỗ" if others else message
        yield replace(first, message=places, related=(*first.related, *(one.span for one in others)))


def _softened(findings: list[Finding], facts: Facts) -> list[Finding]:
    """An error that rests on a figure which a scan may have misread is only doubtful: the paper may be right."""
    unsure = {figure.span.start for figure in facts.quantities if figure.warning and UNSURE in figure.warning}
    return [
        replace(one, severity="doubtful", message=f"{one.message}; {MISREAD}")
        if one.severity == "error" and not unsure.isdisjoint(span.start for span in (one.span, *one.related))
        else one
        for one in findings
    ]


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what repeats: the same rule at the same words, a figure that a broken relation already blames."""
    kept: list[Finding] = []
    seen: set[tuple[str, int]] = set()
    blamed: set[int] = set()
    mended: set[int] = set()
    for one in findings:
        key = (one.message if one.rule.startswith("TT") else one.rule[:2], one.span.start)
        if key in seen and not one.checks:
            continue
        of_mended = one.span.start in blamed or not mended.isdisjoint(span.start for span in one.related)
        if of_mended and not one.checks and one.rule.startswith("SL"):
            continue
        seen.add(key)
        if one.severity == "error":
            blamed.update(span.start for span in (one.span, *one.related))
            if one.checks and one.mend:
                mended.add(one.span.start)
        kept.append(one)
    return kept


def _named(findings: Iterable[Finding], text: Text) -> Iterator[Finding]:
    """Give each finding a cause that holds no offsets; a second one of the same words is told by its number."""
    times: dict[str, int] = {}
    for one in findings:
        cause = f"{one.rule} {' '.join(text[one.span].split())}: {one.message}"
        times[cause] = times.get(cause, 0) + 1
        yield replace(one, cause=cause if times[cause] == 1 else f"{cause} ({times[cause]})")


def coverage(facts: Facts, checks: Iterable[Check]) -> tuple[int, int]:
    """Return how many figures took part in a check, and how many there are."""
    used = {ref for one in checks for ref in (*one.args, one.result) if ref is not None}
    return len(used & set(map(attrgetter("id"), facts.quantities))), len(facts.quantities)
