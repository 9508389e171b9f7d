"""What an act on many tasks asks before it is looked at."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import CONFIRMERS
from dondoc.office.accounts.models import User
from dondoc.office.look.forms import PlainForm, words_field, work_day_field
from dondoc.office.tasks.actions.together import Together, Wanted


class TogetherForm(PlainForm):
    """Nothing but the act."""

    act = Together.WATCH

    def wanted(self) -> Wanted:
        """The act with what was typed."""
        return Wanted(self.act, **self.cleaned_data)


class FollowerForm(TogetherForm):
    """Who follows from now on."""

    act = Together.FOLLOWER
    follower = forms.ModelChoiceField(
        label=_("Người theo dõi mới"),
        queryset=User.objects.filter(is_active=True, role__in=CONFIRMERS).order_by("full_name", "pk"),
        empty_label=_("Chọn một người"),
    )


class DeadlineForm(TogetherForm):
    """A deadline for tasks that have none."""

    act = Together.DEADLINE
    deadline = work_day_field(_("Thời hạn"), help_text=_("Chỉ ghi cho nhiệm vụ chưa có thời hạn."))


class CancelForm(TogetherForm):
    """Why the tasks stop."""

    act = Together.CANCEL
    reason = words_field(_("Lý do dừng"))


FORMS: dict[str, type[TogetherForm]] = {
    form.act.value: form for form in (FollowerForm, DeadlineForm, CancelForm, TogetherForm)
}
