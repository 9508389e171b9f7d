"""The sheet a document is written on, as far as the file says it. Lengths in millimetres, sizes in points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """Page size and margins of the first section; ``fonts`` and ``sizes`` with the share of letters set in them."""

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    fonts: tuple[tuple[str, float], ...] = ()
    sizes: tuple[tuple[float, float], ...] = ()
