import type {Host} from '../host.js';
import {dnsmasq} from './dns.js';
import {type Service, startService} from './service.js';

/** What names stand for; all others are NXDOMAIN. */
export type DnsAnswers = Readonly<Record<string, readonly string[]>>;

/** A DNS server that can be told at any time what to answer from then on. */
export type ChangingDns = Service & {
	readonly tell: (answers: DnsAnswers) => Promise<void>;
};

export type ChangingDnsOptions = {
	readonly addresses: readonly [string, ...string[]];
	readonly answers: DnsAnswers;
	/** How long its answers are good for, in seconds. */
	readonly ttl: number;
	/** More words for dnsmasq. */
	readonly settings?: readonly string[];
};

/** dnsmasq, which reads its names anew when it gets a signal, and says when it has. */
export async function startChangingDns(
	host: Host,
	{addresses, answers, ttl, settings = []}: ChangingDnsOptions,
): Promise<ChangingDns> {
	const names = `/run/campus/names-${addresses[0]}`;
	const plan = dnsmasq(
		[`local-ttl=${ttl}`, 'address=/#/', `addn-hosts=${names}`, ...settings],
		addresses,
	);
	await host.write(names, hostsFile(answers));
	const {signal, ...service} = await startService(plan, host);
	return {
		...service,
		async tell(next) {
			await host.write(names, hostsFile(next));
			await signal('SIGHUP', `read ${names}`);
		},
	};
}

function hostsFile(answers: DnsAnswers): string {
	return Object.entries(answers)
		.flatMap(([name, addresses]) => addresses.map(address => `${address} ${name}\n`))
		.join('');
}
