"""The commands and their options."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import dondoc
from dondoc.cli import records, tables
from dondoc.cli.inputs import Result, each, errors, read_facts, read_text
from dondoc.drafting.workbook import Drafted, draft_workbook
from dondoc.facts import Check, Facts
from dondoc.text import Text

INCONSISTENT, UNREADABLE = 1, 2

app = typer.Typer(
    name="dondoc",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Files = Annotated[list[str], typer.Argument(help="Các tệp cần đọc; - là đầu vào chuẩn.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="In JSON; nhiều tệp thì mỗi tệp một dòng.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="In CSV, mỗi sự kiện một dòng.")]
AsXlsx = Annotated[Path | None, typer.Option("--xlsx", help="Ghi ra sổ Excel này.", show_default=False)]
Explain = Annotated[bool, typer.Option("--explain", help="Nêu quy tắc và căn cứ của từng kết quả.")]


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dondoc {dondoc.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="In số phiên bản.")
    ] = False,
) -> None:
    """Đôn Đốc: đọc văn bản hành chính, tìm nhiệm vụ và số liệu, soát các phép tính."""


class Form(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def _form(as_json: bool, as_csv: bool, as_xlsx: Path | None) -> Form:
    chosen = [
        form for form, wanted in ((Form.JSON, as_json), (Form.CSV, as_csv), (Form.XLSX, as_xlsx is not None)) if wanted
    ]
    if len(chosen) > 1:
        raise typer.BadParameter("Chỉ chọn một trong --json, --csv, --xlsx.")
    return chosen[0] if chosen else Form.TABLE


@app.command()
def read(files: Files, as_json: AsJson = False, as_csv: AsCsv = False, as_xlsx: AsXlsx = None) -> None:
    """Đọc tệp và in văn bản đã làm sạch, từng đoạn một."""
    form = _form(as_json, as_csv, as_xlsx)
    results: list[Result[Text]] = []
    for result in each(files, read_text):
        results.append(result)
        if form is Form.JSON:
            _print_json(records.text_record(result.value) if result.value else None, result, len(files))
        elif form is Form.TABLE and result.value:
            tables.print_text(result.file, result.value)
    texts = [(result.file, result.value) for result in results if result.value]
    if form is Form.CSV:
        records.write_csv(sys.stdout, records.BLOCK_FIELDS, records.block_rows(texts))
    elif as_xlsx:
        _write(as_xlsx, records.blocks_workbook(texts))
    _finish(results)


@app.command()
def extract(
    files: Files,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    as_xlsx: AsXlsx = None,
    explain: Explain = False,
) -> None:
    """Tìm nhiệm vụ và số liệu, mỗi kết quả kèm câu văn gốc."""
    _facts(files, _form(as_json, as_csv, as_xlsx), as_xlsx, explain, checks_only=False)


@app.command()
def check(
    files: Files,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    as_xlsx: AsXlsx = None,
    explain: Explain = False,
) -> None:
    """Tính lại mọi tổng, tỷ lệ, tăng giảm; mã thoát 1 nếu có chỗ không khớp."""
    results = _facts(files, _form(as_json, as_csv, as_xlsx), as_xlsx, explain, checks_only=True)
    if any(one.verdict == "inconsistent" for result in results if result.value for one in result.value[1]):
        raise typer.Exit(INCONSISTENT)


@app.command()
def up(
    data: Annotated[Path | None, typer.Option(help="Thư mục dữ liệu.", show_default="data")] = None,
    host: Annotated[str, typer.Option(help="Địa chỉ phục vụ.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Cổng phục vụ.")] = 8000,
    sample: Annotated[bool, typer.Option(help="Nạp tỉnh mẫu khi khởi tạo.")] = True,
) -> None:
    """Mở văn phòng trên máy này: cơ sở dữ liệu, trang web, việc chạy nền."""
    from dondoc.office.up import up as start  # Django is loaded only where the office is wanted

    start(data=data, host=host, port=port, sample=sample)


def _facts(
    files: Sequence[str], form: Form, as_xlsx: Path | None, explain: bool, *, checks_only: bool
) -> list[Result[tuple[Facts, list[Check]]]]:
    results: list[Result[tuple[Facts, list[Check]]]] = []
    for result in each(files, read_facts):
        results.append(result)
        if form is Form.JSON:
            record = records.facts_record(*result.value, checks_only=checks_only) if result.value else None
            _print_json(record, result, len(files))
        elif form is Form.TABLE and result.value:
            show = tables.print_checks if checks_only else tables.print_facts
            show(result.file, *result.value, explain=explain)
    drafted = [Drafted(result.file, *result.value) for result in results if result.value]
    if form is Form.CSV:
        fields, rows = (
            (records.CHECK_FIELDS, records.check_rows) if checks_only else (records.FACT_FIELDS, records.fact_rows)
        )
        records.write_csv(sys.stdout, fields, (row for one in drafted for row in rows(one)))
    elif as_xlsx:
        _write(as_xlsx, draft_workbook(drafted))
    _finish(results)
    return results


def _print_json(record: dict[str, object] | None, result: Result[object], of: int) -> None:
    """One object for one file; for several, one a line, each with its file, the unreadable ones with their error."""
    if of == 1:
        if record is not None:
            print(json.dumps(record, ensure_ascii=False, indent=1))
        return
    print(json.dumps({"file": result.file, **(record or {"error": result.error})}, ensure_ascii=False))


def _write(path: Path, workbook: bytes) -> None:
    try:
        path.write_bytes(workbook)
    except OSError as error:
        errors.print(f"{path}: Không ghi được tệp ({error.strerror or error}); hãy chọn chỗ khác.", markup=False)
        raise typer.Exit(UNREADABLE) from error


def _finish(results: Sequence[Result[object]]) -> None:
    if any(result.error for result in results):
        raise typer.Exit(UNREADABLE)
