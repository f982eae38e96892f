/** What went wrong, for programs; each code has its exit code in `exit-code.ts`. */
export type FailureCode =
	| 'usage'
	| 'answers.invalid'
	| 'answers.missing'
	| 'answers.unreadable'
	| 'answers.newer'
	| 'firewall.refused'
	| 'firewall.failed'
	| 'firewall.missing'
	| 'lock-out'
	| 'busy'
	| 'state.unsafe'
	| 'state.damaged'
	| 'trial.undone'
	| 'trial.none'
	| 'trial.unproven'
	| 'guard.missing'
	| 'command.failed'
	| 'file.failed'
	| 'not-permitted'
	| 'interrupted';

export type FailureOptions = {
	/** What to do next, one plain sentence each. */
	readonly remedies?: readonly string[];
	readonly cause?: unknown;
};

/**
 * Something a person can act on. Anything else that is thrown is a fault of ours, kept
 * whole in the log and shown as one.
 */
export class Failure extends Error {
	override readonly name = 'Failure';
	readonly code: FailureCode;
	readonly remedies: readonly string[];

	constructor(
		code: FailureCode,
		message: string,
		{remedies = [], cause}: FailureOptions = {},
	) {
		super(message, {cause});
		this.code = code;
		this.remedies = remedies;
	}
}

/** Whatever was thrown, as an error. */
export function errorOf(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** What an error says, ended as a sentence. */
export function messageOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
