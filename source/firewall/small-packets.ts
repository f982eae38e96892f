import type {RunCommand} from '../host/command.js';

/** So many bytes at most in one packet, for the connections of one port of this server. */
export type PacketLimit = {readonly localPort: number; readonly bytes: number};

/**
 * Makes both sides of new connections send small packets only, until it is let go. Nothing
 * else on this machine is touched.
 * @throws Failure when nft refuses
 */
export type LimitPackets = (limits: readonly PacketLimit[]) => Promise<AsyncDisposable>;

export function packetLimiter(run: RunCommand): LimitPackets {
	return async limits => {
		// Named after a port that nobody else has now.
		const table = `inet analytics_setup_path_${limits[0]?.localPort ?? 0}`;
		const input = renderLimits(table, limits);
		await run('nft', ['-f', '-'], {input});
		return {
			async [Symbol.asyncDispose]() {
				await run('nft', ['-f', '-'], {input: `delete table ${table}\n`});
			},
		};
	};
}

/** What the headers of IPv6 and TCP take of a packet; those of IPv4 are 20 bytes shorter. */
const headerBytes = 60;

/** Each side is told the largest segment that the other takes (RFC 9293 section 3.7.1). */
function renderLimits(table: string, limits: readonly PacketLimit[]): string {
	const chain = (hook: 'input' | 'output', end: 'sport' | 'dport') => [
		`\tchain ${hook} {`,
		`\t\ttype filter hook ${hook} priority -150; policy accept;`,
		...limits.map(
			({localPort, bytes}) =>
				`\t\ttcp ${end} ${localPort} tcp flags & (syn | rst) == syn tcp option maxseg size set ${bytes - headerBytes}`,
		),
		'\t}',
	];
	return [
		`table ${table} {`,
		...chain('output', 'sport'),
		...chain('input', 'dport'),
		'}',
		'',
	].join('\n');
}
