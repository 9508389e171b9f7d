"""Pages of a .pdf or scan as images: kept once drawn, and where the words of a fact stand on them.

The images lie under ``pages/`` of the files, by the digest of what they were drawn from. They can be drawn again at any
time, so they are swept away when they are old, and are no part of a backup.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet

from dondoc.office.documents.models import Document, Reading, ReadingPage
from dondoc.reading.frames import Rectangle, rectangles
from dondoc.reading.isolated import draw_isolated
from dondoc.reading.transport import dump_frames, load_frames
from dondoc.text import OffsetMap, Run, Span, Text

WIDTH = 1_600
KEPT_FOR = timedelta(days=30)


class PlacedBox(NamedTuple):
    """A rectangle on a page."""

    page: int
    box: Rectangle


def page_objects(reading: Reading, text: Text) -> list[ReadingPage]:
    """The rows that hold the pages of ``text``."""
    return [
        ReadingPage(
            reading=reading,
            number=number,
            width=page.width,
            height=page.height,
            turn=page.turn,
            tilt=page.tilt,
            scanned=page.scanned,
            frames=dump_frames(page.frames),
        )
        for number, page in enumerate(text.pages, 1)
    ]


def pages_of(reading: Reading | None) -> QuerySet[ReadingPage]:
    """The pages of a reading without what stands on them; none where the file has no pages that can be shown."""
    return ReadingPage.objects.filter(reading=reading).defer("frames")


def image_of(document: Document, page: ReadingPage) -> Path:
    """The file with the image of ``page``, drawn now where it is not kept; may raise ``ReadingError``."""
    folder = Path(settings.MEDIA_ROOT) / "pages" / document.sha256[:2] / document.sha256
    path = folder / f"{page.number}-{page.turn}-{round(page.tilt * 100)}.webp"
    if not path.exists():
        drawn = draw_isolated(document.file.path, page.number, width=WIDTH, turn=page.turn, tilt=page.tilt)
        folder.mkdir(parents=True, exist_ok=True)
        half_written = path.with_suffix(".part")
        half_written.write_bytes(drawn)
        half_written.replace(path)
    return path


def boxes_of(reading: Reading, span: Span) -> Iterator[PlacedBox]:
    """Yield where the words of ``span`` stand, page by page and line by line."""
    sources = list(_sources(reading, span))
    wanted = {number for start, end in sources for number in _numbers(reading, start, end)}
    for page in ReadingPage.objects.filter(reading=reading, number__in=wanted).order_by("number"):
        frames = load_frames(page.frames)
        for source in sources:
            for box in rectangles(frames, source):
                yield PlacedBox(page.number, box)


def _sources(reading: Reading, span: Span) -> Iterator[Span]:
    """Yield the stretches of the source that hold ``span``, one a run: what a note cuts in two stays in two."""
    runs = [Run(*run) for run in reading.runs]
    origin = OffsetMap(runs)
    for run in runs:
        start, end = max(run.start, span.start), min(run.end, span.end)
        if start < end:
            yield origin.to_source(Span(start, end))


def _numbers(reading: Reading, start: int, end: int) -> Iterator[int]:
    """Yield the pages that a stretch of the source lies on."""
    begun = [(int(at), str(part)) for at, part in reading.places if str(part).startswith("page:")]
    for index, (at, part) in enumerate(begun):
        behind = begun[index + 1][0] if index + 1 < len(begun) else end + 1
        if at < end and start < behind:
            yield int(part.removeprefix("page:"))


def sweep_images(*, now: datetime) -> int:
    """Delete page images drawn long ago. How many."""
    removed = 0
    for path in (Path(settings.MEDIA_ROOT) / "pages").rglob("*.*"):
        if path.is_file() and path.stat().st_mtime < (now - KEPT_FOR).timestamp():
            path.unlink(missing_ok=True)
            removed += 1
    return removed
