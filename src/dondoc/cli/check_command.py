"""``dondoc check``: a document read against itself, like a linter; ``dondoc rules``: what it looks for."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

import dondoc
from dondoc.checking.across.files import find_contradictions
from dondoc.checking.catalogue import UnknownRuleError, catalogue
from dondoc.checking.paper import Paper
from dondoc.checking.review import review
from dondoc.checking.scene import Scene, read_scene
from dondoc.cli import findings, records, tables
from dondoc.cli.config import Config, ConfigError, chosen, find_config
from dondoc.cli.findings import SAID, Format, Reviewed
from dondoc.cli.inputs import STANDARD_INPUT, Result, each, errors, read_facts, read_text
from dondoc.cli.output import (
    FLAGGED,
    UNREADABLE,
    AsCsv,
    AsJson,
    AsXlsx,
    Explain,
    Files,
    Form,
    finish,
    form_of,
    print_json,
    write_file,
)
from dondoc.drafting.workbook import Drafted, draft_workbook
from dondoc.facts import Check, Facts

Marked = Annotated[
    Path | None,
    typer.Option("--annotate", help="Ghi bản có nhận xét (.docx) hoặc tô vàng (.pdf) ra tệp này; nhiều tệp: thư mục."),
]
Against = Annotated[
    list[Path] | None,
    typer.Option(
        "--against", help="Văn bản trước để so (báo cáo tháng trước, năm trước); lặp lại được.", show_default=False
    ),
]
_COLOURS = {"error": "bold red", "doubtful": "yellow", "format": "cyan"}


def check(
    files: Files,
    output: Annotated[Format, typer.Option("--format", help="Cách in: text, json, github, sarif.")] = Format.TEXT,
    select: Annotated[
        list[str] | None, typer.Option(help="Chỉ chạy các quy tắc này: SL, SL1, SL101, ALL.", show_default=False)
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Bỏ các quy tắc này.", show_default=False)] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Mã thoát 0 dù có lỗi.")] = False,
    annotate: Marked = None,
    against: Against = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    as_xlsx: AsXlsx = None,
    explain: Explain = False,
) -> None:
    """Soát số liệu, thể thức, viện dẫn; mã thoát 1 nếu có lỗi, 2 nếu có tệp không đọc được."""
    form = form_of(as_json, as_csv, as_xlsx)
    if annotate is not None and STANDARD_INPUT in files:
        raise typer.BadParameter("--annotate cần tên tệp, không dùng với đầu vào chuẩn (-).")
    reviewed: list[Reviewed] = []
    earlier = [(old.file, old.value[0]) for old in each([str(path) for path in against or ()], read_facts) if old.value]
    failed, strict = len(earlier) < len(against or ()), False
    for result in each(files, _checked):
        if not result.value:
            failed = True
            _print(form, output, result, None, len(files), explain)
            continue
        one, config = _reviewed(result.file, *result.value, select or (), ignore or (), earlier)
        reviewed.append(one)
        strict = strict or (not config.exit_zero and any(found.severity == "error" for found in one.findings))
        _print(form, output, result, one, len(files), explain)
    drafted = [Drafted(one.file, one.facts, one.checks) for one in reviewed]
    if form is Form.CSV:
        rows = (row for one in drafted for row in records.check_rows(one))
        records.write_csv(sys.stdout, records.CHECK_FIELDS, rows)
    elif as_xlsx:
        write_file(as_xlsx, draft_workbook(drafted))
    elif form is Form.TABLE and output is Format.SARIF:
        print(findings.sarif(reviewed))
    if annotate is not None:
        failed = not all(_annotated(one, target) for one, target in _targets(reviewed, annotate, len(files))) or failed
    finish(failed)
    if strict and not exit_zero:
        raise typer.Exit(FLAGGED)


def rules(as_json: AsJson = False) -> None:
    """Liệt kê các quy tắc soát; dấu - là quy tắc chỉ chạy khi được chọn bằng --select."""
    if as_json:
        listed = [
            {"rule": rule.code, "family": rule.family, "name": rule.name, "severity": rule.severity, "on": not rule.off}
            for rule in catalogue().values()
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    family = ""
    for rule in catalogue().values():
        if rule.family != family:
            family = rule.family
            tables.console.print(f"[bold]{rule.code[:2]}  {escape(family)}[/]")
        mark = "-" if rule.off else " "
        tables.console.print(f"{mark} {rule.code}  {SAID[rule.severity]:8}  {escape(rule.name)}", soft_wrap=True)


def _checked(file: str) -> tuple[Facts, list[Check], Scene]:
    facts = dondoc.extract(read_text(file))
    scene = read_scene(facts)
    return facts, dondoc.check(facts, scene), scene


def _reviewed(
    file: str,
    facts: Facts,
    checks: list[Check],
    scene: Scene,
    select: Sequence[str],
    ignore: Sequence[str],
    earlier: Sequence[tuple[str, Facts]],
) -> tuple[Reviewed, Config]:
    folder = Path.cwd() if file == STANDARD_INPUT else Path(file).resolve().parent
    try:
        config = find_config(folder)
        wanted = chosen(config, select, ignore)
    except (ConfigError, UnknownRuleError) as error:
        errors.print(str(error), markup=False)
        raise typer.Exit(UNREADABLE) from error
    found = review(facts, checks, _paper(file, facts), wanted, scene)
    found += [one for one in find_contradictions(facts, earlier) if one.rule in wanted]
    return Reviewed(file, facts, checks, sorted(found, key=lambda one: one.span)), config


def _paper(file: str, facts: Facts) -> Paper | None:
    if facts.text.format != "docx" or file == STANDARD_INPUT:
        return None
    from dondoc.checking.docx_paper import read_paper  # loads lxml: only for a file that needs it

    return read_paper(Path(file).read_bytes())


def _print(form: Form, output: Format, result: Result[object], one: Reviewed | None, of: int, explain: bool) -> None:
    if form is Form.JSON:
        record = records.facts_record(one.facts, one.checks, checks_only=True) if one else None
        if record is not None and one is not None:
            record["findings"] = findings.records(one)
        print_json(record, result, of)
    if form is not Form.TABLE:
        return
    if output is Format.JSON:
        print_json(findings.json_record(one) if one else None, result, of)
    elif one and output is Format.GITHUB:
        sys.stdout.writelines(f"{line}\n" for line in findings.github_lines(one))
    elif one and output is Format.TEXT:
        _print_text(one, explain)


def _print_text(one: Reviewed, explain: bool) -> None:
    for line in findings.text_lines(one):
        tables.console.print(_coloured(line), soft_wrap=True)
    if explain:
        tables.print_checks(one.file, one.facts, one.checks)


def _coloured(line: str) -> str:
    """The line with its severity in colour, where the terminal has any."""
    shown = escape(line)
    for severity, word in SAID.items():
        head, found, rest = shown.partition(f" {word}: ")
        if found:
            return f"{head} [{_COLOURS[severity]}]{word}[/]: {rest}"
    return shown


def _targets(reviewed: Sequence[Reviewed], target: Path, of: int) -> Iterator[tuple[Reviewed, Path]]:
    for one in reviewed:
        yield one, target if of == 1 else target / Path(one.file).name


def _annotated(one: Reviewed, target: Path) -> bool:
    """Write the file with its findings marked in it; False where its format does not take them."""
    from dondoc.drafting import annotate_findings

    try:
        data = Path(one.file).read_bytes()
        marked = annotate_findings(data, one.facts.text, one.findings)
    except dondoc.ReadingError as error:
        errors.print(f"{one.file}: {error}", markup=False)
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, marked)
    return True
