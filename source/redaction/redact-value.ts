import type {Hide} from './secret.js';
import {soundsSecret} from './settings.js';

/**
 * The same in a value as JSON has them: each text in it is redacted, and what stands
 * under a name that sounds secret is hidden whole.
 */
export function redactValue(
	value: unknown,
	{redact, hide}: {readonly redact: (text: string) => string; readonly hide: Hide},
	name = '',
): unknown {
	if (typeof value === 'number' && soundsSecret(name)) {
		return hide(String(value));
	}

	if (typeof value === 'string') {
		return soundsSecret(name) && value !== '' ? hide(value) : redact(value);
	}

	if (Array.isArray(value)) {
		return value.map(part => redactValue(part, {redact, hide}, name));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(
				Object.entries(value).map(([key, part]) => [
					key,
					redactValue(part, {redact, hide}, key),
				]),
			)
		: value;
}
