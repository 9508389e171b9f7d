"""The commands and their options."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

import dondoc
from dondoc.cli import output, records, tables
from dondoc.cli.check_command import check, rules
from dondoc.cli.inputs import Result, each, read_facts, read_text
from dondoc.drafting.workbook import Drafted, draft_workbook
from dondoc.text import Text

app = typer.Typer(
    name="dondoc",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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
    # Facts are many small objects that live to the end: to look through them again and again costs a third of the time.
    gc.set_threshold(50_000, 20, 100)


@app.command()
def read(
    files: output.Files, as_json: output.AsJson = False, as_csv: output.AsCsv = False, as_xlsx: output.AsXlsx = None
) -> None:
    """Đọc tệp và in văn bản đã làm sạch, từng đoạn một."""
    form = output.form_of(as_json, as_csv, as_xlsx)
    results: list[Result[Text]] = []
    for result in each(files, read_text):
        results.append(result)
        if form is output.Form.JSON:
            output.print_json(records.text_record(result.value) if result.value else None, result, len(files))
        elif form is output.Form.TABLE and result.value:
            tables.print_text(result.file, result.value)
    texts = [(result.file, result.value) for result in results if result.value]
    if form is output.Form.CSV:
        records.write_csv(sys.stdout, records.BLOCK_FIELDS, records.block_rows(texts))
    elif as_xlsx:
        output.write_file(as_xlsx, records.blocks_workbook(texts))
    output.finish(any(result.error for result in results))


@app.command()
def extract(
    files: output.Files,
    as_json: output.AsJson = False,
    as_csv: output.AsCsv = False,
    as_xlsx: output.AsXlsx = None,
    explain: output.Explain = False,
) -> None:
    """Tìm nhiệm vụ và số liệu, mỗi kết quả kèm câu văn gốc."""
    form = output.form_of(as_json, as_csv, as_xlsx)
    drafted: list[Drafted] = []
    failed = False
    for result in each(files, read_facts):
        failed = failed or result.value is None
        if form is output.Form.JSON:
            record = records.facts_record(*result.value, checks_only=False) if result.value else None
            output.print_json(record, result, len(files))
        if not result.value:
            continue
        if form is output.Form.TABLE:
            tables.print_facts(result.file, *result.value, explain=explain)
        drafted.append(Drafted(result.file, *result.value))
    if form is output.Form.CSV:
        rows = (row for one in drafted for row in records.fact_rows(one))
        records.write_csv(sys.stdout, records.FACT_FIELDS, rows)
    elif as_xlsx:
        output.write_file(as_xlsx, draft_workbook(drafted))
    output.finish(failed)


app.command()(check)
app.command()(rules)


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


@app.command()
def recount(
    data: Annotated[Path | None, typer.Option(help="Thư mục dữ liệu.", show_default="data")] = None,
    check: Annotated[bool, typer.Option("--check", help="Chỉ soát, không ghi; mã thoát 1 khi có chỗ sai.")] = False,
) -> None:
    """Soát và dựng lại những gì văn phòng giữ sẵn để trang mở nhanh."""
    from dondoc.office.recounting import recount as look

    if not look(data, check) and check:
        raise typer.Exit(1)
