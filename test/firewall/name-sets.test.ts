import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {isAsAsked} from '../../source/firewall/compare.js';
import {nameOfSet, nameSet, renderNameSets} from '../../source/firewall/name-sets.js';
import {parseListing} from '../../source/firewall/nft-json.js';
import {ownObjects, setsAmong} from '../../source/firewall/own-table.js';
import {setNames} from '../../source/firewall/peer-sets.js';
import {planChanges} from '../../source/firewall/plan.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {followedAmong, followedNames} from '../../source/policy/followed-names.js';
import {findRule, sampleAnswers, samplePolicy} from '../helpers/sample.js';

/**
 * The policy that `followed-listing.json` was recorded of, as `listing.json` was, with an
 * address of each family added for license.looker.com, and for 0.centos.pool.ntp.org.
 */
const policy = samplePolicy({
	answers: sampleAnswers({
		outbound: {mode: 'destinations'},
		time: {servers: ['10.0.0.1', '0.centos.pool.ntp.org', 'ntp.uni.edu']},
	}),
});
const recorded = await readFile('test/firewall/followed-listing.json', 'utf8');
const listing = parseListing(recorded);
const script = renderRuleset(policy);

test('what nft lists of followed names is the policy, whatever they stand for', () => {
	assert.ok(isAsAsked(policy, listing));
	assert.deepEqual(planChanges(policy, listing), []);
	const sets = setsAmong(ownObjects(recorded));
	assert.deepEqual(sets.toSorted(), setNames(policy).toSorted());
});

test('a rule in effect tells what its names stand for in the kernel', () => {
	const rule = listing.rules.find(({id}) => id === 'looker-license');
	assert.ok(rule);
	assert.deepEqual(
		followedAmong(rule.peers).map(({name, addresses}) => [
			name,
			addresses.map(formatAddress),
		]),
		[['license.looker.com', ['198.51.100.7', '2001:db8::7']]],
	);
});

test('a rule that follows other names is told by their names', () => {
	const other = samplePolicy({
		answers: sampleAnswers({
			outbound: {mode: 'destinations'},
			time: {servers: ['10.0.0.1', '0.centos.pool.ntp.org', 'time.uni.edu']},
		}),
	});
	assert.ok(!isAsAsked(other, listing));
	assert.deepEqual(
		planChanges(other, listing).map(({action, text}) => `${action} ${text}`),
		[
			'add this server may reach time.uni.edu on 123/udp: time',
			'remove this server may reach ntp.uni.edu on 123/udp: time',
		],
	);
});

test('a rule for any destination is not the same as one that follows names', () => {
	const open = samplePolicy();
	assert.ok(!isAsAsked(open, listing));
	assert.ok(planChanges(open, listing).some(({text}) => text.endsWith(': https')));
});

test('the script declares the sets of names, and neither fills nor empties them', () => {
	for (const name of followedNames(policy)) {
		for (const family of [4, 6] as const) {
			const mentions = script
				.split('\n')
				.filter(line => line.includes(nameSet(name, family)));
			const [declaration, ...rules] = mentions;
			assert.match(
				declaration ?? '',
				/^\tset \S+ \{ type ipv[46]_addr; flags dynamic,timeout; \}$/,
			);
			assert.ok(rules.length > 0);
			assert.ok(rules.every(line => / accept comment "/.test(line)));
		}
	}
});

test('only what has no connection renews an address by using it', () => {
	const renewing = script.split('\n').filter(line => line.includes(' update @'));
	assert.ok(renewing.length > 0);
	assert.ok(renewing.every(line => / udp dport (?:123|1433) update @/.test(line)));
});

test('a rule whose names are all followed has no other set, and one for nobody has', () => {
	const sets = setNames(policy);
	assert.ok(!sets.includes('looker-license-4'));
	assert.ok(sets.includes('time-4'));
	const nobody = samplePolicy({
		answers: sampleAnswers({outbound: {mode: 'destinations'}, time: {servers: []}}),
	});
	assert.equal(findRule(nobody, 'time')?.peers.kind, 'some');
	assert.ok(setNames(nobody).includes('time-4'));
});

test('a set tells its name and family', () => {
	for (const name of [
		'a',
		'0.centos.pool.ntp.org',
		'xn--bcher-kva.de',
		'to-x-4.uni.edu',
	]) {
		assert.deepEqual(nameOfSet(nameSet(name, 4)), {name, family: 4});
		assert.deepEqual(nameOfSet(nameSet(name, 6)), {name, family: 6});
	}

	for (const set of ['viewers-4', 'extra-to-4', 'to-', 'to--4', 'to-a-5']) {
		assert.equal(nameOfSet(set), undefined);
	}
});

test('sets can be made before any rule uses them', () => {
	assert.equal(
		renderNameSets(['a.uni.edu']),
		[
			'add table inet analytics_setup',
			'table inet analytics_setup {',
			'\tset to-a.uni.edu-4 { type ipv4_addr; flags dynamic,timeout; }',
			'\tset to-a.uni.edu-6 { type ipv6_addr; flags dynamic,timeout; }',
			'}',
			'',
		].join('\n'),
	);
});
