"""Reading documents for lists and pages. Every function takes what the person may see (``access.visible``)."""

from collections import Counter
from collections.abc import Sequence
from typing import overload

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from dondoc.office.documents.models import Document, DocumentStatus, Fact, FactKind, FactState
from dondoc.office.documents.verdicts import Verdict
from dondoc.office.folding import fold
from dondoc.office.searching import holding

COUNTED = (FactKind.DIRECTIVE, FactKind.QUANTITY)
FLAGGED = ("inconsistent", "doubtful")
ISSUERS = 200
HEAVY = ("folded_content", "folded")
ORDERS: dict[str, tuple[str, ...]] = {
    "van-ban": ("folded", "pk"),
    "-van-ban": ("-folded", "-pk"),
    "ngay": ("issued", "pk"),
    "-ngay": ("-issued", "-pk"),
    "tai-len": ("uploaded_at", "pk"),
    "-tai-len": ("-uploaded_at", "-pk"),
}
FIRST_ORDER = "-tai-len"


def for_list(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Documents with ``found``, ``confirmed`` and ``findings``, without their text, in one query."""
    return (
        documents.defer(*HEAVY)
        .select_related("uploaded_by")
        .annotate(
            found=_number(kind__in=COUNTED, state__in=(FactState.DRAFT, FactState.CONFIRMED)),
            confirmed=_number(kind__in=COUNTED, state=FactState.CONFIRMED),
            findings=_number(kind=FactKind.CHECK, state=FactState.DRAFT, data__verdict__in=FLAGGED),
        )
    )


def _number(**conditions: object) -> Coalesce:
    rows = Fact.objects.filter(reading=OuterRef("reading"), **conditions).order_by().values("reading")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)


def search(documents: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Documents that hold every word typed, marks or not: in number, subject, issuer or name, or in their text."""
    return holding(documents, words)


def filtered(documents: QuerySet[Document], chosen: dict[str, object]) -> QuerySet[Document]:
    """Documents that the filters of ``forms.DocumentFilter`` let through."""
    if words := chosen.get("q"):
        documents = search(documents, str(words))
    if kind := chosen.get("kind"):
        documents = documents.filter(kind=kind)
    if year := chosen.get("year"):
        documents = documents.filter(Q(issued__year=year) | Q(issued__isnull=True, issued_text__startswith=str(year)))
    if issuer := chosen.get("issuer"):
        documents = documents.filter(issuer=issuer)
    return in_state(documents, str(chosen.get("state") or ""))


def in_state(documents: QuerySet[Document], state: str) -> QuerySet[Document]:
    """Documents in one of the states of the filter; any other word lets all through."""
    facts = Fact.objects.filter(reading=OuterRef("reading"))
    waiting = Exists(facts.filter(kind__in=COUNTED, state=FactState.DRAFT))
    flagged = Exists(facts.filter(kind=FactKind.CHECK, state=FactState.DRAFT, data__verdict__in=FLAGGED))
    conditions: dict[str, Q | Exists] = {
        "dang-doc": Q(status__in=(DocumentStatus.WAITING, DocumentStatus.READING)),
        "khong-doc-duoc": Q(status=DocumentStatus.FAILED),
        "con-cho": Q(waiting),
        "da-xac-nhan": Q(reading__isnull=False) & ~Q(waiting),
        "can-xem": Q(flagged),
        "chua-soat": Q(reading__isnull=False, reviewed_at__isnull=True),
        "da-soat": Q(reviewed_at__isnull=False),
    }
    return documents.filter(conditions[state]) if state in conditions else documents


def ordered(documents: QuerySet[Document], order: str | None) -> QuerySet[Document]:
    """Documents in one of ``ORDERS``; the latest uploaded first where none is named. Undated ones come last."""
    columns = ORDERS.get(order or FIRST_ORDER, ORDERS[FIRST_ORDER])
    first = columns[0]
    name = first.lstrip("-")
    by = F(name).desc(nulls_last=True) if first.startswith("-") else F(name).asc(nulls_last=True)
    return documents.order_by(by, *columns[1:])


def twins(documents: QuerySet[Document], document: Document) -> QuerySet[Document]:
    """Other documents with the same number and issuer in the same year: the same document twice, or a wrong number."""
    if not document.number or document.issued is None:
        return documents.none()
    same = documents.filter(number=document.number, issuer=document.issuer, issued__year=document.issued.year)
    return same.exclude(pk=document.pk).defer(*HEAVY)


def years_and_issuers(documents: QuerySet[Document]) -> tuple[list[int], list[str]]:
    """The years in which the documents were issued, latest first, and who issued them, by name; in one query."""
    pairs = documents.order_by().annotate(year=ExtractYear("issued")).values_list("year", "issuer").distinct()
    found = list(pairs)
    years = {year for year, _issuer in found if year is not None}
    issuers = {issuer for _year, issuer in found if issuer}
    return sorted(years, reverse=True), sorted(issuers, key=lambda name: (fold(name), name))[:ISSUERS]


def stretch(documents: QuerySet[Document], start: int, stop: int) -> list[Document]:
    """A stretch of ``documents`` in their order, as ``for_list`` gives them: their numbers are counted, no others."""
    return _of_keys(list(documents.values_list("pk", flat=True)[start:stop]))


def _of_keys(keys: list[int]) -> list[Document]:
    found = for_list(Document.objects.all()).in_bulk(keys)
    return [found[key] for key in keys if key in found]


class Pages(Sequence[Document]):
    """``documents`` in their order for ``Paginator``, as ``stretch`` gives them.

    Where they are chosen by anything, their keys are read once: counting them is as much work as finding a page.
    """

    def __init__(self, documents: QuerySet[Document]) -> None:
        self._documents = documents
        self._keys: list[int] | None = None

    def __len__(self) -> int:
        if not self._documents.query.where:
            return self._documents.order_by().count()
        if self._keys is None:
            self._keys = list(self._documents.values_list("pk", flat=True))
        return len(self._keys)

    @overload
    def __getitem__(self, cut: int) -> Document: ...

    @overload
    def __getitem__(self, cut: slice) -> list[Document]: ...

    def __getitem__(self, cut: int | slice) -> Document | list[Document]:
        if isinstance(cut, int):
            return self[cut : cut + 1][0]
        if self._keys is None:
            return stretch(self._documents, cut.start or 0, cut.stop)
        return _of_keys(self._keys[cut])


def latest(documents: QuerySet[Document], most: int) -> list[Document]:
    """The latest documents, with their numbers, for a board."""
    return stretch(documents.order_by("-uploaded_at", "-pk"), 0, most)


def flagged(documents: QuerySet[Document], most: int) -> tuple[int, list[Fact]]:
    """How many findings nobody has looked at, and those of the latest documents that have any."""
    # Counted here: asked to group them, SQLite goes through an index of all facts that lies in the order of readings.
    found = _flagged().order_by().values_list("reading", flat=True)
    numbers = Counter(found)
    # With so many keys before it PostgreSQL sees that they are not three, and does not go through all tasks of each.
    with_any = documents.filter(reading__in=list(numbers) if documents.query.where else found)
    readings = list(with_any.order_by("-uploaded_at", "-pk").values_list("reading", flat=True))
    number = sum(numbers[reading] for reading in readings)
    return number, list(_latest_first(_flagged().filter(reading__in=readings[:most]))[:most])


def _flagged() -> QuerySet[Fact]:
    checks = Fact.objects.filter(kind=FactKind.CHECK, state=FactState.DRAFT)
    return checks.alias(verdict=Verdict("data")).filter(verdict__in=FLAGGED)


def _latest_first(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    return (
        facts.select_related("reading__document")
        .defer("reading__content", "reading__blocks", "reading__runs", "reading__document__folded_content")
        .order_by("-reading__document__uploaded_at", "start", "pk")
    )
