"""Making, changing and closing accounts, and who acts for whom."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import ActingFor, Field, Role, User
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal

PARTS = (
    "username", "full_name", "email", "role", "agency", "title", "phone", "valid_from", "valid_to", "is_active",
)  # fmt: skip


@transaction.atomic
def create_person(*, values: Mapping[str, Any], fields: Iterable[Field] = (), by: User | None, now: datetime) -> User:
    """Make an account without a password: an invitation lets the person set one."""
    person = User(**values)
    _check(person)
    person.set_unusable_password()
    person.save(force_insert=True)
    person.fields.set(list(fields))
    record(by=by, now=now, action="user.create", target=person, after=said(person))
    return person


@transaction.atomic
def change_person(
    *, person: User, values: Mapping[str, Any], fields: Iterable[Field] | None, by: User, now: datetime
) -> User:  # fmt: skip
    """Set the parts of ``values``. The last administrator stays one."""
    person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    before = said(person)
    for name, value in values.items():
        setattr(person, name, value)
    _check(person)
    if before["role"] == Role.ADMIN and (person.role != Role.ADMIN or not person.is_active or person.valid_to):
        _another_administrator(person)
    person.save(update_fields=list(values))
    if fields is not None:
        person.fields.set(list(fields))
    record(by=by, now=now, action="user.change", target=person, before=before, after=said(person))
    return person


@transaction.atomic
def set_active(*, person: User, active: bool, by: User, now: datetime) -> User:
    """Close an account, or open it again. A closed account is signed out everywhere."""
    if not active and person.pk == by.pk:
        raise Refusal(gettext("Bạn không tự khóa tài khoản của mình được; hãy nhờ quản trị viên khác."))
    changed = change_person(person=person, values={"is_active": active}, fields=None, by=by, now=now)
    if not active:
        end_sessions(person)
    return changed


@transaction.atomic
def start_acting(
    *, person: User, absent: User, starts: date, ends: date, reason: str, by: User, now: datetime
) -> ActingFor:  # fmt: skip
    """Let ``person`` do the work of ``absent`` too on these days; both ends count."""
    if person.pk == absent.pk:
        raise Refusal(gettext("Không ai làm thay chính mình; hãy chọn người khác."))
    if ends < starts:
        raise Refusal(gettext("Ngày kết thúc phải sau ngày bắt đầu."))
    if absent.role == Role.ADMIN:
        raise Refusal(gettext("Không làm thay quản trị viên được; hãy cấp vai trò quản trị cho người ấy."))
    acting = ActingFor.objects.create(person=person, absent=absent, starts=starts, ends=ends, reason=reason[:200])
    after = {"for": absent.username, "starts": starts.isoformat(), "ends": ends.isoformat(), "reason": reason}
    record(by=by, now=now, action="user.acting_start", target=person, after=after)
    return acting


@transaction.atomic
def end_acting(*, acting: ActingFor, by: User, now: datetime) -> ActingFor:
    """End the acting at once."""
    if acting.ended_at is None:
        acting.ended_at = now
        acting.save(update_fields=["ended_at"])
        after = {"for": acting.absent.username, "acting": acting.pk}
        record(by=by, now=now, action="user.acting_end", target=acting.person, after=after)
    return acting


@transaction.atomic
def drop_second_factor(*, person: User, by: User, now: datetime) -> int:
    """Take away the person's codes and keys, for one who has lost them. How many."""
    number: int = Authenticator.objects.filter(user=person).delete()[0]
    end_sessions(person)
    record(by=by, now=now, action="user.second_factor_drop", target=person, after={"dropped": number})
    return number


@transaction.atomic
def save_field(
    *, field: Field | None, name: str, agencies: Iterable[Any], sectors: Iterable[str], by: User, now: datetime
) -> Field:  # fmt: skip
    """Make or change a field of responsibility."""
    made = field is None
    field = field or Field()
    if Field.objects.filter(name=name).exclude(pk=field.pk).exists():
        raise Refusal(gettext("Đã có lĩnh vực tên “%(name)s”.") % {"name": name})
    field.name, field.sectors = name, list(sectors)
    field.save()
    field.agencies.set(list(agencies))
    after = {"name": name, "agencies": sorted(field.agencies.values_list("code", flat=True)), "sectors": field.sectors}
    record(by=by, now=now, action="field.create" if made else "field.change", target=field, after=after)
    return field


def end_sessions(person: User, keep: str = "") -> int:
    """Sign ``person`` out everywhere but in the session ``keep``. How many sessions."""
    sessions = UserSession.objects.filter(user=person).exclude(session_key=keep)
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.delete()
    return len(keys)


def said(person: User) -> dict[str, Any]:
    """The account as plain JSON, for the audit; never the password."""
    plain = {name: getattr(person, name) for name in PARTS} | {"agency": person.agency_id}
    for name in ("valid_from", "valid_to"):
        plain[name] = plain[name].isoformat() if plain[name] else None
    return plain | {"fields": [field.name for field in person.fields.all()] if person.pk else []}


def _check(person: User) -> None:
    if User.objects.filter(username__iexact=person.username).exclude(pk=person.pk).exists():
        raise Refusal(gettext("Tên đăng nhập “%(name)s” đã có người dùng.") % {"name": person.username})
    if person.email and User.objects.filter(email__iexact=person.email).exclude(pk=person.pk).exists():
        raise Refusal(gettext("Thư điện tử “%(email)s” đã có người dùng.") % {"email": person.email})
    if person.role == Role.FOCAL and person.agency_id is None:
        raise Refusal(gettext("Đầu mối phải thuộc một cơ quan; hãy chọn cơ quan."))
    if person.valid_from and person.valid_to and person.valid_to < person.valid_from:
        raise Refusal(gettext("Ngày kết thúc phải sau ngày bắt đầu."))


def _another_administrator(person: User) -> None:
    others = User.objects.filter(role=Role.ADMIN, is_active=True, valid_to__isnull=True).exclude(pk=person.pk)
    if not others.exists():
        raise Refusal(gettext("Đây là quản trị viên cuối cùng; hãy cấp vai trò quản trị cho người khác trước."))
