"""Changing what the facts are: splitting one, merging two, adding one that reading did not find."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.decisions import (
    Change,
    decide,
    lock,
    present_fact,
    present_facts,
    reading_pk,
    snapshot,
    write_down,
)
from dondoc.office.documents.measuring import measure_in
from dondoc.office.documents.models import Document, Fact, FactKind, FactState, Reading
from dondoc.office.documents.stored import plain
from dondoc.office.refusal import Refusal
from dondoc.text import Span

BY_HAND = "by-hand"
MAX_LENGTH = 5_000
_SEAM = re.compile(r"(?<=[;.!])\s+(?=\w|[-+–])")


@transaction.atomic
def split(*, document: Document, fact_pk: int, at: Sequence[int], by: User, now: datetime) -> Change:
    """Cut a task in two or more at the offsets ``at``; without any, at its semicolons and full stops."""
    document = lock(document)
    fact = _open_task(document, fact_pk)
    reading = Reading.objects.only("content").get(pk=reading_pk(document))
    words = reading.content[fact.start : fact.end]
    places = sorted({offset for offset in at if fact.start < offset < fact.end})
    if not places:
        places = [fact.start + seam.end() for seam in _SEAM.finditer(words)]
    spans = [_trimmed(reading.content, *pair) for pair in zip([fact.start, *places], [*places, fact.end], strict=True)]
    spans = [span for span in spans if span.end > span.start]
    if len(spans) < 2:
        raise Refusal(gettext("Không thấy chỗ tách trong nhiệm vụ này; hãy đặt con trỏ vào chỗ cần tách rồi bấm Tách."))
    targets = _figure_places(document, fact)
    parts = [_part(fact, span, reading.content, targets) for span in spans]
    message = gettext("Đã tách thành %(number)d nhiệm vụ.") % {"number": len(parts)}
    return _replace(document, [fact], parts, "split", by, now, message)


@transaction.atomic
def merge_with_next(*, document: Document, fact_pk: int, by: User, now: datetime) -> Change:
    """Make one task of this one and the next open one."""
    document = lock(document)
    fact = _open_task(document, fact_pk)
    tasks = present_facts(document).filter(kind=FactKind.DIRECTIVE, state=FactState.DRAFT, start__gte=fact.start)
    following = tasks.exclude(pk=fact.pk).first()
    if following is None:
        raise Refusal(gettext("Sau nhiệm vụ này không còn nhiệm vụ nào chờ xác nhận để gộp."))
    one, two = fact.current, following.current
    data = {
        **one,
        "text": f"{one['text']} {two['text']}",
        "lead": _union(one["lead"], two["lead"], "name"),
        "coordinating": _union(one["coordinating"], two["coordinating"], "name"),
        "references": _union(one["references"], two["references"], "text"),
        "targets": [*dict.fromkeys([*one["targets"], *two["targets"]])],
        "deadline": one["deadline"] or two["deadline"],
        "product": one["product"] or two["product"],
    }
    whole = Fact(
        reading_id=reading_pk(document),
        kind=FactKind.DIRECTIVE,
        start=fact.start,
        end=max(fact.end, following.end),
        ordinal=fact.ordinal,
        data=data,
        rule=BY_HAND,
        evidence=[*fact.evidence, *following.evidence],
    )
    return _replace(document, [fact, following], [whole], "merge", by, now, gettext("Đã gộp hai nhiệm vụ."))


@transaction.atomic
def add_fact(*, document: Document, kind: str, start: int, end: int, by: User, now: datetime) -> Change:
    """Make a draft of words that a person marked: a task, or a figure where there is a number in them."""
    document = lock(document)
    reading = Reading.objects.only("content").get(pk=reading_pk(document))
    if not 0 <= start < end <= len(reading.content) or end - start > MAX_LENGTH:
        raise Refusal(gettext("Đoạn được chọn không hợp lệ hoặc quá dài; hãy chọn lại một câu."))
    span = _trimmed(reading.content, start, end)
    if span.end <= span.start:
        raise Refusal(gettext("Đoạn được chọn không có chữ; hãy chọn lại."))
    if kind == FactKind.DIRECTIVE:
        data = _bare_task(reading.content[span.start : span.end])
    elif kind == FactKind.QUANTITY:
        span, data = _figure(reading.content, span)
    else:
        raise Refusal(gettext("Chỉ thêm được nhiệm vụ hoặc số liệu."))
    fact = Fact(reading_id=reading_pk(document), kind=kind, start=span.start, end=span.end, data=data, rule=BY_HAND)
    return _replace(document, [], [fact], "add", by, now, gettext("Đã thêm; hãy kiểm tra rồi xác nhận."))


def _open_task(document: Document, fact_pk: int) -> Fact:
    fact = present_fact(document, fact_pk)
    if fact.kind != FactKind.DIRECTIVE or fact.state != FactState.DRAFT:
        raise Refusal(gettext("Chỉ tách hoặc gộp được nhiệm vụ đang chờ xác nhận; hãy mở lại nhiệm vụ trước."))
    return fact


def _replace(
    document: Document, old: Sequence[Fact], new: Sequence[Fact], action: str, by: User, now: datetime, message: str
) -> Change:
    before: dict[str, Any] = {str(fact.pk): snapshot(fact) for fact in old}
    for fact in old:
        decide(fact, FactState.REPLACED, by, now)
        fact.save(update_fields=["state", "decided_by", "decided_at"])
    number = Fact.objects.filter(reading=document.reading_id).count()
    for fact in new:
        number += 1
        fact.key = f"h{number}-{now:%H%M%S%f}"
        fact.ordinal = fact.ordinal if fact.ordinal is not None else number
        fact.added_by = by
        fact.save()
        before[str(fact.pk)] = None
    write_down(document=document, action=action, before=before, facts=[*old, *new], by=by, now=now)
    return Change((*old, *new), new[0].pk, message)


def _trimmed(content: str, start: int, end: int) -> Span:
    words = content[start:end]
    left = len(words) - len(words.lstrip())
    return Span(min(start + left, end), max(start, end - (len(words) - len(words.rstrip()))))


def _union(one: list[dict[str, Any]], two: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    known = {each[name] for each in one}
    return [*one, *(each for each in two if each[name] not in known)]


def _figure_places(document: Document, fact: Fact) -> dict[str, int]:
    keys = fact.current["targets"]
    return dict(Fact.objects.filter(reading=document.reading_id, key__in=keys).values_list("key", "start"))


def _part(fact: Fact, span: Span, content: str, targets: dict[str, int]) -> Fact:
    """One part of a split task: it keeps who leads, and of deadline, references and product what stands in it."""
    values = fact.current

    def stays(found: dict[str, Any]) -> bool:
        place = found.get("start")
        if place is None or not fact.start <= place < fact.end:
            return True
        return bool(span.start <= place < span.end)

    data = {
        **values,
        "text": content[span.start : span.end],
        "deadline": values["deadline"] if values["deadline"] and stays(values["deadline"]) else None,
        "product": values["product"] if values["product"] and stays(values["product"]) else None,
        "references": [each for each in values["references"] if stays(each)],
        "targets": [key for key in values["targets"] if span.start <= targets.get(key, -1) < span.end],
    }
    return Fact(
        reading_id=fact.reading_id,
        kind=FactKind.DIRECTIVE,
        start=span.start,
        end=span.end,
        ordinal=fact.ordinal,
        data=data,
        rule=BY_HAND,
        evidence=fact.evidence,
    )


def _bare_task(words: str) -> dict[str, Any]:
    return {
        "text": words,
        "item": None,
        "lead": [],
        "coordinating": [],
        "deadline": None,
        "references": [],
        "targets": [],
        "product": None,
    }


def _figure(content: str, span: Span) -> tuple[Span, dict[str, Any]]:
    found = measure_in(content, span)
    if found is None:
        raise Refusal(gettext("Đoạn được chọn không có số nào đọc được; hãy chọn lại đúng con số kèm đơn vị."))
    half_step: Decimal = found.half_step
    return found.span, {
        "text": content[found.span.start : found.span.end],
        "value": plain(found.value),
        "unit": found.unit,
        "half_step": plain(half_step),
        "indicator": None,
        "indicator_start": None,
        "indicator_end": None,
        "period": None,
        "role": "actual",
        "base": None,
        "of": None,
        "approx": found.approx,
        "estimate": False,
        "warning": found.warning,
    }
