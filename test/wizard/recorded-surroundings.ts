import type {Surroundings} from '../../source/host/surroundings.js';
import {addressOf} from '../probes/recorded-network.js';

/** A server that nobody has begun to set up. */
export const exampleSurroundings: Surroundings = {
	facts: {hostname: 'analytics.uni.edu', addresses: [addressOf('10.10.0.10')]},
	holder: undefined,
	isConfigured: false,
};

/** Somebody in the setup at the other console. */
export const exampleHolder: Surroundings['holder'] = {
	person: {terminal: '/dev/ttyS0'},
	pid: 4711,
	since: '2026-11-22T14:02:11.000Z',
	doing: 'the wizard',
};

/** News that a test tells when it wants to. */
export function recordedNews() {
	const told: Surroundings[] = [];
	let wake: () => void = () => undefined;
	const news = async function* (): AsyncGenerator<Surroundings, undefined> {
		for (;;) {
			const next = told.shift();
			if (next === undefined) {
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			} else {
				yield next;
			}
		}
	};

	return {
		news: news(),
		tell(change: Partial<Surroundings>) {
			told.push({...exampleSurroundings, ...change});
			wake();
		},
	};
}
