"""Small .docx files built part by part, so that a test states exactly the XML it is about."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
PARTS = ("numbering", "styles", "footnotes", "endnotes")


def run(words: str, properties: str = "") -> str:
    """A run of ``words``."""
    bold = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str = "", *, style: str = "", number: str = "", level: int | None = None, xml: str = "") -> str:
    """A paragraph of ``words`` and then ``xml``, in a style or a list."""
    listed = ""
    if number:
        depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        listed = f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{run(words) if words else ''}{xml}</w:p>"


def table(*rows: list[str]) -> str:
    """A table; a cell is the XML of its content."""
    lines = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def docx(body: str, *, types: str = _TYPES, extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with ``body``; ``parts`` are the inner XML of numbering, styles, footnotes, endnotes."""
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        + "".join(f'<Relationship Id="{n}" Type="{_OFFICE}/{n}" Target="{n}.xml"/>' for n in parts)
        + "</Relationships>",
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_NAMES}>{inner}</w:{name}>"
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(name, words)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return target.getvalue()


def level(at: int, form: str, pattern: str, *, more: str = "") -> str:
    """A level of a list."""
    shape = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{shape}</w:lvl>'


def numbering(levels: str, *nums: str) -> str:
    """One abstract list and the lists that use it (ids from 1); each of ``nums`` is the inside of a ``w:num``."""
    used = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{inner}</w:num>' for n, inner in enumerate(nums or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{used}'
