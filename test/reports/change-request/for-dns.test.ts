import assert from 'node:assert/strict';
import {test} from 'node:test';
import {forDns} from '../../../source/reports/change-request/for-dns.js';
import type {NameSaid, Site} from '../../../source/reports/site.js';
import {wordsIn} from '../document-words.js';
import {sampleSite} from '../sample-site.js';

const wordsFor = (site: Site) => forDns(site).map(wordsIn).join('\n');
/** A site of which the DNS says this about a name. */
const siteWhere = (name: string, said: readonly NameSaid[]): Site => {
	const site = sampleSite();
	const names = site.names.map(found => (found.name === name ? {...found, said} : found));
	return {...site, names};
};

test('its own name and address are wanted both ways, by IPv4 and IPv6', () => {
	const words = wordsFor(sampleSite({addresses: ['10.1.0.5', '2001:db8::5']}));
	assert.match(words, /^reports\.college\.example \| A \| 10\.1\.0\.5 \| yes$/m);
	assert.match(words, /^10\.1\.0\.5 \| PTR \| reports\.college\.example \| /m);
	assert.match(words, /^reports\.college\.example \| AAAA \| 2001:db8::5 \| no: /m);
	assert.match(words, /^2001:db8::5 \| PTR \| reports\.college\.example \| /m);
});

test('a record that is another one is told with what is there', () => {
	const said = [
		{server: '10.1.0.53', outcome: 'answered', addresses: ['10.1.0.9']},
	] as const;
	assert.match(
		wordsFor(siteWhere('reports.college.example', said)),
		/^reports\.college\.example \| A \| 10\.1\.0\.5 \| no: 10\.1\.0\.53: 10\.1\.0\.9$/m,
	);
});

for (const [what, pointer, wanted] of [
	['there', {outcome: 'answered', names: ['Reports.college.example']}, /^yes$/],
	[
		'of another name',
		{outcome: 'answered', names: ['old.example']},
		/^no: old\.example$/,
	],
	['not there', {outcome: 'nxdomain', names: []}, /^no: no such name$/],
] as const) {
	test(`the name of an address that is ${what} is told so`, () => {
		const pointers = [{address: '10.1.0.5', ...pointer}];
		const words = wordsFor(sampleSite({pointers}));
		const [, now = ''] = /^10\.1\.0\.5 \| PTR \| .* \| (.*)$/m.exec(words) ?? [];
		assert.match(now, wanted);
	});
}

test('a name in the hosts file says nothing of the DNS', () => {
	const said = [
		{server: '/etc/hosts', outcome: 'answered', addresses: ['10.1.0.5']},
	] as const;
	assert.match(
		wordsFor(siteWhere('reports.college.example', said)),
		/\| A \| 10\.1\.0\.5 \| not known: the file \/etc\/hosts/,
	);
});

test('each DNS server is told with what it says by itself', () => {
	const said = [
		{server: '10.1.0.53', outcome: 'answered', addresses: ['10.5.0.5']},
		{server: '10.1.0.54', outcome: 'nxdomain', addresses: []},
		{server: '10.1.0.55', outcome: 'timeout', addresses: []},
	] as const;
	assert.match(
		wordsFor(siteWhere('db.college.example', said)),
		/^db\.college\.example \| Connection to your SQL database \| 10\.1\.0\.53: 10\.5\.0\.5; 10\.1\.0\.54: no such name; 10\.1\.0\.55: no answer$/m,
	);
});

test('names that need not be known are left out', () => {
	assert.doesNotMatch(wordsFor(sampleSite()), /mirrorlist|sendgrid|3\.centos/);
});

test('conditional forwarders need the names on the Internet, and no other', () => {
	const words = wordsFor(sampleSite());
	const [, forwarded = ''] = /have to pass on: (.*)\.$/m.exec(words) ?? [];
	assert.ok(forwarded.split(', ').includes('license.looker.com'));
	assert.doesNotMatch(forwarded, /college\.example/);
});

test('that no DNS server is known is said', () => {
	assert.match(wordsFor(sampleSite({resolvers: []})), /not known which DNS servers/);
});
