"""Bytes to :class:`dondoc.text.Text`: one module a format."""

from collections.abc import Callable
from pathlib import Path

from dondoc.reading import limits
from dondoc.reading.detect import detect
from dondoc.reading.encoding import decode
from dondoc.reading.errors import ReadingError
from dondoc.reading.plain import read_plain
from dondoc.text import Text

__all__ = ["Progress", "ReadingError", "read"]

Progress = Callable[[int, int], None]


def read(
    source: Path | str | bytes, *, name: str | None = None, progress: Progress | None = None, repair: bool = True
) -> Text:
    """Read a file (or its bytes, with its file ``name``) into a :class:`Text`.

    ``repair``: damaged words are mended, each mend noted in ``Text.repairs``. ``progress`` is called with
    (pages read, pages) where pages are recognised one by one, which takes its time.
    Raises :class:`ReadingError` where the file is none of the known formats, broken, locked or too large.
    """
    if not isinstance(source, bytes):
        path = Path(source)
        name = name or path.name
        source = _bytes_of(path)
    if len(source) > limits.MAX_FILE_BYTES:
        raise ReadingError(_TOO_LARGE)
    text = _read_as(detect(source, name), source, progress)
    if not repair:
        return text
    from dondoc.reading.repairs import repaired

    return repaired(text)


def _read_as(form: str, source: bytes, progress: Progress | None = None) -> Text:
    """Read ``source``; the parsers of a format are loaded with its first file, so that a program starts at once."""
    if form == "docx":
        from dondoc.reading.docx import read_docx

        return read_docx(source)
    if form == "pdf":
        from dondoc.reading.pdf import read_pdf

        return read_pdf(source, progress)
    if form == "image":
        from dondoc.reading.scan.files import read_image

        return read_image(source, progress)
    if form in ("zip", "eml", "edxml"):
        from dondoc.reading.carried import read_carried

        return read_carried(source, form, progress)
    if form in ("doc", "rtf", "odt"):
        return _read_written(form, source)
    if form == "html":
        from dondoc.reading.html import read_html

        return read_html(source)
    if form in ("xlsx", "xls", "ods"):
        from dondoc.reading.sheets import read_sheets

        return read_sheets(source, form)
    return read_plain(decode(source))


def _read_written(form: str, source: bytes) -> Text:
    """Read a file of another word processor."""
    if form == "rtf":
        from dondoc.reading.rtf import read_rtf

        return read_rtf(source)
    if form == "odt":
        from dondoc.reading.odt import read_odt

        return read_odt(source)
    from dondoc.reading.olddoc import converted, with_way

    way, data = converted(source)
    return with_way(_read_as(way, data), way)


_TOO_LARGE = f"Tệp lớn hơn {limits.MAX_FILE_BYTES // 2**20} MB nên không được đọc; hãy tách nhỏ hoặc bớt ảnh trong tệp."


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > limits.MAX_FILE_BYTES:
            raise ReadingError(_TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"Không mở được tệp {path.name}; hãy kiểm tra lại đường dẫn và quyền đọc.") from error
