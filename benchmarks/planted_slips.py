"""One slip of the pen in a report: which figure, of which kind, and whether any arithmetic can reveal it."""

import random
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.planted_relations import Printed, Relation, agrees, value_of
from benchmarks.planted_reports import Report

KINDS = (
    "digit",
    "swapped digits",
    "dropped digit",
    "separator",
    "wrong sum",
    "stale month",
    "copied rate",
    "swapped plan",
)
_TRIES = 60
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WORTH = 0.004


@dataclass(frozen=True, slots=True)
class Slip:
    """``text`` with the slip in it, the slipped places there, and what the relation was."""

    kind: str
    relation: str
    text: str
    places: tuple[tuple[int, int], ...]
    before: str
    after: str


def plant(report: Report, kind: str, chance: random.Random) -> Slip | None:
    """Return ``report`` with one slip of ``kind`` that its figures reveal; None where no relation takes one."""
    relations = [one for one in report.relations if _takes(one, kind)]
    for _ in range(_TRIES if relations else 0):
        relation = chance.choice(relations)
        changed = _changed(report, relation, kind, chance)
        if not changed or not _reveals(relation, changed):
            continue
        return _written(report, relation, kind, changed)
    return None


def _takes(relation: Relation, kind: str) -> bool:
    if kind == "stale month":
        return relation.kind in ("stale", "weekday")
    if relation.kind in ("stale", "weekday"):
        return False
    if kind == "swapped plan":
        return relation.kind == "share"
    if kind == "copied rate":
        return relation.kind in ("share", "growth_change", "growth_base", "part", "named")
    if kind == "wrong sum":
        return relation.kind.startswith("sum") or relation.kind in ("cumulative", "left", "counted")
    return relation.kind != "counted"


def _changed(report: Report, relation: Relation, kind: str, chance: random.Random) -> dict[str, str]:
    """The new digits by slot."""
    figures = {figure.slot: figure.digits for figure in relation.figures}
    if kind == "stale month":
        if relation.kind == "weekday":
            return {"weekday": chance.choice([day for day in _WEEKDAYS if day != figures["weekday"]])}
        return {"month": str(report.month - 1)}
    if kind == "swapped plan":
        return {"d": figures["p"], "p": figures["d"]}
    if kind == "copied rate":
        slot = "q" if "q" in figures else "r"
        others = [
            one.digits
            for other in report.relations
            if other is not relation
            for one in other.figures
            if one.slot in "qr"
        ]
        return {slot: chance.choice(others)} if others else {}
    if kind == "wrong sum":
        slot = {"cumulative": "s", "left": "l", "counted": "k"}.get(relation.kind, "w")
        return {slot: _added(figures[slot], chance)}
    figure = chance.choice(relation.figures)
    digits = _slipped(figure.digits, kind, chance)
    return {figure.slot: digits} if digits and digits != figure.digits else {}


def _added(digits: str, chance: random.Random) -> str:
    """A sum that somebody worked out wrongly: one place carried too much or too little."""
    places = [i for i, sign in enumerate(digits) if sign.isdecimal()]
    if len(places) == 2 and digits.startswith("0"):
        return f"{int(digits) + chance.choice((-1, 1)):02d}"
    place = chance.choice(places[: max(1, len(places) - 1)])
    digit = int(digits[place])
    new = digit + 1 if digit < 9 and (digit < 2 or chance.random() < 0.5) else digit - 1
    return f"{digits[:place]}{new}{digits[place + 1 :]}"


def _slipped(digits: str, kind: str, chance: random.Random) -> str | None:
    places = [i for i, sign in enumerate(digits) if sign.isdecimal()]
    if kind == "digit":
        place = chance.choice(places)
        new = chance.choice([one for one in "123456789" if one != digits[place]])
        return f"{digits[:place]}{new}{digits[place + 1 :]}"
    if kind == "swapped digits":
        pairs = [(a, b) for a, b in pairwise(places) if digits[a] != digits[b] and digits[b] != "0"]
        if not pairs:
            return None
        a, b = chance.choice(pairs)
        return f"{digits[:a]}{digits[b]}{digits[a + 1 : b]}{digits[a]}{digits[b + 1 :]}"
    if kind == "dropped digit":
        if "." in digits or len(places) < 3:
            return None
        place = chance.choice(places)
        left = digits[:place] + digits[place + 1 :]
        return None if left.startswith(("0", ",")) or left.endswith(",") else left
    return digits.replace(",", "") if "," in digits and "." not in digits else None


def _reveals(relation: Relation, changed: dict[str, str]) -> bool:
    """Whether the printed figures cannot all be right any more, by more than a careless rounding."""
    if relation.kind in ("stale", "weekday", "counted"):
        return True
    printed = {figure.slot: figure.digits for figure in relation.figures}
    after = printed | changed
    if len(changed) == 1:
        ((slot, digits),) = changed.items()
        old = value_of(printed[slot])
        if not old or abs(value_of(digits) - old) / old < _WORTH:
            return False
    return not agrees(relation.kind, after)


def _written(report: Report, relation: Relation, kind: str, changed: dict[str, str]) -> Slip:
    text, places, moved = report.text, [], 0
    figures: list[Printed] = sorted((one for one in relation.figures if one.slot in changed), key=lambda one: one.start)
    for figure in figures:
        new = changed[figure.slot]
        start = figure.start + moved
        text = text[:start] + new + text[start + len(figure.digits) :]
        places.append((start, start + len(new)))
        moved += len(new) - len(figure.digits)
    before = " · ".join(figure.digits for figure in figures)
    return Slip(
        kind, relation.kind, text, tuple(places), before, " · ".join(changed[figure.slot] for figure in figures)
    )
