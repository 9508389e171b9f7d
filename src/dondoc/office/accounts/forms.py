"""Forms of taking an account into use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.invitations import normal
from dondoc.office.look.forms import PlainForm

PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class CodeForm(PlainForm):
    """A one-time code, typed from paper."""

    code = forms.CharField(
        label=_("Mã một lần"), max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("Ghi trên phiếu tài khoản, dạng ABCDE-FGHJK-…; không phân biệt chữ hoa, chữ thường."),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = normal(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("Hãy nhập mã trên phiếu."))
        return code


class FirstPasswordForm(PlainForm):
    """The first password, twice."""

    password1 = forms.CharField(
        label=_("Mật khẩu"), strip=False, widget=PASSWORD,
        help_text=_("Từ 10 ký tự; một câu dễ nhớ thì tốt hơn một từ khó."),
    )  # fmt: skip
    password2 = forms.CharField(label=_("Nhập lại mật khẩu"), strip=False, widget=PASSWORD)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Hai lần nhập mật khẩu không giống nhau."))
        return cleaned
