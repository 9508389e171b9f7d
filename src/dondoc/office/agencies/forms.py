"""Forms of the agencies' pages."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, AgencyGroup, Level
from dondoc.office.agencies.queries import on_day, resolve_all
from dondoc.office.agencies.reference import provinces
from dondoc.office.agencies.tree import Line, lines
from dondoc.office.agencies.wording import KINDS
from dondoc.office.look.addresses import AddressForm
from dondoc.office.look.forms import DAY_FORMATS, PlainForm, day_field, typed, words_field, work_day_field
from dondoc.office.refusal import Refusal

LEVELS = [("", _("Mọi cấp")), *Level.choices]


class TreeFilter(AddressForm):
    """The day, words and level of the tree."""

    addresses = {"day": "ngay", "words": "tim", "level": "cap", "living": "hien"}
    words = forms.CharField(
        label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    day = day_field(_("Vào ngày"), required=False)
    level = forms.ChoiceField(label=_("Cấp"), required=False, choices=LEVELS)
    living = forms.ChoiceField(
        label=_("Hiện"), required=False,
        choices=[("", _("Cả đã kết thúc")), ("dang-co", _("Chỉ đang hoạt động"))],
    )  # fmt: skip

    def lines(self, today: date) -> tuple[date, list[Line]]:
        """The day that was asked for, else ``today``, and the lines of the tree that the filters leave."""
        chosen = self.chosen()
        day = self.cleaned_data.get("day") or today
        words, level = str(chosen.get("words", "")), str(chosen.get("level", ""))
        return day, lines(day, words, level, living_only=bool(chosen.get("living")))


class AgencyForm(PlainForm):
    """One agency."""

    code = forms.SlugField(
        label=_("Mã"), max_length=40, help_text=_("Không dấu, không cách: so-y-te. Dùng khi nhập, xuất.")
    )
    name = forms.CharField(label=_("Tên cơ quan"), max_length=300)
    short_name = forms.CharField(label=_("Tên tắt"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=list(KINDS.items()))
    level = forms.ChoiceField(label=_("Cấp"), choices=Level.choices)
    parent = forms.ModelChoiceField(
        label=_("Cơ quan cấp trên"), queryset=Agency.objects.none(), required=False, empty_label=_("Không có")
    )  # fmt: skip
    valid_from = day_field(_("Từ ngày"), required=False)
    valid_to = day_field(_("Đến hết ngày"), required=False)
    aliases = forms.CharField(
        label=_("Tên khác"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một cách viết gặp trong văn bản; viết tắt như Sở KH&ĐT cũng ghi ở đây."),
    )  # fmt: skip

    def __init__(self, *args: Any, agency: Agency | None = None, **kwargs: Any) -> None:
        begin: dict[str, Any] = {"level": Level.PROVINCE, "kind": "department"}
        if agency is not None:
            names = ("code", "name", "short_name", "kind", "level", "parent")
            begin = {name: getattr(agency, name) for name in names}
            begin |= {"valid_from": typed(agency.valid_from), "valid_to": typed(agency.valid_to)}
            begin["aliases"] = "\n".join(alias.name for alias in agency.aliases.all())
        super().__init__(*args, initial=begin, **kwargs)
        others = Agency.objects.exclude(pk=agency.pk) if agency is not None else Agency.objects.all()
        self.fields["parent"].queryset = others.exclude(level=Level.COMMUNE)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The fields of the agency itself."""
        return {name: value for name, value in self.cleaned_data.items() if name != "aliases"}

    def other_names(self) -> list[str]:
        """The other names, one a line."""
        return [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]


class NamedAgenciesForm(PlainForm):
    """A form with agencies picked by name."""

    def picked(self, name: str, on: date) -> list[Agency]:
        """The agencies of the list ``name``; a name that fits none is refused."""
        found = resolve_all(self.names[name], on)
        for each, record in found.items():
            if not isinstance(record, Agency):
                words = gettext("Không có cơ quan tên “%(name)s”; hãy chọn trong danh sách gợi ý.")
                raise Refusal(words % {"name": each})
        return [record for record in found.values() if isinstance(record, Agency)]


class EndForm(NamedAgenciesForm):
    """The last day of an agency, and who takes over."""

    lists = {"later": _("Cơ quan kế thừa")}
    last_day = work_day_field(_("Hoạt động đến hết ngày"))
    decree = forms.CharField(label=_("Căn cứ"), required=False, max_length=200)


class LiveAgainForm(PlainForm):
    """Asks only to be meant; ``den``: the last day that stood before the end that is taken back."""

    den = forms.DateField(required=False, input_formats=DAY_FORMATS, widget=forms.HiddenInput)


class GroupForm(NamedAgenciesForm):
    """A group: a rule, members, or both."""

    lists = {"members": _("Cơ quan thêm vào từng cái")}
    name = forms.CharField(label=_("Tên nhóm"), max_length=300)
    rule_kinds = forms.MultipleChoiceField(
        label=_("Mọi cơ quan loại"), required=False, choices=list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    rule_level = forms.ChoiceField(label=_("Thuộc cấp"), required=False, choices=LEVELS)
    aliases = words_field(_("Tên khác của nhóm, mỗi dòng một tên"), required=False)

    def __init__(self, *args: Any, group: AgencyGroup | None = None, **kwargs: Any) -> None:
        begin: dict[str, Any] = {}
        if group is not None:
            begin = {"name": group.name, "rule_kinds": group.rule_kinds, "rule_level": group.rule_level}
            begin["aliases"] = "\n".join(alias.name for alias in group.aliases.all())
            begin["members"] = [agency.name for agency in group.members.all()]
        super().__init__(*args, initial=begin, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("rule_level") and not cleaned.get("rule_kinds"):
            self.add_error("rule_kinds", _("Hãy chọn loại cơ quan của cấp này."))
        if not cleaned.get("rule_kinds") and not self.names["members"]:
            self.add_error(None, _("Nhóm còn trống; hãy chọn loại cơ quan hoặc thêm từng cơ quan."))
        return cleaned

    def other_names(self) -> list[str]:
        """The other names, one a line."""
        return [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]

    def values(self) -> dict[str, Any]:
        """The fields of the group itself."""
        return {name: self.cleaned_data[name] for name in ("name", "rule_kinds", "rule_level")}


class MergerForm(NamedAgenciesForm):
    """Who ends, who takes over, from when, by which decree."""

    lists = {"earlier": _("Cơ quan kết thúc hoạt động"), "others": _("Cơ quan khác nhận một phần việc (nếu có)")}
    later = forms.ModelChoiceField(
        label=_("Cơ quan mới"), queryset=Agency.objects.none(), empty_label=_("Chọn cơ quan")
    )  # fmt: skip
    day = work_day_field(
        _("Từ ngày"),
        help_text=_("Cơ quan cũ hoạt động đến hết ngày trước đó. Ngày chưa đến thì hẹn lại, đúng ngày mới chuyển."),
    )
    decree = forms.CharField(label=_("Căn cứ"), max_length=200, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        living = on_day(today) | Q(valid_from__gt=today)
        self.fields["later"].queryset = Agency.objects.filter(living)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.names["earlier"]:
            self.add_error(None, _("Hãy chọn ít nhất một cơ quan kết thúc hoạt động."))
        return cleaned

    def plan(self, on: date) -> Plan:
        """The merger that is asked for; names are those of ``on``."""
        said = self.cleaned_data
        earlier, others = (tuple(self.picked(name, on)) for name in ("earlier", "others"))
        return Plan(earlier, said["later"], others, said["day"], said["decree"])


class ImportForm(PlainForm):
    """A file of agencies."""

    file = forms.FileField(
        label=_("Tệp .xlsx hoặc .csv"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"})
    )


class ProvinceForm(PlainForm):
    """Which province's ready agencies to load."""

    province = forms.ChoiceField(label=_("Tỉnh, thành phố"))
    with_former = forms.BooleanField(label=_("Cả huyện, xã trước ngày 01/7/2025 và đơn vị kế thừa"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chọn tỉnh")), *((each.key, each.name) for each in provinces())]
        self.fields["province"].choices = choices  # type: ignore[attr-defined]


class OwnerForm(NamedAgenciesForm):
    """Whom a name means."""

    name = forms.CharField(max_length=300, widget=forms.HiddenInput)
    owner = forms.CharField(label=_("Là cơ quan hoặc nhóm"), max_length=300)

    def found(self, on: date) -> Agency | AgencyGroup | None:
        """The agency or group that was picked."""
        return resolve_all([self.cleaned_data["owner"]], on)[self.cleaned_data["owner"]]
