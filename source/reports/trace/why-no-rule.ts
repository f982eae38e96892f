import type {Answers} from '../../answers/schema.js';
import type {Connection} from '../../catalogue/connection.js';

/** Why no rule of this server's own firewall permits a row of the list. */
export function whyNoRule(
	{id, port}: Pick<Connection, 'id' | 'port'>,
	{smtp, outbound}: Pick<Answers, 'smtp' | 'outbound'>,
): string {
	switch (id) {
		case 'remote-support':
			return 'Remote support is switched off (support.enabled).';
		case 'sql-udp':
			return 'It is switched off (sql.udp).';
		case 'sendgrid':
			return `Mail goes through ${smtp.host} on port ${smtp.port}, and only that port is open.`;
		case 'https':
		case 'http':
			return outbound.mode === 'destinations'
				? 'Each of its destinations has a rule of its own (outbound.mode).'
				: `Nothing opens ${port}.`;
		default:
			return `Nothing opens ${port}.`;
	}
}
