"""What holds of every page: our own files only, no inline script or style, one heading, a skip link, Vietnamese."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.test import Client

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document
from dondoc.office.indicators.models import Indicator
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
STATIC = Path(settings.STATICFILES_DIRS[0])
TEMPLATES = STATIC.parent / "templates"


@pytest.fixture
def addresses(document: Document, cast: Cast) -> list[str]:
    confirm_all(document=document, by=cast.office, now=NOW)
    task, indicator = Task.objects.first(), Indicator.objects.first()
    assert task is not None
    assert indicator is not None
    return [
        "/viec-cua-toi/",
        "/tong-quan/",
        "/tong-quan/ngoai-le/",
        "/van-ban/",
        f"/van-ban/{document.pk}/",
        f"/van-ban/{document.pk}/cho-da-sua/",
        "/nhiem-vu/",
        "/nhiem-vu/?nhom=chu-tri&chon=trang&mo=cot",
        f"/nhiem-vu/{task.pk}/chuyen/",
        "/nhiem-vu/bang/",
        "/nhiem-vu/lich/",
        "/nhiem-vu/dong-thoi-gian/",
        "/nhiem-vu/moi/",
        "/nhiem-vu/nhap/",
        "/nhiem-vu/ra-soat/",
        "/thong-bao/don-doc/",
        f"/nhiem-vu/{task.pk}/",
        "/chi-tieu/",
        f"/chi-tieu/{indicator.pk}/",
        "/soat-so-lieu/",
        "/thong-bao/",
        "/tep-xuat/",
        "/mat-khau/",
    ]


def test_pages_load_only_our_files_and_run_nothing_inline(addresses: list[str], cast: Cast, signed_in: SignIn) -> None:
    cast.office.set_password("một câu dễ nhớ")
    cast.office.save()
    office = signed_in(cast.office)
    for address in addresses:
        page = office.get(address)
        html = page.content.decode()
        assert page.status_code == 200, address
        assert not re.search(r"\s(?:style|on\w+)=", html), address
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html), address
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html), address
        assert html.count("<h1") == 1, address
        assert 'class="dd-skip"' in html, address
        assert '<html lang="vi"' in html, address
        for used in re.findall(r'(?:src|href)="/static/([^"#?]+)', html):
            assert finders.find(used), used


def test_every_icon_used_is_in_the_sprite() -> None:
    sprite = (STATIC / "vendor/tabler-icons/icons.svg").read_text("utf-8")
    listed = set((STATIC / "vendor/tabler-icons/icons.txt").read_text("utf-8").split())
    drawn = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    used = {
        name for path in TEMPLATES.rglob("*.html") for name in re.findall(r'{% icon "([^"]+)"', path.read_text("utf-8"))
    }
    assert used <= drawn
    assert drawn == listed


def test_templates_hold_no_words_outside_translation() -> None:
    marked = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", re.DOTALL)
    blocks = re.compile(r"{% blocktranslate.*?endblocktranslate %}", re.DOTALL)
    vietnamese = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
    for path in TEMPLATES.rglob("*.html"):
        bare = marked.sub("", blocks.sub("", path.read_text("utf-8"))).replace("Đôn Đốc", "")
        assert not vietnamese.search(bare), (path.name, bare.strip()[:80])


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html", "403_csrf.html"])
def test_error_pages_say_what_to_do(name: str) -> None:
    html = get_template(name).render({})
    assert "Về Tổng quan" in html
    assert "style=" not in html


def test_a_wrong_address_answers_with_our_page(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/khong-co/")
    assert page.status_code == 404
    assert "Không có trang này" in page.content.decode()


def test_first_load_stays_small() -> None:
    def packed(names: list[str]) -> int:
        return sum(len(gzip.compress((STATIC / name).read_bytes())) for name in names)

    scripts = ["vendor/htmx/htmx.min.js", *(f"dondoc/{path.name}" for path in (STATIC / "dondoc").glob("*.js"))]
    styles = ["vendor/tabler/tabler.min.css", *(f"dondoc/{path.name}" for path in (STATIC / "dondoc").glob("*.css"))]
    fonts = sum(path.stat().st_size for path in STATIC.glob("vendor/*/*.woff2"))
    own = sum(path.stat().st_size for path in (STATIC / "dondoc").glob("*.js"))
    assert own < 55_000
    assert packed(scripts) < 120_000
    assert packed(scripts) + packed(styles) + fonts + packed(["vendor/tabler-icons/icons.svg"]) < 350_000
