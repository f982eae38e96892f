import {addressTypes} from '../firewall/name-sets.js';

/** The nft table that counts where this server goes; its name begins like every one of ours. */
export const seenTable = 'inet analytics_setup_seen';

/** So many destinations are counted for each protocol and address family. */
export const mostCounted = 4096;

/** How far a connection came: somebody wanted it, and something came back. */
export type SeenPlace = 'tried' | 'answered';

const families = [
	{number: 4, word: 'ip'},
	{number: 6, word: 'ip6'},
] as const;

const protocols = ['tcp', 'udp'] as const;

/** Removes the table, and is no error where there is none. */
export const removeSeenTable = `add table ${seenTable}\ndelete table ${seenTable}\n`;

const flags = 'tcp flags & (fin | syn | rst | ack)';

/**
 * The nft script that begins to count, and changes nothing else: no packet is ever dropped
 * or let through by it. What an earlier run has left is removed in the same transaction.
 *
 * Connections are counted when every filter of this server has let their first packet out.
 * What this server says to itself, also by an address of its own, is not counted.
 */
export const seenTableScript = [
	`${removeSeenTable}table ${seenTable} {`,
	...(['tried', 'answered'] as const).flatMap(place =>
		sets().map(
			({protocol, family}) =>
				`\tset ${place}-${protocol}-${family.number} { type ${addressTypes[family.number]} . inet_service; flags dynamic; size ${mostCounted}; }`,
		),
	),
	'\tchain tried {',
	...sets().map(
		({protocol, family: {number, word}}) =>
			`\t\tupdate @tried-${protocol}-${number} { ${word} daddr . ${protocol} dport counter }`,
	),
	'\t}',
	'\tchain answered {',
	...sets().map(
		({protocol, family: {number, word}}) =>
			`\t\tupdate @answered-${protocol}-${number} { ${word} saddr . ${protocol} sport }`,
	),
	'\t}',
	'\tchain out {',
	'\t\ttype filter hook output priority 500; policy accept;',
	// Not by its state: an open connection is new, too, where nobody tracked any before.
	`\t\t${flags} == syn fib daddr type != local jump tried`,
	'\t\tmeta l4proto 17 ct state new fib daddr type != local jump tried',
	'\t}',
	'\tchain back {',
	'\t\ttype filter hook input priority 500; policy accept;',
	`\t\t${flags} == syn | ack iif != lo jump answered`,
	'\t\tmeta l4proto 17 ct direction reply iif != lo jump answered',
	'\t}',
	'}',
	'',
].join('\n');

function sets() {
	return protocols.flatMap(protocol => families.map(family => ({protocol, family})));
}
