#!/usr/bin/python
# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)

DOCUMENTATION = r'''
module: analytics_setup_trial
short_description: Begin and finish an apply for the module analytics_setup
description:
  - What M(appsanywhere.analytics_setup.analytics_setup) does on the host, in two steps with a
    new connection between them. It is of no use in a playbook.
author: The analytics-setup authors (@appsanywhere)
options:
  step:
    description:
      - C(begin) starts an apply and waits until its rules are on trial, or until its end.
        C(finish) keeps the rules, which needs a connection newer than they are.
    type: str
    choices: [begin, finish]
    required: true
  job:
    description: A name of the apply that nobody can guess.
    type: str
    required: true
extends_documentation_fragment:
  - appsanywhere.analytics_setup.program
  - appsanywhere.analytics_setup.program.answers
  - appsanywhere.analytics_setup.program.apply
'''

EXAMPLES = r'''
- name: Set the firewall, which begins and finishes a trial
  appsanywhere.analytics_setup.analytics_setup:
    answers: ["{{ analytics_setup_answers }}"]
'''

RETURN = r'''
on_trial:
  description: Whether the rules wait for being kept; where not, the apply is over.
  returned: with C(begin)
  type: bool
'''

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.applying import (
    apply_command,
    apply_options,
    outcome_of,
)
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.job import Job
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    Program,
    Refusal,
    run_module,
)


def begin(program, job, parameters):
    job.begin(program.with_answers(apply_command(parameters)))
    if job.until_on_trial():
        return {'on_trial': True}

    return dict(outcome_of(*job.end()), on_trial=False)


def finish(program, job):
    if not job.exists():
        raise Refusal(
            'trial.none',
            'The connection was lost before anything began. Nothing was changed.',
            ['Run the playbook again.'],
        )

    is_on_trial = job.until_on_trial()
    if is_on_trial:
        keep(program, job)

    try:
        return outcome_of(*job.end())
    except Refusal as refusal:
        raise refusal if is_on_trial or refusal.code != 'trial.undone' else kept_out(refusal)


def kept_out(refusal):
    return Refusal(
        refusal.code,
        str(refusal),
        ['Have support.sources name where the controller comes from, and run the playbook again.'],
        cause='No new connection of the controller came through while the new rules were on trial.',
    )


def keep(program, job):
    """What this connection proves, it proves now: where it does not, nothing is waited for."""
    try:
        program.run(['confirm'])
    except Refusal as refusal:
        # Of a trial that has just ended the apply itself tells how.
        if refusal.code not in ('trial.undone', 'trial.none'):
            raise Refusal(
                refusal.code,
                take_back(program, job),
                ['Run the playbook again, or set "confirm: unattended" to do without that proof.'],
                cause=str(refusal),
            )


def take_back(program, job):
    """Gives what the apply says of its end."""
    try:
        program.run(['rollback'])
    except Refusal:
        # Somebody was faster, or the guard takes them back in its time.
        pass

    try:
        job.end()
        return 'The new rules are kept by somebody else.'
    except Refusal as refusal:
        return str(refusal)


def carry_out(module):
    program = Program(module)
    job = Job(module.params['job'], program)
    if module.params['step'] == 'begin':
        return begin(program, job, module.params)

    return finish(program, job)


def main():
    options = dict(
        step={'type': 'str', 'choices': ['begin', 'finish'], 'required': True},
        job={'type': 'str', 'required': True},
        **apply_options
    )
    run_module(AnsibleModule(argument_spec=options), carry_out)


if __name__ == '__main__':
    main()
