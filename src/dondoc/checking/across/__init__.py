"""One document against earlier ones: the same figure, plans, bases of changes, cumulative figures.

Each cause once: a figure that one rule speaks about is not spoken about again.
"""

from collections.abc import Iterable

from dondoc.checking.across import bases, plans, restated, running
from dondoc.checking.across.contradiction import Contradiction
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.statements import Source, Statement, statement_of

ACROSS_RULES = (restated.find, plans.find, bases.find, running.find)

__all__ = ["Contradiction", "Source", "Statement", "compare", "statement_of"]


def compare(
    own: Iterable[Statement], earlier: Iterable[Statement], targets: Iterable[Statement] = ()
) -> list[Contradiction]:
    """Return what ``own`` (one document) says against ``earlier`` documents and the office's targets.

    Linear in the number of statements. Statements of ``earlier`` and ``targets`` carry their source.
    """
    book = (Ledger(own), Ledger(earlier), Ledger(targets))
    said: set[str] = set()
    kept: list[Contradiction] = []
    for one in (one for find in ACROSS_RULES for one in find(*book)):
        if not any(each.id in said for each in one.own):
            said.update(each.id for each in one.own)
            kept.append(one)
    return kept
