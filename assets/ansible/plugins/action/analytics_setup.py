# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""Applies from afar: new rules are kept by a new connection that has come through them."""

import time
import uuid
from functools import partial

from ansible.errors import AnsibleConnectionFailure
from ansible.plugins.action import ActionBase

collection = 'appsanywhere.analytics_setup.'

# How much longer than its trial a host may take to be reached again, in seconds.
patience = 30


class ActionModule(ActionBase):
    """The module of the same name, with its trial in the hands of the controller."""

    def run(self, tmp=None, task_vars=None):
        super().run(tmp, task_vars)
        arguments = self._task.args
        state = arguments.get('state', 'applied')
        confirm = arguments.get('confirm', 'new-connection')
        if self._task.check_mode or state != 'applied' or confirm != 'new-connection':
            return self._on_host('analytics_setup', arguments, task_vars)

        if self._connection.transport != 'ssh':
            return unsuited()

        # Most often nothing changes, which costs one command by ssh. And whoever is not reached
        # even now is down, and not kept out by new rules.
        planned = self._on_host('analytics_setup', dict(arguments, state='planned'), task_vars)
        if planned.get('failed') or not planned['changed']:
            return planned

        job = uuid.uuid4().hex
        program = arguments.get('program', 'analytics-setup')
        begin = dict(arguments, step='begin', job=job)
        finish = {'step': 'finish', 'job': job, 'program': program}
        on_host = partial(self._on_host, 'analytics_setup_trial', task_vars=task_vars)
        return self._try_out(partial(on_host, begin), partial(on_host, finish))

    def _on_host(self, module, arguments, task_vars):
        return self._execute_module(collection + module, arguments, task_vars=task_vars)

    def _try_out(self, begin, finish):
        lost = None
        try:
            begun = begin()
            if not begun.pop('on_trial', False):
                return begun
        except AnsibleConnectionFailure as failure:
            lost = failure

        return self._finish(finish, lost)

    def _finish(self, finish, lost):
        """Comes in anew until it gets through: in time the rules are kept, later it hears why not."""
        deadline = time.monotonic() + int(self._task.args.get('confirm_within', 120)) + patience
        while True:
            try:
                self._connection.reset()
                return with_words(finish(), lost)
            except AnsibleConnectionFailure as failure:
                lost = failure
                if time.monotonic() > deadline:
                    raise AnsibleConnectionFailure(
                        'The host was not reached again after new rules were tried. Unless they '
                        'were kept, it has its old ones by now. ' + words_of(lost)
                    ) from failure
                time.sleep(1)


def unsuited():
    return {
        'failed': True,
        'code': 'connection.unsuited',
        'msg': 'Only a connection by ssh can show that new rules let the controller in.',
        'cause': 'This host is reached by another connection plugin.',
        'remedies': [
            'Use the connection plugin "ssh", or "confirm: unattended" to do without that proof.'
        ],
    }


def with_words(finished, lost):
    """Of a host that has gone back, with what was heard when it was not reached."""
    if lost is None or finished.get('code') != 'trial.undone':
        return finished

    return dict(finished, cause='{0} {1}'.format(finished['cause'], words_of(lost)))


def words_of(failure):
    words = ''.join(each if each.isprintable() else ' ' for each in str(failure))
    return 'It was said: ' + words.strip()
