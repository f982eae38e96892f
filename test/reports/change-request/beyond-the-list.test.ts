import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../../source/answers/schema.js';
import {beyondTheList} from '../../../source/reports/change-request/beyond-the-list.js';
import {rowsFor} from '../../../source/reports/change-request/rows-for.js';
import type {Audience} from '../../../source/reports/report-kinds.js';
import type {Site} from '../../../source/reports/site.js';
import {wordsIn} from '../document-words.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const wordsFor = (site: Site, audience?: Audience) =>
	beyondTheList(rowsFor(site, audience), site, audience).map(wordsIn).join('\n');

test('DNS is asked for at each server, over UDP and TCP', () => {
	const words = wordsFor(sampleSite({resolvers: ['10.1.0.53', '10.1.0.54']}), 'network');
	for (const end of ['10.1.0.53', '10.1.0.54']) {
		for (const port of ['53 UDP', '53 TCP']) {
			assert.ok(words.includes(` | ${end} | ${port} | Names are looked up`), words);
		}
	}
});

test('replies need nothing the other way, and why the list says otherwise', () => {
	assert.match(
		wordsFor(sampleSite(), 'network'),
		/all traffic is bi-directional.*nothing has to be opened the other way/,
	);
});

test('downloads come from machines that no list names', () => {
	assert.match(wordsFor(sampleSite()), /Mirrors: .* name other machines/);
});

test('a server without IPv6 asks for none', () => {
	const words = wordsFor(sampleSite(), 'network');
	assert.match(words, /no IPv6 address, so nothing has to be permitted for IPv6/);
	assert.doesNotMatch(words, /ICMPv6/);
});

test('a server with IPv6 asks for what that cannot work without', () => {
	const words = wordsFor(sampleSite({addresses: ['10.1.0.5', '2001:db8::5']}));
	assert.match(words, /ICMPv6 \| What IPv6 cannot work without/);
	assert.doesNotMatch(words, /no IPv6 address/);
});

const instance = {
	host: 'db.college.example',
	port: 51_433,
	udp: false,
	instance: 'REPORTS',
};

for (const [what, sections, wanted] of [
	[
		'SQL Browser, with a named instance',
		{sql: instance},
		/db\.college\.example \(10\.5\.0\.5\) \| 1434 UDP \| SQL Browser tells the port of the instance REPORTS/,
	],
	[
		'the proxy',
		{proxy: {url: 'http://10.1.0.8:3128', noProxy: []}},
		/\| 10\.1\.0\.8 \| 3128 TCP \| The web proxy/,
	],
] satisfies ReadonlyArray<readonly [string, Partial<Answers>, RegExp]>) {
	test(`${what}, is asked for`, () => {
		const site = sampleSite({answers: collegeAnswers(sections)});
		assert.match(wordsFor(site, 'network'), wanted);
	});
}

test('what the site has added stands by itself', () => {
	const extra = [
		{
			...({id: 'backup', direction: 'outbound', peer: '10.8.0.0/24'} as const),
			...({port: 9102, protocol: 'tcp', usage: 'Nightly backup'} as const),
		},
	];
	assert.match(
		wordsFor(sampleSite({answers: collegeAnswers({extra})}), 'network'),
		/What this site has added\n.*\n.*\noutbound \| .* \| 10\.8\.0\.0\/24 \| 9102 TCP \| Nightly backup/,
	);
});

test('a team that has none of them does not read of them', () => {
	assert.equal(wordsFor(sampleSite(), 'mail'), '');
});
