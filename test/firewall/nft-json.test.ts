import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {formatCidr} from '../../source/addresses/cidr.js';
import {isAsAsked} from '../../source/firewall/compare.js';
import {parseListing} from '../../source/firewall/nft-json.js';
import {ownObjects, setsAmong} from '../../source/firewall/own-table.js';
import {setNames} from '../../source/firewall/peer-sets.js';
import {planChanges} from '../../source/firewall/plan.js';
import {listedPolicy} from './listed-policy.js';

const recorded = await readFile('test/firewall/listing.json', 'utf8');
const listing = parseListing(recorded);

test('what nft lists after a load is the policy that was loaded, element by element', () => {
	assert.ok(isAsAsked(listedPolicy, listing));
	assert.deepEqual(planChanges(listedPolicy, listing), []);
});

test('the sets in the kernel are those that the policy needs', () => {
	const sets = setsAmong(ownObjects(recorded));
	assert.deepEqual(sets.toSorted(), setNames(listedPolicy).toSorted());
});

test('packets are counted by rule', () => {
	const packets = Object.fromEntries(
		listing.rules.map(({id, direction, packets: count}) => [`${direction} ${id}`, count]),
	);
	// Three pings to itself: three requests and three answers.
	assert.equal(packets['inbound loopback'], 6);
	assert.equal(packets['outbound loopback'], 6);
	assert.equal(packets['inbound viewers'], 0);
});

type Listed = {
	table?: {flags?: string};
	chain?: {name: string; policy: string};
	set?: {name: string; elem?: unknown[]};
	rule?: {chain: string; comment?: string; expr: unknown[]};
};

/** The recorded listing after somebody changed something by hand. */
function tampered(change: (objects: Listed[]) => readonly Listed[]): string {
	const {nftables} = JSON.parse(recorded) as {nftables: Listed[]};
	return JSON.stringify({nftables: change(nftables)});
}

test('packets of both families, and those sent on to a container, are counted together', () => {
	let count = 0;
	const counted = tampered(objects =>
		objects.map(object =>
			object.rule?.comment === 'viewers'
				? JSON.parse(
						JSON.stringify(object).replace('"packets":0', `"packets":${++count}`),
					)
				: object,
		),
	);
	const viewers = parseListing(counted).rules.find(({id}) => id === 'viewers');
	assert.equal(viewers?.packets, 1 + 2 + 3 + 4);
});

function withSet(name: string, elem: unknown[]) {
	return tampered(objects =>
		objects.map(object =>
			object.set?.name === name ? {set: {...object.set, elem}} : object,
		),
	);
}

function peersAfter(name: string, elem: unknown[]) {
	const {rules} = parseListing(withSet(`${name}-4`, elem));
	const peers = rules.find(({id}) => id === name)?.peers;
	return peers?.kind === 'some' ? peers.cidrs.map(formatCidr) : peers?.kind;
}

for (const [name, elem, cidrs] of [
	['an address', ['10.40.0.9'], ['10.40.0.9']],
	['a block', [{prefix: {addr: '10.40.0.0', len: 24}}], ['10.40.0.0/24']],
	['a range that is a block', [{range: ['10.40.0.0', '10.40.0.255']}], ['10.40.0.0/24']],
	[
		'a range that is none',
		[{range: ['10.40.0.1', '10.40.0.4']}],
		['10.40.0.1', '10.40.0.2/31', '10.40.0.4'],
	],
	['everybody as a range', [{range: ['0.0.0.0', '255.255.255.255']}], ['0.0.0.0/0']],
	['nothing', [], []],
] as const) {
	test(`an element of a set is read: ${name}`, () => {
		assert.deepEqual(peersAfter('remote-support', [...elem]), cidrs);
	});
}

test('an element with a counter or a comment of its own is not passed over', () => {
	// libnftables-json(5): {"elem": {"val": …}} wherever an element has more than its value.
	assert.deepEqual(
		peersAfter('remote-support', [{elem: {val: '10.66.0.6', comment: 'x'}}]),
		['10.66.0.6'],
	);
});

const accept = {accept: null};
const match = (op: string, left: unknown, right: unknown) => ({match: {op, left, right}});
const added =
	(comment: string, ...expr: unknown[]) =>
	(objects: Listed[]) => [
		...objects,
		{rule: {chain: 'input', comment, expr: [...expr, accept]}},
	];
const viewers = match('==', {payload: {protocol: 'ip', field: 'saddr'}}, '@viewers-4');
const dport = {payload: {protocol: 'tcp', field: 'dport'}};

/** Rewrites the first rule with a comment, as `nft replace rule` would. */
function replaced(comment: string, rewrite: (text: string) => string) {
	return (objects: Listed[]) => {
		const at = objects.findIndex(({rule}) => rule?.comment === comment);
		const changed = JSON.parse(rewrite(JSON.stringify(objects[at]))) as Listed;
		return objects.with(at, changed);
	};
}

const published = (port: number) =>
	match('==', {ct: {key: 'proto-dst', dir: 'original'}}, port);

function changedRules(
	objects: readonly Listed[],
	chain: string,
	rewrite: (text: string) => string,
): readonly Listed[] {
	return objects.map(object =>
		object.rule?.chain === chain
			? (JSON.parse(rewrite(JSON.stringify(object))) as Listed)
			: object,
	);
}

test('a table from before published ports were judged is told from one that does', () => {
	const isForForwarding = (name: string | undefined) =>
		name === 'forward' || name === 'published';
	const older = parseListing(
		tampered(objects =>
			objects.filter(
				({chain, rule}) => !isForForwarding(chain?.name) && !isForForwarding(rule?.chain),
			),
		),
	);
	assert.ok(!isAsAsked(listedPolicy, older));
	assert.deepEqual(
		planChanges(listedPolicy, older).map(({text}) => text),
		['ports that containers publish are not judged by these rules'],
	);
});

test('names for numbers, as older nft lists them, read the same', () => {
	const named = tampered(listed => {
		const objects = changedRules(listed, 'output', text =>
			text.replace('[2,16]]},"right":16', '["syn","ack"]]},"right":"ack"'),
		);
		return changedRules(
			changedRules(objects, 'published', text =>
				text
					.replace('{"key":"l4proto"}},"right":6}', '{"key":"l4proto"}},"right":"tcp"}')
					.replace('{"key":"l4proto"}},"right":17}', '{"key":"l4proto"}},"right":"udp"}'),
			),
			'forward',
			text =>
				text
					.replace('"right":32', '"right":"dnat"')
					.replace('"right":0', '"right":"original"'),
		);
	});
	assert.match(named, /"right":"ack".*"right":"dnat".*"right":"original"/);
	assert.ok(isAsAsked(listedPolicy, parseListing(named)));
});

for (const [name, change] of [
	[
		'a rule without a comment',
		(objects: Listed[]) => [...objects, {rule: {chain: 'input', expr: [accept]}}],
	],
	['a rule under a name of ours', added('viewers', viewers, match('==', dport, 22))],
	['everybody under a name of ours', added('viewers', match('==', dport, 9999))],
	['a range of ports', added('web', match('==', dport, {range: [1, 65_535]}))],
	[
		'everybody but the viewers',
		replaced('viewers', text => text.replace('"=="', '"!="')),
	],
	[
		'another interface than loopback',
		replaced('loopback', text => text.replace('"lo"', '"eth0"')),
	],
	[
		'new connections as replies',
		replaced('replies', text => text.replace('[2,4]', '[8]')),
	],
	['another port', replaced('viewers', text => text.replace('9999', '9998'))],
	[
		'a chain that lets everything pass at its end',
		(objects: Listed[]) =>
			objects.map(object =>
				object.chain?.name === 'input'
					? {chain: {...object.chain, policy: 'accept'}}
					: object,
			),
	],
	[
		'the guard before open connections taken out',
		(objects: Listed[]) =>
			objects.filter(({rule}) => !JSON.stringify(rule ?? '').includes('"drop"')),
	],
	[
		'the refusal of outbound packets taken out',
		(objects: Listed[]) =>
			objects.filter(({rule}) => !JSON.stringify(rule ?? '').includes('"reject"')),
	],
	[
		'open connections that nobody tracked no longer let on',
		(objects: Listed[]) =>
			objects.filter(({rule}) => !JSON.stringify(rule ?? '').includes('"flags"')),
	],
	[
		'first packets let out with them',
		(objects: Listed[]) =>
			changedRules(objects, 'output', text =>
				text.replace('[2,16]]},"right":16', '[2,16]]},"right":2'),
			),
	],
	[
		'everything that is sent on, let through first',
		(objects: Listed[]) => [
			{rule: {chain: 'forward', comment: 'mine', expr: [accept]}},
			...objects,
		],
	],
	[
		'everything that is sent on, refused after it was judged',
		(objects: Listed[]) => [
			...objects,
			{rule: {chain: 'forward', comment: 'mine', expr: [{drop: null}]}},
		],
	],
	[
		'published ports no longer sent to be judged',
		(objects: Listed[]) => objects.filter(({rule}) => rule?.chain !== 'forward'),
	],
	[
		'only what is no published port sent to be judged',
		(objects: Listed[]) =>
			changedRules(objects, 'forward', text => text.replace('32', '16')),
	],
	[
		'only the way back sent to be judged',
		(objects: Listed[]) =>
			changedRules(objects, 'forward', text => text.replace('"right":0', '"right":1')),
	],
	[
		'a published port that a rule opens for everybody',
		(objects: Listed[]) => [
			{rule: {chain: 'published', comment: 'viewers', expr: [published(9999), accept]}},
			...objects,
		],
	],
	[
		'a published port that a rule without a name opens',
		(objects: Listed[]) => [{rule: {chain: 'published', expr: [accept]}}, ...objects],
	],
	[
		'a rule for published ports taken out',
		(objects: Listed[]) =>
			objects.filter(
				({rule}) => rule?.chain !== 'published' || rule.comment !== 'viewers',
			),
	],
	[
		'another published port',
		(objects: Listed[]) =>
			changedRules(objects, 'published', text => text.replace('9999', '9998')),
	],
	[
		'the port a container listens on instead of the published one',
		(objects: Listed[]) =>
			changedRules(objects, 'published', text => text.replace('original', 'reply')),
	],
	[
		'the refusal of published ports taken out',
		(objects: Listed[]) =>
			objects.filter(
				({rule}) => rule?.chain !== 'published' || rule.comment !== 'refused',
			),
	],
	[
		'the refusal of published ports for some only',
		(objects: Listed[]) =>
			changedRules(objects, 'published', text =>
				text.includes('"drop"')
					? text.replace('"expr":[', `"expr":[${JSON.stringify(viewers)},`)
					: text,
			),
	],
	[
		'everything that is sent on, refused at the end',
		(objects: Listed[]) =>
			objects.map(object =>
				object.chain?.name === 'forward'
					? {chain: {...object.chain, policy: 'drop'}}
					: object,
			),
	],
	[
		'the whole table put to sleep',
		(objects: Listed[]) =>
			objects.map(({table, ...object}) =>
				table === undefined ? object : {table: {...table, flags: 'dormant'}},
			),
	],
] as ReadonlyArray<readonly [string, (objects: Listed[]) => readonly Listed[]]>) {
	test(`somebody's change by hand is seen: ${name}`, () => {
		const seen = parseListing(tampered(change));
		assert.ok(!isAsAsked(listedPolicy, seen));
		assert.notDeepEqual(planChanges(listedPolicy, seen), []);
	});
}
