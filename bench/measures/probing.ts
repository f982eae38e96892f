import {hostPlans} from '../../test/campus/hosts.js';
import type {Finding} from '../finding.js';
import type {Measure, MeasureTools} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';
import {probeList, tcpCauses, tcpTargets} from './probing/probe-list.js';
import {scan} from './probing/scan.js';
import {openProbedSite, type ProbedSite} from './probing/site.js';

/**
 * The round trips of the slowest row, mail: the DNS, TCP, the greeting, EHLO, STARTTLS, the
 * handshake of TLS 1.3, and EHLO anew. SQL Server and HTTPS with TLS 1.2 take five, HTTP
 * three, a time server two; all rows are tried at the same time.
 */
const roundTrips = 7;

/** The milliseconds after which a destination counts as silent. */
const timeLimit = 3500;

/** Each tries nine targets over two families, and the DNS. */
const lossyRuns = 10;

/** The whole list from an appliance that is 20 ms away from everything. */
export const probing: Measure = {
	name: 'probing',
	needsRoot: true,
	async find({say}) {
		await using site = await openProbedSite();
		return {
			findings: [
				...(await findAnswering(site, say)),
				...(await findSilent(site, say)),
				await findLossy(site, say),
			],
		};
	},
};

async function findAnswering(site: ProbedSite, say: MeasureTools['say']) {
	say('all answer');
	return findTimes(site, {
		what: 'probing the list, all answering at 20 ms',
		pairs: 7,
		least: {name: `${roundTrips} round trips`, time: () => timeOfRoundTrips(site)},
		atMost: 2,
	});
}

async function findSilent(site: ProbedSite, say: MeasureTools['say']) {
	say('half are silent');
	await site.silenceHalf();
	return findTimes(site, {
		what: 'probing the list, half blackholed',
		pairs: 3,
		least: {name: 'the time limit', time: async () => timeLimit},
		atMost: 1.1,
	});
}

type Wanted = {
	readonly what: string;
	readonly pairs: number;
	/** What a run cannot be faster than. */
	readonly least: {readonly name: string; readonly time: () => Promise<number>};
	readonly atMost: number;
};

/** A run beside what it cannot be faster than, and the whole process beside a scan. */
async function findTimes(
	{campus}: ProbedSite,
	{what, pairs, least, atMost}: Wanted,
): Promise<readonly Finding[]> {
	const targets = tcpTargets(await probeList(campus));
	const run = await inPairs(pairs, async () => (await probeList(campus)).run, least.time);
	const whole = await inPairs(
		3,
		async () => (await probeList(campus)).process,
		async () => (await scan(campus.hosts.appliance, targets)).milliseconds,
	);
	return [
		findingOf(run, 'ms', [what, least.name], {of: 'ratio', atMost}),
		findingOf(whole, 'ms', [`${what}, from start to end of the program`, 'nmap -sT']),
	];
}

/** One connection after the other from the appliance, as long as each takes there. */
async function timeOfRoundTrips({campus}: ProbedSite): Promise<number> {
	const [address] = hostPlans.web.addresses;
	let time = 0;
	for (let trip = 1; trip <= roundTrips; trip += 1) {
		const dialled = await campus.hosts.appliance.dial({
			...{protocol: 'tcp', port: 443, address},
		});
		time += dialled.milliseconds;
	}

	return time;
}

/** How many answering targets are called silent while every fifth SYN is lost. */
async function findLossy(site: ProbedSite, say: MeasureTools['say']): Promise<Finding> {
	const {campus} = site;
	await site.answerAll();
	const targets = tcpTargets(await probeList(campus));
	await site.loseSyns();
	const causes: Array<string | null> = [];
	let scanned = {silent: 0, all: 0};
	for (let run = 1; run <= lossyRuns; run += 1) {
		say(`20% of SYNs are lost, run ${run} of ${lossyRuns}`);
		const [probed, {silent, all}] = await Promise.all([
			probeList(campus),
			scan(campus.hosts.appliance, targets),
		]);
		causes.push(...tcpCauses(probed));
		scanned = {silent: scanned.silent + silent, all: scanned.all + all};
	}

	const silent = causes.filter(cause => cause?.endsWith('.timeout')).length;
	return {
		what: `called silent of ${causes.length} that answer, 20% of SYNs lost`,
		ours: {value: silent, unit: 'targets'},
		peer: {
			name: `nmap -sT, of ${scanned.all}`,
			figure: {value: scanned.silent, unit: 'targets'},
		},
		ratio: undefined,
		limit: {of: 'figure', atMost: 0},
	};
}
