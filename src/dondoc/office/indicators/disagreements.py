"""What documents state otherwise than the office knew, for the page of an indicator: open ones and their reasons."""

from dataclasses import dataclass

from django.db.models import F, QuerySet

from dondoc.checking.across.contradiction import HERE
from dondoc.office.documents.models import Document, FactState
from dondoc.office.indicators.models import Disagreement, Indicator
from dondoc.office.look.links import sentence_url

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing: what is said of them, each figure with its document and the way to its sentence.

    ``reason``: why a person lets both stand; empty where nobody has said yet.
    """

    message: str
    now: str
    now_source: str
    now_url: str
    earlier: tuple[tuple[str, str, str], ...]
    reason: str


def pairs_of(indicator: Indicator, documents: QuerySet[Document]) -> list[Pair]:
    """Contradictions that nobody answered yet, and those accepted with a reason; newest first.

    ``documents``: those that the person may see. A finding that was fixed or was no error is gone.
    """
    found = (
        Disagreement.objects.filter(
            indicator=indicator,
            fact__reading__document__in=documents,
            fact__reading__document__reading=F("fact__reading"),
            fact__state__in=(FactState.DRAFT, FactState.CONFIRMED),
        )
        .select_related("fact", "fact__reading__document", "observation")
        .defer("fact__evidence", "fact__reading__document__folded_content", "fact__reading__content")
        .order_by("-pk")[:SHOWN]
    )
    return [_pair(each) for each in found if _stands(each)]


def _stands(found: Disagreement) -> bool:
    return found.fact.state == FactState.DRAFT or found.fact.current.get("answer") == "accepted"


def _pair(found: Disagreement) -> Pair:
    values = found.fact.current
    document = found.fact.reading.document
    earlier = tuple(
        (each["shown"], each["name"], sentence_url(each["document"], each["fact"])) for each in values["sources"]
    )
    return Pair(
        message=values["reason"].replace(HERE, document.number or document.original_name),
        now=values["stated"],
        now_source=document.number or document.original_name,
        now_url=sentence_url(document.pk, found.fact.pk),
        earlier=earlier,
        reason=values.get("answer_reason", "") if found.fact.state == FactState.CONFIRMED else "",
    )
