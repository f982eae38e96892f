import {readHostName} from '../addresses/host-name.js';
import type {Answers} from '../answers/schema.js';
import type {Connection} from '../catalogue/connection.js';
import type {Errand} from './talk.js';

/** One thing to try for a connection, or why there is nothing to try. */
export type Target =
	| {readonly kind: 'host'; readonly host: string; readonly port: number}
	| {
			readonly kind: 'nothing';
			readonly host: string;
			readonly port: number;
			readonly reason: string;
	  };

/** The name of the mail service in the vendor's list; used where a site has no relay. */
export const sendgrid = 'smtp.sendgrid.net';

/** What to try for an outbound row that names a destination of its own. */
export function targetsFor(connection: Connection, answers: Answers): readonly Target[] {
	switch (connection.peer) {
		case 'sql.host':
			return [sqlTarget(connection, answers)];
		case 'smtp.host':
			return [{kind: 'host', host: answers.smtp.host, port: answers.smtp.port}];
		case 'time.servers':
			return timeTargets(connection, answers);
		default:
			return [destinationTarget(connection, answers)];
	}
}

function sqlTarget({id, portNumber}: Connection, {sql}: Answers): Target {
	if (id === 'sql-udp') {
		return sql.udp
			? {kind: 'host', host: sql.host, port: portNumber}
			: {
					kind: 'nothing',
					host: sql.host,
					port: portNumber,
					reason: 'switched off (sql.udp)',
				};
	}

	return {kind: 'host', host: sql.host, port: sql.port};
}

/**
 * The list has four rows for time servers; a site with fewer leaves some empty, one with
 * more has several servers in a row.
 */
function timeTargets(
	{id, portNumber, destination = ''}: Connection,
	{time}: Answers,
): readonly Target[] {
	const row = Number(id.replace(/^ntp-/, ''));
	const hosts = time.servers.filter((_server, index) => index % 4 === row);
	return hosts.length > 0
		? hosts.map(host => ({kind: 'host', host, port: portNumber}))
		: [
				{
					kind: 'nothing',
					host: destination,
					port: portNumber,
					reason: `the site has ${count(time.servers.length)}`,
				},
			];
}

function destinationTarget(
	{portNumber, destination = ''}: Connection,
	{smtp}: Answers,
): Target {
	if (destination !== sendgrid) {
		return {kind: 'host', host: destination, port: portNumber};
	}

	return readHostName(smtp.host).value === sendgrid
		? {kind: 'host', host: destination, port: smtp.port}
		: {
				kind: 'nothing',
				host: destination,
				port: portNumber,
				reason: `mail goes through ${smtp.host}`,
			};
}

function count(servers: number): string {
	return servers === 1 ? '1 time server' : `${servers} time servers`;
}

/** What is to be tried at a target; undefined where nothing can be proven by trying. */
export function errandFor(
	{probe, path = '/', mirrored}: Connection,
	{host, port}: Target,
	{smtp, outbound}: Answers,
): Errand | undefined {
	switch (probe) {
		case 'http':
		case 'https':
			return mirrored !== undefined && outbound.mode === 'destinations'
				? {talk: probe, host, port, path, isMirrorList: true}
				: {talk: probe, host, port, path};
		case 'sql':
		case 'sntp':
			return {talk: probe, host, port};
		case 'smtp':
			return {talk: probe, host, port, security: smtp.security};
		default:
			return undefined;
	}
}
