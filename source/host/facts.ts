import {hostname} from 'node:os';
import {
	type Address,
	type Family,
	formatAddress,
	parseAddress,
} from '../addresses/address.js';
import type {RunCommand} from './command.js';
import {readFileIfThere} from './files.js';
import {readNameSources} from './name-sources.js';
import {parseChronyServers, parseSearchDomain} from './system-files.js';

/** What the machine knows about itself. */
export type HostFacts = {
	readonly hostname: string;
	/** Of its interfaces, without loopback and link-local ones. */
	readonly addresses: readonly Address[];
	/** The DNS servers in use. */
	readonly resolvers: readonly Address[];
	/** The names that /etc/hosts knows. */
	readonly hosts: ReadonlyMap<string, readonly Address[]>;
	/** Those of chrony's configuration; empty without chrony. */
	readonly timeServers: readonly string[];
	/** Whether an interface gets its address by DHCP, by address family. */
	readonly usesDhcp: {readonly 4: boolean; readonly 6: boolean};
};

/** One address as `ip -json address` prints it (ip-address(8)). */
type ListedAddress = {
	readonly local: string;
	readonly prefixlen: number;
	readonly scope: string;
	readonly dynamic?: boolean;
	readonly mngtmpaddr?: boolean;
};
type ListedInterface = {readonly addr_info: readonly ListedAddress[]};

/** What cannot be found out is empty: a machine at first boot may have no network yet. */
export async function readHostFacts(run: RunCommand): Promise<HostFacts> {
	const [listed, resolvConf, {servers, hosts}, chrony] = await Promise.all([
		readListedAddresses(run),
		readFileIfThere('/etc/resolv.conf'),
		readNameSources(),
		readChronyConfiguration(),
	]);
	return {
		hostname: qualified(hostname(), parseSearchDomain(resolvConf)),
		addresses: listed.flatMap(({local}) => parseAddress(local) ?? []),
		resolvers: servers,
		hosts,
		timeServers: parseChronyServers(chrony),
		usesDhcp: usesDhcp(listed),
	};
}

/** The address this server is known by: IPv4 first, as the vendor's list is written. */
export function mainAddress({
	addresses,
}: Pick<HostFacts, 'addresses'>): string | undefined {
	const [first] = addresses.toSorted((a, b) => a.family - b.family);
	return first === undefined ? undefined : formatAddress(first);
}

/** The address from which each family is spoken to; the other one, or its name, without. */
export function ownAddresses({
	addresses,
	hostname: name,
}: Pick<HostFacts, 'addresses' | 'hostname'>): Readonly<Record<Family, string>> {
	const main = mainAddress({addresses}) ?? name;
	const own = (family: Family) =>
		mainAddress({addresses: addresses.filter(each => each.family === family)}) ?? main;
	return {4: own(4), 6: own(6)};
}

async function readListedAddresses(run: RunCommand): Promise<readonly ListedAddress[]> {
	try {
		const {stdout} = await run('ip', ['-json', 'address', 'show']);
		const interfaces = JSON.parse(stdout) as readonly ListedInterface[];
		return interfaces
			.flatMap(({addr_info: addresses}) => addresses)
			.filter(({scope}) => scope === 'global');
	} catch {
		return [];
	}
}

async function readChronyConfiguration(): Promise<string | undefined> {
	// EL keeps it in the first place, Debian in the second.
	return (
		(await readFileIfThere('/etc/chrony.conf')) ??
		(await readFileIfThere('/etc/chrony/chrony.conf'))
	);
}

/**
 * An address that may run out came from a DHCP server, or for IPv6 from a router unless
 * it is a single one (/128). No address at all yet: DHCP may be what brings one.
 */
function usesDhcp(listed: readonly ListedAddress[]): HostFacts['usesDhcp'] {
	const v4 = listed.filter(({local}) => !local.includes(':'));
	return {
		4: v4.length === 0 || v4.some(({dynamic}) => dynamic === true),
		6: listed.some(
			({local, dynamic, prefixlen}) =>
				local.includes(':') && dynamic === true && prefixlen === 128,
		),
	};
}

function qualified(name: string, domain: string | undefined): string {
	return name.includes('.') || domain === undefined ? name : `${name}.${domain}`;
}
