"""A scanned page made ready: red gone and what lies under it kept, level, edges clean."""

import pytest
from PIL import Image, ImageDraw

from dondoc.reading.scan.picture import prepare, tilt_of, without_red
from tests.reading.scanned import stamped, worn

INK = 90


def page(width: int = 900, height: int = 700) -> Image.Image:
    made = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(made)
    for row in range(60, height - 60, 34):
        pen.text((70, row), "Thu ngân sách nhà nước đạt 7.215 tỷ đồng, bằng 91,2% dự toán", fill="black", font_size=22)
    return made


def dark(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of ``box`` are ink."""
    return sum(image.convert("L").crop(box).histogram()[:INK])


def test_a_seal_goes_and_the_words_under_it_stay() -> None:
    bare, box = page(), (250, 180, 550, 480)
    sealed = stamped(bare, (400, 330), 140)
    cleaned = without_red(sealed)
    assert dark(cleaned, box) == pytest.approx(dark(bare, box), rel=0.12)
    white = Image.new("RGB", bare.size, "white")
    assert dark(without_red(stamped(white, (400, 330), 140)), box) == 0


def test_blue_ink_stays() -> None:
    signed = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(signed).line((20, 50, 180, 50), fill=(20, 30, 140), width=5)
    assert dark(without_red(signed), (0, 0, 200, 100)) > 500


@pytest.mark.parametrize("tilt", [-3.0, -0.7, 0.0, 0.7, 2.0])
def test_a_page_is_brought_level(tilt: float) -> None:
    turned = page().rotate(tilt, Image.Resampling.BICUBIC, fillcolor="white").convert("L")
    assert tilt_of(turned) == pytest.approx(-tilt, abs=0.2)


def test_noise_does_not_turn_the_page() -> None:
    assert abs(prepare(worn(page(), skew=0.0, seed=3)).tilt) <= 0.15


def test_dark_edges_of_the_scanner_are_painted_over() -> None:
    made = page()
    ImageDraw.Draw(made).rectangle((0, 0, 14, 700), fill="black")
    assert dark(prepare(made).image, (0, 0, 20, 700)) == 0


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK"])
def test_any_kind_of_image_is_taken(mode: str) -> None:
    assert prepare(page(300, 200).convert(mode)).image.mode == "L"


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3)])
def test_tiny_and_narrow_images_do_no_harm(size: tuple[int, int]) -> None:
    assert prepare(Image.new("RGB", size, "white")).image.size == size
