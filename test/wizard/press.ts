import type {KeyName, Press} from '../../source/wizard/presses.js';

/** Presses as a test writes them: `<enter>` is a key, the rest is typed. */
export function pressed(...inputs: readonly string[]): readonly Press[] {
	return inputs.map(input => {
		const name = /^<([a-z-]+)>$/.exec(input)?.[1];
		return name === undefined
			? {kind: 'text', text: input}
			: {kind: 'key', name: name as KeyName};
	});
}
