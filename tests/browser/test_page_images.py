"""The image of a page beside the facts: shown by a key, the chosen fact boxed, zoom, on a phone too."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_office import Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PDF = Path(__file__).parents[1] / "reading/files/thong-bao.pdf"
SHOWN = "each => each.getBoundingClientRect().width"


def opened(page: Page, office: Office) -> None:
    sign_in(page, office)
    page.goto(f"{office.address}/van-ban/")
    page.locator("#files").set_input_files(str(PDF))
    page.locator("#uploads a").click()
    page.wait_for_selector("#panels")


def test_the_chosen_fact_is_boxed_on_its_page(chromium: Browser, office: Office) -> None:
    page = open_page(chromium, 1440)
    opened(page, office)
    expect(page.locator("#pages")).to_be_hidden()
    page.keyboard.press("i")
    expect(page.locator("#pages")).to_be_visible()
    expect(page.locator("#paper")).to_be_hidden()
    expect(page.locator("#page-now")).to_have_text(re.compile(r"Trang \d/4"))

    page.keyboard.press("2")
    card = page.locator("#cards-figures .fact").last
    card.click()
    box = page.locator(".pg-box").first
    expect(box).to_be_in_viewport()
    image = page.locator(".pg:has(.pg-box) img").first
    expect(image).to_be_in_viewport()
    expect(image).to_have_js_property("naturalWidth", 1600)
    before = image.evaluate(SHOWN)

    page.keyboard.press("+")
    assert image.evaluate(SHOWN) == pytest.approx(before * 1.25, rel=0.02)
    page.keyboard.press("-")
    assert image.evaluate(SHOWN) == pytest.approx(before, rel=0.02)
    page.keyboard.press("]")
    page.keyboard.press("i")
    expect(page.locator("#paper")).to_be_visible()
    expect(page.locator(".pg-box")).to_have_count(0)


def test_pages_are_loaded_only_when_they_come_into_view(chromium: Browser, office: Office) -> None:
    page = open_page(chromium, 1440)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/trang/" in request.url else None)
    opened(page, office)
    assert asked == []
    page.get_by_role("button", name="Ảnh trang").click()
    expect(page.locator(".pg img").first).to_have_js_property("naturalWidth", 1600)
    assert asked


def test_on_a_phone(chromium: Browser, office: Office) -> None:
    page = open_page(chromium, 390, 844)
    opened(page, office)
    page.get_by_role("button", name="Ảnh trang").click()
    expect(page.locator("#pages")).to_be_visible()
    expect(page.locator(".pg img").first).to_have_js_property("naturalWidth", 1600)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Trang sau").click()
    expect(page.locator("#page-now")).to_have_text("Trang 2/4")
