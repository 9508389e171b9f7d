"""A printed document as it comes back from an office's scanner: skewed, noisy, sealed in red across its text."""

import random
from collections.abc import Iterator
from io import BytesIO
from math import cos, pi, sin

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

DPI = 150
_RED = (206, 32, 44)
_PAPER = (251, 250, 246)


def pages(
    data: bytes, *, dpi: int = DPI, skew: float = 0.7, seed: int = 1, sealed: bool = True
) -> Iterator[Image.Image]:
    """Yield the pages of the .pdf ``data`` as scanned images."""
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        for number in range(count):
            page = document[number]
            image = page.render(scale=DPI / 72).to_pil().convert("RGB")
            page.close()
            if sealed:
                image = _sealed(image, last=number == count - 1)
            yield worn(image, skew=skew if number % 2 == 0 else -skew, seed=seed + number)
    finally:
        document.close()


def worn(image: Image.Image, *, skew: float, seed: int) -> Image.Image:
    """``image`` turned by ``skew`` degrees on yellowish paper, with grain and specks."""
    image = ImageChops.multiply(image, Image.new("RGB", image.size, _PAPER))
    image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=_PAPER)
    chance = random.Random(seed)
    grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    grain = grain.point([128 + (value - 128) // 5 for value in range(256)]).convert("RGB")
    image = ImageChops.add(image, grain, 1, -128)
    specks = ImageDraw.Draw(image)
    for _ in range(image.width * image.height // 6000):
        x, y = chance.randrange(image.width), chance.randrange(image.height)
        specks.point((x, y), fill=(90, 90, 90))
    return image


def _sealed(image: Image.Image, *, last: bool) -> Image.Image:
    """``image`` with a seal of 36 mm over its text and, on the ``last`` page, one over the signature."""
    places = [(0.42, 0.47)] + ([(0.62, 0.3), (0.62, 0.75)] if last else [])
    for x, y in places:
        image = stamped(image, (round(image.width * x), round(image.height * y)), round(DPI * 36 / 25.4 / 2))
    return image


def stamped(image: Image.Image, centre: tuple[int, int], radius: int) -> Image.Image:
    """``image`` with a round seal: two rings, a star, letters around; the ink lets what lies under it shine through."""
    ink = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(ink)
    x, y = centre
    for size, width in ((radius, radius // 14 + 2), (radius * 2 // 3, 2)):
        pen.ellipse((x - size, y - size, x + size, y + size), outline=215, width=width)
    star = [
        (x + sin(at * pi / 5) * radius * size, y - cos(at * pi / 5) * radius * size)
        for at, size in ((at, 0.34 if at % 2 == 0 else 0.14) for at in range(10))
    ]
    pen.polygon(star, fill=205)
    for at in range(26):
        turn = at * 2 * pi / 26
        place = x + sin(turn) * radius * 0.83, y - cos(turn) * radius * 0.83
        pen.text(place, "ỦYBANNHÂNDÂNTỈNHTHUẬNGIANG"[at], fill=215, anchor="mm", font_size=radius / 5)
    red = Image.composite(Image.new("RGB", image.size, _RED), Image.new("RGB", image.size, "white"), ink)
    return ImageChops.multiply(image, red)


def as_jpeg(image: Image.Image, quality: int = 70) -> bytes:
    """``image`` as a .jpg."""
    target = BytesIO()
    image.save(target, "JPEG", quality=quality, dpi=(DPI, DPI))
    return target.getvalue()


def as_pdf(images: Iterator[Image.Image]) -> bytes:
    """``images`` as the .pdf that a scanner writes: one .jpg a page, no letters."""
    first, *rest = [Image.open(BytesIO(as_jpeg(image))) for image in images]
    target = BytesIO()
    first.save(target, "PDF", resolution=DPI, save_all=True, append_images=rest)
    return target.getvalue()


def scan(data: bytes) -> bytes:
    """The .pdf ``data`` printed, sealed, and scanned."""
    return as_pdf(pages(data))
