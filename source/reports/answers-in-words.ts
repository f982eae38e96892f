import type {AnsweredLogin} from '../answers/login-schema.js';
import {referenceInWords} from '../answers/logins.js';
import type {Answers, Section} from '../answers/schema.js';
import {inFigures} from '../in-figures.js';
import {listInWords} from './list-in-words.js';

type InWords = {
	readonly [Key in Section]: (answer: Answers[Key], room: number) => string;
};

/** An empty text where there is nothing to tell. */
const inWords: InWords = {
	server: ({hostname}) => hostname,
	viewers: ({subnets}, room) => someOr('nobody', subnets, room),
	appsanywhere: ({servers}, room) => someOr('none', servers, room),
	support: ({enabled, sources}, room) =>
		enabled
			? after('SSH open to', sources, room)
			: 'SSH closed for everybody; managed at the console',
	sql: ({host, port, udp, instance, login}) =>
		[
			instance === undefined ? host : `instance ${instance} on ${host}`,
			udp ? `${port}/tcp and 1433/udp` : `${port}/tcp`,
			...loginInWords(login),
		].join(', '),
	smtp: ({host, port, security, login}) =>
		[host, `${port}/tcp`, encryption[security], ...loginInWords(login)].join(', '),
	time: ({servers}, room) => someOr('no time server', servers, room),
	dns: ({servers}, room) =>
		servers.length === 0 ? '' : after('DNS servers', servers, room),
	proxy({url, noProxy, login}, room) {
		if (url === null) {
			return 'no web proxy';
		}

		const proxy = [`web proxy ${url}`, ...loginInWords(login)].join(', ');
		return noProxy.length === 0 ? proxy : after(`${proxy}, but not for`, noProxy, room);
	},
	outbound: ({mode}) => outboundModes[mode],
	extra: (extra, room) =>
		extra.length === 0
			? ''
			: after(
					'rules of your own:',
					extra.map(({id}) => id),
					room,
				),
	// Each stands beside the answer that it is about.
	notes: () => '',
};

const outboundModes = {
	ports: 'only the ports of the list, to any address',
	destinations: 'only the destinations of the list, by name',
	open: 'not filtered',
} as const;

const encryption = {
	starttls: 'STARTTLS',
	tls: 'TLS from the first byte',
	none: 'not encrypted',
} as const;

/** Of a password only where it is found. */
function loginInWords(login: AnsweredLogin | undefined): readonly string[] {
	return login === undefined
		? []
		: [`login as ${login.user}`, `password from ${referenceInWords(login.password)}`];
}

/**
 * One section of the answers in words, shortened with a count where it is long; empty
 * where there is nothing to tell.
 *
 * @param room how many columns it should take
 */
export function answerInWords<Key extends Section>(
	section: Key,
	answer: Answers[Key],
	room: number,
): string {
	return inWords[section](answer, room);
}

/** How an answer differs from the one that is in effect: by entries, or by what it was. */
export function changeInWords<Key extends Section>(
	section: Key,
	{answer, inEffect}: {readonly answer: Answers[Key]; readonly inEffect: Answers[Key]},
	room: number,
): string {
	const counts = countsInWords(entries[section]?.(answer), entries[section]?.(inEffect));
	const before = answerInWords(section, inEffect, room);
	return counts === ''
		? `changed; in effect is ${before === '' ? 'nothing' : before}`
		: `changed: ${counts}`;
}

/** The answers whose changes are told by counting. */
const entries: {
	readonly [Key in Section]?: (answer: Answers[Key]) => readonly string[] | undefined;
} = {
	viewers: ({subnets}) => subnets,
	appsanywhere: ({servers}) => servers,
	support: ({enabled, sources}) => (enabled ? sources : undefined),
	time: ({servers}) => servers,
};

function countsInWords(
	now: readonly string[] | undefined,
	before: readonly string[] | undefined,
): string {
	if (now === undefined || before === undefined) {
		return '';
	}

	const added = countMissing(now, new Set(before));
	const removed = countMissing(before, new Set(now));
	return [
		...(added === 0 ? [] : [`${inFigures(added)} added`]),
		...(removed === 0 ? [] : [`${inFigures(removed)} taken away`]),
	].join(', ');
}

function countMissing(items: readonly string[], others: ReadonlySet<string>): number {
	return items.filter(item => !others.has(item)).length;
}

function someOr(none: string, items: readonly string[], room: number): string {
	return items.length === 0 ? none : listInWords(items, room);
}

function after(words: string, items: readonly string[], room: number): string {
	return `${words} ${listInWords(items, room - words.length - 1)}`;
}
