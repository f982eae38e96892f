import type {Campus} from '../campus.js';
import type {Host} from '../host.js';
import {runOn} from './run-on.js';

/** Gives a host one more address, of a subnet that it is in already. */
export async function addAddress(host: Host, address: string): Promise<void> {
	const add = ['ip', 'address', 'add'] as const;
	await (address.includes(':')
		? runOn(host, [...add, `${address}/64`, 'dev', 'eth0', 'nodad'])
		: runOn(host, [...add, `${address}/24`, 'dev', 'eth0']));
}

/** Adds rules, in nft's words, for what a host lets through or sends itself. */
export async function addRules(
	host: Host,
	hook: 'forward' | 'output',
	...rules: readonly string[]
): Promise<void> {
	const chain = `inet faults ${hook}`;
	const script = [
		'add table inet faults',
		`add chain ${chain} { type filter hook ${hook} priority 0; }`,
		...rules.map(rule => `add rule ${chain} ${rule}`),
		'',
	];
	await runOn(host, ['nft', '-f', '-'], {input: script.join('\n')});
}

/** Adds a rule to the firewall that everything passes. */
export function filterOnTheWay({router}: Campus, rule: string): Promise<void> {
	return addRules(router, 'forward', rule);
}
