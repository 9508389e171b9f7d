"""A fact as its card shows it, and the panel of all cards of a document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.documents.layout import Mark
from dondoc.office.documents.models import Fact, FactKind, FactState
from dondoc.office.documents.reasons import Reason, reasons_of
from dondoc.office.indicators.models import ObservationBase, ObservationRole
from dondoc.office.look.links import sentence_url
from dondoc.office.look.numbers import MONEY
from dondoc.office.tasks.models import Recurrence

FLAGGED = {"inconsistent": "finding", "doubtful": "doubtful"}
SHOWN = {**FLAGGED, "format": "format"}
ANSWERS = {"fixed": _("Đã sửa"), "accepted": _("Chấp nhận"), "no_error": _("Không phải lỗi")}
VERDICTS = {
    "consistent": _("Khớp"),
    "inconsistent": _("Không khớp"),
    "doubtful": _("Cần xem lại"),
    "format": _("Thể thức"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A fact with its values ready to print. Fields that do not belong to its kind are empty.

    ``missing`` names what a task lacks; ``figures`` are (fact id, words) of the figures that a check compares,
    ``elsewhere`` (address, words) of those in other documents.
    """

    fact: Fact
    text: str
    missing: tuple[str, ...] = ()
    item: str = ""
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    deadline: date | None = None
    deadline_text: str = ""
    recurrence: str = ""
    references: tuple[str, ...] = ()
    product: str = ""
    value: Decimal | None = None
    unit: str = ""
    indicator: str = ""
    period: str = ""
    role: str = ""
    base: str = ""
    estimate: bool = False
    approx: str = ""
    warning: str = ""
    verdict: str = ""
    repair: str = ""
    rule_name: str = ""
    answer: str = ""
    answer_reason: str = ""
    figures: tuple[tuple[int, str], ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def again(self) -> str:
        """How often the task falls due again once it is confirmed; empty where it does not."""
        return str(Recurrence(self.recurrence).label) if self.deadline and self.recurrence in Recurrence.values else ""

    @property
    def id(self) -> int:
        return self.fact.pk

    @property
    def kind(self) -> str:
        return self.fact.kind

    @property
    def state(self) -> str:
        return self.fact.state

    @property
    def style(self) -> str:
        """How the fact is marked: directive, quantity, finding or doubtful."""
        return style_of(self.fact)

    @property
    def open(self) -> bool:
        """Whether the fact still waits for a person."""
        return self.fact.state == FactState.DRAFT

    @property
    def task_id(self) -> int | None:
        """The task that the confirmed directive became."""
        return linked(self.fact, "task")

    @property
    def observation_id(self) -> int | None:
        """The observation that the confirmed figure became."""
        return linked(self.fact, "observation")

    @property
    def role_label(self) -> str:
        return str(dict(ObservationRole.choices).get(self.role, ""))

    @property
    def base_label(self) -> str:
        return str(dict(ObservationBase.choices).get(self.base, ""))

    @property
    def verdict_label(self) -> str:
        return str(VERDICTS.get(self.verdict, ""))

    @property
    def is_money(self) -> bool:
        """Whether the figure is money, whose value in đồng is shown beside the words."""
        return self.value is not None and self.unit == MONEY

    @property
    def rule(self) -> str:
        return self.fact.rule


@dataclass(frozen=True, slots=True)
class Panel:
    """The right side of the document page."""

    tasks: tuple[Card, ...]
    figures: tuple[Card, ...]
    findings: tuple[Card, ...]
    checked: int


@dataclass(frozen=True, slots=True)
class Counters:
    """``found`` tasks and figures that stand (neither rejected nor replaced), of which ``confirmed``."""

    found: int
    confirmed: int
    open: int
    rejected: int
    tasks: int
    figures: int
    findings: int
    reviewed: bool


def linked(fact: Fact, name: str) -> int | None:
    """The id of what the fact became; expects ``task`` and ``observation`` of fact and root to be joined in."""
    root = fact.carried_from or fact
    made = getattr(root, name, None)
    return made.pk if made is not None else None


def style_of(fact: Fact) -> str:
    """The style of the fact's mark in the text."""
    if fact.kind == FactKind.CHECK:
        return SHOWN.get(fact.current.get("verdict", ""), "check")
    return str(fact.kind)


def panel_of(facts: Iterable[Fact]) -> Panel:
    """Cards of the facts that stand, in reading order; rejected ones stay visible so that they can be reopened."""
    shown = [fact for fact in facts if fact.state != FactState.REPLACED]
    by_key = {fact.key: fact for fact in shown if fact.kind == FactKind.QUANTITY}
    checks = [fact for fact in shown if fact.kind == FactKind.CHECK]
    return Panel(
        tasks=tuple(card_of(fact) for fact in shown if fact.kind == FactKind.DIRECTIVE),
        figures=tuple(card_of(fact) for fact in shown if fact.kind == FactKind.QUANTITY),
        findings=tuple(card_of(fact, by_key) for fact in sorted(checks, key=_is_format) if style_of(fact) != "check"),
        checked=sum(fact.current.get("verdict") == "consistent" for fact in checks),
    )


def _is_format(fact: Fact) -> bool:
    return style_of(fact) == "format"


def counters_of(facts: Iterable[Fact], reviewed: bool) -> Counters:
    """Numbers over all facts of a reading."""
    rows = list(facts)
    counted = [fact for fact in rows if fact.kind in (FactKind.DIRECTIVE, FactKind.QUANTITY)]
    standing = [fact for fact in counted if fact.state in (FactState.DRAFT, FactState.CONFIRMED)]
    flagged = [fact for fact in rows if fact.kind == FactKind.CHECK and fact.current.get("verdict") in FLAGGED]
    return Counters(
        found=len(standing),
        confirmed=sum(fact.state == FactState.CONFIRMED for fact in standing),
        open=sum(fact.state == FactState.DRAFT for fact in standing),
        rejected=sum(fact.state == FactState.REJECTED for fact in counted),
        tasks=sum(fact.kind == FactKind.DIRECTIVE for fact in standing),
        figures=sum(fact.kind == FactKind.QUANTITY for fact in standing),
        findings=sum(fact.state == FactState.DRAFT for fact in flagged),
        reviewed=reviewed,
    )


def marks_of(facts: Iterable[Fact]) -> list[Mark]:
    """What is marked in the text: all that stands, checks only where they are flagged."""
    return [
        Mark(fact.pk, style_of(fact), fact.state, fact.start, fact.end)
        for fact in facts
        if fact.state not in (FactState.REPLACED, FactState.REJECTED) and style_of(fact) != "check"
    ]


def card_of(fact: Fact, figures: dict[str, Fact] | None = None) -> Card:
    """The card of one fact; ``figures`` by key lets a check name what it compares."""
    values = fact.current
    reasons = reasons_of(fact)
    if fact.kind == FactKind.DIRECTIVE:
        return _task_card(fact, values, reasons)
    if fact.kind == FactKind.QUANTITY:
        return _figure_card(fact, values, reasons)
    if fact.kind == FactKind.CHECK:
        named = [figures[key] for key in [*values["args"], values["result"]] if figures and key in figures]
        return Card(
            fact,
            text=values["reason"],
            verdict=values["verdict"],
            repair=values["repair"] or "",
            rule_name=values.get("name", ""),
            answer=str(ANSWERS.get(values.get("answer", ""), "")),
            answer_reason=values.get("answer_reason", ""),
            figures=tuple((each.pk, str(each.current["text"])) for each in named),
            elsewhere=tuple(
                (sentence_url(each["document"], each["fact"]), f"{each['name']}: {each['shown']}")
                for each in values.get("sources", ())
            ),
            reasons=reasons,
        )
    return Card(fact, text=str(values.get("text") or values.get("name") or ""), reasons=reasons)


def _task_card(fact: Fact, values: dict[str, Any], reasons: tuple[Reason, ...]) -> Card:
    deadline = values["deadline"] or {}
    lead = tuple(each["name"] for each in values["lead"])
    by = date.fromisoformat(deadline["by"]) if deadline.get("by") else None
    product = (values["product"] or {}).get("text", "")
    parts = (
        (gettext("chủ trì"), bool(lead)),
        (gettext("thời hạn"), by is not None),
        (gettext("sản phẩm"), bool(product)),
    )
    return Card(
        fact,
        text=values["text"],
        missing=tuple(name for name, there in parts if not there),
        item=values["item"] or "",
        lead=lead,
        coordinating=tuple(each["name"] for each in values["coordinating"]),
        deadline=by,
        deadline_text=deadline.get("text") or "",
        recurrence=deadline.get("recurrence") or "",
        references=tuple(each["text"] for each in values["references"]),
        product=product,
        reasons=reasons,
    )


def _figure_card(fact: Fact, values: dict[str, Any], reasons: tuple[Reason, ...]) -> Card:
    return Card(
        fact,
        text=values["text"],
        value=Decimal(values["value"]) if values["value"] is not None else None,
        unit=values["unit"] or "",
        indicator=values["indicator"] or "",
        period=values["period"] or "",
        role=values["role"],
        base=values["base"] or "",
        estimate=values["estimate"],
        approx=values["approx"] or "",
        warning=values["warning"] or "",
        reasons=reasons,
    )
