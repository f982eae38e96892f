import type {FailureCode} from './failure.js';

/** What a script learns from the exit code; part of the program's contract. */
export const exitCode = {
	done: 0,
	unexpected: 1,
	usage: 2,
	notProven: 3,
	applyFailed: 4,
	busy: 5,
	notPermitted: 6,
	interrupted: 130,
} as const;

/** What each says, in the manual. */
export const exitMeanings: Readonly<Record<keyof typeof exitCode, string>> = {
	done: 'Done.',
	unexpected: 'Something unexpected; the message says where its log is.',
	usage: 'The command line or the answers are not valid. Nothing was done.',
	notProven:
		'Some connection failed its probe, or what is in effect is not what was asked for.',
	applyFailed:
		'The rules could not be put into effect, were refused or were not kept; the old ones are in effect.',
	busy: 'Another session is changing this server, or rules are on trial.',
	notPermitted: 'Not permitted; root is needed.',
	interrupted: 'Interrupted by Ctrl-C, or by the end of the session.',
};

const codes: Readonly<Record<FailureCode, number>> = {
	usage: exitCode.usage,
	'answers.invalid': exitCode.usage,
	'answers.missing': exitCode.usage,
	'answers.unreadable': exitCode.usage,
	'answers.newer': exitCode.usage,
	'firewall.refused': exitCode.applyFailed,
	'firewall.failed': exitCode.applyFailed,
	'firewall.missing': exitCode.applyFailed,
	'lock-out': exitCode.applyFailed,
	busy: exitCode.busy,
	'state.unsafe': exitCode.unexpected,
	'state.damaged': exitCode.unexpected,
	'trial.undone': exitCode.applyFailed,
	'trial.none': exitCode.usage,
	'trial.unproven': exitCode.applyFailed,
	'guard.missing': exitCode.applyFailed,
	'command.failed': exitCode.unexpected,
	'file.failed': exitCode.unexpected,
	'not-permitted': exitCode.notPermitted,
	interrupted: exitCode.interrupted,
};

export function exitCodeOf(code: FailureCode): number {
	return codes[code];
}
