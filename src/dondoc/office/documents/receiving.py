"""Taking files from a browser without taking too much."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

OVERSIZED = "dondoc.oversized"


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads to temporary files; one above ``DONDOC_MAX_UPLOAD`` is dropped and its name noted.

    The names stand in ``request.META["dondoc.oversized"]``, so that a view can say which files were too large.
    """

    received: int

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received > settings.DONDOC_MAX_UPLOAD:
            self.file.close()
            if self.request is not None:
                self.request.META.setdefault(OVERSIZED, []).append(self.file_name)
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
