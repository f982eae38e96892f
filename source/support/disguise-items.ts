import {readEndpoint} from '../addresses/peer.js';
import {proxyTarget} from '../answers/proxy-url.js';
import type {Answers} from '../answers/schema.js';
import {catalogue} from '../catalogue/catalogue.js';
import type {Machine} from '../machine.js';
import {addressDisguise, networksIn} from '../redaction/disguise/addresses.js';
import {nameDisguise, userDisguise} from '../redaction/disguise/words.js';
import type {CollectedItem} from './collect-item.js';

/** What a bundle looks like to whoever is not to know the site. */
export type Disguised = {
	readonly disguise: (text: string) => string;
	readonly items: readonly CollectedItem[];
};

/** Puts tokens in the place of names, addresses and users, the same for the same in all items. */
export async function disguiseItems(
	items: readonly CollectedItem[],
	machine: Pick<Machine, 'facts' | 'person' | 'sources'>,
	answers: Answers | undefined,
): Promise<Disguised> {
	const texts = items.map(({text}) => text);
	const shortNames = ownNamesOf(machine);
	const names = [...shortNames, ...namesOf(answers, texts), ...namesSeen(items)];
	const ways = [
		nameDisguise({names, shortNames, known: knownNames}),
		addressDisguise(networksIn(texts)),
		userDisguise(await usersOf(machine)),
	];
	const disguise = (text: string) => ways.reduce((words, way) => way(words), text);
	return {
		disguise,
		items: items.map(({text, note, ...item}) => ({
			...item,
			text: disguise(text),
			note: note === undefined ? undefined : disguise(note),
		})),
	};
}

/** Of the vendor's list, but for the examples in it: those are names of one site. */
const knownNames: ReadonlySet<string> = new Set([
	'localhost',
	'localhost.localdomain',
	...catalogue
		.map(({destination = ''}) => destination.toLowerCase())
		.filter(name => !name.endsWith('.uni.edu')),
]);

function namesOf(
	answers: Answers | undefined,
	texts: readonly string[],
): readonly string[] {
	const proxy = answers?.proxy.url ?? undefined;
	const ends = [
		...textsIn(answers).map(text => readEndpoint(text).value),
		proxy === undefined ? undefined : proxyTarget(proxy)?.host,
	];
	return [
		...ends.flatMap(end => (end?.kind === 'name' ? [end.name] : [])),
		...texts.flatMap(searchedIn).map(domain => `host.${domain}`),
	];
}

/** Where a server goes says something about its site, whoever's those names are. */
function namesSeen(items: readonly CollectedItem[]): readonly string[] {
	const text = items.find(({name}) => name === 'observed.json')?.text ?? '';
	return [...text.matchAll(/"names":\s*\[(?<names>[^\]]*)\]/g)].flatMap(({groups}) =>
		[...(groups?.names ?? '').matchAll(/"(?<name>[^"]+)"/g)].flatMap(
			({groups: found}) => found?.name ?? [],
		),
	);
}

/** What this server itself is called, and calls others in its file of hosts. */
function ownNamesOf({facts}: Pick<Machine, 'facts'>): readonly string[] {
	return [facts.hostname, ...facts.hosts.keys()].filter(
		name => name !== '' && !/^(?:localhost|ip6-)/.test(name),
	);
}

/** Every text in the answers that has a dot in it: other words are no names. */
function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') {
		return value.includes('.') ? [value] : [];
	}

	return typeof value === 'object' && value !== null
		? Object.values(value).flatMap(textsIn)
		: [];
}

/** The domains that resolv.conf looks names up in. */
function searchedIn(text: string): readonly string[] {
	return [...text.matchAll(/^(?:search|domain)[\t ]+(?<domains>\S.*)$/gm)].flatMap(
		({groups}) => (groups?.domains ?? '').split(/\s+/).filter(each => each.includes('.')),
	);
}

/** People, not services: those of /etc/passwd from 1000 on, and whoever runs this. */
async function usersOf({
	person,
	sources,
}: Pick<Machine, 'person' | 'sources'>): Promise<readonly string[]> {
	const passwd = (await sources.readFile('/etc/passwd').catch(() => undefined)) ?? '';
	const people = passwd.split('\n').flatMap(line => {
		const [user = '', , id] = line.split(':');
		return Number(id) >= 1000 && Number(id) < 60_000 ? [user] : [];
	});
	return [...new Set([person.user ?? '', ...people])].filter(
		user => user !== '' && user !== 'root',
	);
}
