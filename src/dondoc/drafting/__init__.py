"""Facts to files: documents with comments in them, reports, spreadsheets."""

from dondoc.drafting.comments import annotate

__all__ = ["annotate"]
