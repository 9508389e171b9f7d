"""Results on a terminal."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dondoc.cli.records import check_lines
from dondoc.drafting.workbook import BASES, KINDS, ROLES, VERDICTS
from dondoc.facts import Check, Directive, Evidence, Facts, Quantity
from dondoc.text import Text

console = Console(highlight=False)

COLOURS = {"consistent": "green", "inconsistent": "bold red", "doubtful": "yellow"}


def print_text(file: str, text: Text) -> None:
    """Print the blocks of ``text``, one a line, with their kind."""
    console.print(f"[bold]{escape(file)}[/]", soft_wrap=True)
    table = Table("Loại", "Nội dung", box=box.SIMPLE_HEAD)
    for block in text.blocks:
        indent = "  " * (block.level or 0)
        table.add_row(block.kind, indent + escape(text[block.span]))
    console.print(table)
    for warning in text.warnings:
        console.print(f"[yellow]Lưu ý:[/] {escape(warning)}")


def print_facts(file: str, facts: Facts, checks: Sequence[Check], *, explain: bool) -> None:
    """Print the header, the tasks, the figures and what does not add up."""
    _print_header(file, facts)
    _print_tasks(facts, explain)
    _print_figures(facts, explain)
    flagged = [check for check in checks if check.verdict != "consistent"]
    console.print(f"Đối chiếu: {len(checks)} phép tính, {len(flagged)} cần xem")
    lines = check_lines(facts)
    for check in flagged:
        _print_check(file, lines(check), check, explain)


def print_checks(file: str, facts: Facts, checks: Sequence[Check]) -> None:
    """Print every relation that was recomputed, those that hold as well, with the rule that found it."""
    console.print(f"{escape(file)}: các phép tính đã làm lại", soft_wrap=True)
    lines = check_lines(facts)
    for check in checks:
        _print_check(file, lines(check), check, explain=True)


def _print_header(file: str, facts: Facts) -> None:
    header = facts.header
    console.print(f"[bold]{escape(file)}[/]", soft_wrap=True)
    named = (
        ("Loại", header.type),
        ("Số", header.number),
        ("Cơ quan", header.issuer),
        ("Ngày", header.issued),
        ("Trích yếu", header.subject),
        ("Kỳ", header.period),
        ("Chủ trì", header.chair),
        ("Người ký", header.signer.name if header.signer else None),
    )
    for name, value in named:
        if value:
            console.print(f"[dim]{name:9}[/] {escape(value)}", soft_wrap=True)


def _print_tasks(facts: Facts, explain: bool) -> None:
    table = _table("Nhiệm vụ", len(facts.directives), "Mục", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Hạn", explain=explain)
    for directive in facts.directives:
        deadline = directive.deadline
        due = (
            f"{deadline.by:%d/%m/%Y}" if deadline and deadline.by else (facts.text[deadline.span] if deadline else "—")
        )
        row = [
            directive.item or "",
            _one_line(facts.text[directive.span]),
            "; ".join(agency.name for agency in directive.lead) or "—",
            "; ".join(agency.name for agency in directive.coordinating),
            due,
        ]
        table.add_row(*map(escape, row), *_why(facts.text, directive, explain))
    console.print(table)


def _print_figures(facts: Facts, explain: bool) -> None:
    columns = ("Chỉ tiêu", "Giá trị", "Đơn vị", "Kỳ", "Vai trò")
    table = _table("Số liệu", len(facts.quantities), *columns, explain=explain)
    table.columns[1].justify = "right"
    for quantity in facts.quantities:
        base = f" so {BASES[quantity.base]}" if quantity.base else ""
        value = "—" if quantity.value is None else _vietnamese(format(quantity.value, ",f"))
        row = [
            quantity.indicator or "—",
            value,
            quantity.unit or "",
            quantity.period or "",
            ROLES[quantity.role] + base,
        ]
        table.add_row(*map(escape, row), *_why(facts.text, quantity, explain))
    console.print(table)


def _table(name: str, count: int, *columns: str, explain: bool) -> Table:
    table = Table(title=f"{name} ({count})", box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for column in (*columns, *(("Vì sao",) if explain else ())):
        table.add_column(column, vertical="top", overflow="fold")
    return table


def _why(text: Text, fact: Directive | Quantity, explain: bool) -> list[str]:
    if not explain:
        return []
    return [escape("\n".join([fact.rule, *(_evidence(text, one) for one in fact.evidence)]))]


def _evidence(text: Text, evidence: Evidence) -> str:
    words = f" “{_one_line(text[evidence.span])}”" if evidence.span else ""
    return f"{evidence.part}: {evidence.rule}{words}"


def _print_check(file: str, line: int, check: Check, explain: bool) -> None:
    at = f"{escape(file)}:{line}"
    colour = COLOURS[check.verdict]
    rule = f" [dim]({escape(check.rule)})[/]" if explain else ""
    said = f"{at}: [{colour}]{VERDICTS[check.verdict]}[/] {KINDS[check.kind]}: {escape(check.reason)}{rule}"
    console.print(said, soft_wrap=True)
    if check.repair:
        console.print(f"    sửa: {escape(check.repair)}", soft_wrap=True)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _vietnamese(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))
