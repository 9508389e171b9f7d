"""The workers that read documents and the scheduler that keeps house, as threads of the serving process."""

import logging
import threading
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from dondoc.office.agencies.actions.queueing import requeue_unfinished
from dondoc.office.documents.actions.reading import requeue_stuck
from dondoc.office.documents.actions.uploading import sweep_leftovers
from dondoc.office.documents.background import QUEUES
from dondoc.office.documents.pageimages import sweep_images
from dondoc.office.exports.actions import requeue_exports, sweep_exports
from dondoc.office.exports.background import EXPORTS
from dondoc.office.reminders.letters import mail_digests
from dondoc.office.reminders.rounds import remind
from dondoc.office.reminders.webhooks import deliver
from dondoc.office.tasks import tallying
from dondoc.office.tasks.actions.repeating import make_next_turns
from dondoc.office.tasks.keeping import keep_audiences, mend_audiences
from dondoc.office.tasks.leading import mend

logger = logging.getLogger("dondoc.background")
POLL_SECONDS = 0.5
KEEP_HOUSE_SECONDS = 60.0
PATIENCE_SECONDS = 10.0
DAY = timedelta(days=1)
KEPT_FOR = timedelta(minutes=10)
FIRST_HOUR = 7


class Background:
    """A worker for each queue, and the scheduler.

    ``stop`` lets a reading under way finish for ten seconds; later it is queued again.
    """

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._workers: dict[str, Worker] = {}
        self._threads = [
            *(
                threading.Thread(target=self._work, args=(queue,), name=f"dondoc-{queue}", daemon=True)
                for queue in (*QUEUES, EXPORTS)
            ),
            threading.Thread(target=self._keep_house, name="dondoc-scheduler", daemon=True),
        ]

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ask them to stop and wait for them, within limits."""
        self._stopping.set()
        for worker in list(self._workers.values()):
            worker.running = False
        for thread in self._threads:
            thread.join(PATIENCE_SECONDS)

    def _work(self, queue: str) -> None:
        while not self._stopping.is_set():
            worker = self._workers[queue] = Worker(
                queue_names=[queue],
                interval=POLL_SECONDS,
                batch=False,
                backend_name="default",
                startup_delay=False,
                max_tasks=None,
                worker_id=get_random_string(32),
                excluded_queue_names=[],
            )
            try:
                if not self._stopping.is_set():
                    worker.run()
            except Exception:
                # A database that is away for a moment must not end reading for good.
                logger.exception("the worker stopped; it starts again")
                self._stopping.wait(POLL_SECONDS)
            finally:
                connection.close()

    def _keep_house(self) -> None:
        swept: datetime | None = None
        kept: datetime | None = None
        while not self._stopping.wait(KEEP_HOUSE_SECONDS):
            now = timezone.now()
            try:
                close_old_connections()
                requeue_stuck(now=now)
                requeue_unfinished(now=now)
                requeue_exports(now=now)
                remind_and_send(now)
                if kept is None or now - kept >= KEPT_FOR:
                    keep_audiences(now=now)
                    tallying.put_together()
                    sweep_exports(now=now)
                    kept = now
                if swept is None or now - swept >= DAY:
                    sweep(now)
                    swept = now
            except Exception:
                logger.exception("keeping house failed; it is tried again in a minute")
        connection.close()


def sweep(now: datetime) -> None:
    """Delete what has served its time: ended sessions, work done a week ago, old page images, broken uploads.

    Then the database looks at what its tables hold, and what repeats assignments is compared with them.
    """
    sweep_leftovers(now=now)
    sweep_images(now=now)
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=7, verbosity=0)
    with connection.cursor() as cursor:
        # PostgreSQL does it by itself; SQLite takes the wrong index where nobody told it what the tables hold.
        cursor.execute("ANALYZE")
    if wrong := mend():
        logger.warning("%d tasks said otherwise than their assignments who leads them; they are mended", wrong)
    if wrong := tallying.mend():
        logger.warning("%d tasks were counted where they are not; they are counted anew", wrong)
    if wrong := mend_audiences():
        logger.warning("%d audiences saw other tasks than the assignments say; they are made again", wrong)


def remind_and_send(now: datetime) -> None:
    """From seven in the morning: next turns of recurring tasks, the round, letters. At any hour: webhooks."""
    if timezone.localtime(now).hour >= FIRST_HOUR:
        make_next_turns(now=now)
        remind(now=now)
        mail_digests(now=now)
    deliver(now=now)
