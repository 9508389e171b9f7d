"""The role of a figure, from the words before and after it.

Finds         tăng 5,14% (change) · kế hoạch 600 ha (plan) · 711ha/600 ha (actual of plan) · đạt 62% KH (share_of_plan)
              lũy kế 142 tỷ (cumulative) · 2/12 đơn (part) · xếp thứ 5 (rank) · 33 cuộc họp (count) · tỷ lệ 16% (rate)
Leaves alone  parts of lists: ``parts`` links them afterwards; tăng cả 3 tiêu chí: a count, nothing rose by 3

One family of rules a file. ``RULES`` is their order; beside each stand the traits of a figure of which the rule needs
one at least, so that most rules are never asked about most figures.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.roles.aims import AGAINST, AIMS_FOLLOW
from dondoc.extraction.quantities.roles.changes import behind, beyond, bracketed_rate, change, signed
from dondoc.extraction.quantities.roles.counts import count, rank, standing
from dondoc.extraction.quantities.roles.echoes import echoed, said_again, shared_again, year_before
from dondoc.extraction.quantities.roles.pairs import pair
from dondoc.extraction.quantities.roles.plans import bracketed_plan, plan
from dondoc.extraction.quantities.roles.proved import read_plans
from dondoc.extraction.quantities.roles.shares import average, percent, share, times
from dondoc.extraction.quantities.roles.so_far import certified, cumulative, held_now, reached_of_aim, until_day
from dondoc.extraction.quantities.roles.thresholds import starting, threshold
from dondoc.extraction.quantities.roles.traits import (
    AFTER_CHANGE,
    AFTER_HELD,
    ALWAYS,
    DEEP,
    IN_PAIR,
    OF_CLAUSE,
    OPENS,
    PER_UNIT,
    PERCENT,
    RANKED,
    SIGNED,
    TASK,
    TIMES,
    traits_of,
)
from dondoc.extraction.quantities.signals import (
    AIM,
    AVERAGE,
    BEHIND,
    BEYOND,
    CERTIFIED,
    CHANGE,
    CUMULATIVE,
    NOW,
    PLAN,
    SAME_PERIOD,
    UNTIL,
    WANTED,
)
from dondoc.facts import Evidence, Role

_NEAR = 110
_ASIDE_REACH = 300
_AGAIN = Evidence("role", "role.said_again")
_AIM_OF_LIST = Evidence("role", "role.aims")
_AIMED = frozenset({"actual", "rate", "count", "change", "cumulative"})
_REACHED = re.compile(
    r"\bđã (?:đạt|hoàn thành|thực hiện|vượt)|kết quả|so với cùng kỳ|ước thực hiện|đến nay|\d chỉ tiêu"
)
# "thu quỹ 46,5 triệu đồng, đến nay đã thu 31 triệu đồng": how far an aim has come.
_COME_SO_FAR = re.compile(r"\b(?:đã|tính đến|đến nay|hiện|mới)\b[^;]*\Z|\((?:năm|cùng kỳ|tháng|quý)\b[^()]*\Z")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_SAYS = (" là ", " đạt ", " được ")
_ESTIMATE_REACH = 40
_RECKONED = re.compile(r"\bước\b")
_NEVER_ESTIMATED = frozenset({"change", "share_of_plan", "rate"})

Rule = Callable[[Figure, str, str, str], Role | None]


class RankedRule(NamedTuple):
    """A rule, the traits of which a figure must have one, and the evidence that it was this rule."""

    needs: int
    rule: Rule
    evidence: Evidence


def _rules(*rules: tuple[Rule, int]) -> tuple[RankedRule, ...]:
    return tuple(RankedRule(needs, rule, Evidence("role", f"role.{rule.__name__}")) for rule, needs in rules)


RULES = _rules(
    (rank, RANKED),
    (times, TIMES),
    (bracketed_plan, OPENS),
    (bracketed_rate, AFTER_CHANGE),
    (signed, DEEP | SIGNED),
    (year_before, SAME_PERIOD),
    (echoed, PERCENT | AFTER_CHANGE),
    (threshold, TASK),
    (starting, TASK | AIM),
    (beyond, BEYOND),
    (behind, BEHIND),
    (change, CHANGE | AFTER_CHANGE),
    (reached_of_aim, TASK),
    (standing, TASK),
    (average, PER_UNIT | AVERAGE),
    (share, PERCENT),
    (shared_again, PERCENT),
    (pair, IN_PAIR),
    (plan, PLAN | AIM | TASK | WANTED),
    (cumulative, CUMULATIVE),
    (until_day, UNTIL),
    (certified, CERTIFIED),
    (held_now, NOW | AFTER_HELD),
    (percent, PERCENT),
    (count, ALWAYS),
)


def read_roles(sentence: Sentence) -> None:
    """Give every figure of ``sentence`` its role, and say whether it is an estimate."""
    for figure in sentence.figures:
        figure.role = read_role(figure, sentence)
        if figure.role == "actual" and said_again(figure):
            figure.role = "plan"
            figure.evidence.append(_AGAIN)
        figure.estimate = figure.role not in _NEVER_ESTIMATED and _is_estimate(figure)
    if sentence.cues & (AIM | PLAN) and (":" in sentence.low or " như " in sentence.low) and not sentence.task:
        _set_aims(sentence)
    if "%" in sentence.low:
        read_plans(sentence)


def _set_aims(sentence: Sentence) -> None:
    """``nhiệm vụ cuối năm với các chỉ tiêu: thu nhập 45 triệu đồng; giảm hộ nghèo còn 3%``: each figure is an aim."""
    found = AIMS_FOLLOW.search(sentence.low)
    if found is None or _REACHED.search(sentence.low, found.start()):
        return
    for figure in sentence.figures:
        if figure.measure.span.start - sentence.span.start < found.end() or figure.role not in _AIMED:
            continue
        apart = sentence.low[found.end() : figure.measure.span.start - sentence.span.start]
        if _COME_SO_FAR.search(apart[-_NEAR:]):
            continue
        if not (figure.low_before.endswith("từ ") or AGAINST.match(figure.low_after)):
            figure.role = "plan"
            figure.evidence.append(_AIM_OF_LIST)


def read_role(figure: Figure, sentence: Sentence) -> Role:
    """Return the role of ``figure``."""
    traits = traits_of(figure)
    before, after = figure.low_before[-_NEAR:], figure.low_after[:_NEAR]
    if before.endswith(_SAYS) and ")" in before:
        before = _ASIDE.sub(" ", figure.low_before[-_ASIDE_REACH:])[-_NEAR:]
    lead = _lead(sentence, figure) if traits & OF_CLAUSE else ""
    for _, rule, evidence in _asked(traits):
        role = rule(figure, before, after, lead)
        if role:
            figure.evidence.append(evidence)
            return role
    return "actual"


@lru_cache(maxsize=2048)
def _asked(traits: int) -> tuple[RankedRule, ...]:
    """The rules that can answer for a figure with ``traits``, in their order."""
    return tuple(ranked for ranked in RULES if ranked.needs & traits)


def _lead(sentence: Sentence, figure: Figure) -> str:
    """The words of the clause before the figure, in lower case: back to the last semicolon."""
    end = figure.measure.span.start - sentence.span.start
    reach = max(0, end - CLAUSE_REACH)
    return sentence.low[max(sentence.low.rfind(";", reach, end) + 1, reach) : end]


def _is_estimate(figure: Figure) -> bool:
    tail = figure.low_before[-_ESTIMATE_REACH:]
    return "ước" in tail and _RECKONED.search(tail) is not None
