"""Making, changing and ending one agency or one group."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyAlias, AgencyGroup, GroupAlias, Merger, Succession
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal

FIELDS = ("code", "name", "short_name", "kind", "level", "parent", "valid_from", "valid_to")


@transaction.atomic
def create_agency(*, values: Mapping[str, Any], aliases: Iterable[str] = (), by: User, now: datetime) -> Agency:
    """Make an agency. The code is its own for ever."""
    if Agency.objects.filter(code=values["code"]).exists():
        raise Refusal(gettext("Mã “%(code)s” đã dùng cho cơ quan khác; hãy chọn mã khác.") % {"code": values["code"]})
    agency = Agency(**values)
    _check(agency)
    agency.clean_keys()
    agency.save(force_insert=True)
    _set_aliases(agency, aliases)
    record(by=by, now=now, action="agency.create", target=agency, after=said(agency))
    return agency


@transaction.atomic
def change_agency(
    *, agency: Agency, values: Mapping[str, Any], aliases: Iterable[str], by: User, now: datetime
) -> Agency:
    """Set the fields of ``values`` and the other names."""
    agency = Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    before = said(agency)
    taken = Agency.objects.filter(code=values.get("code", agency.code)).exclude(pk=agency.pk)
    if taken.exists():
        raise Refusal(gettext("Mã “%(code)s” đã dùng cho cơ quan khác; hãy chọn mã khác.") % {"code": values["code"]})
    for name, value in values.items():
        setattr(agency, name, value)
    _check(agency)
    agency.clean_keys()
    agency.save()
    _set_aliases(agency, aliases)
    record(by=by, now=now, action="agency.change", target=agency, before=before, after=said(agency))
    return agency


@transaction.atomic
def end_agency(
    *, agency: Agency, last_day: date, later: Iterable[Agency], decree: str, by: User, now: datetime
) -> Agency:
    """Say that the agency exists up to ``last_day``, and who does its work from the next day on."""
    agency = Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    if agency.valid_from is not None and last_day < agency.valid_from:
        raise Refusal(gettext("Ngày kết thúc phải sau ngày thành lập %(day)s.") % {"day": _shown(agency.valid_from)})
    before = said(agency)
    agency.valid_to = last_day
    agency.save(update_fields=["valid_to"])
    for heir in later:
        succeed(agency, heir, last_day + timedelta(days=1), decree)
    record(by=by, now=now, action="agency.end", target=agency, before=before, after=said(agency))
    return agency


@transaction.atomic
def live_again(*, agency: Agency, last_day: date | None, by: User, now: datetime) -> Agency:
    """Take an end back: the agency exists up to ``last_day`` again, or without end; who took over then did not."""
    agency = Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    if agency.valid_to is None:
        raise Refusal(gettext("“%(name)s” không ghi ngày kết thúc; không có gì để hoàn tác.") % {"name": agency.name})
    day = agency.valid_to + timedelta(days=1)
    if Merger.objects.filter(earlier=agency, day=day, undone_at__isnull=True).exists():
        raise Refusal(
            gettext("“%(name)s” kết thúc do sáp nhập; hãy hoàn tác ở trang Sáp nhập để việc cũng trở về.")
            % {"name": agency.name}
        )
    before = said(agency)
    agency.valid_to = last_day
    _check(agency)
    agency.save(update_fields=["valid_to"])
    agency.successions.filter(day=day).delete()
    record(by=by, now=now, action="agency.end_undone", target=agency, before=before, after=said(agency))
    return agency


def succeed(earlier: Agency, later: Agency, day: date, decree: str) -> Succession | None:
    """Note who took over; None where it was noted before. Two that succeed each other are refused."""
    if earlier.pk == later.pk or Succession.objects.filter(earlier=later, later=earlier).exists():
        raise Refusal(gettext("“%(name)s” không thể vừa kế thừa vừa bị kế thừa; hãy chọn lại.") % {"name": later.name})
    made, created = Succession.objects.get_or_create(
        earlier=earlier, later=later, defaults={"day": day, "decree": decree[:200]}
    )
    return made if created else None


@transaction.atomic
def save_group(
    *, group: AgencyGroup | None, values: Mapping[str, Any], members: Iterable[Agency], aliases: Iterable[str],
    by: User, now: datetime,
) -> AgencyGroup:  # fmt: skip
    """Make or change a group: a rule, members one by one, or both."""
    before = group_said(group) if group is not None else None
    group = group or AgencyGroup()
    for name, value in values.items():
        setattr(group, name, value)
    group.clean_keys()
    if AgencyGroup.objects.filter(name=group.name).exclude(pk=group.pk).exists():
        raise Refusal(gettext("Đã có nhóm tên “%(name)s”; hãy sửa nhóm ấy hoặc đặt tên khác.") % {"name": group.name})
    group.save()
    group.members.set(list(members))
    _set_group_aliases(group, aliases)
    action = "group.create" if before is None else "group.change"
    record(by=by, now=now, action=action, target=group, before=before, after=group_said(group))
    return group


def said(agency: Agency, aliases: Iterable[str] | None = None) -> dict[str, Any]:
    """The agency as plain JSON, for the audit; ``aliases`` where they are known already."""
    plain: dict[str, Any] = {name: getattr(agency, name) for name in FIELDS}
    plain["parent"] = agency.parent_id
    for name in ("valid_from", "valid_to"):
        plain[name] = plain[name].isoformat() if plain[name] else None
    return plain | {"aliases": list((alias.name for alias in agency.aliases.all()) if aliases is None else aliases)}


def group_said(group: AgencyGroup) -> dict[str, Any]:
    """The group as plain JSON, for the audit."""
    return {
        "name": group.name,
        "kinds": group.rule_kinds,
        "level": group.rule_level,
        "members": sorted(group.members.values_list("code", flat=True)),
        "aliases": [alias.name for alias in group.aliases.all()],
    }


def make_aliases(agency: Agency, names: Iterable[str]) -> list[AgencyAlias]:
    """Unsaved aliases of ``names``, those left out that spell the agency's own name or each other."""
    made: dict[str, AgencyAlias] = {}
    for name in filter(None, (" ".join(each.split()) for each in names)):
        alias = AgencyAlias(agency=agency, name=name[:300])
        alias.clean_keys()
        if alias.key and alias.key != agency.key:
            made.setdefault(alias.key, alias)
    return list(made.values())


def _set_aliases(agency: Agency, names: Iterable[str]) -> None:
    agency.aliases.all().delete()
    AgencyAlias.objects.bulk_create(make_aliases(agency, (agency.short_name, *names)))


def _set_group_aliases(group: AgencyGroup, names: Iterable[str]) -> None:
    group.aliases.all().delete()
    for alias in make_aliases(Agency(key=group.key), names):
        taken = GroupAlias.objects.filter(key=alias.key).select_related("group").first()
        if taken is not None:
            raise Refusal(
                gettext("“%(name)s” đã là tên khác của nhóm “%(group)s”.")
                % {"name": alias.name, "group": taken.group.name}
            )
        GroupAlias.objects.create(group=group, name=alias.name, key=alias.key)


def _check(agency: Agency) -> None:
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        raise Refusal(gettext("Ngày kết thúc phải sau ngày thành lập."))
    above, seen = agency.parent, {agency.pk} if agency.pk else set()
    while above is not None:
        if above.pk in seen:
            raise Refusal(gettext("Cơ quan cấp trên không thể là chính nó hoặc cơ quan cấp dưới của nó."))
        seen.add(above.pk)
        above = above.parent


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")
