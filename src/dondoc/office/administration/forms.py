"""Forms of the administrator's pages."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import Field, Role, User
from dondoc.office.agencies.forms import NamedAgenciesForm
from dondoc.office.agencies.models import Agency
from dondoc.office.indicators.models import Indicator
from dondoc.office.look.addresses import AddressForm
from dondoc.office.look.forms import PlainForm, day_field, typed
from dondoc.office.rules.models import Granter, Rules, SecondFactor

MOST_DAYS = 31
STATES = [
    ("", _("Tất cả")), ("mo", _("Đang mở")), ("khoa", _("Đang khóa")), ("moi", _("Chưa đặt mật khẩu")),
    ("mot-lop", _("Chưa có xác thực hai lớp")), ("thieu-lop", _("Phải có xác thực hai lớp mà chưa có")),
]  # fmt: skip


class PeopleFilter(AddressForm):
    """Words, role, agency and state of the list of people."""

    addresses = {"words": "tim", "role": "vai-tro", "agency": "co-quan", "state": "tinh-trang"}
    words = forms.CharField(
        label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    role = forms.ChoiceField(label=_("Vai trò"), required=False, choices=[("", _("Tất cả")), *Role.choices])
    agency = forms.ModelChoiceField(
        label=_("Cơ quan"), required=False, empty_label=_("Tất cả"),
        queryset=Agency.objects.filter(people__isnull=False).distinct(),
    )  # fmt: skip
    state = forms.ChoiceField(label=_("Tài khoản"), required=False, choices=STATES)


class PersonForm(PlainForm):
    """One person."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=200)
    username = forms.RegexField(
        r"^[\w.@+-]+$", label=_("Tên đăng nhập"), max_length=150,
        help_text=_("Chữ không dấu, số, dấu chấm, gạch: lan.tt"),
        error_messages={"invalid": _("Tên đăng nhập chỉ có chữ, số và các dấu . @ + - _")},
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    agency = forms.ModelChoiceField(
        label=_("Cơ quan"), queryset=Agency.objects.all(), required=False, empty_label=_("Không thuộc cơ quan nào"),
        help_text=_("Đầu mối bắt buộc có; người chỉ xem có cơ quan thì chỉ thấy việc của cơ quan ấy."),
    )  # fmt: skip
    fields_held = forms.ModelMultipleChoiceField(
        label=_("Lĩnh vực phụ trách"), queryset=Field.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Người chỉ xem có lĩnh vực thì chỉ thấy lĩnh vực ấy."),
    )  # fmt: skip
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=30, required=False)
    valid_from = day_field(_("Được vào từ ngày"), required=False)
    valid_to = day_field(_("Được vào đến hết ngày"), required=False)

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        begin: dict[str, Any] = {"role": Role.FOCAL}
        if person is not None:
            names = ("full_name", "username", "role", "agency", "title", "email", "phone")
            begin = {name: getattr(person, name) for name in names}
            begin |= {"valid_from": typed(person.valid_from), "valid_to": typed(person.valid_to)}
            begin["fields_held"] = list(person.fields.all())
        super().__init__(*args, initial=begin, **kwargs)
        if not Field.objects.exists():
            del self.fields["fields_held"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("role") == Role.FOCAL and not cleaned.get("agency"):
            self.add_error("agency", _("Đầu mối phải thuộc một cơ quan; hãy chọn cơ quan."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The parts of the account itself."""
        return {name: value for name, value in self.cleaned_data.items() if name != "fields_held"}


class ActingForm(PlainForm):
    """Who acts for the person, and when."""

    person = forms.ModelChoiceField(
        label=_("Người làm thay"), queryset=User.objects.none(), empty_label=_("Chọn một người")
    )  # fmt: skip
    starts = day_field(_("Từ ngày"))
    ends = day_field(_("Đến hết ngày"))
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)

    def __init__(self, *args: Any, absent: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = User.objects.filter(is_active=True).exclude(pk=absent.pk).order_by("full_name")
        self.fields["person"].queryset = others  # type: ignore[attr-defined]


class FieldForm(NamedAgenciesForm):
    """A field of responsibility."""

    lists = {"agencies": _("Cơ quan trong lĩnh vực")}
    name = forms.CharField(label=_("Tên lĩnh vực"), max_length=200)
    sectors = forms.MultipleChoiceField(
        label=_("Nhóm chỉ tiêu"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip

    def __init__(self, *args: Any, field: Field | None = None, **kwargs: Any) -> None:
        begin: dict[str, Any] = {}
        if field is not None:
            begin = {"name": field.name, "sectors": field.sectors, "agencies": [a.name for a in field.agencies.all()]}
        super().__init__(*args, initial=begin, **kwargs)
        sectors = Indicator.objects.exclude(sector="").order_by("sector").values_list("sector", flat=True).distinct()
        self.fields["sectors"].choices = [(each, each) for each in sectors]  # type: ignore[attr-defined]


class RulesForm(PlainForm):
    """Numbers of days, who decides, and what stands at the head and foot of letters."""

    due_soon_days = forms.IntegerField(label=_("Coi là sắp đến hạn khi còn (ngày làm việc)"), min_value=0, max_value=60)
    badly_overdue_days = forms.IntegerField(
        label=_("Quá hạn nghiêm trọng sau (ngày làm việc)"), min_value=1, max_value=365
    )
    acceptance_days = forms.IntegerField(label=_("Thời hạn nghiệm thu (ngày)"), min_value=0, max_value=60)
    extension_by = forms.ChoiceField(label=_("Ai cho gia hạn"), choices=Granter.choices, widget=forms.RadioSelect)
    extension_days_before = forms.IntegerField(
        label=_("Xin gia hạn trước hạn ít nhất (ngày)"), min_value=0, max_value=60
    )
    extension_most = forms.IntegerField(
        label=_("Số lần gia hạn tối đa"), min_value=0, max_value=100, help_text=_("0: không giới hạn.")
    )
    letter_parent = forms.CharField(label=_("Công văn: cơ quan chủ quản"), max_length=200, required=False)
    letter_issuer = forms.CharField(label=_("Công văn: cơ quan ban hành"), max_length=200, required=False)
    letter_symbol = forms.CharField(label=_("Công văn: ký hiệu"), max_length=60, required=False)
    letter_place = forms.CharField(label=_("Công văn: địa danh"), max_length=100, required=False)
    letter_authority = forms.CharField(label=_("Công văn: quyền hạn ký"), max_length=200, required=False)
    letter_position = forms.CharField(label=_("Công văn: chức vụ người ký"), max_length=200, required=False)
    letter_signer = forms.CharField(label=_("Công văn: người ký"), max_length=200, required=False)

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        super().__init__(*args, initial={name: getattr(rules, name) for name in self.base_fields}, **kwargs)


class EntryForm(PlainForm):
    """Who must have a second factor, and for how many days that can be put off."""

    of = forms.ChoiceField(
        label=_("Ai phải có xác thực hai lớp"), choices=SecondFactor.choices, widget=forms.RadioSelect
    )
    grace = forms.IntegerField(
        label=_("Được hoãn (ngày)"), min_value=0, max_value=90,
        help_text=_("Tính từ ngày quy định, người mới thì từ ngày có tài khoản. 0: phải làm ngay ở lần đăng nhập tới."),
    )  # fmt: skip

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        begin = {"of": rules.second_factor_by, "grace": rules.second_factor_grace}
        super().__init__(*args, initial=begin, **kwargs)


class SpecialDayForm(PlainForm):
    """A day, or some days together, against the usual calendar."""

    day = day_field(_("Ngày"))
    until = day_field(_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chỉ một ngày."))
    worked = forms.TypedChoiceField(
        label=_("Ngày này"), coerce=lambda value: value == "1", widget=forms.RadioSelect,
        choices=[("0", _("Nghỉ")), ("1", _("Làm việc (làm bù)"))], initial="0",
    )  # fmt: skip
    name = forms.CharField(label=_("Nội dung"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("day"), cleaned.get("until")
        if first and last and not 0 <= (last - first).days < MOST_DAYS:
            words = _("Ngày cuối phải sau ngày đầu, cách không quá %(most)d ngày.") % {"most": MOST_DAYS}
            self.add_error("until", words)
        return cleaned

    def days(self) -> list[date]:
        """Every day that is meant."""
        first = self.cleaned_data["day"]
        last = self.cleaned_data["until"] or first
        return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


class AuditFilter(AddressForm):
    """Who, what, when."""

    addresses = {"words": "viec", "person": "ai", "since": "tu", "until": "den"}
    person = forms.CharField(
        label=_("Ai"), required=False, max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("tên, hoặc tên đăng nhập")}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Việc"), required=False, max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("gia hạn, sáp nhập, đăng nhập…")}),
    )  # fmt: skip
    since = day_field(_("Từ ngày"), required=False)
    until = day_field(_("Đến ngày"), required=False)
