import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {
	frontChanges,
	isFilling,
} from '../../../source/firewall/firewalld/front-changes.js';
import {
	isSameFront,
	type KernelFront,
	readKernelFront,
} from '../../../source/firewall/firewalld/kernel-front.js';
import {openingsFor} from '../../../source/firewall/firewalld/opening.js';
import {listedPolicy} from '../listed-policy.js';

// The input rules that each version made of the files for `listed-policy.ts`, loaded by the
// daemon of that version (0.6.3 and 0.9.11 by their engine alone, without iptables).
const recorded = (version: string) =>
	readFileSync(new URL(`listing-${version}.json`, import.meta.url), 'utf8');
const frontOf = (listing: string | undefined): KernelFront =>
	readKernelFront({listing, isDropping: false});

const wanted = openingsFor(listedPolicy);
const now = recorded('1.3.3');
const textsIn = (listing: string) =>
	frontChanges(wanted, frontOf(listing)).map(({action, text}) => `${action} ${text}`);

/** The recording with some of its text replaced. */
function changed(from: string | RegExp, to: string): string {
	const compact = JSON.stringify(JSON.parse(now));
	const listing = compact.replace(from, to);
	assert.notEqual(listing, compact);
	return listing;
}

for (const version of ['0.9.11', '1.3.3', '2.5.0']) {
	test(`what firewalld ${version} makes of our files is recognised, element by element`, () => {
		assert.deepEqual(frontChanges(wanted, frontOf(recorded(version))), []);
	});
}

test('what firewalld 0.6.3 makes of them is recognised, and that its sets are empty', () => {
	const front = frontOf(recorded('0.6.3'));
	assert.ok(isFilling(wanted, front));
	assert.equal(
		frontChanges(wanted, front)[0]?.text,
		'firewalld: 10.20.0.0/24, 10.20.1.0/24, 10.20.7.9 may reach 9999/tcp: viewers',
	);
});

test('a missing entry is named, and might still come', () => {
	const listing = changed(',"10.20.7.9"', '');
	assert.deepEqual(textsIn(listing), [
		'add firewalld: 10.20.7.9 may reach 9999/tcp: viewers',
	]);
	assert.ok(isFilling(wanted, frontOf(listing)));
});

test('an entry too many is named', () => {
	assert.deepEqual(textsIn(changed('"10.20.7.9"', '"10.20.7.9","10.99.0.9"')), [
		'remove firewalld: 10.99.0.9 may reach 9999/tcp: viewers',
	]);
});

const rule = (chain: string, expr: string) =>
	`"nftables":[{"rule":{"family":"inet","table":"firewalld","chain":"${chain}","expr":[${expr},{"accept":null}]}},`;
const port3306 =
	'{"match":{"op":"==","left":{"payload":{"protocol":"tcp","field":"dport"}},"right":3306}}';

test('a port that was left over by a crash is named, in whichever chain of the zone', () => {
	for (const chain of ['pre', 'allow', 'post']) {
		const listing = changed(
			'"nftables":[',
			rule(`filter_IN_analytics_${chain}`, port3306),
		);
		assert.deepEqual(textsIn(listing), [
			'remove firewalld: anyone may reach 3306/tcp: firewalld',
		]);
		assert.ok(!isFilling(wanted, frontOf(listing)));
	}
});

test('a rule that we would never write is not explained away', () => {
	for (const left of ['{"meta":{"key":"iifname"}}', '{"meta":{"key":"l4proto"}}']) {
		const expr = `{"match":{"op":"==","left":${left},"right":6}}`;
		const listing = changed('"nftables":[', rule('filter_IN_analytics_allow', expr));
		assert.deepEqual(textsIn(listing), [
			'change firewalld: its zone "analytics" lets in something that analytics-setup did not ask for',
		]);
	}
});

test('a rule of another zone is no rule of ours', () => {
	const listing = changed('"nftables":[', rule('filter_IN_analytics2_allow', port3306));
	assert.deepEqual(textsIn(listing), []);
});

test('a rule that is missing is named', () => {
	const accept =
		/,\{"rule":\{[^{}]*"chain":"filter_IN_analytics_allow"(?:(?!"rule").)*?19999.*?"accept":null\}\]\}\}/;
	assert.deepEqual(textsIn(changed(accept, '')), [
		'add firewalld: 10.30.0.10, 10.30.0.20 may reach 19999/tcp: appsanywhere',
	]);
});

test('another default zone is named, though ours is there', () => {
	const listing = changed('{"goto":{"target":"filter_IN_analytics"}}', '{"accept":null}');
	assert.deepEqual(textsIn(listing), [
		'change firewalld: its default zone is "none" and becomes "analytics"',
	]);
});

test('a way to the zone that only some packets take does not make it the default', () => {
	const condition =
		'{"match":{"op":"==","left":{"meta":{"key":"iifname"}},"right":"eth0"}},';
	const listing = changed(
		'{"goto":{"target":"filter_IN_analytics"}}',
		`${condition}{"goto":{"target":"filter_IN_analytics"}}`,
	);
	assert.equal(frontOf(listing).defaultZone, undefined);
});

test('a zone that no longer drops the rest is named', () => {
	const last = '"chain":"filter_IN_analytics","expr":[{"drop":null}]';
	assert.deepEqual(textsIn(changed(last, last.replace('drop', 'accept'))), [
		'change firewalld: its zone "analytics" lets in something that analytics-setup did not ask for',
		'change firewalld: its zone "analytics" no longer drops the rest',
	]);
});

test('what a crash in mid-reload leaves is named', () => {
	const front = readKernelFront({listing: now, isDropping: true});
	assert.match(frontChanges(wanted, front)[0]?.text ?? '', /firewalld_policy_drop/);
	assert.ok(!isFilling(wanted, front));
});

test('where nothing is ours yet, that is one change', () => {
	const stock = now.replaceAll('filter_IN_analytics', 'filter_IN_public');
	assert.deepEqual(
		[stock, undefined].map(listing => frontChanges(wanted, frontOf(listing))[0]?.text),
		[' instead of "public"', ''].map(
			instead =>
				`firewalld: gets a zone "analytics" that lets in what is permitted; it becomes the default zone${instead}`,
		),
	);
});

test('two fronts are the same by what they let in, not by how it is listed', () => {
	const moved = changed(
		'"elem":["10.30.0.10","10.30.0.20"]',
		'"elem":["10.30.0.20","10.30.0.10"]',
	);
	assert.ok(isSameFront(frontOf(now), frontOf(moved)));
	assert.ok(!isSameFront(frontOf(now), frontOf(changed('"10.30.0.20"', '"10.30.0.21"'))));
	assert.ok(!isSameFront(frontOf(now), {...frontOf(now), isDropping: true}));
});
