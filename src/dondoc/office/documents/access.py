"""The only way to a document: what the person may see, nothing else."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import sees_all
from dondoc.office.accounts.models import User
from dondoc.office.documents.models import Document, Fact
from dondoc.office.tasks import access as tasks_access
from dondoc.office.tasks.models.parts import giving


def visible(user: User) -> QuerySet[Document]:
    """All documents, or for a focal person those that gave the agency a task."""
    if sees_all(user):
        return Document.objects.all()
    return Document.objects.filter(giving(tasks_access.visible(user), "pk"))


def get(user: User, pk: int) -> Document:
    """The document, or 404 where it does not exist or the person may not see it."""
    documents = visible(user).select_related("reading", "uploaded_by", "reviewed_by").defer("folded_content")
    return get_object_or_404(documents, pk=pk)


def get_fact(document: Document, pk: int) -> Fact:
    """A fact of the document's present reading, or 404."""
    return get_object_or_404(
        Fact.objects.filter(reading=document.reading_id).select_related("decided_by", "reading"), pk=pk
    )
