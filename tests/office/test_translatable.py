"""Every word that the office shows can be translated: none stands outside gettext or a translate tag."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import dondoc.office

OFFICE = Path(dondoc.office.__file__).parent
LETTER = re.compile("[ăâđêôơưàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]", re.IGNORECASE)
CALLS = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "_"}
# The sample's data, the names of units of government, the folding of letters, the name of a language.
NOT_SHOWN = (
    "sample/",
    "agencies/reference.py",
    "sampling.py",
    "sample_clerk.py",
    "sample_progress.py",
    "folding.py",
    "settings.py",
)
PRODUCT = "Đôn Đốc"
DATA = {
    "look/numbers.py": {"đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"},  # units, written as documents write them
    "rules/models.py": {"UBND TỈNH", "VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"},  # heads of letters
    "reminders/chasing.py": {" ngày ", " số "},  # words of a letter, which is Vietnamese in every language
    "accounts/actions.py": {"Quản trị hệ thống"},  # the name of an account, stored
}
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
BLOCK = re.compile(r"\{% blocktranslate\b.*?\{% endblocktranslate %\}|\{% comment\b.*?\{% endcomment %\}", re.DOTALL)
TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"[^"]*"|'[^']*')[^%]*%\}""")
INLINE = re.compile(r"""_\((?:"[^"]*"|'[^']*')\)""")
TEMPLATES = sorted(OFFICE.rglob("templates/**/*.html"))


def untranslated(source: str) -> Iterator[str]:
    """Vietnamese constants of a module that are neither docstrings nor handed to gettext."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            passed |= {id(word) for word in node.args}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in passed:
            continue
        if isinstance(node.value, str) and LETTER.search(node.value):
            yield node.value


def literal(template: str) -> Iterator[str]:
    """Vietnamese words of a template that no tag translates."""
    rest = INLINE.sub("", TRANSLATE.sub("", BLOCK.sub("", template))).replace(PRODUCT, "")
    for tag in TAG.findall(rest):
        if LETTER.search(tag):
            yield tag
    yield from (line.strip() for line in TAG.sub("", rest).splitlines() if LETTER.search(line))


def test_no_sentence_of_the_code_stands_outside_gettext() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted(OFFICE.rglob("*.py")):
        name = path.relative_to(OFFICE).as_posix()
        if "/migrations/" in name or name.startswith(NOT_SHOWN):
            continue
        if words := set(untranslated(path.read_text(encoding="utf-8"))) - DATA.get(name, set()):
            found[name] = words
    assert found == {}


def test_no_word_of_a_template_stands_outside_a_translate_tag() -> None:
    assert TEMPLATES
    found = {path.name: words for path in TEMPLATES if (words := list(literal(path.read_text(encoding="utf-8"))))}
    assert found == {}


def test_the_walks_find_what_they_look_for() -> None:
    assert list(untranslated('"""Tài liệu."""\nx = f"Tệp {n} hỏng"\ny = gettext("Đã bỏ.")')) == ["Tệp ", " hỏng"]
    assert list(literal('<p>{% translate "Đã bỏ" %} còn lại</p>')) == ["<p> còn lại</p>"]
    assert list(literal('{% include "x.html" with name="Tệp" %}')) == ['{% include "x.html" with name="Tệp" %}']
    assert list(literal("{% blocktranslate %}Tệp {{ n }}{% endblocktranslate %}")) == []


def test_placeholders_are_named() -> None:
    for path in OFFICE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
                words = node.args[0]
                assert not isinstance(words, ast.JoinedStr), f"{path.name}:{node.lineno}: an f-string has no msgid"
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    assert not re.search(r"%[sd]", words.value), f"{path.name}:{node.lineno}: {words.value}"


def test_the_compiled_messages_are_those_of_the_catalogue() -> None:
    folder = OFFICE / "locale" / "vi" / "LC_MESSAGES"
    with (folder / "django.mo").open("rb") as compiled:
        said = gettext.GNUTranslations(compiled)
    catalogue = (folder / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue, re.MULTILINE)
    assert pairs
    for msgid, msgstr in pairs:
        assert said.gettext(msgid) == msgstr
