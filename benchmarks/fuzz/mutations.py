"""Sound files damaged: bytes cut, moved, flipped, parts of archives exchanged, XML rearranged, all by given chance."""

import contextlib
import random
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from io import BytesIO

from lxml import etree

from benchmarks.fuzz.pieces import PIECES

ZIPPED = {
    "docx": "word/document.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "ods": "content.xml",
    "odt": "content.xml",
    "zip": "a.docx",
}
_PNG = b"\x89PNG\r\n\x1a\n"


def damaged(data: bytes, form: str, chance: random.Random) -> bytes:
    """``data`` of the format ``form`` with one to four changes."""
    for _ in range(chance.randint(1, 4)):
        if form in ZIPPED and chance.random() < 0.8:
            data = _in_archive(data, form, chance)
        elif form == "edxml" and chance.random() < 0.7:
            data = _rearranged(data, chance)
        elif form == "png" and chance.random() < 0.8:
            data = _in_picture(data, chance)
        elif form in ("xls", "doc") and chance.random() < 0.9:
            data = _flipped(data, (), chance)  # anything more moves its sectors, and nothing of it is read
        else:
            data = chance.choice(_CHANGES)(data, PIECES[form], chance)
    return data


def _truncated(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _flipped(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(min(chance.randint(1, 12), len(changed))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((3, 40, 400, 4000)))


def _doubled(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 3, 30)) + data[end:]


def _cut(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _moved(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _nested(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(pieces) * chance.choice((1, 1, 2, 50, 3000)) + data[at:]


_CHANGES: list[Callable[[bytes, Sequence[bytes], random.Random], bytes]] = [
    _truncated,
    _flipped,
    _doubled,
    _cut,
    _moved,
    _nested,
]


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of ``parts`` that is the same whenever it is made."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, none where it is too damaged."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return {}


def _in_archive(data: bytes, form: str, chance: random.Random) -> bytes:
    """A zipped document with a part changed inside, left out, or exchanged for another."""
    parts = unpacked(data)
    if not parts:
        return data
    name = chance.choice([ZIPPED[form], *parts])
    other = chance.choice(list(parts))
    kind = chance.randrange(10)
    if kind == 0:
        parts.pop(name, None)
    elif kind == 1 and name in parts:
        parts[name], parts[other] = parts[other], parts[name]
    elif kind < 7 and name in parts:
        parts[name] = _rearranged(parts[name], chance)
    elif name in parts:
        parts[name] = chance.choice(_CHANGES)(parts[name], PIECES[form], chance)
    return packed(parts)


def _rearranged(data: bytes, chance: random.Random) -> bytes:
    """XML with elements left out, doubled, moved into others, their attributes exchanged: broken sense, sound form."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.randint(1, 6)):
        nodes = list(root.iterdescendants(etree.Element))
        if len(nodes) < 2:
            break
        node, other = chance.choice(nodes), chance.choice(nodes)
        copy, kind = deepcopy(node), chance.randrange(5)
        parent = node.getparent()
        if kind == 0 and parent is not None:
            parent.remove(node)
        elif kind == 1:
            other.append(copy)
        elif kind == 2:
            other.addnext(copy)
        elif kind == 3:
            for key in node.attrib:
                node.attrib[key] = chance.choice(("", "-1", "0", "7", "99999999999", "x", "none", "%1%9%"))
        else:
            node.tag = other.tag
    return etree.tostring(root)


def _in_picture(data: bytes, chance: random.Random) -> bytes:
    """A .png with a chunk changed, its pixels before they are packed, and every checksum right."""
    chunks: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    written = [_PNG]
    pixels = [number for number, (kind, _) in enumerate(chunks) if kind == b"IDAT"]
    hit = chance.choice(pixels) if pixels and chance.random() < 0.9 else chance.randint(0, len(chunks))
    for number, (kind, held) in enumerate(chunks):
        if number == hit:
            held = _in_chunk(kind, held, chance)
        written += len(held).to_bytes(4, "big"), kind, held, zlib.crc32(kind + held).to_bytes(4, "big")
    return b"".join(written)


def _in_chunk(kind: bytes, held: bytes, chance: random.Random) -> bytes:
    change = chance.choice(_CHANGES)
    if kind == b"IDAT":
        with contextlib.suppress(zlib.error):
            return zlib.compress(_flipped(change(zlib.decompress(held), PIECES["png"], chance), (), chance))
    return change(held, PIECES["png"], chance)
