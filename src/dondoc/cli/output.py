"""What the commands share: their options, the forms of their results, how they end."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dondoc.cli.inputs import Result, errors

FLAGGED, UNREADABLE = 1, 2

Files = Annotated[list[str], typer.Argument(help="Các tệp cần đọc; - là đầu vào chuẩn.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="In JSON; nhiều tệp thì mỗi tệp một dòng.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="In CSV, mỗi sự kiện một dòng.")]
AsXlsx = Annotated[Path | None, typer.Option("--xlsx", help="Ghi ra sổ Excel này.", show_default=False)]
Explain = Annotated[bool, typer.Option("--explain", help="Nêu quy tắc và căn cứ của từng kết quả.")]


class Form(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def form_of(as_json: bool, as_csv: bool, as_xlsx: Path | None) -> Form:
    """The form that the options ask for; at most one of them."""
    chosen = [
        form for form, wanted in ((Form.JSON, as_json), (Form.CSV, as_csv), (Form.XLSX, as_xlsx is not None)) if wanted
    ]
    if len(chosen) > 1:
        raise typer.BadParameter("Chỉ chọn một trong --json, --csv, --xlsx.")
    return chosen[0] if chosen else Form.TABLE


def print_json(record: dict[str, object] | None, result: Result[object], of: int) -> None:
    """One object for one file; for several, one a line, each with its file, the unreadable ones with their error."""
    if of == 1:
        if record is not None:
            print(json.dumps(record, ensure_ascii=False, indent=1))
        return
    print(json.dumps({"file": result.file, **(record or {"error": result.error})}, ensure_ascii=False))


def write_file(path: Path, data: bytes) -> None:
    """Write ``data``; where that cannot be, say so in one sentence and end."""
    try:
        path.write_bytes(data)
    except OSError as error:
        errors.print(f"{path}: Không ghi được tệp ({error.strerror or error}); hãy chọn chỗ khác.", markup=False)
        raise typer.Exit(UNREADABLE) from error


def finish(unreadable: bool) -> None:
    """End with the status of a file that could not be read."""
    if unreadable:
        raise typer.Exit(UNREADABLE)
