# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""An apply that goes on while connections of the controller come and go."""

import fcntl
import os
import shutil
import tempfile
import time

from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    events_in,
)


class Job:
    """What it says stands in a folder that only its user reads."""

    def __init__(self, name, program):
        self._folder = os.path.join(tempfile.gettempdir(), 'analytics-setup-' + name)
        self._program = program

    def begin(self, arguments):
        os.mkdir(self._folder, 0o700)
        with open(self._path('result'), 'w') as result, open(self._path('events'), 'w') as events:
            # The program inherits the lock with the file, and holds it to its end.
            fcntl.flock(result, fcntl.LOCK_EX)
            self._program.start(arguments, stdout=result, stderr=events, start_new_session=True)

    def exists(self):
        return os.path.isdir(self._folder)

    def until_on_trial(self):
        """Waits until new rules are on trial, or until the end, which gives False."""
        while self._is_running():
            if any(event.get('event') == 'trial' for event in events_in(self._read('events'))):
                return True
            time.sleep(0.05)
        return False

    def end(self):
        """Waits for the end, gives what has come of it, and leaves nothing behind."""
        try:
            with open(self._path('result')) as result:
                fcntl.flock(result, fcntl.LOCK_SH)
            return self._program.read(self._read('result'), self._read('events'))
        finally:
            shutil.rmtree(self._folder)

    def _is_running(self):
        with open(self._path('result')) as result:
            try:
                fcntl.flock(result, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return False
            except BlockingIOError:
                return True

    def _path(self, name):
        return os.path.join(self._folder, name)

    def _read(self, name):
        with open(self._path(name), encoding='utf-8') as file:
            return file.read()
