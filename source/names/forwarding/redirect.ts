import {type Address, type Family, formatAddress} from '../../addresses/address.js';
import {directPorts} from '../../policy/forwarder-place.js';

/** Of each family; their name begins like that of every table of ours. */
export const redirectTables = {
	4: 'ip analytics_setup_dns',
	6: 'ip6 analytics_setup_dns',
} as const;

/**
 * The user that only asks the DNS: nobody's, in no range that systemd or a distribution gives
 * away (UIDS-GIDS.md of systemd).
 */
export const askingUser = 65_533;

/** Of connection tracking; nothing but these look-ups is in it. */
const zone = 53;

const families: readonly Family[] = [4, 6];

/** The nft script after which programs ask the DNS itself again; it may run at any time. */
export const removeRedirect = families
	.map(family => redirectTables[family])
	.map(table => `add table ${table}\ndelete table ${table}\n`)
	.join('');

/**
 * The nft script that turns what programs of this server ask these servers to a port of this
 * server, in place of whatever was turned before. No packet meets anything in between.
 */
export function renderRedirect(servers: readonly Address[], port: number): string {
	const tables = families.map(family =>
		renderTable(
			family,
			servers.filter(server => server.family === family),
			port,
		),
	);
	return `${removeRedirect}${tables.join('')}`;
}

function renderTable(family: Family, servers: readonly Address[], port: number): string {
	if (servers.length === 0) {
		return '';
	}

	const word = family === 4 ? 'ip' : 'ip6';
	const asked = `${word} daddr { ${servers.map(formatAddress).join(', ')} }`;
	const {first, last} = directPorts;
	const exempt = [
		`\t\tmeta skuid ${askingUser} return`,
		`\t\tmeta l4proto { 6, 17 } th sport ${first}-${last} return`,
	];
	return [
		`table ${redirectTables[family]} {`,
		'\tchain turned {',
		'\t\ttype nat hook output priority -100; policy accept;',
		...exempt,
		`\t\t${asked} udp dport 53 redirect to :${port}`,
		`\t\t${asked} tcp dport 53 redirect to :${port}`,
		'\t}',
		// A flow that began before it could be turned would go on past it, for as long as its
		// program asks. In a zone of their own the same packets begin new flows.
		'\tchain apart {',
		'\t\ttype filter hook output priority -300; policy accept;',
		...exempt,
		`\t\t${asked} meta l4proto { 6, 17 } th dport 53 ct original zone set ${zone}`,
		'\t}',
		'}',
		'',
	].join('\n');
}
