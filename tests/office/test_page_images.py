"""The pages of a .pdf as images: who may see them, where facts stand on them, what is kept."""

import os
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from dondoc.office.accounts.models import User
from dondoc.office.documents import pageimages
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.actions.reading import _Progress, read_document
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.layout import lay_out
from dondoc.office.documents.models import Document, DocumentStatus, Fact, FactKind, ReadingPage
from dondoc.office.documents.pageimages import boxes_of, sweep_images
from dondoc.reading import ReadingError
from dondoc.text import Span
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
PDF = Path(__file__).parents[1] / "reading/files/thong-bao.pdf"


@pytest.fixture
def printed(cast: Cast) -> Document:
    made = upload(file=ContentFile(PDF.read_bytes(), "tb.pdf"), name="tb.pdf", by=cast.office, now=NOW)
    read_document(document_pk=made.pk, now=NOW)
    return Document.objects.select_related("reading").get(pk=made.pk)


def figure(document: Document, words: str) -> Fact:
    found = Fact.objects.filter(reading=document.reading_id, kind=FactKind.QUANTITY, data__text=words).last()
    assert found is not None
    return found


def test_a_page_is_shown_to_those_who_may_see_the_document(printed: Document, cast: Cast, signed_in: SignIn) -> None:
    confirm_all(document=printed, by=cast.office, now=NOW)
    address = f"/van-ban/{printed.pk}/trang/1.webp"
    answer = signed_in(cast.viewer).get(address)
    image = Image.open(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    answer.close()
    assert (answer["Content-Type"], image.format, image.width) == ("image/webp", "WEBP", 1600)
    assert "private" in answer["Cache-Control"]
    assert signed_in(cast.stranger).get(address).status_code == 404
    assert signed_in(cast.viewer).get(f"/van-ban/{printed.pk}/trang/99.webp").status_code == 404


def test_a_page_is_drawn_once_and_swept_when_old(
    printed: Document, cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(cast.office)
    client.get(f"/van-ban/{printed.pk}/trang/2.webp").close()

    def refuse(*_given: object, **_named: object) -> bytes:
        raise ReadingError("không vẽ lại")

    monkeypatch.setattr(pageimages, "draw_isolated", refuse)
    kept = client.get(f"/van-ban/{printed.pk}/trang/2.webp")
    kept.close()
    assert kept.status_code == 200
    assert client.get(f"/van-ban/{printed.pk}/trang/1.webp").status_code == 404
    assert sweep_images(now=NOW - timedelta(days=400)) == 0
    (image,) = (Path(settings.MEDIA_ROOT) / "pages").rglob("*.webp")
    long_ago = (NOW - timedelta(days=400)).timestamp()
    os.utime(image, (long_ago, long_ago))
    assert sweep_images(now=NOW) == 1


def test_the_words_of_a_fact_are_found_on_their_page(printed: Document, cast: Cast, signed_in: SignIn) -> None:
    assert printed.reading is not None
    assert ReadingPage.objects.filter(reading=printed.reading).count() == 4
    fact = figure(printed, "12,5 tỷ đồng")
    boxes = signed_in(cast.viewer).get(f"/van-ban/{printed.pk}/su-kien/{fact.pk}/tren-trang/").json()["boxes"]
    place = next(block for block in printed.reading.blocks if block["start"] <= fact.start < block["end"])
    assert {page for page, *_ in boxes} <= {place["page"], place["page"] + 1}
    for _, left, top, right, bottom in boxes:
        assert 0 <= left < right <= 10_000
        assert 0 < bottom - top < 400  # a line of a page of some fifty


def test_a_span_over_two_pages_has_boxes_on_both(printed: Document) -> None:
    reading = printed.reading
    assert reading is not None
    pages = {box.page for box in boxes_of(reading, Span(0, len(reading.content)))}
    assert pages == {1, 2, 3, 4}
    assert list(boxes_of(reading, Span(5, 5))) == []


def test_the_page_offers_images_only_where_there_are_some(
    printed: Document, document: Document, cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(cast.office)
    shown = client.get(f"/van-ban/{printed.pk}/").content.decode()
    assert shown.count('loading="lazy"') == 4
    assert "page-images" in shown
    plain = client.get(f"/van-ban/{document.pk}/").content.decode()
    assert "page-bar" not in plain
    assert "page-images" not in plain


def test_what_cannot_be_read_leaves_nothing_but_its_file(cast: Cast) -> None:
    broken = PDF.read_bytes()[:3000]
    made = upload(file=ContentFile(broken, "cut.pdf"), name="cut.pdf", by=cast.office, now=NOW)
    read_document(document_pk=made.pk, now=NOW)
    made.refresh_from_db()
    assert made.status == DocumentStatus.FAILED
    assert made.failure
    kept = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert kept == [Path(made.file.path)]
    assert not ReadingPage.objects.exists()


def test_progress_over_the_pages_of_a_scan_is_shown(cast: Cast, signed_in: SignIn, document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(status=DocumentStatus.READING)
    progress = _Progress(document.pk, NOW)
    progress(3, 12)
    document.refresh_from_db()
    assert (document.pages_read, document.pages_to_read) == (3, 12)
    assert document.status_at >= NOW
    shown = signed_in(cast.office).get(f"/van-ban/{document.pk}/trang-thai/").content.decode()
    assert "3/12 trang quét" in shown


def test_doubtful_words_are_marked_in_the_text(document: Document) -> None:
    reading = document.reading
    assert reading is not None
    block = next(each for each in reading.blocks if each["end"] - each["start"] > 12)
    reading.doubts = [[block["start"] + 3, block["start"] + 8, 41]]
    segments = [segment for view in lay_out(reading, []) for segment in view.segments if segment.unsure]
    assert [(segment.start, segment.end) for segment in segments] == [(block["start"] + 3, block["start"] + 8)]
