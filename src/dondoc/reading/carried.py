"""Files that carry documents, read as the one document they carry: a .zip, an e-mail, an edXML package."""

from collections.abc import Callable
from dataclasses import replace

from dondoc.reading.errors import ReadingError
from dondoc.reading.members import Contents, Member, contents_of
from dondoc.text import Text

_SHOWN = 5
_KIND = {"zip": "tệp .zip", "eml": "thư điện tử"}


def read_carried(data: bytes, form: str, progress: Callable[[int, int], None] | None = None) -> Text:
    """Read the one document that ``data`` carries; more than one is an error that names them."""
    if form == "edxml":
        from dondoc.reading.edxml import open_package

        envelope, main, others = open_package(data)
        text = _read(main, progress)
        notes = () if not others else (f"Gói edXML còn có {_listed(others)}; mới đọc “{main.name}”.",)
        return replace(text, envelope=envelope, warnings=(*text.warnings, *notes))
    contents = contents_of(data, form)
    text = _read(only_document(contents, form), progress)
    left = (f"Trong {_KIND[form]} còn có {_listed(contents.others)}, không được đọc.",) if contents.others else ()
    return replace(text, warnings=(*text.warnings, *left))


def only_document(contents: Contents, form: str) -> Member:
    """The one document of ``contents``."""
    if not contents.documents:
        held = f" (chỉ có {_listed(contents.others)})" if contents.others else ""
        raise ReadingError(
            f"Không có văn bản nào đọc được trong {_KIND[form]}{held}; hãy chọn tệp có .docx, .pdf, .doc hoặc .xlsx."
        )
    if len(contents.documents) > 1:
        names = _listed(tuple(member.name for member in contents.documents))
        raise ReadingError(
            f"Trong {_KIND[form]} có {len(contents.documents)} văn bản ({names}); hãy lấy ra và đọc từng tệp một."
        )
    return contents.documents[0]


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_SHOWN])
    return f"{shown} và {len(names) - _SHOWN} tệp khác" if len(names) > _SHOWN else shown


def _read(member: Member, progress: Callable[[int, int], None] | None) -> Text:
    from dondoc.reading import read

    return read(member.data, name=member.name, progress=progress, repair=False)
