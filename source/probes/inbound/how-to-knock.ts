import type {Connection, PeerAnswer} from '../../catalogue/connection.js';

/** What a program can be tried with that connects to this server. */
export const knockTools = ['PowerShell', 'curl', 'nc'] as const;
export type KnockTool = (typeof knockTools)[number];

/** How to try one row from its other side. */
export type KnockLine = {
	readonly id: string;
	/** Who is to run it: `On a viewer's PC`. */
	readonly where: string;
	/** `9999/tcp` */
	readonly port: string;
	/** The line to run there, by the tool that they have. */
	readonly lines: Readonly<Record<KnockTool, string>>;
};

const places: Partial<Record<PeerAnswer | 'destination', string>> = {
	'viewers.subnets': "On a viewer's PC",
	'appsanywhere.servers': 'On an AppsAnywhere server',
	'support.sources': 'On the support jump host',
};

/** The one line for each row that its other side can run. */
export function howToKnock(
	rows: readonly Connection[],
	hostname: string,
): readonly KnockLine[] {
	return rows.map(({id, peer, source, portNumber, protocol}) => ({
		id,
		where: (peer && places[peer]) ?? `On ${source}`,
		port: `${portNumber}/${protocol}`,
		lines: {
			PowerShell: `Test-NetConnection ${hostname} -Port ${portNumber}`,
			// By the protocol that says nothing: each of these ports speaks another one.
			curl: `curl -v -m 5 telnet://${hostname}:${portNumber}`,
			nc: `nc -v -z -w 5 ${hostname} ${portNumber}`,
		},
	}));
}
