"""How a page of a .pdf or scan looks, for a person to compare with what was read from it."""

from io import BytesIO

from PIL import Image

from dondoc.reading.errors import ReadingError

_NO_PAGE = "Tệp không có trang {page}."
_QUALITY = 80


def draw(data: bytes, *, page: int, width: int, turn: int = 0, tilt: float = 0.0) -> bytes:
    """Return the page ``page`` of a .pdf or image, ``width`` pixels wide, as .webp.

    ``turn`` and ``tilt`` are those of :class:`dondoc.text.Page`: with them lines run straight to the right.
    """
    image = _pdf_page(data, page, width, turn) if b"%PDF-" in data[:1024] else _picture(data, page, turn)
    if tilt:
        image = image.rotate(tilt, Image.Resampling.BILINEAR, fillcolor="white")
    if image.width > width:
        image = image.resize((width, max(1, image.height * width // image.width)), Image.Resampling.BILINEAR)
    target = BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, method=1)
    return target.getvalue()


def _pdf_page(data: bytes, page: int, width: int, turn: int) -> Image.Image:
    from dondoc.reading.pdfpages import opened
    from dondoc.reading.pdfpictures import render

    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise ReadingError(_NO_PAGE.format(page=page))
        return render(document[page - 1], width=width, turn=turn)


def _picture(data: bytes, page: int, turn: int) -> Image.Image:
    from dondoc.reading.scan.files import opened, page_image, pages_in

    with opened(data) as picture:
        if not 1 <= page <= pages_in(picture):
            raise ReadingError(_NO_PAGE.format(page=page))
        image = page_image(picture, page).convert("RGB")
    return image.rotate(-90 * turn, expand=True) if turn else image
