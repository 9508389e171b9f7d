"""Pages that are images to lines of words: made ready, recognised by Tesseract, every word with its confidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image

from dondoc.reading import limits
from dondoc.reading.paged import Sheet
from dondoc.reading.pagenames import named
from dondoc.reading.scan import figures
from dondoc.reading.scan.engine import UnreadPageError, Word, is_installed, turn_of, words_of
from dondoc.reading.scan.picture import Picture, prepare
from dondoc.reading.scan.slips import mend
from dondoc.reading.scan.tables import ENLARGED, ScannedTable, tables_of, with_tables
from dondoc.reading.scan.words import lines_of

__all__ = ["LEFT_OUT", "LONG", "MISSING", "UnreadPageError", "is_installed", "mend", "recognise", "warnings"]

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
_UNREAD = {
    True: "{pages} mất quá nhiều thời gian để nhận dạng nên bị bỏ qua; hãy quét lại cho rõ hơn.",
    False: "{pages} chưa được đọc vì phần nhận dạng chữ dừng giữa chừng; hãy đọc lại tệp, hoặc quét lại trang đó.",
}
_UPRIGHT = 62.0
_FEW = 12


def recognise(image: Image.Image, number: int, size: tuple[float, float]) -> Sheet:
    """Read the page ``number``, an ``image`` of ``size`` points, turned upright where it is not."""
    width, height = size
    dpi = max(round(image.width * 72 / max(width, 1.0)), 70)
    page, turn = _read(prepare(image), dpi), 0
    if len(page.words) < _FEW or _confidence(page.words) < _UPRIGHT:
        page, turn = _turned(page, image, dpi)
    if turn % 2:
        width, height = height, width
    seen, scale = page.picture.image, width / page.picture.image.width
    lines = with_tables(lines_of(page.outside, seen, scale, number), page.tables, seen, scale, number)
    return Sheet(width, height, lines, turn, page.picture.tilt, scanned=True)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was recognised: the words outside its tables, and the tables."""

    picture: Picture
    outside: list[Word]
    tables: list[ScannedTable]

    @property
    def words(self) -> list[Word]:
        return [*self.outside, *(word for table in self.tables for word in table.words)]


def _read(picture: Picture, dpi: int) -> _Page:
    rest, tables = tables_of(
        picture.image,
        72 / dpi,
        lambda table: words_of(table, round(dpi * ENLARGED), as_block=True),
        lambda sheet: words_of(sheet, dpi * figures.ENLARGED, as_block=True, figures=True),
    )
    return _Page(picture, words_of(rest, dpi), tables)


def _turned(page: _Page, image: Image.Image, dpi: int) -> tuple[_Page, int]:
    """The page turned upright, where it is seen to lie on its side or head, and it then reads better."""
    turn = turn_of(page.picture.image, dpi)
    if not turn:
        return page, 0
    again = _read(prepare(image.rotate(-90 * turn, expand=True)), dpi)
    if _confidence(again.words) * len(again.words) <= _confidence(page.words) * len(page.words):
        return page, 0
    return again, turn


def _confidence(words: list[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(letters, 1)


def warnings(read: Sequence[int], unread: Mapping[int, UnreadPageError], count: int) -> list[str]:
    """What a person must know of a file of ``count`` pages: which were ``read`` from images, which not and why."""
    found = []
    if read:
        found.append(_WHOLE if len(read) == count else _READ.format(pages=named(read)))
    for slow, words in _UNREAD.items():
        if pages := [number for number, error in unread.items() if error.slow is slow]:
            found.append(words.format(pages=named(pages)))
    return found
