#!/usr/bin/python
# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)

DOCUMENTATION = r'''
module: analytics_setup_facts
short_description: Tell how an AppsAnywhere Analytics appliance stands
description:
  - Tells whether the host is configured, which rules are on trial, and what in effect differs
    from what was asked for. Changes nothing, and runs in check mode too.
author: The analytics-setup authors (@appsanywhere)
requirements:
  - Python 3.6 or later on the host
extends_documentation_fragment:
  - appsanywhere.analytics_setup.program
  - appsanywhere.analytics_setup.program.looks
attributes:
  facts:
    support: full
    description: Sets C(analytics_setup).
'''

EXAMPLES = r'''
- name: See how the appliances stand
  appsanywhere.analytics_setup.analytics_setup_facts:

- name: Tell those on which something was changed by hand
  ansible.builtin.debug:
    var: analytics_setup.drift
  when: analytics_setup.drift | length > 0
'''

RETURN = r'''
ansible_facts:
  description: How the host stands.
  returned: always
  type: dict
  contains:
    analytics_setup:
      description:
        - What C(analytics-setup status --json) tells, and the version of the program. Where the
          program is not there, C(version) is null and C(configured) false, and nothing else is
          told.
      returned: always
      type: dict
      sample: {version: "0.1.0", configured: true, backend: nftables, generation: 4, drift: []}
'''

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    Program,
    Refusal,
    program_options,
    run_module,
)


def facts(module):
    return {'changed': False, 'ansible_facts': {'analytics_setup': standing(module)}}


def standing(module):
    try:
        program = Program(module)
    except Refusal:
        return {'version': None, 'configured': False}

    status, _events = program.run(['status'])
    return dict(status, version=program.version())


def main():
    module = AnsibleModule(argument_spec=dict(program_options), supports_check_mode=True)
    run_module(module, facts)


if __name__ == '__main__':
    main()
