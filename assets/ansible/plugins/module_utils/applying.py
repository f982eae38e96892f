# Copyright (c) The analytics-setup authors
# MIT License (https://opensource.org/license/mit)
"""What an apply is told, and what a task says of it or of its plan."""

from ansible_collections.appsanywhere.analytics_setup.plugins.module_utils.program import (
    Refusal,
    answers_options,
    program_options,
    refusal_of,
)

apply_options = dict(
    state={
        'type': 'str',
        'choices': ['applied', 'planned', 'checked'],
        'default': 'applied',
    },
    confirm={
        'type': 'str',
        'choices': ['new-connection', 'unattended'],
        'default': 'new-connection',
    },
    confirm_within={'type': 'int', 'default': 120},
    shut_out={'type': 'list', 'elements': 'str', 'default': []},
    **answers_options,
    **program_options
)


def plan_command(parameters):
    return ['plan'] + shut_out_flags(parameters)


def apply_command(parameters):
    if parameters['confirm'] == 'unattended':
        return ['apply', '--no-confirm'] + shut_out_flags(parameters)
    within = str(parameters['confirm_within'])
    return ['apply', '--confirm-within', within] + shut_out_flags(parameters)


def shut_out_flags(parameters):
    return [word for address in parameters['shut_out'] for word in ('--shut-out', address)]


def outcome_of(result, events):
    """What an apply has changed, or a plan would."""
    if result.get('refusal'):
        raise refusal_of(result['refusal'])
    if result.get('problems'):
        raise Refusal(
            'firewall.failed',
            'The new rules are kept, but not all is well: ' + ' '.join(result['problems']),
            ['Run "analytics-setup status" on the host to see how it stands.'],
            changed=True,
        )

    changes = result['changes']
    return {
        'changed': result['changed'],
        'changes': changes,
        'generation': result.get('generation'),
        'proof': result.get('proof'),
        'backend': result['backend'],
        'warnings': warnings_in(events),
        'diff': diff_of(changes, result['changed']),
    }


def warnings_in(events):
    """What was said before anything was on trial; from then on it is said how to keep that."""
    warnings = []
    for event in events:
        if event.get('event') == 'trial':
            break
        if event.get('event') == 'message':
            warnings.append(event['message'])
    return warnings


def diff_of(changes, has_changed):
    """A rule that becomes another one is told as what it becomes."""
    before = [change['text'] for change in changes if change['action'] == 'remove']
    after = [change['text'] for change in changes if change['action'] != 'remove']
    if has_changed and not changes:
        after = ['the same rules, kept anew']
    return {
        'before_header': 'in effect',
        'after_header': 'asked for',
        'before': ''.join(text + '\n' for text in before),
        'after': ''.join(text + '\n' for text in after),
    }
