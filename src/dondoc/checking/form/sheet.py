"""Page, margins, font and size.

Finds         a page other than A4 upright · margins outside 20-25, 20-25, 30-35, 15-20 mm · a font other than Times New
              Roman · a body in 12 or 15 points
Leaves alone  files that say nothing about them (.txt, .pdf, .html); a millimetre more or less
              A4 on its side, where the document holds tables of figures

Nghị định 30/2020/NĐ-CP, Appendix I.
"""

from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_MARGINS = (
    ("top", "lề trên", 20, 25),
    ("bottom", "lề dưới", 20, 25),
    ("left", "lề trái", 30, 35),
    ("right", "lề phải", 15, 20),
)
_A4 = (210, 297)
_SLACK = 1.0
_MAIN = 0.5
_SIZES = (13, 14)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what the sheet does otherwise than the decree."""
    paper = draft.paper
    if paper is None:
        return
    place = Span(0, min(1, len(draft.text.content)))
    turned = bool(draft.scene.facts.tables) and paper.width and paper.height and not _not_a4(paper.height, paper.width)
    if paper.width and paper.height and _not_a4(paper.width, paper.height) and not turned:
        said = f"khổ giấy {paper.width:.0f} × {paper.height:.0f} mm, quy định A4 đứng 210 × 297 mm"
        yield Finding("TT207", place, "format", said, "đặt khổ giấy A4")
    for name, words, low, high in _MARGINS:
        margin: float | None = getattr(paper, name)
        if margin is not None and not low - _SLACK <= margin <= high + _SLACK:
            yield Finding(
                "TT207", place, "format", f"{words} {margin:.0f} mm, quy định {low}-{high} mm", f"đặt {words} {low} mm"
            )
    font, share = paper.fonts[0] if paper.fonts else ("", 0.0)
    if share > _MAIN and font.lower() != "times new roman":
        yield Finding("TT208", place, "format", f"phông chữ {font}, quy định Times New Roman", "đổi phông chữ")
    size, share = paper.sizes[0] if paper.sizes else (0.0, 0.0)
    if share > _MAIN and not _SIZES[0] <= size <= _SIZES[1]:
        yield Finding("TT208", place, "format", f"cỡ chữ {size:g}, quy định 13-14", "đặt cỡ chữ 14")


def _not_a4(width: float, height: float) -> bool:
    return abs(width - _A4[0]) > 2 or abs(height - _A4[1]) > 2
