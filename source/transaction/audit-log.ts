import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {makeOwnFolder} from '../host/own-files.js';
import {withoutSecrets} from '../redaction/without-secrets.js';
import type {Ending, TrialRecord} from './trial.js';

/** What the audit log tells: who, when, what changed, and how it was proven or undone. */
export type AuditEntry = {
	readonly event: 'tried' | Ending['kind'];
	/** Undefined when it is damaged. */
	readonly record: TrialRecord | undefined;
	readonly ending?: Ending | undefined;
	/** What could not be put back. */
	readonly problems?: readonly string[];
};

/** Appends one JSON line to `audit.log`; nothing in it is ever changed. */
export async function audit(
	state: string,
	{event, record, ending, problems}: AuditEntry,
): Promise<void> {
	await makeOwnFolder(state);
	const file = await open(join(state, 'audit.log'), 'a', 0o600);
	try {
		const line = {
			at: new Date().toISOString(),
			event,
			number: record?.number,
			by: record?.by,
			startedAt: record?.startedAt,
			ending,
			// Some are words of other programs.
			problems: problems?.map(withoutSecrets),
			changes: record?.changes,
		};
		await file.write(`${JSON.stringify(line)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}
