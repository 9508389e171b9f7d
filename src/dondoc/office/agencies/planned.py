"""Mergers planned for a day to come, as pages show them."""

from dataclasses import dataclass

from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, MergerJob


@dataclass(frozen=True, slots=True)
class Planned:
    """A job that waits for its day, with what it asks for."""

    job: MergerJob
    plan: Plan


def planned(concerning: Agency | None = None) -> list[Planned]:
    """The mergers that wait for their day, the nearest first; those in which ``concerning`` ends or takes over."""
    waiting = MergerJob.objects.filter(day__isnull=False, queued_at__isnull=True, ended_at__isnull=True)
    jobs = waiting.select_related("by").order_by("day", "pk")
    chosen = (job for job in jobs if concerning is None or concerning.pk in _named(job))
    return [Planned(job, Plan.from_plain(job.asked)) for job in chosen]


def _named(job: MergerJob) -> list[int]:
    return [*job.asked["earlier"], job.asked["later"], *job.asked["others"]]
