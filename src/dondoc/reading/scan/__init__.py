"""Pages that are images to lines of words: made ready, recognised by Tesseract, every word with its confidence."""

from collections.abc import Sequence

from PIL import Image

from dondoc.reading import limits
from dondoc.reading.paged import Sheet
from dondoc.reading.pagenames import named
from dondoc.reading.scan.engine import TooSlowError, Word, is_installed, turn_of, words_of
from dondoc.reading.scan.picture import Picture, prepare
from dondoc.reading.scan.slips import mend
from dondoc.reading.scan.words import lines_of

__all__ = ["LEFT_OUT", "LONG", "MISSING", "TooSlowError", "is_installed", "mend", "recognise", "warnings"]

MISSING = (
    "Tệp là bản quét, chưa có lớp chữ, mà máy chủ chưa cài phần nhận dạng chữ (Tesseract với dữ liệu tiếng Việt); "
    "hãy báo quản trị cài tesseract-ocr và tesseract-ocr-vie, hoặc tải lên tệp gốc .docx."
)
LEFT_OUT = (
    "{pages} là bản quét nên chưa được đọc, vì máy chủ chưa cài phần nhận dạng chữ (tesseract-ocr, tesseract-ocr-vie)."
)
LONG = f"Tệp có hơn {limits.MAX_SCAN_PAGES} trang quét nên không được đọc; hãy tách thành nhiều tệp."
_READ = "{pages} được nhận dạng từ bản quét; hãy đối chiếu với ảnh trang những chữ và số được đánh dấu là chưa chắc."
_WHOLE = "Văn bản được nhận dạng từ bản quét; hãy đối chiếu với ảnh trang những chữ và số được đánh dấu là chưa chắc."
_SLOW = "{pages} mất quá nhiều thời gian để nhận dạng nên bị bỏ qua; hãy quét lại cho rõ hơn."
_UPRIGHT = 62.0
_FEW = 12


def recognise(image: Image.Image, number: int, size: tuple[float, float]) -> Sheet:
    """Read the page ``number``, an ``image`` of ``size`` points, turned upright where it is not."""
    width, height = size
    dpi = max(round(image.width * 72 / max(width, 1.0)), 70)
    picture, turn = prepare(image), 0
    words = words_of(picture.image, dpi)
    if len(words) < _FEW or _confidence(words) < _UPRIGHT:
        picture, words, turn = _turned(picture, words, image, dpi)
    if turn % 2:
        width, height = height, width
    lines = lines_of(words, picture.image, width / picture.image.width, number)
    return Sheet(width, height, lines, turn, picture.tilt, scanned=True)


def _turned(picture: Picture, words: list[Word], image: Image.Image, dpi: int) -> tuple[Picture, list[Word], int]:
    """The page turned upright, where it is seen to lie on its side or head, and it then reads better."""
    turn = turn_of(picture.image, dpi)
    if not turn:
        return picture, words, 0
    again = prepare(image.rotate(-90 * turn, expand=True))
    found = words_of(again.image, dpi)
    if _confidence(found) * len(found) <= _confidence(words) * len(words):
        return picture, words, 0
    return again, found, turn


def _confidence(words: list[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(letters, 1)


def warnings(read: Sequence[int], slow: Sequence[int], count: int) -> list[str]:
    """What a person must know of a file of ``count`` pages: which were ``read`` from images, which took too long."""
    found = []
    if read:
        found.append(_WHOLE if len(read) == count else _READ.format(pages=named(read)))
    if slow:
        found.append(_SLOW.format(pages=named(slow)))
    return found
