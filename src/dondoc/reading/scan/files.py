"""Images (.png, .jpg, .tiff with its pages) to :class:`dondoc.text.Text`."""

import warnings as python_warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from math import sqrt
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from dondoc.reading import limits, scan
from dondoc.reading.errors import ReadingError
from dondoc.reading.paged import Sheet, to_text
from dondoc.text import Text

FORMATS = ("PNG", "JPEG", "TIFF")
_BROKEN = "Tệp ảnh bị hỏng hoặc không thuộc loại đọc được (.png, .jpg, .tiff); hãy quét hoặc lưu lại rồi tải lên."
_LARGE = (
    f"Ảnh lớn hơn {limits.MAX_SCAN_PIXELS // 1_000_000} triệu điểm nên không được đọc; "
    "hãy quét lại ở 200-300 điểm một inch."
)
_EMPTY = "Không nhận ra chữ nào trong ảnh; hãy quét lại cho rõ hơn hoặc tải lên tệp gốc .docx."
_WIDEST, _NARROWEST = 1_700, 1_240
_LARGEST_SCALE = 4.0
_A4 = 595.0


def read_image(data: bytes, progress: Callable[[int, int], None] | None = None) -> Text:
    """Return the text of an image; ``progress`` is called with (pages read, pages)."""
    if not scan.is_installed():
        raise ReadingError(scan.MISSING)
    sheets: list[Sheet] = []
    unread: dict[int, scan.UnreadPageError] = {}
    with opened(data) as image:
        count = pages_in(image)
        for number in range(1, count + 1):
            if progress is not None:
                progress(number - 1, count)
            shown = page_image(image, number)
            size = _A4, _A4 * shown.height / shown.width
            try:
                sheets.append(scan.recognise(shown, number, size))
            except scan.UnreadPageError as error:
                sheets.append(Sheet(*size, scanned=True))
                unread[number] = error
    if progress is not None:
        progress(count, count)
    if not any(sheet.lines for sheet in sheets):
        raise ReadingError(" ".join(scan.warnings([], unread, count)) or _EMPTY)
    scan.mend(sheets)
    read = [number for number in range(1, count + 1) if number not in unread]
    return to_text(sheets, form="image", warnings=scan.warnings(read, unread, count))


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The image ``data`` opened; what is damaged, too large or of another kind is a :class:`ReadingError`."""
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                yield image
        except Image.DecompressionBombError as error:
            raise ReadingError(_LARGE) from error
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError) as error:
            raise ReadingError(_BROKEN) from error


def pages_in(image: Any) -> int:
    """How many pages an open image has, at most as many as are read."""
    count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    if count > limits.MAX_SCAN_PAGES:
        raise ReadingError(scan.LONG)
    return count


def page_image(image: Any, number: int) -> Image.Image:
    """The page ``number`` of an open image: upright as its camera says, in colour, of a size that is read well."""
    if number > 1:
        image.seek(number - 1)
    if image.width * image.height > limits.MAX_SCAN_PIXELS:
        raise ReadingError(_LARGE)
    if image.format == "JPEG":
        image.draft("RGB", (_WIDEST, _WIDEST))
    shown = ImageOps.exif_transpose(image)
    shown = shown.convert("L" if shown.mode in ("1", "L", "I;16") else "RGB")
    wanted = min(max(shown.width, _NARROWEST), _WIDEST) / shown.width
    scale = min(wanted, _LARGEST_SCALE, sqrt(limits.MAX_SHOWN_PIXELS / (shown.width * shown.height)))
    if scale != 1:
        size = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
        shown = shown.resize(size, Image.Resampling.LANCZOS)
    return shown
