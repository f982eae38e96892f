"""Tells each result of a run as a line of JSON, for the tests; what people see stays as it is."""

import json
import os

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: json_lines
type: notification
short_description: Each result as a line of JSON
description: Appends them to the file that the environment variable RESULTS_FILE names.
"""


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "json_lines"

    def v2_runner_on_ok(self, result):
        self.tell("ok", result)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self.tell("failed", result)

    def v2_runner_on_unreachable(self, result):
        self.tell("unreachable", result)

    def v2_runner_on_skipped(self, result):
        self.tell("skipped", result)

    def tell(self, outcome, result):
        line = {
            "outcome": outcome,
            "host": result._host.get_name(),
            "action": result._task.action,
            "result": result._result,
        }
        with open(os.environ["RESULTS_FILE"], "a") as results:
            results.write(json.dumps(line, default=str) + "\n")
