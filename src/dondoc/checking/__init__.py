"""Facts to checks."""

from dondoc.facts import Check, Facts


def check(facts: Facts) -> list[Check]:
    """Recompute every relation that the text states between its own figures."""
    raise NotImplementedError
