"""The way back from a task or a figure to the sentence it came from."""

from django.urls import reverse


def sentence_url(document: int | None, fact: int | None) -> str:
    """The address of the sentence; empty where the thing came from no document."""
    if document is None:
        return ""
    page = reverse("documents:document", args=[document])
    return f"{page}#f{fact}" if fact is not None else page
