"""Pictures of every page of a fresh office with the sample province, at 1440 and 390 px, light and dark.

    python benchmarks/screenshots.py [FOLDER]      (default: screenshots/)

Needs a Chromium (``/usr/bin/chromium``). The office runs in a folder of its own that is gone afterwards.
"""

import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (1440, 390)
THEMES = ("light", "dark")
OWN_PASSWORD = "một câu dễ nhớ của tôi"  # noqa: S105 - of an office that is gone afterwards
START = """
import sys
from pathlib import Path
from dondoc.office.up import up

up(Path(sys.argv[1]), "127.0.0.1", int(sys.argv[2]), True)
"""


@contextmanager
def running_office() -> Iterator[tuple[str, str, str]]:
    """Address, name and password of an office that has just been set up."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", START, f"{folder}/data", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as office:
            assert office.stdout is not None
            printed = ""
            try:
                for line in office.stdout:
                    printed += line
                    if "đang chạy tại" in line:
                        break
                name, password = read_account(printed)
                yield f"http://127.0.0.1:{port}", name, password
            finally:
                office.terminate()
                office.wait(20)


def read_account(printed: str) -> tuple[str, str]:
    """The first account, from what the first start prints."""
    name = re.search(r"Tài khoản[^:]*:\s*(\S+)", printed)
    password = re.search(r"Mật khẩu[^:]*:\s*(\S+)", printed)
    if name is None or password is None:
        raise SystemExit(f"the first start printed no account:\n{printed}")
    return name[1], password[1]


def sign_in(page: Page, address: str, name: str, password: str) -> None:
    page.goto(f"{address}/dang-nhap/")
    page.fill("#id_login", name)
    page.fill("#id_password", password)
    page.click("main form button[type=submit]")
    page.wait_for_load_state("networkidle")


def change_first_password(page: Page, address: str, name: str, password: str) -> str:
    """Sign in for the first time, which asks for a password of one's own; returned is that one."""
    sign_in(page, address, name, password)
    page.fill("#id_oldpassword", password)
    page.fill("#id_password1", OWN_PASSWORD)
    page.fill("#id_password2", OWN_PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_load_state("networkidle")
    return OWN_PASSWORD


def read_documents(page: Page, address: str) -> list[str]:
    """The addresses of the sample's documents, once they are all read."""
    for _ in range(120):
        page.goto(f"{address}/van-ban/")
        if page.locator("#rows[hx-trigger]").count() == 0 and page.locator("#rows tbody tr").count():
            break
        time.sleep(0.5)
    links = page.locator("#rows tbody th a")
    return [str(links.nth(at).get_attribute("href")) for at in range(links.count())]


def confirm_all(page: Page, address: str) -> None:
    """Decide about one document, so that lists and tables hold something."""
    page.goto(address)
    page.locator("[data-do=confirm-all]").click()
    page.locator("[data-do=confirm-all-now]").click()
    page.wait_for_selector("[data-count=open]:text-is('0')")


def pages(page: Page, address: str) -> dict[str, str]:
    """Name and address of every page; details are those of the first row."""
    documents = read_documents(page, address)
    for each in documents[1:4]:
        confirm_all(page, address + each)
    found = {"tong-quan": "/tong-quan/", "van-ban": "/van-ban/", "nhiem-vu": "/nhiem-vu/", "chi-tieu": "/chi-tieu/"}
    found |= {"van-ban-chua-xac-nhan": documents[0], "van-ban-da-xac-nhan": documents[2], "mat-khau": "/mat-khau/"}
    found |= {
        path.strip("/").replace("/", "-"): path
        for path in (
            "/viec-cua-toi/", "/nhiem-vu/bang/", "/nhiem-vu/lich/", "/nhiem-vu/dong-thoi-gian/", "/nhiem-vu/ra-soat/",
            "/nhiem-vu/moi/", "/nhiem-vu/nhap/", "/soat-so-lieu/", "/thong-bao/", "/thong-bao/don-doc/", "/co-quan/",
            "/co-quan/ten-chua-ro/", "/co-quan/sap-nhap/", "/quan-tri/", "/quan-tri/nguoi-dung/", "/quan-tri/quy-dinh/",
            "/quan-tri/dang-nhap/", "/quan-tri/ngay-nghi/", "/quan-tri/nhat-ky/", "/thong-bao/nhac-viec/",
        )
    }  # fmt: skip
    for name in ("nhiem-vu", "chi-tieu"):
        page.goto(f"{address}/{name}/")
        link = page.locator("tbody .dd-name a").first
        if link.count():
            found[f"{name}-mot"] = str(link.get_attribute("href"))
    return found


def shoot(browser: Browser, address: str, account: tuple[str, str], folder: Path) -> None:
    """Take every picture."""
    first = browser.new_page()
    account = (account[0], change_first_password(first, address, *account))
    listed = pages(first, address)
    for width in WIDTHS:
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900 if width > 800 else 844},
                color_scheme="dark" if theme == "dark" else "light",
                reduced_motion="reduce",
                locale="vi-VN",
            )
            page = context.new_page()
            page.goto(f"{address}/dang-nhap/")
            page.screenshot(path=folder / f"dang-nhap-{width}-{theme}.png")
            sign_in(page, address, *account)
            for name, path in listed.items():
                page.goto(address + path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page="van-ban-" not in name)
            context.close()


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with running_office() as (address, name, password), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shoot(browser, address, (name, password), folder)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}/")


if __name__ == "__main__":
    main()
