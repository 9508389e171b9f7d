"""A hand on the keyboard: what is wanted is reached by Tab and must be seen to have the focus."""

from playwright.sync_api import Browser, Page

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in

MOST_TABS = 120
FOCUSED = """() => {
  const here = document.activeElement;
  const label = here.labels?.[0]?.textContent ?? here.getAttribute("aria-label") ?? here.textContent;
  return label.trim().replace(/\\s+/g, " ");
}"""
OUTLINED = """() => {
  const look = getComputedStyle(document.activeElement);
  return look.outlineStyle !== "none" || look.boxShadow !== "none";
}"""


def keyboard_of(chromium: Browser, office: Office, name: str, role: Role, agency: str = "") -> Page:
    """A person of this role at a page of their own."""
    place = Agency.objects.get(code=agency) if agency else None
    who = User.objects.create_user(username=name, password=PASSWORD, full_name=name, role=role, agency=place)
    page = open_page(chromium, 1440)
    sign_in(page, Office(office.address, who))
    return page


def reach(page: Page, words: str) -> None:
    """Press Tab until what is called ``words`` has the focus, and can be seen to have it."""
    passed = []
    for _tab in range(MOST_TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here.startswith(words):
            assert page.evaluate(OUTLINED), f"{words}: the focus is not seen"
            return
        passed.append(here[:30])
    raise AssertionError(f"{words} is not reached by Tab, but {passed}")


def follow(page: Page, words: str) -> None:
    """Reach a link or button and press it."""
    reach(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_into(page: Page, words: str, typed: str) -> None:
    """Reach a field and type."""
    reach(page, words)
    page.keyboard.press("Control+a")
    page.keyboard.type(typed)


def send(page: Page) -> None:
    """Send the form in which the focus is."""
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")


def choose(page: Page, words: str, option: str) -> bool:
    """Reach a list and choose by the arrow keys; whether anything had to change."""
    reach(page, words)
    changed = False
    chosen = "() => document.activeElement.selectedOptions[0].textContent"
    for key in ("ArrowUp", "ArrowDown"):
        before = ""
        while not (now := page.evaluate(chosen)).startswith(option) and now != before:
            before, changed = now, True
            page.keyboard.press(key)
    assert page.evaluate(chosen).startswith(option), option
    return changed
