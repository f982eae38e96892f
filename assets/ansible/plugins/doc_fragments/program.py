# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""What modules share: options, as module_utils/program.py and applying.py read them, and more."""


class ModuleDocFragment:
    DOCUMENTATION = r'''
options:
  program:
    description: The program, where it is not found by its name.
    type: str
    default: analytics-setup
'''

    ANSWERS = r'''
options:
  answers:
    description:
      - What the host is told about the site, in the words of an answers file.
      - Of several, a later one counts for more, setting by setting. Only all of them together
        must be complete.
      - Where there are none, the answers that are saved on the host are used.
    type: list
    elements: dict
    default: []
  secrets:
    description:
      - The passwords that the answers name, by the environment variable that they name them by.
      - They are in the environment of the program only, in no file and no argument.
    type: dict
    default: {}
'''

    APPLY = r'''
options:
  state:
    description:
      - C(applied) puts the rules into effect, C(planned) tells what that would change, and
        C(checked) only whether the answers are valid.
    type: str
    choices: [applied, planned, checked]
    default: applied
  confirm:
    description:
      - C(new-connection) keeps the rules once the controller has come in anew; it needs the
        connection plugin C(ssh).
      - C(unattended) keeps them without that, where what worked before still works.
    type: str
    choices: [new-connection, unattended]
    default: new-connection
  confirm_within:
    description: Seconds until the old rules return, where no new connection comes.
    type: int
    default: 120
  shut_out:
    description: Addresses that are connected now and may be shut out by the new rules.
    type: list
    elements: str
    default: []
'''

    LOOKS = r'''
attributes:
  check_mode:
    support: full
    description: Changes nothing anyway.
  diff_mode:
    support: none
    description: Changes nothing.
'''
