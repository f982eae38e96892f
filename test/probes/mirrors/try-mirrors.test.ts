import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../../source/answers/schema.js';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {probeRow} from '../../../source/probes/probe-row.js';
import {type ContextRecord, probeContext} from '../probe-context.js';
import {goodPage, goodTls} from '../recorded-seen.js';

const strict = {outbound: {mode: 'destinations'}} as const;

/** A mirror among the rules of the site. */
const own = (peer: string): Partial<Answers> => ({
	extra: [
		{
			...{id: 'mirror', direction: 'outbound', peer, port: 443},
			...{protocol: 'tcp', usage: 'Updates'},
		},
	],
});

const hosts = ['one.example', 'two.example', 'three.example', 'four.example'];
const listed = hosts.map(host => `https://${host}/epel/8/repodata/repomd.xml`);

/** What comes of mirrors.fedoraproject.org at 192.0.2.1 where its list has these files. */
async function probe(
	mirrors: readonly string[],
	{answers = {}, network = {}}: ContextRecord = {},
) {
	const connection = catalogue.find(({id}) => id === 'fedora-mirrors') ?? assert.fail();
	const context = probeContext({
		answers: {...strict, ...answers},
		network: {
			...network,
			names: {
				'one.example': ['192.0.2.11'],
				'two.example': ['192.0.2.12'],
				'three.example': ['192.0.2.13'],
				'four.example': ['192.0.2.14'],
				...network.names,
			},
			seen: {'192.0.2.1:443': {tls: goodTls, http: {...goodPage, mirrors}}},
		},
	});
	const [finding] = await probeRow(connection, context);
	assert.ok(finding);
	return {...finding.result, asked: context.asked};
}

test('the first hosts of a list are fetched from, and no more', async () => {
	const {asked, evidence} = await probe(listed);
	assert.deepEqual(
		asked.filter(line => line.startsWith('dial')),
		['192.0.2.1', '192.0.2.11', '192.0.2.12', '192.0.2.13'].map(
			address => `dial ${address}:443`,
		),
	);
	assert.match(JSON.stringify(evidence), /"host":"three\.example"/);
});

test('hosts that answer now and will not be permitted are a warning', async () => {
	const {verdict, cause, owner, remedy} = await probe(listed);
	assert.deepEqual([verdict, cause, owner], ['warn', 'mirrors.not-listed', 'this-host']);
	assert.match(remedy ?? '', /\(one\.example, two\.example, three\.example\)/);
});

for (const [what, peer] of [
	['by its name', 'four.example'],
	['by its address', '192.0.2.12'],
] as const) {
	test(`a mirror that the site has permitted ${what} serves the row`, async () => {
		const {verdict, detail} = await probe(listed, {answers: own(peer)});
		assert.equal(verdict, 'pass');
		assert.match(detail, /fetched from (?:four|two)\.example$/);
	});
}

test('a permitted mirror that does not answer is told with its own address', async () => {
	const {verdict, cause, address, remedy} = await probe(listed, {
		answers: own('two.example'),
		network: {dials: {'192.0.2.12:443': 'timeout'}},
	});
	assert.deepEqual([verdict, cause, address], ['warn', 'tcp.timeout', '192.0.2.12']);
	assert.match(remedy ?? '', /to two\.example\.$/);
});

test('a permitted mirror that the DNS does not know is told', async () => {
	const {verdict, cause} = await probe(listed, {
		answers: own('two.example'),
		network: {names: {'two.example': 'nxdomain'}},
	});
	assert.deepEqual([verdict, cause], ['warn', 'dns.nxdomain']);
});

test('through a proxy every mirror is reached', async () => {
	const proxy = {url: 'http://10.10.0.8:3128', noProxy: []};
	const {verdict, detail} = await probe(listed, {answers: {proxy}});
	assert.equal(verdict, 'pass');
	assert.match(detail, /fetched from one\.example$/);
});

test('an answer without a list is told', async () => {
	const {cause, remedy} = await probe([]);
	assert.equal(cause, 'mirrors.no-list');
	assert.match(remedy ?? '', /the packages of EPEL/);
});
