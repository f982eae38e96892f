/** The nft table that counts who knocks; its name begins like every one of ours. */
export const knockTable = 'inet analytics_setup_knocks';

/** So many machines are counted for each port and address family: a flood must not hurt. */
export const mostCounted = 4096;

/**
 * How far a first packet came. The kernel lists the sets in this order, so that one which
 * is counted while they are read is never taken for a refused one.
 */
export const places = ['knocked', 'admitted', 'published'] as const;
export type KnockPlace = (typeof places)[number];

const families = [
	{number: 4, type: 'ipv4_addr', source: 'ip saddr'},
	{number: 6, type: 'ipv6_addr', source: 'ip6 saddr'},
] as const;

/** Neither an answer nor a later packet of a connection (RFC 9293, 3.5). */
const isFirst = 'tcp flags & (fin | syn | rst | ack) == syn';

/**
 * The nft script that begins to count, and changes nothing else: no packet is ever dropped
 * or let through by it. What an earlier run has left is removed in the same transaction.
 *
 * Knocks are counted before anybody can drop them, and once more after everybody could
 * have; those to a published port by the port that was dialled.
 */
export function renderKnockTable(ports: readonly number[]): string {
	const rules = (place: KnockPlace, match: string) =>
		ports.flatMap(port =>
			families.map(
				({number, source}) =>
					`\t\t${match} ${port} update @${setName(place, port, number)} { ${source} counter }`,
			),
		);
	return [
		`${removeKnockTable}table ${knockTable} {`,
		...places.flatMap(place =>
			ports.flatMap(port =>
				families.map(
					({number, type}) =>
						`\tset ${setName(place, port, number)} { type ${type}; flags dynamic; size ${mostCounted}; }`,
				),
			),
		),
		'\tchain knocked {',
		...rules('knocked', 'tcp dport'),
		'\t}',
		'\tchain admitted {',
		...rules('admitted', 'tcp dport'),
		'\t}',
		'\tchain published {',
		...rules('published', 'meta l4proto 6 ct original proto-dst'),
		'\t}',
		'\tchain first {',
		'\t\ttype filter hook prerouting priority -500; policy accept;',
		`\t\t${isFirst} iif != lo fib daddr type local jump knocked`,
		'\t}',
		'\tchain last {',
		'\t\ttype filter hook input priority 500; policy accept;',
		`\t\t${isFirst} iif != lo jump admitted`,
		'\t}',
		'\tchain onward {',
		'\t\ttype filter hook forward priority 500; policy accept;',
		`\t\t${isFirst} ct status dnat ct direction original jump published`,
		'\t}',
		'}',
		'',
	].join('\n');
}

/** Removes the table, and is no error where there is none. */
export const removeKnockTable = `add table ${knockTable}\ndelete table ${knockTable}\n`;

function setName(place: KnockPlace, port: number, family: 4 | 6): string {
	return `${place}-${port}-${family}`;
}
