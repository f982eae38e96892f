import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {parse} from 'yaml';
import {catalogue, rowsUnder} from '../../source/catalogue/catalogue.js';
import type {CatalogueEntry} from '../../source/catalogue/connection.js';
import {readVendorDocument} from './vendor-document.js';

const document = await readVendorDocument();

test("the vendor's document has 22 rows in four tables", () => {
	assert.equal(document.length, 22);
	assert.deepEqual(
		[...new Set(document.map(({table}) => table))],
		[
			'Inbound Traffic (Internal)',
			'Outbound Traffic (Internal)',
			'Outbound Traffic (External)',
			'External Destinations',
		],
	);
});

for (const [index, row] of document.entries()) {
	test(`row ${index + 1} of the document, ${row.destination ?? 'any'} ${row.port}, stands in the catalogue word for word`, () => {
		const entry = catalogue[index];
		assert.ok(entry);
		const {table, source, destination, port, usage} = entry;
		assert.deepEqual({table, source, destination, port, usage}, row);
	});
}

// Answers, results and reports of earlier versions name rows by these.
const readings = [
	['viewers', 'inbound', 9999, 'tcp'],
	['appsanywhere', 'inbound', 19_999, 'tcp'],
	['remote-support', 'inbound', 22, 'tcp'],
	['sql-tcp', 'outbound', 1433, 'tcp'],
	['sql-udp', 'outbound', 1433, 'udp'],
	['time', 'outbound', 123, 'udp'],
	['https', 'outbound', 443, 'tcp'],
	['http', 'outbound', 80, 'tcp'],
	['mail', 'outbound', 587, 'tcp'],
	['ntp-0', 'outbound', 123, 'udp'],
	['ntp-1', 'outbound', 123, 'udp'],
	['ntp-2', 'outbound', 123, 'udp'],
	['ntp-3', 'outbound', 123, 'udp'],
	['mirrorlist-centos', 'outbound', 80, 'tcp'],
	['remirepo-cdn', 'outbound', 80, 'tcp'],
	['remirepo-rpms', 'outbound', 443, 'tcp'],
	['fedora-mirrors', 'outbound', 443, 'tcp'],
	['acc-blob', 'outbound', 443, 'tcp'],
	['acc-cdn', 'outbound', 443, 'tcp'],
	['bitbucket', 'outbound', 443, 'tcp'],
	['looker-license', 'outbound', 443, 'tcp'],
	['sendgrid', 'outbound', 587, 'tcp'],
] as const;

test('the catalogue has the rows of the document and no other', () => {
	assert.equal(catalogue.length, document.length);
	assert.deepEqual(
		catalogue.map(({id}) => id),
		readings.map(([id]) => id),
	);
	assert.equal(new Set(catalogue.map(({id}) => id)).size, 22);
});

for (const [id, direction, portNumber, protocol] of readings) {
	test(`${id} is read as ${direction} ${portNumber}/${protocol}`, () => {
		const entry = catalogue.find(each => each.id === id);
		assert.ok(entry);
		assert.equal(entry.direction, direction);
		assert.equal(entry.portNumber, portNumber);
		assert.equal(entry.protocol, protocol);
	});
}

for (const id of ['time', 'https', 'http', 'mail'] as const) {
	test(`under the row "${id}" stand the external destinations of its port, all of them`, () => {
		const row = catalogue.find(each => each.id === id);
		assert.ok(row);
		const inDocument = document
			.filter(({table, port}) => table === 'External Destinations' && port === row.port)
			.map(({destination}) => destination);
		assert.ok(inDocument.length > 0);
		assert.deepEqual(
			rowsUnder(row).map(({destination}) => destination),
			inDocument,
		);
	});
}

test('every external destination stands under exactly one row', () => {
	const above = catalogue.filter(({table}) => table === 'Outbound Traffic (External)');
	assert.deepEqual(
		above
			.flatMap(rowsUnder)
			.map(({id}) => id)
			.toSorted(),
		catalogue
			.filter(({table}) => table === 'External Destinations')
			.map(({id}) => id)
			.toSorted(),
	);
});

const peers = [
	'viewers.subnets',
	'appsanywhere.servers',
	'support.sources',
	'sql.host',
	'smtp.host',
	'time.servers',
	'destination',
];
const probes = [
	...['listener', 'http', 'https', 'smtp', 'sql', 'sntp'],
	...['unprovable', 'rows-under-it'],
];
const knownKeys = [
	...['id', 'table', 'source', 'destination', 'port', 'usage'],
	...['peer', 'probe', 'path', 'retired', 'changed', 'rotates', 'mirrored', 'notes'],
];

// The file as it stands, without the types that the program believes it has.
const entries: ReadonlyArray<Readonly<Record<string, unknown>>> = parse(
	await readFile('assets/connections.yaml', 'utf8'),
);

for (const entry of entries) {
	test(`the entry "${entry.id}" of connections.yaml is well formed`, () => {
		assert.deepEqual(
			Object.keys(entry).filter(key => !knownKeys.includes(key)),
			[],
		);
		for (const key of ['id', 'table', 'source', 'port', 'usage']) {
			assert.equal(typeof entry[key], 'string', key);
		}

		assert.match(String(entry.id), /^[a-z][a-z\d-]*$/);
		assert.match(String(entry.port), /^\d{1,5} (?:TCP|UDP)$/);
		assert.ok(probes.includes(String(entry.probe)), `probe ${entry.probe}`);
		assert.ok(
			entry.peer === undefined || peers.includes(String(entry.peer)),
			`peer ${entry.peer}`,
		);
		// Without a peer an inbound row would be open to everybody.
		assert.ok(entry.peer !== undefined || entry.probe === 'rows-under-it');
		assert.ok(entry.peer !== 'destination' || typeof entry.destination === 'string');
		// Only a page of a site has a path.
		assert.ok(entry.path === undefined || /^https?$/.test(String(entry.probe)));
		assert.match(String(entry.path ?? '/'), /^\/\S*$/);
		// What names other hosts is a file that a web server has.
		assert.ok(entry.mirrored === undefined || typeof entry.path === 'string');
		assert.match(String(entry.mirrored ?? 'the packages'), /^the [^.]+$/);
	});

	test(`the notes of "${entry.id}" are sentences`, () => {
		const {
			retired,
			changed,
			rotates = [],
			notes = [],
		} = entry as Pick<CatalogueEntry, 'retired' | 'changed' | 'rotates' | 'notes'>;
		const changes = [retired ?? [], changed ?? []].flat();
		for (const {since} of changes) {
			assert.match(since, /^\d{4}-\d{2}-\d{2}$/);
		}

		for (const note of [...notes, rotates, ...changes.map(({text}) => text)].flat()) {
			assert.match(note, /^[A-Z].*\.$/);
		}
	});
}
