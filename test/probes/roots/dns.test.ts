import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dnsRoot, oddDnsRoot} from '../../../source/probes/roots/dns.js';
import {found, foundServer, place} from './recorded-findings.js';

const silent = [
	foundServer('udp', 'dns.server-silent'),
	foundServer('tcp', 'dns.server-silent'),
];
const good = [foundServer('udp', null), foundServer('tcp', null)];
const lost = [found('bitbucket', 'dns.timeout'), found('looker-license', 'dns.timeout')];

test('servers that are all silent are told by the first of them', () => {
	const root = dnsRoot([...silent, ...lost], place);
	assert.equal(root?.result, silent[0]?.result);
	assert.equal(root?.name, 'the DNS');
	for (const finding of [...silent, ...lost]) {
		assert.ok(root?.explains(finding), finding.result.id);
	}
});

test('a server that answers by TCP alone does not stand for the names', () => {
	const half = [foundServer('udp', 'dns.server-silent'), foundServer('tcp', null)];
	assert.equal(dnsRoot(half, place), undefined);
});

test('names that none of the servers looks up are told together', () => {
	const servfail = [
		found('bitbucket', 'dns.servfail', {destination: 'bitbucket.org'}),
		found('looker-license', 'dns.servfail', {destination: 'license.looker.com'}),
		found('acc-blob', 'dns.servfail', {destination: 's2public.blob.core.windows.net'}),
	];
	const root = dnsRoot([...good, ...servfail], place);
	assert.ok(root);
	const {id, cause, owner, destination, detail, remedy, evidence} = root.result;
	assert.deepEqual([id, cause, owner], ['dns', 'dns.servfail', 'dns']);
	assert.equal(destination, 'the DNS');
	assert.equal(detail, 'looks up none of 3 names');
	assert.match(remedy ?? '', /"bitbucket\.org and 2 more"/);
	assert.deepEqual(evidence, {
		names: ['bitbucket.org', 'license.looker.com', 's2public.blob.core.windows.net'],
	});
	assert.ok(servfail.every(root.explains));
	assert.ok(!good.some(root.explains));
});

test('a single name that is not looked up is told of its row', () => {
	assert.equal(dnsRoot([...good, found('bitbucket', 'dns.servfail')], place), undefined);
});

for (const cause of ['dns.nxdomain', 'dns.no-address', 'vendor.retired'] as const) {
	test(`${cause} is about a name, and never explained by the DNS`, () => {
		const names = [found('bitbucket', cause), found('looker-license', cause)];
		assert.equal(dnsRoot([...good, ...names], place), undefined);
		const root = dnsRoot([...silent, ...names], place);
		assert.ok(!names.some(name => root?.explains(name)));
	});
}

test('what fails later than the look-up is not explained by the DNS', () => {
	const root = dnsRoot([...silent, ...lost], place);
	for (const finding of [found('mail', 'tcp.timeout'), found('sql-tcp', null)]) {
		assert.ok(!root?.explains(finding));
	}
});

for (const cause of ['dns.disagree', 'dns.half-answered'] as const) {
	test(`${cause} about several names is told once, as a warning`, () => {
		const names = [
			found('bitbucket', cause, {detail: '10.62.0.54 knows no such name'}),
			found('looker-license', cause),
		];
		const root = oddDnsRoot([...good, ...names], place);
		assert.equal(root?.result.cause, cause);
		assert.equal(root?.result.verdict, 'warn');
		assert.equal(root?.result.detail, '10.62.0.54 knows no such name');
		assert.ok(names.every(name => root?.explains(name)));
		assert.equal(oddDnsRoot(names.slice(1), place), undefined);
	});
}
