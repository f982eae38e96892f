import {setTimeout as delay} from 'node:timers/promises';
import type {ProbeResult, ProbeRun} from '../probes/probe-result.js';
import type {TryOut} from './apply.js';
import {isBroken, workingOutbound} from './compare-probes.js';
import type {ProbeOptions} from './flow.js';

/** How long what works may take to show it before a change, in milliseconds. */
const patience = 1500;

/** What an apply asks of the probes. */
export function tryOutBy(probe: (options: ProbeOptions) => Promise<ProbeRun>): TryOut {
	/** What fails is tried once more: a lost packet is no broken connection. */
	const again = async (before: readonly ProbeResult[]) => {
		const ids = [...new Set(before.map(({id}) => id))];
		const signal = new AbortController().signal;
		const {results} = await probe({ids, signal});
		const failed = results.filter(isBroken).map(({id}) => id);
		const second =
			failed.length === 0 ? [] : (await probe({ids: failed, signal})).results;
		return [...results.filter(({id}) => !failed.includes(id)), ...second];
	};

	return {whatWorks: () => whatWorksBy(probe), again};
}

/** Whatever needs longer than that is not waited for, nor held against the change. */
async function whatWorksBy(
	probe: (options: ProbeOptions) => Promise<ProbeRun>,
): Promise<readonly ProbeResult[]> {
	const found: ProbeResult[] = [];
	const controller = new AbortController();
	const {signal} = controller;
	const probing = probe({onResult: result => found.push(result), signal});
	// What is called off ends with an error, which says nothing.
	await Promise.race([
		probing.catch(ignoreAfter(signal)),
		delay(patience, undefined, {signal}).catch(ignoreAfter(signal)),
	]);
	controller.abort();
	return workingOutbound(found);
}

function ignoreAfter(signal: AbortSignal) {
	return (error: unknown) => {
		if (!signal.aborted) {
			throw error;
		}
	};
}
