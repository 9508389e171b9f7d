"""Words whose letters were of an old encoding, noted: a warning for the reader, a repair for each block."""

from dataclasses import replace

from dondoc.text import Repair, Text

LEGACY = "Văn bản dùng bảng mã cũ ({}), đã được chuyển sang Unicode."


def with_letters(text: Text, legacy: str) -> Text:
    """``text`` with a repair noted for each block whose letters were of the encoding ``legacy``."""
    found = list(text.repairs)
    for block in text.blocks:
        before = text.source[slice(*text.to_source(block.span))]
        if not before.isascii() and before != text[block.span]:
            found.append(Repair(f"legacy-{legacy}", block.span, before, text[block.span]))
    warnings = (LEGACY.format(legacy.upper()), *text.warnings)
    return replace(text, repairs=tuple(sorted(found, key=lambda one: one.span)), warnings=warnings)
