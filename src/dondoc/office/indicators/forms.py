"""The filters of the indicator table, as they stand in its address."""

from collections.abc import Iterable

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Agency
from dondoc.office.indicators.listing import PROVISIONAL, STANDARD
from dondoc.office.indicators.models import Indicator
from dondoc.office.look import numbers
from dondoc.office.look.addresses import AddressForm


class IndicatorFilter(AddressForm):
    """Words, sector, owner. Year and period are always chosen; they stand beside the filters."""

    addresses = {"words": "q", "sector": "linh-vuc", "owner": "co-quan", "book": "danh-muc"}
    words = forms.CharField(
        label=_("Tìm"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    sector = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    book = forms.ChoiceField(
        label=_("Danh mục"),
        required=False,
        choices=[("", _("Tất cả")), (STANDARD, _("Đã chuẩn hóa")), (PROVISIONAL, _("Chưa chuẩn hóa"))],
    )
    owner = forms.ModelChoiceField(
        label=_("Cơ quan theo dõi"),
        required=False,
        queryset=Agency.objects.none(),
        empty_label=_("Tất cả"),
    )

    def offer(self, indicators: QuerySet[Indicator]) -> None:
        """Offer only sectors and owners of the indicators in sight."""
        sectors = indicators.exclude(sector="").order_by("sector").values_list("sector", flat=True).distinct()
        self.fields["sector"].choices = [("", _("Tất cả")), *((each, each) for each in sectors)]  # type: ignore[attr-defined]
        owners = Agency.objects.filter(indicators__in=indicators.order_by().values("pk")).distinct()
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]


class PeriodForm(AddressForm):
    """Which year and which period of it the table shows."""

    addresses = {"year": "nam", "period": "ky"}
    year = forms.ChoiceField(label=_("Năm"), required=False)
    period = forms.ChoiceField(label=_("Kỳ"), required=False)

    def offer(self, years: Iterable[int], periods: Iterable[str]) -> None:
        """Offer the years and periods that hold figures."""
        self.fields["year"].choices = [(str(each), str(each)) for each in years]  # type: ignore[attr-defined]
        self.fields["period"].choices = [(each, numbers.period(each)) for each in periods]  # type: ignore[attr-defined]
