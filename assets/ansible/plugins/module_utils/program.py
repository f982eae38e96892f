# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""Calls analytics-setup on the host, and reads what it says to programs."""

import json
import os
import subprocess

program_options = {
    'program': {'type': 'str', 'default': 'analytics-setup'},
}
answers_options = {
    'answers': {'type': 'list', 'elements': 'dict', 'default': []},
    'secrets': {'type': 'dict', 'no_log': True, 'default': {}},
}


class Refusal(Exception):
    """Why something could not be done, as a module tells it."""

    def __init__(self, code, message, remedies=(), **more):
        super().__init__(message)
        self.code = code
        self.result = dict(msg=message, code=code, cause=message, remedies=list(remedies))
        self.result.update(more)


def run_module(module, work):
    """Ends a module with what its work gives, or with why it could not be done."""
    refused = None
    try:
        result = work(module)
    except Refusal as refusal:
        refused = refusal

    # Where an exception is being handled Ansible tells its traceback, which is no news here.
    if refused is None:
        module.exit_json(**result)
    module.fail_json(**refused.result)


class Program:
    """The program on this host, with the answers and the secrets of a task."""

    def __init__(self, module):
        name = module.params['program']
        self._path = module.get_bin_path(name, opt_dirs=['/usr/local/bin'])
        if self._path is None:
            raise Refusal(
                'program.missing',
                'There is no "{0}" on this host.'.format(name),
                ['Let the role "appliance" install it, or say with "program" where it is.'],
            )
        secrets = module.params.get('secrets') or {}
        self._environment = dict(os.environ)
        self._environment.update((name, str(value)) for name, value in secrets.items())
        self._files = write_answers(module.params.get('answers') or [], module.tmpdir)

    def version(self):
        return subprocess.check_output(
            [self._path, '--version'], universal_newlines=True
        ).strip()

    def start(self, arguments, **streams):
        """Starts it without a terminal; what is secret is in its environment only."""
        return subprocess.Popen(
            [self._path] + arguments + ['--json', '--progress', 'json'],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            **streams
        )

    def run(self, arguments):
        """Runs it to its end, and gives its result and the events on the way."""
        process = self.start(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        result, events = process.communicate()
        return self.read(result.decode('utf-8'), events.decode('utf-8'))

    def with_answers(self, arguments):
        """The arguments of a command that works on the answers of the task."""
        return arguments + [word for path in self._files for word in ('--answers', path)]

    def check(self):
        """What is to say of the answers; their faults are told by their place in them."""
        if not self._files:
            raise Refusal(
                'usage',
                'There are no answers to check.',
                ['Give the task "answers"; those that are saved on a host were checked before.'],
            )
        checked, _events = self.run(['check'] + self._files)
        if checked['faults']:
            raise refusal_of_answers(checked['faults'])
        return checked

    def read(self, result, text):
        """What a run has said: its result and its events, or a refusal that is raised."""
        events = events_in(text)
        failures = [event for event in events if event.get('event') == 'failure']
        if failures:
            failure = failures[-1]
            if failure['code'] == 'answers.invalid' and self._files:
                # The files that it names are gone before anybody reads of them.
                self.check()
            raise refusal_of(failure)
        try:
            return json.loads(result), events
        except ValueError:
            raise Refusal(
                'unexpected',
                'analytics-setup has ended without a result.',
                ['Run "analytics-setup status" on the host to see how it stands.'],
                cause='Last it said: ' + text.strip()[-2000:],
            ) from None


def write_answers(answers, folder):
    """Writes them where only this user reads; the folder goes with the module."""
    paths = []
    for number, each in enumerate(answers, 1):
        path = os.path.join(folder, 'answers-{0}.json'.format(number))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, 'w') as file:
            json.dump(each, file)
        paths.append(path)
    return paths


def refusal_of(failure):
    """What the program has refused; of a flag that it names, the option is named too."""
    remedies = list(failure['remedies'])
    if failure['code'] == 'lock-out':
        remedies.append(
            'By Ansible "--shut-out" is the option "shut_out" of the module, and the variable '
            '"analytics_setup_shut_out" of the role.'
        )
    return Refusal(failure['code'], failure['message'], remedies)


def refusal_of_answers(faults):
    places = [{name: fault[name] for name in ('path', 'value', 'reason')} for fault in faults]
    words = ' '.join('{path}: {reason}'.format(**place) for place in places)
    return Refusal(
        'answers.invalid',
        'The answers are not valid. ' + words,
        ['Mend these answers in the inventory. Nothing was changed.'],
        faults=places,
    )


def events_in(text):
    """A line that is no event, or not whole yet, is left out."""
    events = []
    for line in text.splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            events.append(event)
    return events
