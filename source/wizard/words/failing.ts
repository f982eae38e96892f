import type {Failure, FailureCode} from '../../failure.js';
import {evidenceIsHere} from './evidence.js';

/** Failures that come of nothing that anybody typed. */
const puzzling: ReadonlySet<FailureCode> = new Set([
	'firewall.refused',
	'firewall.failed',
	'guard.missing',
	'command.failed',
	'state.damaged',
]);

/** What to do about a failure; where it may puzzle, what support needs to see belongs to it. */
export function remediesFor({
	code,
	remedies,
}: Pick<Failure, 'code' | 'remedies'>): readonly string[] {
	return puzzling.has(code) ? [...remedies, evidenceIsHere] : remedies;
}
