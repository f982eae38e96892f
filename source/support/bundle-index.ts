import {formatMoment} from '../moment.js';
import {counted} from '../reports/counted.js';
import type {Document} from '../reports/document.js';
import {toHtml} from '../reports/formats/html.js';
import type {CollectedItem} from './collect-item.js';
import {byteLength, formatBytes} from './cut.js';

/** What a bundle as a whole is about. */
export type About = {
	readonly hostname: string;
	/** ISO 8601, UTC. */
	readonly moment: string;
	/** Of this program. */
	readonly version: string;
	readonly isAnonymous: boolean;
	/** How many secrets were replaced: equal ones are one. */
	readonly secrets: number;
};

/** The page that says what is in a bundle. */
export function indexPage(items: readonly CollectedItem[], about: About): string {
	return toHtml(indexDocument(items, about));
}

function indexDocument(items: readonly CollectedItem[], about: About): Document {
	const places = placesIn(items);
	return {
		title: `Evidence from ${about.hostname}`,
		facts: [
			['Collected', formatMoment(about.moment)],
			['By', `analytics-setup ${about.version}`],
			['Size', formatBytes(items.reduce((sum, {text}) => sum + byteLength(text), 0))],
			['Secrets', secretsReplaced(about.secrets, places)],
		],
		chapters: [
			{
				id: 'contents-of-the-bundle',
				title: 'What is in this bundle',
				blocks: [
					{
						kind: 'table',
						caption: 'Each file beside this page',
						columns: ['What', 'File', 'Bytes', 'Took (ms)', 'Secrets', 'Remark'],
						rows: items.map(({name, title, text, milliseconds, places: count, note}) => [
							{text: title},
							{text: name},
							{text: String(byteLength(text))},
							{text: String(milliseconds)},
							{text: count === 0 ? '' : String(count)},
							{text: note ?? ''},
						]),
					},
				],
			},
			{
				id: 'what-is-left-out',
				title: 'What is left out',
				blocks: [{kind: 'list', items: leftOut(about)}],
			},
		],
	};
}

function leftOut({isAnonymous}: About): readonly string[] {
	return [
		'Passwords, keys and tokens, as far as they can be known: each is replaced by a word such as [secret-3f9a21c0]. The same word stands for the same secret in all files, and says nothing about it.',
		isAnonymous
			? 'Names, addresses and users of this site: host-1.example, ipv4-net-2/16 and ipv4-net-2-host-5 stand for them, the same for the same, and a host is told with the smallest network that it lies in. What the vendor lists stays as it is.'
			: 'Names and addresses of this site are in the files as they are.',
		'Of each file all that goes beyond 1 MB, from its middle.',
		'Nothing on the server was changed to collect this.',
	];
}

function secretsReplaced(secrets: number, places: number): string {
	return places === 0
		? 'None was found'
		: `${secrets} ${secrets === 1 ? 'was' : 'were'} replaced, in ${counted(places, 'place', 'places')}`;
}

/** The same for programs. */
export function indexAsJson(
	items: readonly CollectedItem[],
	{hostname, moment, version, isAnonymous, secrets}: About,
): string {
	const index = {
		schema: 1,
		hostname,
		collectedAt: moment,
		version,
		anonymous: isAnonymous,
		secrets: {replaced: secrets, places: placesIn(items)},
		items: items.map(({name, title, text, milliseconds, places, note}) => ({
			name,
			title,
			bytes: byteLength(text),
			milliseconds,
			secretPlaces: places,
			note: note ?? null,
		})),
	};
	return `${JSON.stringify(index, undefined, 2)}\n`;
}

function placesIn(items: readonly CollectedItem[]): number {
	return items.reduce((sum, {places}) => sum + places, 0);
}
