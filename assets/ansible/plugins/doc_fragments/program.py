# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""The options that modules share, as module_utils/program.py reads them."""


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
