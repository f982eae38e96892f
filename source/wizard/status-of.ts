import type {Start} from './app.js';
import type {Progress} from './progress.js';

/** What is in effect on this server, for the title line. */
export function statusOf(
	{machine, marks}: Pick<Start, 'machine' | 'marks'>,
	{draft, isInEffect, place}: Progress,
): string {
	const name = draft.server?.hostname ?? machine.facts.hostname;
	const inEffect =
		place.at === 'trial'
			? 'new rules on trial'
			: isInEffect
				? 'rules in effect'
				: 'nothing applied';
	const state = machine.backend.name === 'files' ? 'only files' : inEffect;
	return `${name} ${marks.separator} ${state}`;
}
