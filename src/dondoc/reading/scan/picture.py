"""A scanned page made ready for reading: grey, straight, without the red of seals, without the scanner's dark edges.

Red ink goes by its colour: what is redder than it is anything else becomes as light as its red is, so the letters
under a seal stay and the seal leaves. Blue ink stays: numbers, days and signatures are written with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

_REDDER = 16
_RED_PAPER = 140
_PLAINLY_RED = 70
_DARKEST_INK = 0.2
_WIDEST_TILT = 4
_SMALL, _LESS_SMALL = 400, 600
_DARK = 110
_EDGE_SHARE = 0.04
_WHITE = 235
_LEVELS = [min(255, value * 255 // _WHITE) for value in range(256)]  # paper's lightest grain goes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page ready for reading; the page as it came was turned by ``tilt`` degrees to the left."""

    image: Image.Image
    tilt: float


def prepare(image: Image.Image) -> Picture:
    """Return ``image`` (of any mode) ready for reading."""
    grey = without_red(image) if image.mode not in ("1", "L", "I;16") else image.convert("L")
    grey = ImageOps.autocontrast(_flattened(grey), cutoff=(0.5, 0)).point(_LEVELS)
    tilt = tilt_of(grey)
    if tilt:
        grey = grey.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    return Picture(_without_dark_edges(grey), tilt)


def without_red(image: Image.Image) -> Image.Image:
    """``image`` in grey, red ink gone."""
    image = image.convert("RGB")
    grey = image.convert("L")
    red, green, blue = image.split()
    redder = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    if not any(redder.histogram()[_REDDER:]):
        return grey
    mask = redder.reduce(2).point([0] * _REDDER + [255] * (256 - _REDDER)).resize(grey.size)
    paper = _ink_of(red, redder)
    shine = red.point([min(value * 255 // paper, 255) for value in range(256)])
    grey.paste(shine, mask=mask)
    return grey


def _ink_of(red: Image.Image, redder: Image.Image) -> int:
    """How bright the red of the seal's ink is, where nothing lies under it: what is as bright becomes white."""
    bright = red.histogram(redder.point([0] * _PLAINLY_RED + [255] * (256 - _PLAINLY_RED)))
    left = sum(bright) * _DARKEST_INK
    for value, count in enumerate(bright):
        left -= count
        if left < 0:
            return min(max(value, _RED_PAPER), 255)
    return _RED_PAPER


def tilt_of(grey: Image.Image) -> float:
    """The degrees to the left that bring the lines of ``grey`` level: the turn at which lines and gaps differ most."""
    best = 0.0
    coarse, fine = _contrast_of(grey, _SMALL), _contrast_of(grey, _LESS_SMALL)
    for contrast, width, steps in ((coarse, 1.0, _WIDEST_TILT), (coarse, 0.5, 1), (fine, 0.25, 1), (fine, 0.12, 1)):
        tilts = [best + width * step for step in range(-steps, steps + 1)]
        best = max((contrast(tilt), -abs(tilt), tilt) for tilt in tilts)[2]
    return round(best, 2)


def _contrast_of(grey: Image.Image, width: int) -> Callable[[float], int]:
    """How much the rows of ``grey``, made ``width`` pixels wide, differ from one to the next when it is turned."""
    small = grey.reduce(max(1, round(grey.width / width)))
    ink = small.point([255 - value if value < 170 else 0 for value in range(256)])
    ink = ink.filter(ImageFilter.BoxBlur(2))  # or turning, which blurs, would count against every tilt

    @cache
    def contrast(tilt: float) -> int:
        turned = ink.rotate(tilt, Image.Resampling.BILINEAR) if tilt else ink
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return sum((a - b) * (a - b) for a, b in pairwise(rows))

    return contrast


def _flattened(grey: Image.Image) -> Image.Image:
    """``grey`` with the shade of its paper (a shadow, yellowed paper, a photograph's dark side) made white."""
    step = max(1, grey.width // 160)
    paper = grey.reduce(step).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(8))
    shade = ImageOps.invert(paper).resize(grey.size, Image.Resampling.BILINEAR)
    return ImageChops.add(grey, shade)


def _without_dark_edges(grey: Image.Image) -> Image.Image:
    """``grey`` with the dark strips that a scanner's lid leaves painted over, and a white margin around."""
    width, height = grey.size
    columns = grey.resize((width, 1), Image.Resampling.BOX).tobytes()
    rows = grey.resize((1, height), Image.Resampling.BOX).tobytes()
    box = _inner(columns), _inner(rows), width - _inner(columns[::-1]), height - _inner(rows[::-1])
    if box != (0, 0, width, height):
        inner = grey.crop(box)
        grey = Image.new("L", grey.size, 255)
        grey.paste(inner, box[:2])
    return grey


def _inner(shades: bytes) -> int:
    """How many of the first ``shades`` belong to a dark edge."""
    reach = round(len(shades) * _EDGE_SHARE)
    dark = [index for index in range(reach) if shades[index] < _DARK]
    return dark[-1] + 1 if dark else 0
