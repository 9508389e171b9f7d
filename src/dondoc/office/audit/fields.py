"""What each value of an audit row is called, and how it is written out.

A key of ``OF_KIND`` ("kind of object.name") goes before the same name in ``FIELDS``. ``UNSAID`` are values that say
nothing to a person: keys of rows that the row's own words already tell of, and what search keeps.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import Role
from dondoc.office.administration.forms import EntryForm, RulesForm
from dondoc.office.agencies.models import Level
from dondoc.office.agencies.wording import KINDS
from dondoc.office.answering.acts import ACTS
from dondoc.office.audit import values
from dondoc.office.documents.cards import ANSWERS
from dondoc.office.documents.models import FactState
from dondoc.office.indicators.models import ObservationBase, ObservationRole, ObservationStatus
from dondoc.office.rules.models import Granter, SecondFactor
from dondoc.office.tasks.models import Grade, OfferKind, Recurrence, TaskState

Words = str | Promise


class Field(NamedTuple):
    """The label of a value and what turns the value into words."""

    label: Words
    written: Callable[[Any, values.Names], str] = values.plain


def _choice(label: Words, choices: Mapping[Any, Words] | Iterable[tuple[Any, Words]]) -> Field:
    known = dict(choices)
    return Field(label, lambda value, names: values.chosen(value, known))


def _named(label: Words, model: str) -> Field:
    return Field(label, lambda value, names: names.listed(model, value))


SECOND_FACTORS = {"totp": _("ứng dụng xác thực"), "webauthn": _("khóa bảo mật"), "recovery_codes": _("mã dự phòng")}
LINK_ACTS = {"open": _("Mở liên kết")} | {slug: act.name for slug, act in ACTS.items()}

UNSAID = frozenset({
    "absent", "acting", "comment", "decided_at", "decided_by", "delivery", "evidence", "extension", "fact", "folded",
    "instruction", "line", "reading", "report", "rule", "submission", "uid", "first_deadline",
})  # fmt: skip

FIELDS: dict[str, Field] = {
    "act": _choice(_("Làm"), LINK_ACTS),
    "address": Field(_("Địa chỉ máy")),
    "after": Field(_("Chữ đã sửa")),
    "agencies": _named(_("Cơ quan"), "agencies.agency"),
    "agency": _named(_("Cơ quan"), "agencies.agency"),
    "aliases": Field(_("Tên khác")),
    "answer": _choice(_("Trả lời"), ANSWERS),
    "answer_reason": Field(_("Lý do")),
    "assignments": Field(_("Giao cho"), values.owed),
    "base": _choice(_("So với"), ObservationBase.choices),
    "before": Field(_("Chữ trong tệp")),
    "cancelled_reason": Field(_("Lý do dừng")),
    "code": Field(_("Mã")),
    "continues": _named(_("Tiếp tục nhiệm vụ"), "tasks.task"),
    "coordinating": Field(_("Phối hợp")),
    "day": Field(_("Ngày")),
    "deadline": Field(_("Hạn"), values.deadline),
    "deadline_text": Field(_("Hạn ghi trong văn bản")),
    "decree": Field(_("Căn cứ")),
    "document": _named(_("Văn bản"), "documents.document"),
    "dropped": Field(_("Số lớp xác thực đã gỡ")),
    "earlier": _named(_("Cơ quan kết thúc"), "agencies.agency"),
    "email": Field(_("Thư điện tử")),
    "ends": Field(_("Đến hết ngày")),
    "estimate": Field(_("Ước")),
    "expires_at": Field(_("Hết hiệu lực")),
    "facts": Field(_("Số sự kiện tìm thấy")),
    "failure": Field(_("Lỗi")),
    "fields": Field(_("Lĩnh vực phụ trách")),
    "finished_on": Field(_("Ngày hoàn thành")),
    "follower": _named(_("Chuyên viên theo dõi"), "accounts.user"),
    "for": _named(_("Làm thay cho"), "accounts.user"),
    "from": Field(_("Cơ quan")),
    "full_name": Field(_("Họ và tên")),
    "grade": _choice(_("Chất lượng"), Grade.choices),
    "indicator": _named(_("Chỉ tiêu"), "indicators.indicator"),
    "indicators": Field(_("Số chỉ tiêu chuyển")),
    "is_active": Field(_("Tài khoản"), values.either(_("đang mở"), _("đang khóa"))),
    "active": Field(_("Trạng thái"), values.either(_("đang bật"), _("đang tắt"))),
    "item": Field(_("Mục")),
    "kind": _choice(_("Loại"), KINDS),
    "kinds": _choice(_("Loại cơ quan"), KINDS),
    "later": _named(_("Cơ quan tiếp nhận"), "agencies.agency"),
    "lead": Field(_("Chủ trì")),
    "legal_basis": Field(_("Căn cứ")),
    "level": _choice(_("Cấp"), Level.choices),
    "look_again": Field(_("Ngày xem lại")),
    "made": Field(_("Số nhiệm vụ đã tạo")),
    "members": _named(_("Cơ quan trong nhóm"), "agencies.agency"),
    "merger": _named(_("Lần sáp nhập"), "agencies.merger"),
    "messages": Field(_("Số tin")),
    "name": Field(_("Tên")),
    "others": _named(_("Cơ quan khác cùng nhận"), "agencies.agency"),
    "owed": Field(_("Giao cho"), values.owed),
    "owner": Field(_("Cơ quan")),
    "parent": _named(_("Cơ quan cấp trên"), "agencies.agency"),
    "people": Field(_("Số người chuyển")),
    "period": Field(_("Kỳ"), values.period),
    "phone": Field(_("Điện thoại")),
    "product": Field(_("Sản phẩm")),
    "provider": Field(_("Hệ thống đăng nhập")),
    "reason": Field(_("Lý do")),
    "recurrence": _choice(_("Lặp lại"), Recurrence.choices),
    "recurs_on": Field(_("Vào ngày")),
    "references": Field(_("Căn cứ")),
    "reply_due": Field(_("Hạn trả lời")),
    "reset": Field(_("Đặt lại mật khẩu")),
    "returned_reason": Field(_("Lý do trả lại")),
    "reviewed_by": _named(_("Người soát toàn văn"), "accounts.user"),
    "role": _choice(_("Loại số"), ObservationRole.choices),
    "rows": Field(_("Số dòng")),
    "scope": Field(_("Phạm vi")),
    "sectors": Field(_("Nhóm chỉ tiêu")),
    "sent_to": Field(_("Gửi tới")),
    "sha256": Field(_("Dấu SHA-256 của tệp")),
    "share": Field(_("Tỷ lệ thực hiện"), values.share),
    "short_name": Field(_("Tên tắt")),
    "signed": Field(_("Người ký tên")),
    "starts": Field(_("Từ ngày")),
    "state": _choice(_("Tình trạng"), TaskState.choices),
    "status": _choice(_("Mức chắc chắn"), ObservationStatus.choices),
    "submitted_on": Field(_("Ngày nộp kết quả")),
    "task": _named(_("Nhiệm vụ"), "tasks.task"),
    "tasks": _named(_("Nhiệm vụ"), "tasks.task"),
    "text": Field(_("Nội dung")),
    "title": Field(_("Chức vụ")),
    "to": Field(_("Gửi tới")),
    "type": _choice(_("Cách xác thực"), SECOND_FACTORS),
    "unit": Field(_("Đơn vị")),
    "url": Field(_("Địa chỉ")),
    "username": Field(_("Tên đăng nhập")),
    "valid_from": Field(_("Từ ngày")),
    "valid_to": Field(_("Đến hết ngày")),
    "value": Field(_("Giá trị"), values.figure),
    "version": Field(_("Phiên bản đọc")),
    "waiting_for": Field(_("Chờ")),
    "wanted": Field(_("Xin đến ngày")),
    "words": Field(_("Ý kiến")),
    "worked": Field(_("Ngày này"), values.either(_("làm việc"), _("nghỉ"))),
    "written": Field(_("Tên trong văn bản")),
}
OF_KIND: dict[str, Field] = {
    "accounts.user.role": _choice(_("Vai trò"), Role.choices),
    "agencies.agency.assignments": Field(_("Số nhiệm vụ được gán"), values.number_of),
    "agencies.merger.day": Field(_("Từ ngày")),
    "agencies.mergerjob.day": Field(_("Từ ngày")),
    "agencies.merger.assignments": Field(_("Số nhiệm vụ chuyển")),
    "documents.document.state": _choice(_("Quyết định"), FactState.choices),
    "tasks.offer.kind": _choice(_("Loại"), OfferKind.choices),
    "tasks.task.day": Field(_("Ngày của minh chứng")),
    "tasks.task.parent": _named(_("Nhiệm vụ lớn"), "tasks.task"),
}
FIELDS |= {name: Field(field.label or name) for name, field in RulesForm.base_fields.items()}
FIELDS |= {
    "extension_by": _choice(RulesForm.base_fields["extension_by"].label or "", Granter.choices),
    "second_factor_by": _choice(EntryForm.base_fields["of"].label or "", SecondFactor.choices),
    "second_factor_grace": Field(EntryForm.base_fields["grace"].label or ""),
    "second_factor_since": Field(_("Tính xác thực hai lớp từ ngày")),
}

# The order in which values are said: the database keeps none.
FIRST = (
    "act", "username", "full_name", "code", "name", "short_name", "kind", "level", "text", "indicator", "period",
    "value", "unit", "role", "base", "status", "state", "answer", "earlier", "later", "others", "owed", "from",
    "parent", "valid_from", "valid_to", "day", "for", "starts", "ends", "agency", "wanted", "written",
)  # fmt: skip
ORDER = {name: place for place, name in enumerate(dict.fromkeys((*FIRST, *FIELDS)))}


def field_of(object_type: str, name: str) -> Field:
    """What the value ``name`` of an object of that kind is; one that nobody has named is called just a value."""
    return OF_KIND.get(f"{object_type}.{name}") or FIELDS.get(name) or Field(_("Giá trị khác"))
