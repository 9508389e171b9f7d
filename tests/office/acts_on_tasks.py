"""Every action on tasks and documents, where it is possible, with the rows it must leave in the audit."""

from datetime import timedelta

from django.core.files.base import ContentFile

from dondoc.office.documents.actions import deciding, mending, reading, reshaping, uploading
from dondoc.office.documents.models import Document, DocumentStatus, Fact
from dondoc.office.indicators import actions as indicators
from dondoc.office.indicators.models import Observation
from dondoc.office.tasks.actions import (
    arranging,
    creating,
    extending,
    finishing,
    importing,
    offering,
    repeating,
    reporting,
    reviewing,
    talking,
    together,
)
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.actions.together import Together, Wanted
from dondoc.office.tasks.importing import Sheet, recognise
from dondoc.office.tasks.models import AssignmentRole, Evidence, Grade, Instruction, Offer, Task, TaskImport
from tests.office.acting import Act, World, act
from tests.office.office_cast import LINES, NOW, TODAY, make_outcome

TASKS = "tasks.actions."
DAY = timedelta(days=1)


def evidence(w: World) -> Evidence:
    proof = Proof(day=TODAY, number="1/BC")
    return reporting.add_evidence(task=w.task, proof=proof, agency=w.cast.health, by=w.cast.owner, now=NOW)


def submitted(w: World) -> Task:
    evidence(w)
    finishing.submit(task=w.task, summary="Xong", agency=w.cast.health, by=w.cast.owner, now=NOW)
    return w.task


def stopped(w: World) -> Task:
    return arranging.cancel(task=w.task, reason="Trùng", by=w.office, now=NOW)


def waiting(w: World) -> Task:
    return arranging.wait(task=w.task, waiting_for="Luật", look_again=TODAY + DAY, by=w.office, now=NOW)


def asked(w: World) -> Task:
    extending.ask_extension(
        task=w.task, wanted=TODAY + 60 * DAY, reason="Mưa", agency=w.cast.health, by=w.cast.owner, now=NOW
    )
    return w.task


def instruction(w: World) -> Instruction:
    return talking.instruct(task=w.task, text="Làm gấp", reply_due=None, by=w.cast.leader, now=NOW)


def offer(w: World) -> Offer:
    return Offer.objects.create(
        kind="evidence", task=w.task, document=w.document, start=0, score=1.0, sentence="Đã rà soát.", at=NOW
    )


def sheet(w: World) -> TaskImport:
    found = Sheet(("Nội dung công việc", "Đơn vị chủ trì"), (("Dọn kênh", "Sở Y tế"),))
    return importing.keep_sheet(sheet=found, name="a.xlsx", by=w.office, now=NOW)


def confirmed(w: World) -> Fact:
    deciding.confirm(document=w.document, fact_pk=w.directive.pk, by=w.office, now=NOW)
    return w.directive


def taken_back(w: World) -> Document:
    mending.take_back(document=w.mended, key="m1", by=w.office, now=NOW)
    Document.objects.filter(pk=w.document.pk).update(status=DocumentStatus.READ, reading=w.document.reading_id)
    return Document.objects.get(pk=w.document.pk)


def observed(w: World) -> list[Observation]:
    deciding.confirm_all(document=w.document, by=w.office, now=NOW)
    return list(Observation.objects.all())


def everything(w: World) -> tuple[Task, ...]:
    owed = [Owed(AssignmentRole.LEAD, w.cast.health)]
    return (arranging.create_task(text="Báo cáo tháng", owed=owed, by=w.office, now=NOW, deadline=TODAY - DAY,
                                  recurrence="monthly", recurs_on=9),)  # fmt: skip


OF_TASKS: dict[str, Act] = {
    TASKS + "arranging.create_task": act(everything, "task.create"),
    TASKS + "arranging.edit": act(
        lambda w: arranging.edit(task=w.task, product="Đề án", by=w.office, now=NOW), "task.edit"
    ),
    TASKS + "arranging.reassign": act(
        lambda w: arranging.reassign(
            task=w.task, owed=[Owed(AssignmentRole.LEAD, w.cast.finance)], by=w.office, now=NOW
        ),
        "task.reassign",
    ),
    TASKS + "arranging.wait": act(waiting, "task.wait"),
    TASKS + "arranging.resume": act(lambda w: arranging.resume(task=waiting(w), by=w.office, now=NOW), "task.resume"),
    TASKS + "arranging.cancel": act(stopped, "task.cancel"),
    TASKS + "arranging.continue_from": act(
        lambda w: arranging.continue_from(task=w.task, earlier=everything(w)[0], by=w.office, now=NOW), "task.continue"
    ),
    TASKS + "creating.create_tasks": act(confirmed, "task.create"),
    TASKS + "creating.withdraw_task": act(
        lambda w: creating.withdraw_task(task=everything(w)[0], by=w.office, now=NOW), "task.withdraw"
    ),
    TASKS + "extending.ask_extension": act(asked, "task.extension_ask"),
    TASKS + "extending.grant_extension": act(
        lambda w: extending.grant_extension(task=asked(w), until=TODAY + 50 * DAY, by=w.office, now=NOW),
        "task.extension_grant",
    ),
    TASKS + "extending.refuse_extension": act(
        lambda w: extending.refuse_extension(task=asked(w), reason="Gấp", by=w.office, now=NOW), "task.extension_refuse"
    ),
    TASKS + "finishing.submit": act(submitted, "task.submit"),
    TASKS + "finishing.take_back": act(
        lambda w: finishing.take_back(task=submitted(w), by=w.cast.owner, now=NOW), "task.take_back"
    ),
    TASKS + "finishing.accept": act(
        lambda w: finishing.accept(task=submitted(w), grade=Grade.MET, by=w.office, now=NOW), "task.accept"
    ),
    TASKS + "finishing.return_result": act(
        lambda w: finishing.return_result(task=submitted(w), reason="Thiếu", by=w.office, now=NOW), "task.return"
    ),
    TASKS + "finishing.reopen": act(
        lambda w: finishing.reopen(task=stopped(w), reason="Còn cần", by=w.office, now=NOW), "task.reopen"
    ),
    TASKS + "importing.keep_sheet": act(sheet, "import.keep"),
    TASKS + "importing.import_tasks": act(
        lambda w: importing.import_tasks(
            kept=sheet(w), columns=recognise(("Nội dung công việc", "Đơn vị chủ trì")), by=w.office, now=NOW
        ),
        "import.done",
        "task.create",
    ),
    TASKS + "offering.take_offer": act(
        lambda w: offering.take_offer(offer=offer(w), by=w.office, now=NOW), "offer.taken", "task.evidence"
    ),
    TASKS + "offering.decline_offer": act(
        lambda w: offering.decline_offer(offer=offer(w), by=w.office, now=NOW), "offer.declined"
    ),
    TASKS + "repeating.make_next_turns": act(
        lambda w: (everything(w), repeating.make_next_turns(now=NOW)), "task.create", "task.repeat"
    ),
    TASKS + "reporting.report_progress": act(
        lambda w: reporting.report_progress(
            task=w.task, progress=Progress("Đang làm"), agency=w.cast.health, by=w.cast.owner, now=NOW
        ),
        "task.report",
    ),
    TASKS + "reporting.add_evidence": act(evidence, "task.evidence"),
    TASKS + "reporting.withdraw_evidence": act(
        lambda w: reporting.withdraw_evidence(evidence=evidence(w), by=w.cast.owner, now=NOW), "task.evidence_withdraw"
    ),
    TASKS + "reviewing.issue_review": act(
        lambda w: reviewing.issue_review(tasks=Task.objects.all(), scope="Tất cả", by=w.office, now=NOW), "review.issue"
    ),
    TASKS + "talking.instruct": act(instruction, "task.instruct"),
    TASKS + "talking.reply": act(
        lambda w: talking.reply(instruction=instruction(w), text="Vâng", by=w.cast.owner, now=NOW), "task.reply"
    ),
    TASKS + "talking.comment": act(
        lambda w: talking.comment(task=w.task, text="Xem giúp", by=w.office, now=NOW), "task.comment"
    ),
    TASKS + "talking.watch": act(lambda w: talking.watch(task=w.task, on=True, by=w.office, now=NOW), "task.watch"),
    TASKS + "together.do_to_all": act(
        lambda w: together.do_to_all(
            tasks=[w.task], wanted=Wanted(Together.CANCEL, reason="Trùng"), by=w.office, now=NOW
        ),
        "task.cancel",
    ),
}

OF_DOCUMENTS: dict[str, Act] = {
    "documents.actions.uploading.upload": act(
        lambda w: uploading.upload(file=ContentFile(b"a", name="a.txt"), name="a.txt", by=w.office, now=NOW),
        "document.upload",
    ),
    "documents.actions.uploading.remove_failed": act(
        lambda w: uploading.remove_failed(document=w.failed, by=w.office, now=NOW), "document.remove"
    ),
    "documents.actions.reading.keep": act(
        lambda w: reading.keep(document=w.document, outcome=make_outcome(), now=NOW), "document.read"
    ),
    "documents.actions.reading.read_again": act(
        lambda w: reading.read_again(document=w.document, by=w.office, now=NOW), "document.read_again"
    ),
    "documents.actions.mending.take_back": act(
        lambda w: mending.take_back(document=w.mended, key="m1", by=w.office, now=NOW), "document.mend_taken_back"
    ),
    "documents.actions.mending.mend_again": act(
        lambda w: mending.mend_again(document=taken_back(w), key="m1", by=w.office, now=NOW), "document.mended_again"
    ),
    "documents.actions.deciding.confirm": act(confirmed, "fact.confirm"),
    "documents.actions.deciding.confirm_all": act(
        lambda w: deciding.confirm_all(document=w.document, by=w.office, now=NOW), "fact.confirm_all"
    ),
    "documents.actions.deciding.reject": act(
        lambda w: deciding.reject(document=w.document, fact_pk=w.directive.pk, by=w.office, now=NOW), "fact.reject"
    ),
    "documents.actions.deciding.answer_finding": act(
        lambda w: deciding.answer_finding(
            document=w.document, fact_pk=w.finding.pk, answer="accepted", reason="Làm tròn", by=w.office, now=NOW
        ),
        "fact.answer",
    ),
    "documents.actions.deciding.reopen": act(
        lambda w: deciding.reopen(document=w.document, fact_pk=confirmed(w).pk, by=w.office, now=NOW), "fact.reopen"
    ),
    "documents.actions.deciding.edit": act(
        lambda w: deciding.edit(
            document=w.document, fact_pk=w.directive.pk, values={"product": "Đề án"}, by=w.office, now=NOW
        ),
        "fact.edit",
    ),
    "documents.actions.deciding.mark_reviewed": act(
        lambda w: deciding.mark_reviewed(document=w.document, reviewed=True, by=w.office, now=NOW), "document.review"
    ),
    "documents.actions.deciding.undo": act(
        lambda w: (confirmed(w), deciding.undo(document=w.document, by=w.office, now=NOW)), "fact.undo"
    ),
    "documents.actions.reshaping.split": act(
        lambda w: reshaping.split(document=w.document, fact_pk=w.directive.pk, at=[], by=w.office, now=NOW),
        "fact.split",
    ),
    "documents.actions.reshaping.merge_with_next": act(
        lambda w: reshaping.merge_with_next(document=w.document, fact_pk=w.directive.pk, by=w.office, now=NOW),
        "fact.merge",
    ),
    "documents.actions.reshaping.add_fact": act(
        lambda w: reshaping.add_fact(
            document=w.document, kind="directive", start=0, end=len(LINES[0]), by=w.office, now=NOW
        ),
        "fact.add",
    ),
    "indicators.actions.create_observations": act(observed, "observation.create", "indicator.create"),
    "indicators.actions.withdraw_observation": act(
        lambda w: [indicators.withdraw_observation(observation=each, by=w.office, now=NOW) for each in observed(w)],
        "observation.withdraw",
        "indicator.withdraw",
    ),
}  # fmt: skip
