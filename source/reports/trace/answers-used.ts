import {entryPath} from '../../answers/answer-path.js';
import type {Answers} from '../../answers/schema.js';
import type {Connection} from '../../catalogue/connection.js';

/** An answer that a row of the list is made of, by its path. */
export type AnswerUsed = {
	readonly path: string;
	readonly value: string | number | boolean | readonly string[];
};

/** The answers behind a row; none where it has its destination in itself. */
export function answersUsed(
	{id, peer, direction}: Connection,
	answers: Answers,
): readonly AnswerUsed[] {
	const used = answersOf(peer, id, answers);
	// Without a limit on what goes out, no other answer decides whether a row is permitted.
	return direction === 'outbound'
		? [...used, {path: 'outbound.mode', value: answers.outbound.mode}]
		: used;
}

function answersOf(
	peer: Connection['peer'],
	id: string,
	{viewers, appsanywhere, support, sql, smtp, time}: Answers,
): readonly AnswerUsed[] {
	switch (peer) {
		case 'viewers.subnets':
			return [{path: peer, value: viewers.subnets}];
		case 'appsanywhere.servers':
			return [{path: peer, value: appsanywhere.servers}];
		case 'support.sources':
			return [
				{path: 'support.enabled', value: support.enabled},
				{path: peer, value: support.sources},
			];
		case 'sql.host':
			return [{path: peer, value: sql.host}, ...sqlParts(id, sql)];
		case 'smtp.host':
			return [
				{path: peer, value: smtp.host},
				{path: 'smtp.port', value: smtp.port},
				{path: 'smtp.security', value: smtp.security},
			];
		case 'time.servers':
			return time.servers.flatMap((value, index) =>
				`ntp-${index % 4}` === id ? [{path: entryPath(peer, index), value}] : [],
			);
		case 'destination':
		case undefined:
			return id === 'sendgrid' ? [{path: 'smtp.host', value: smtp.host}] : [];
	}
}

function sqlParts(
	id: string,
	{port, udp, instance}: Answers['sql'],
): readonly AnswerUsed[] {
	if (id === 'sql-udp') {
		return [{path: 'sql.udp', value: udp}];
	}

	return [
		{path: 'sql.port', value: port},
		...(instance === undefined ? [] : [{path: 'sql.instance', value: instance}]),
	];
}
