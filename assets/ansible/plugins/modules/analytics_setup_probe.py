#!/usr/bin/python
# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)

DOCUMENTATION = r'''
module: analytics_setup_probe
short_description: Prove the connections of an AppsAnywhere Analytics appliance
description:
  - Tries each connection of the vendor's list from the host, with the protocol that is spoken
    there, and tells who must act where one fails. Changes nothing, and runs in check mode too.
author: The analytics-setup authors (@appsanywhere)
requirements:
  - analytics-setup on the host; the role appsanywhere.analytics_setup.appliance installs it
  - Python 3.6 or later on the host
options:
  ids:
    description: The connections to prove; all where none is named.
    type: list
    elements: str
    default: []
  must_pass:
    description: Whether the task fails where a connection does.
    type: bool
    default: true
extends_documentation_fragment:
  - appsanywhere.analytics_setup.program
  - appsanywhere.analytics_setup.program.answers
  - appsanywhere.analytics_setup.program.looks
'''

EXAMPLES = r'''
- name: Prove every connection
  appsanywhere.analytics_setup.analytics_setup_probe:

- name: See whether the database answers, and go on in either case
  appsanywhere.analytics_setup.analytics_setup_probe:
    ids: [sql-tcp]
    must_pass: false
  register: database
'''

RETURN = r'''
results:
  description: What came of each connection, as C(analytics-setup probe --json) tells it.
  returned: whenever it was proven
  type: list
  elements: dict
counts:
  description: How many have passed, and so on.
  returned: whenever it was proven
  type: dict
  sample: {pass: 19, warn: 1, fail: 1, skipped: 1, unprovable: 0}
startedAt:
  description: When it began.
  returned: whenever it was proven
  type: str
finishedAt:
  description: When it ended.
  returned: whenever it was proven
  type: str
failures:
  description: The connections that have failed, what was seen, and who must do what.
  returned: whenever it was proven
  type: list
  elements: dict
  sample:
    - id: sql-tcp
      destination: mssql.uni.edu
      port: 1433
      protocol: tcp
      seen: no answer within 3.5 s
      cause: tcp.silent
      owner: network
      remedy: Ask your network team to allow this server to reach mssql.uni.edu on 1433/tcp.
code:
  description: Why it failed, for programs; C(probe.failed) where a connection did.
  returned: failed
  type: str
cause:
  description: What has led to it, in a sentence; the causes of the connections are in C(failures).
  returned: failed
  type: str
remedies:
  description: What to do next, a sentence each.
  returned: failed
  type: list
  elements: str
'''

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    Program,
    Refusal,
    answers_options,
    program_options,
    run_module,
)


def probe(module):
    program = Program(module)
    run, _events = program.run(program.with_answers(['probe'] + module.params['ids']))
    failures = [failure_of(result) for result in run['results'] if result['verdict'] == 'fail']
    found = {
        'changed': False,
        'results': run['results'],
        'counts': run['counts'],
        'startedAt': run['startedAt'],
        'finishedAt': run['finishedAt'],
        'failures': failures,
    }
    if failures and module.params['must_pass']:
        raise not_proven(failures, found)

    return found


def failure_of(result):
    failure = {
        name: result[name]
        for name in ('id', 'destination', 'port', 'protocol', 'cause', 'owner', 'remedy')
    }
    return dict(failure, seen=result['detail'])


def not_proven(failures, found):
    names = ', '.join(sorted({failure['id'] for failure in failures}))
    seen = ' '.join('{id}: {seen} ({cause}, {owner}).'.format(**each) for each in failures)
    remedies = [each['remedy'] for each in failures if each['remedy'] is not None]
    return Refusal(
        'probe.failed',
        'These connections do not work: {0}.'.format(names),
        list(dict.fromkeys(remedies)),
        **dict(found, cause=seen)
    )


def main():
    options = dict(
        ids={'type': 'list', 'elements': 'str', 'default': []},
        # Its name sounds like that of a password.
        must_pass={'type': 'bool', 'default': True, 'no_log': False},
        **answers_options,
        **program_options
    )
    run_module(AnsibleModule(argument_spec=options, supports_check_mode=True), probe)


if __name__ == '__main__':
    main()
