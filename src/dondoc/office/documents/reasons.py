""" "Vì sao?" of a card: which part was read how, by which rule, on which words of the document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.documents.models import Fact
from dondoc.office.indicators.models import ObservationBase, ObservationRole
from dondoc.office.look import numbers

CARRIED = ".carried"
PARTS = {
    "directive": _("Câu giao việc"),
    "lead": _("Chủ trì"),
    "coordinating": _("Phối hợp"),
    "deadline": _("Hạn"),
    "references": _("Căn cứ"),
    "targets": _("Chỉ tiêu"),
    "product": _("Sản phẩm"),
    "indicator": _("Chỉ tiêu"),
    "period": _("Kỳ"),
    "role": _("Vai trò"),
    "base": _("So với"),
    "of": _("Thuộc tổng"),
    "parts": _("Gồm các phần"),
    "value": _("Giá trị"),
    "unit": _("Đơn vị"),
    "number": _("Số, ký hiệu"),
    "issued": _("Ngày ban hành"),
    "span": _("Câu"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line: the part, what was read (``meaning``), the ``words`` it rests on, the rule. Unknown ones are empty.

    ``carried``: the part is not said beside the fact but taken over from what stands before it.
    """

    part: str
    rule: str
    words: str
    meaning: str = ""
    carried: bool = False


def reasons_of(fact: Fact) -> tuple[Reason, ...]:
    """Every piece of evidence of ``fact``, and its deadline, which keeps its own words."""
    return tuple(_reasons(fact))


def _reasons(fact: Fact) -> Iterator[Reason]:
    values = fact.current
    named = set()
    for each in fact.evidence:
        part, words = each["part"], " ".join((each["text"] or "").split())
        named.add(part)
        meaning = _meaning(part, values)
        shown = "" if meaning.casefold() == words.casefold() else meaning
        yield Reason(str(PARTS.get(part, gettext("Phần khác"))), each["rule"], words, shown, CARRIED in each["rule"])
    deadline = values.get("deadline")
    if deadline and deadline.get("text") and "deadline" not in named:
        yield Reason(str(PARTS["deadline"]), "", deadline["text"], _meaning("deadline", values))


def _meaning(part: str, values: dict[str, Any]) -> str:
    """What the fact says of ``part``, as its card shows it; empty where the card has no such value."""
    value = values.get(part)
    if not value:
        return ""
    if part in ("lead", "coordinating"):
        return "; ".join(each["name"] for each in value)
    if part == "deadline":
        return numbers.day(date.fromisoformat(value["by"])) if value.get("by") else ""
    if part == "period":
        return numbers.period(value)
    if part == "role":
        return str(dict(ObservationRole.choices).get(value, ""))
    if part == "base":
        return str(dict(ObservationBase.choices).get(value, ""))
    return value if part == "indicator" else ""
