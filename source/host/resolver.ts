import {Resolver} from 'node:dns/promises';
import {setTimeout as delay} from 'node:timers/promises';
import {
	type Address,
	type Family,
	formatAddress,
	parseAddress,
} from '../addresses/address.js';
import {codeOf} from './file-errors.js';

export type NameFault =
	| 'nxdomain'
	| 'no-address'
	| 'servfail'
	| 'refused'
	| 'timeout'
	| 'no-server';

/** What one DNS server said of the addresses of one family. */
export type Look = {
	/** Its address, or `/etc/hosts`. */
	readonly server: string;
	readonly family: Family;
	/** `pending`: it had not answered yet when another one had. */
	readonly outcome: 'answered' | 'pending' | NameFault;
	readonly addresses: readonly Address[];
};

/** What the DNS, or the hosts file, says about a name. */
export type NameAnswer = {
	/** One for each server and family, in the order in which programs ask the servers. */
	readonly looks: readonly Look[];
	readonly milliseconds: number;
} & (
	| {readonly outcome: 'answered'; readonly addresses: readonly Address[]}
	| {readonly outcome: NameFault}
);

export type NameSources = {
	readonly servers: readonly Address[];
	readonly hosts: ReadonlyMap<string, readonly Address[]>;
};

/** c-ares doubles a time limit at each try: 1.2 s and then 2.4 s make 3.6 s in all. */
export const firstTry = 1200;
export const secondTry = 2400;

/** How long the others may take once one server has an address, in milliseconds. */
const grace = 250;

/** Asks one server for both families. */
export type AskServer = (name: string, server: Address) => Promise<readonly Look[]>;

/**
 * Asks every server for IPv4 and IPv6 addresses at the same time. The first in order that
 * has some counts; one that is dead costs a quarter of a second. Takes 3.6 s at most.
 * @param askItself how to find out what each server says by itself, where something on this
 * server answers for them
 */
export async function resolveName(
	name: string,
	sources: NameSources,
	askItself?: AskServer,
): Promise<NameAnswer> {
	const start = performance.now();
	const [told, itself] = await Promise.all([
		lookUp(name, sources, askServer),
		askItself && lookUp(name, sources, askItself),
	]);
	const milliseconds = Math.round(performance.now() - start);
	const first = byServer(told).find(hasAddress);
	const looks = itself ?? told;
	return first === undefined
		? {outcome: gravest(told.map(({outcome}) => outcome)), looks, milliseconds}
		: {
				outcome: 'answered',
				addresses: first.flatMap(({addresses}) => addresses),
				looks,
				milliseconds,
			};
}

/** What each server said by itself, in the order of the servers. */
export function byServer(looks: readonly Look[]): ReadonlyArray<readonly Look[]> {
	return [...Map.groupBy(looks, ({server}) => server).values()];
}

const families: readonly Family[] = [4, 6];

async function lookUp(
	name: string,
	{servers, hosts}: NameSources,
	ask: AskServer,
): Promise<readonly Look[]> {
	const known = hosts.get(name);
	if (known !== undefined) {
		return families.map(family =>
			look(
				'/etc/hosts',
				family,
				known.filter(address => address.family === family),
			),
		);
	}

	const said = new Map<string, readonly Look[]>();
	const asked = servers.map(async server => {
		const looks = await ask(name, server);
		said.set(formatAddress(server), looks);
		return hasAddress(looks) ? looks : Promise.reject(new Error('no address'));
	});
	const all = Promise.allSettled(asked);
	try {
		await Promise.any(asked);
		await Promise.race([all, delay(grace, undefined, {ref: false})]);
	} catch {
		// No server has an address: all of them have answered, or had their time.
		await all;
	}

	return servers
		.map(formatAddress)
		.flatMap(
			server =>
				said.get(server) ??
				families.map(family => ({server, family, outcome: 'pending', addresses: []})),
		);
}

async function askServer(name: string, address: Address): Promise<readonly Look[]> {
	const server = formatAddress(address);
	const resolver = new Resolver({timeout: firstTry, tries: 2, maxTimeout: secondTry});
	resolver.setServers([server.includes(':') ? `[${server}]` : server]);
	// It may take a second longer than it was told.
	const timer = setTimeout(() => resolver.cancel(), firstTry + secondTry);
	const questions = [
		[4, resolver.resolve4(name)],
		[6, resolver.resolve6(name)],
	] as const;
	const looks = await Promise.all(
		questions.map(async ([family, question]): Promise<Look> => {
			try {
				const texts = await question;
				return look(
					server,
					family,
					texts.flatMap(text => parseAddress(text) ?? []),
				);
			} catch (error) {
				return {server, family, outcome: faultOf(error), addresses: []};
			}
		}),
	);
	clearTimeout(timer);
	return looks;
}

function look(server: string, family: Family, addresses: readonly Address[]): Look {
	const outcome = addresses.length > 0 ? 'answered' : 'no-address';
	return {server, family, outcome, addresses};
}

function hasAddress(looks: readonly Look[]): boolean {
	return looks.some(({addresses}) => addresses.length > 0);
}

const faultsByCode: Readonly<Record<string, NameFault>> = {
	ENOTFOUND: 'nxdomain',
	ENODATA: 'no-address',
	ESERVFAIL: 'servfail',
	EREFUSED: 'refused',
	ECONNREFUSED: 'refused',
};

/** What an error of a resolver says. */
export function faultOf(error: unknown): NameFault {
	return faultsByCode[codeOf(error) ?? ''] ?? 'timeout';
}

/** A clear "no such name" says more than a server that did not answer. */
export function gravest(outcomes: ReadonlyArray<Look['outcome']>): NameFault {
	const order: readonly NameFault[] = [
		'nxdomain',
		'no-address',
		'servfail',
		'refused',
		'timeout',
	];
	return order.find(fault => outcomes.includes(fault)) ?? 'no-server';
}
