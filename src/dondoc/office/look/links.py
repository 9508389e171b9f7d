"""The way back from a task or a figure to the sentence it came from."""

from collections.abc import Callable

from dondoc.office.look.addresses import address_of


def sentence_url(document: int | None, fact: int | None, of: Callable[[int], str] | None = None) -> str:
    """The address of the sentence; empty where the thing came from no document. ``of``: documents' addresses."""
    if document is None:
        return ""
    page = (of or address_of("documents:document"))(document)
    return f"{page}#f{fact}" if fact is not None else page
