"""Pages of a .pdf as images: which of them are only images, and how one looks."""

from math import sqrt
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from dondoc.reading import limits

_FINEST, _COARSEST = 200, 150
_DEEPEST = 3


def picture_share(page: Any) -> tuple[float, float]:
    """How much of ``page`` its largest image covers (0 to 1), and the dots per inch of that image; 0 without one."""
    left, foot, right, head = page.get_cropbox()
    area = max(abs(right - left) * abs(head - foot), 1.0)
    share = dpi = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST):
        a, b, c, d = image.get_bounds()
        covered = abs((min(c, right) - max(a, left)) * (min(d, head) - max(b, foot))) / area
        if covered > share:
            share, dpi = covered, image.get_px_size()[0] * 72 / max(abs(c - a), 1.0)
    return share, dpi


def is_blank(page: Any) -> bool:
    """Whether nothing is drawn on ``page``."""
    return bool(pdfium.FPDFPage_CountObjects(page) == 0)


def render(page: Any, *, width: int = 0, dpi: float = 0.0, turn: int = 0) -> Image.Image:
    """Return how ``page`` looks, turned ``turn`` more quarter turns: ``width`` pixels wide, or as fine as ``dpi``."""
    across, down = page.get_size()
    if turn % 2:
        across, down = down, across
    scale = width / max(across, 1.0) if width else min(max(dpi or _FINEST, _COARSEST), _FINEST) / 72
    most = sqrt(limits.MAX_SHOWN_PIXELS / max(across * down, 1.0))
    bitmap = page.render(scale=min(scale, most), rotation=turn * 90, may_draw_forms=True)
    try:
        image: Image.Image = bitmap.to_pil()
        return image.convert("RGB")
    finally:
        bitmap.close()
