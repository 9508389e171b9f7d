"""Names of WordprocessingML, in its transitional and its strict form."""

from lxml import etree

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


class Names:
    """The qualified names of one document, by the name space its root uses."""

    __slots__ = ("space",)

    def __init__(self, root_tag: str) -> None:
        self.space = STRICT if root_tag.startswith(STRICT) else TRANSITIONAL

    def __call__(self, local: str) -> str:
        """The qualified name of ``local``."""
        return self.space + local


def is_on(value: str | None) -> bool:
    """Whether a toggle property with this ``w:val`` is on; without a value it is."""
    return value is None or value not in ("0", "false", "off", "none")


def toggle(properties: etree._Element | None, name: str, value: str) -> bool | None:
    """Whether toggle property ``name`` is on in ``properties``; None where they do not say (``value`` is ``w:val``)."""
    found = next(properties.iterchildren(name), None) if properties is not None else None
    return is_on(found.get(value)) if found is not None else None


def to_int(value: str | None, default: int) -> int:
    """``value`` as a number; ``default`` where a broken file holds something else."""
    try:
        number = int(value) if value is not None else default
    except ValueError:
        return default
    return max(-1, min(number, 1_000_000))
