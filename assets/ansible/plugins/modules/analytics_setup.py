#!/usr/bin/python
# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)

DOCUMENTATION = r'''
module: analytics_setup
short_description: Set the firewall of an AppsAnywhere Analytics appliance
description:
  - Works out every firewall rule that the answers ask for, and puts them into effect on trial.
  - The rules are kept once a new SSH connection of the controller has come through them. Where
    none does, the host goes back to its old rules by itself, and the task fails.
  - Check mode tells what an apply would change, by the very plan that it would carry out.
author: The analytics-setup authors (@appsanywhere)
requirements:
  - analytics-setup on the host; the role appsanywhere.analytics_setup.appliance installs it
  - Python 3.6 or later on the host
extends_documentation_fragment:
  - appsanywhere.analytics_setup.program
  - appsanywhere.analytics_setup.program.answers
  - appsanywhere.analytics_setup.program.apply
attributes:
  check_mode:
    support: full
    description: Tells what an apply would change.
  diff_mode:
    support: full
    description: Shows the rules that go and come, in words.
seealso:
  - module: appsanywhere.analytics_setup.analytics_setup_probe
  - module: appsanywhere.analytics_setup.analytics_setup_facts
'''

EXAMPLES = r'''
- name: Set the firewall, by the answers of all sites and those of this host
  appsanywhere.analytics_setup.analytics_setup:
    answers:
      - "{{ analytics_setup_answers }}"
      - server: {hostname: analytics.uni.edu}

- name: Log in to the proxy with a password of the vault
  appsanywhere.analytics_setup.analytics_setup:
    answers:
      - "{{ analytics_setup_answers }}"
      - proxy:
          url: http://proxy.uni.edu:3128
          login: {user: analytics, password: {env: PROXY_PASSWORD}}
    secrets:
      PROXY_PASSWORD: "{{ vault_proxy_password }}"
'''

RETURN = r'''
changes:
  description: The rules that come, go or become others.
  returned: when applied or planned
  type: list
  elements: dict
  sample:
    - action: add
      rule: viewers
      text: "10.20.0.0/16 may reach 9999/tcp: viewers"
generation:
  description: The number under which the host keeps this configuration; null where nothing was tried.
  returned: when applied or planned
  type: int
  sample: 4
proof:
  description: What has shown that the new rules let the controller in; null where nothing was tried.
  returned: when applied or planned
  type: dict
  sample: {kind: new-connection, from: 10.40.0.7}
backend:
  description: What puts the rules into effect; C(files) only writes them.
  returned: when applied or planned
  type: str
  sample: nftables
code:
  description: Why it failed, for programs.
  returned: failed
  type: str
  sample: lock-out
cause:
  description: What has led to it, in a sentence.
  returned: failed
  type: str
remedies:
  description: What to do next, a sentence each.
  returned: failed
  type: list
  elements: str
faults:
  description: What is wrong with the answers, by its place.
  returned: when the answers are not valid
  type: list
  elements: dict
  sample:
    - path: server.hostname
      value: bad name
      reason: '"bad name" has a space in it.'
'''

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.applying import (
    apply_command,
    apply_options,
    outcome_of,
    plan_command,
)
from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    Program,
    Refusal,
    run_module,
)


def carry_out(module):
    try:
        program = Program(module)
    except Refusal as refusal:
        if module.check_mode:
            return without_program(refusal)
        raise

    state = module.params['state']
    if state == 'checked':
        checked = program.check()
        return {'changed': False, 'warnings': [remark['reason'] for remark in checked['warnings']]}

    is_plan = module.check_mode or state == 'planned'
    command = (plan_command if is_plan else apply_command)(module.params)
    return outcome_of(*program.run(program.with_answers(command)))


def without_program(refusal):
    """In check mode nothing has installed it, and what it would find is not known."""
    return {
        'changed': True,
        'changes': [],
        'warnings': ['{0} Its plan can be told once it is installed.'.format(refusal)],
    }


def main():
    module = AnsibleModule(argument_spec=apply_options, supports_check_mode=True)
    run_module(module, carry_out)


if __name__ == '__main__':
    main()
