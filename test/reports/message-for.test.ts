import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {type Cause, diagnoses} from '../../source/probes/diagnoses.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import type {Owner} from '../../source/probes/verdict.js';
import {messageFor} from '../../source/reports/message-for.js';
import {resultsAbout} from '../../source/reports/party.js';
import {blackholes, faultOf, runOf, server} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

const viewers = faultOf('inbound.not-seen', {
	...{id: 'viewers', direction: 'inbound', source: '10.20.0.0/16, 2001:db8:20::/48'},
	...{destination: 'analytics.uni.edu', address: null, port: 9999},
	detail: 'ready; nobody has come yet',
});
const listener = faultOf('listen.nothing', {
	...{id: 'appsanywhere', direction: 'inbound', source: '10.30.0.10'},
	...{destination: 'analytics.uni.edu', address: null, port: 19_999},
	detail: 'no program listens here',
});
const mirrorlist = faultOf('vendor.retired', {
	...{id: 'mirrorlist-centos', destination: 'mirrorlist.centos.org', address: null},
	...{port: 80, detail: 'retired on 2024-07-01'},
});
const sqlRefused = faultOf('tcp.refused', {detail: 'refused'});
const deniedByProxy = faultOf('proxy.denied', {
	...{id: 'bitbucket', destination: 'bitbucket.org', port: 443, address: '10.62.0.8'},
	detail: 'the proxy refuses (403)',
	ways: [
		{
			...{via: 'proxy', address: '10.62.0.8', verdict: 'fail', cause: 'proxy.denied'},
			...{detail: 'the proxy refuses (403)', stages: []},
		},
	],
});
const noName = faultOf('dns.nxdomain', {detail: 'no such name', address: null});
const everything = [
	...[...blackholes, viewers, listener, mirrorlist, sqlRefused, deniedByProxy, noName],
	faultOf('tcp.refused', {id: 'mail', destination: 'smtp.uni.edu', port: 587}),
	sampleResult({id: 'ntp-0', destination: '0.centos.pool.ntp.org'}),
];
const write = (owner: Owner, results: readonly ProbeResult[], destination?: string) =>
	messageFor({owner, destination}, runOf(results), server);
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

for (const [name, owner, destination] of [
	['the network team', 'network', undefined],
	['the DNS team', 'dns', undefined],
	['the proxy team', 'proxy', undefined],
	['whoever runs the SQL Server', 'remote', 'mssql.uni.edu'],
	['the vendor', 'vendor', undefined],
	['whoever sits at this server', 'this-host', undefined],
] as const) {
	test(`the message for ${name} is what a person gets to read`, (t: TestContext) => {
		t.assert.snapshot(write(owner, everything, destination), {
			serializers: [String],
		});
	});
}

test('six destinations that do not answer are one request with six connections', () => {
	const text = write('network', blackholes);
	assert.equal(text.match(/Please permit/g)?.length, 1);
	assert.doesNotMatch(text, /^1\. /m);
	const lines = inOneLine(text).match(
		/From 10\.10\.0\.10 to \S+ \(\S+\), 443\/tcp for: /g,
	);
	assert.equal(lines?.length, 6);
});

test('a single row is a whole message', () => {
	const text = inOneLine(write('network', blackholes.slice(-1)));
	assert.match(
		text,
		/From 10\.10\.0\.10 to license\.looker\.com \(192\.0\.2\.6\), 443\/tcp/,
	);
	assert.match(text, /for: Daily heartbeat to licensing server/);
	assert.match(text, /seen: no answer in 3\.5 s/);
	assert.match(text, /tried: by IPv4 to 192\.0\.2\.6, dns 3 ms, tcp 3501 ms/);
	assert.match(text, /tried on 2026-11-25 at 14:02 UTC/);
});

test('what fails is asked for before what is only not proven', () => {
	const text = write('network', [viewers, ...blackholes]);
	assert.ok(text.indexOf('1. Please permit') < text.indexOf('2. Nobody has come'));
});

test('where all is well nothing is asked', () => {
	const text = write('dns', [sampleResult()]);
	assert.match(text, /Nothing is asked of the DNS team\.\n$/);
});

test('whoever runs one destination hears nothing of another', () => {
	const text = inOneLine(write('remote', everything, 'smtp.uni.edu'));
	assert.match(text, /whoever runs smtp\.uni\.edu/);
	assert.doesNotMatch(text, /mssql/);
});

test('a row without a destination is told by those under it', () => {
	const https = faultOf('tcp.timeout', {id: 'https', destination: 'any destination'});
	const results = [https, ...blackholes];
	assert.equal(write('network', results), write('network', blackholes));
	assert.equal(
		write('network', resultsAbout(https, results)),
		write('network', blackholes),
	);
});

test('rows that mean the same connection are told once, with both uses', () => {
	const parts = {destination: 'smtp.uni.edu', port: 587} as const;
	const text = write('remote', [
		faultOf('tcp.refused', {...parts, id: 'mail'}),
		faultOf('tcp.refused', {...parts, id: 'sql-tcp'}),
	]);
	assert.equal(text.match(/From /g)?.length, 1);
	assert.match(
		inOneLine(text),
		/for: Email alerts via SMTP; Connection to your SQL database/,
	);
});

test('what waits for a fault is named with it, and is no request of its own', () => {
	const dns = faultOf('dns.server-silent', {
		...{id: 'dns-udp', destination: '10.62.0.53', address: '10.62.0.53', port: 53},
		...{protocol: 'udp', detail: 'no answer in 3.5 s'},
	});
	const waiting = faultOf('dns.server-silent', {
		...{id: 'bitbucket', destination: 'bitbucket.org', port: 443, address: null},
		...{verdict: 'skipped', detail: 'waits for the DNS', remedy: null},
	});
	const text = inOneLine(write('network', [dns, waiting]));
	assert.match(text, /From 10\.10\.0\.10 to 10\.62\.0\.53, 53\/udp/);
	assert.match(text, /Until then these wait: bitbucket\.org 443\/tcp\./);
	assert.doesNotMatch(text, /to bitbucket\.org/);
	const ofRow = resultsAbout(waiting, [dns, waiting, sampleResult()]);
	assert.deepEqual(ofRow, [dns, waiting]);
});

test('through a proxy the address is that of the proxy', () => {
	const text = inOneLine(write('proxy', [deniedByProxy]));
	assert.match(
		text,
		/From 10\.10\.0\.10 through the proxy \(10\.62\.0\.8\) to bitbucket\.org, 443\/tcp/,
	);
});

test('by IPv6 it is the IPv6 address of this server that has to be let through', () => {
	const text = write('network', [faultOf('tcp.timeout', {address: '2001:db8:50::5'})]);
	assert.match(text, /From 2001:db8:10::10 to mssql\.uni\.edu/);
});

for (const [name, finishedAt, wanted] of [
	['in a minute', '2026-11-25T14:02:59.000Z', /on 2026-11-25 at 14:02 UTC/],
	['longer', '2026-11-25T14:20:00.000Z', /on 2026-11-25 between 14:02 and 14:20 UTC/],
	[
		'until the next day',
		'2026-11-26T09:10:00.000Z',
		/between 2026-11-25 14:02 and 2026-11-26 09:10 UTC/,
	],
] as const) {
	test(`says when it was tried: ${name}`, () => {
		const run = runOf(blackholes, {finishedAt});
		assert.match(inOneLine(messageFor({owner: 'network'}, run, server)), wanted);
	});
}

const hostile = {
	'control characters': 'evil\u001B[2J\u0007\u0000name\r\nSubject: hi',
	'an order from right to left': '\u202Egnp.exe\u2066 שלום',
	'wide and combining letters': '大学 Universita\u0308t Zu\u0308rich',
	'a name without an end': 'x'.repeat(5000),
	'typographic signs': '“quoted” – and…',
} as const;
for (const [name, words] of Object.entries(hostile)) {
	test(`stays ASCII and narrow with ${name}`, () => {
		const parts = {destination: words, detail: words, address: words, source: words};
		for (const direction of ['inbound', 'outbound'] as const) {
			const result = faultOf('tcp.timeout', {
				...parts,
				...{direction, remedy: words},
				ways: [
					{
						...{via: 'IPv4', address: words, verdict: 'fail', cause: null},
						...{detail: `${words} once more`, stages: []},
					},
				],
			});
			for (const owner of ['network', 'remote', 'this-host'] as const) {
				const text = messageFor(
					{owner, destination: words},
					runOf([{...result, owner}]),
					{...server, hostname: words},
				);
				assert.match(text, /^[\n -~]*$/);
				const widest = Math.max(...text.split('\n').map(({length}) => length));
				assert.ok(widest <= 72, text);
				assert.match(text, /seen: /);
			}
		}
	});
}

for (const cause of Object.keys(diagnoses) as Cause[]) {
	const {owner, verdict} = diagnoses[cause];
	test(`${cause}: whoever must act is asked for something, in a sentence`, () => {
		if (verdict === 'skipped') {
			return;
		}

		const text = write(owner, [faultOf(cause)]);
		const request = text.split('\n\n')[2] ?? '';
		assert.match(inOneLine(request).trim(), /[.?]$/);
		// The colleague is spoken to, not spoken of.
		assert.ok(owner === 'this-host' || /Please |Nobody has come/.test(request), request);
		assert.doesNotMatch(text, /Ask your|ask whoever/);
		const widest = Math.max(...text.split('\n').map(({length}) => length));
		assert.ok(widest <= 72, text);
	});
}
