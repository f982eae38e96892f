import type {Backend} from '../firewall/backend.js';
import type {Change} from '../firewall/plan.js';
import type {Drift} from '../flow/drift.js';

const signs = {add: '+', remove: '-', change: '~'} as const;

/** What would change, a line each. */
export function renderChanges(
	changes: readonly Change[],
	{name, place}: Backend,
): string {
	if (changes.length === 0) {
		return name === 'files'
			? `Nothing to change: the files in ${place} are as the answers ask.`
			: 'Nothing to change: the rules in effect are as the answers ask.';
	}

	const heading =
		name === 'files'
			? `Would be written to ${place}; nothing takes effect on this server:`
			: "Would change in this server's firewall:";
	return [heading, ...changes.map(({action, text}) => `${signs[action]} ${text}`)].join(
		'\n',
	);
}

const driftWords = {
	add: 'missing',
	remove: 'not asked for',
	change: 'different',
} as const;

const outdatedWords = {
	add: 'to add',
	remove: 'to remove',
	change: 'changed',
} as const;

/** How what is in effect differs from what was asked for, a line each. */
export function renderDrift(
	{changes, outdated}: Drift,
	hostname: string,
	{name, place}: Backend,
): string {
	const where = name === 'files' ? `the files in ${place}` : 'the rules in effect';
	const lines = [
		...(changes.length === 0
			? []
			: [
					`${hostname}: configured, but ${where} are not as the answers ask:`,
					...changes.map(({action, text}) => `  ${driftWords[action]}: ${text}`),
				]),
		...(outdated.length === 0
			? []
			: [
					`${hostname}: the same answers ask for other rules now:`,
					...outdated.map(({action, text}) => `  ${outdatedWords[action]}: ${text}`),
				]),
	];
	return lines.length === 0
		? `${hostname}: configured; ${where} are as the answers ask.`
		: [...lines, 'Run "analytics-setup apply" to put that right.'].join('\n');
}
