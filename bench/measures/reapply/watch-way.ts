import {setTimeout as delay} from 'node:timers/promises';
import {type Campus, openCampus} from '../../../test/campus/campus.js';
import type {Host} from '../../../test/campus/host.js';
import {hostPlans} from '../../../test/campus/hosts.js';
import {repeatedAsks} from '../../../test/campus/repeated-asks.js';
import {type Call, now, type Span} from './calls.js';
import {startCaller} from './start-caller.js';
import {type Again, mustRun, port, type Way} from './way.js';

/** All that was seen while one way was taken again and again. */
export type Watched = {
	/** By somebody who may come in. */
	readonly calls: readonly Call[];
	/** By somebody who may not. */
	readonly strangers: readonly Call[];
	/** How often the kernel of who may come in had to ask again. */
	readonly repeated: number;
	/** Each time the rules were put into effect again, and as long a time after it. */
	readonly rounds: ReadonlyArray<{readonly applying: Span; readonly quiet: Span}>;
};

/** Takes a way on a network of its own, while it is called from two sides. */
export async function watchWay(
	way: Way,
	sources: readonly string[],
	rounds: number,
): Promise<Watched> {
	await using campus = await openCampus({services: ['dns']});
	const again = await way.prepare(campus, sources);
	const {appliance, viewer} = campus.hosts;
	await appliance.listen({protocol: 'tcp', port});
	await answerFirst(appliance);
	const repeatedBefore = await repeatedAsks(viewer);
	const [allowed, refused] = await startCallers(campus);
	const spans = await takeAgain(again, rounds);
	const [calls, strangers] = await Promise.all([allowed.stop(), refused.stop()]);
	const repeated = (await repeatedAsks(viewer)) - repeatedBefore;
	return {calls, strangers, repeated, rounds: spans};
}

/**
 * Lets its listener, like those who call, run before everything else. On this one machine
 * they would wait for a processor behind a program that only reads a file, and that would
 * look like a firewall that holds packets up.
 */
async function answerFirst(host: Host): Promise<void> {
	await mustRun(host, ['chrt', '--fifo', '--all-tasks', '--pid', '1', `${host.pid}`]);
}

function startCallers({hosts: {viewer, stranger}}: Campus) {
	const [address] = hostPlans.appliance.addresses;
	return Promise.all([
		startCaller(viewer, {address, port, perSecond: 500, patience: 10_000}),
		startCaller(stranger, {address, port, perSecond: 200, patience: 100}),
	]);
}

async function takeAgain(again: Again, rounds: number): Promise<Watched['rounds']> {
	const spans: Array<Watched['rounds'][number]> = [];
	for (let round = 1; round <= rounds; round += 1) {
		const applying = await spanOf(() => again(round));
		const quiet = await spanOf(() => delay(applying.to - applying.from));
		spans.push({applying, quiet});
	}

	return spans;
}

async function spanOf(work: () => Promise<unknown>): Promise<Span> {
	const from = now();
	await work();
	return {from, to: now()};
}
