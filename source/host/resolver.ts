import {Resolver} from 'node:dns/promises';
import {type Address, formatAddress, parseAddress} from '../addresses/address.js';
import {codeOf} from './file-errors.js';

export type NameFault =
	| 'nxdomain'
	| 'no-address'
	| 'servfail'
	| 'refused'
	| 'timeout'
	| 'no-server';

/** What the DNS, or the hosts file, says about a name. */
export type NameAnswer =
	| {
			readonly outcome: 'answered';
			readonly addresses: readonly Address[];
			/** The server that answered, or `/etc/hosts`. */
			readonly by: string;
			readonly milliseconds: number;
	  }
	| {
			readonly outcome: NameFault;
			/** The servers that were asked. */
			readonly asked: readonly string[];
			readonly milliseconds: number;
	  };

export type NameSources = {
	readonly servers: readonly Address[];
	readonly hosts: ReadonlyMap<string, readonly Address[]>;
};

/** c-ares doubles a time limit at each try: 1.2 s and then 2.4 s make 3.6 s in all. */
const firstTry = 1200;
const secondTry = 2400;

/**
 * Asks every server for IPv4 and IPv6 addresses at the same time; the first answer
 * counts, so that one dead server costs nothing. Takes 3.6 s at most.
 */
export async function resolveName(
	name: string,
	sources: NameSources,
): Promise<NameAnswer> {
	const start = performance.now();
	const known = sources.hosts.get(name);
	if (known !== undefined) {
		return {outcome: 'answered', addresses: known, by: '/etc/hosts', milliseconds: 0};
	}

	const servers = sources.servers.map(formatAddress);
	const answers = servers.map(async server => askServer(name, server));
	const milliseconds = () => Math.round(performance.now() - start);
	try {
		const {addresses, by} = await Promise.any(
			answers.map(async answer => answeredOrThrow(await answer)),
		);
		return {outcome: 'answered', addresses, by, milliseconds: milliseconds()};
	} catch {
		const faults = (await Promise.all(answers)).flatMap(({fault}) => fault ?? []);
		return {outcome: gravest(faults), asked: servers, milliseconds: milliseconds()};
	}
}

type ServerAnswer =
	| {readonly by: string; readonly addresses: readonly Address[]; readonly fault?: never}
	| {readonly fault: NameFault};

function answeredOrThrow(answer: ServerAnswer) {
	if (answer.fault !== undefined) {
		throw new Error(answer.fault);
	}

	return answer;
}

async function askServer(name: string, server: string): Promise<ServerAnswer> {
	const resolver = new Resolver({timeout: firstTry, tries: 2, maxTimeout: secondTry});
	resolver.setServers([server.includes(':') ? `[${server}]` : server]);
	const [v4, v6] = await Promise.allSettled([
		resolver.resolve4(name),
		resolver.resolve6(name),
	]);
	const addresses = [v4, v6]
		.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
		.flatMap(text => parseAddress(text) ?? []);
	if (addresses.length > 0) {
		return {by: server, addresses};
	}

	const faults = [v4, v6].map(answer =>
		answer.status === 'rejected' ? faultOf(answer.reason) : 'no-address',
	);
	return {fault: gravest(faults)};
}

const faultsByCode: Readonly<Record<string, NameFault>> = {
	ENOTFOUND: 'nxdomain',
	ENODATA: 'no-address',
	ESERVFAIL: 'servfail',
	EREFUSED: 'refused',
	ECONNREFUSED: 'refused',
};

function faultOf(error: unknown): NameFault {
	return faultsByCode[codeOf(error) ?? ''] ?? 'timeout';
}

/** A clear "no such name" says more than a server that did not answer. */
function gravest(faults: readonly NameFault[]): NameFault {
	const order: readonly NameFault[] = [
		'nxdomain',
		'no-address',
		'servfail',
		'refused',
		'timeout',
	];
	return order.find(fault => faults.includes(fault)) ?? 'no-server';
}
