import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import type {SeenDestination} from '../../source/observation/observed.js';
import {summarise} from '../../source/observation/summarise.js';
import type {ObservedDestination} from '../../source/observation/summary.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const policy = samplePolicy({
	answers: sampleAnswers({outbound: {mode: 'destinations'}}),
	names: new Map([
		['license.looker.com', [address('198.51.100.7')]],
		['mssql.uni.edu', [address('10.50.0.5')]],
	]),
	facts: {resolvers: [address('10.0.0.53')], usesDhcp: {4: true, 6: false}},
});

/** `198.51.100.7 443 tcp`, and the names that it was told for. */
function seen(
	text: string,
	names: readonly string[] = [],
	rest: Partial<SeenDestination> = {},
): SeenDestination {
	const [of = '', port, protocol] = text.split(' ');
	return {
		...{address: address(of), port: Number(port), names},
		...{protocol: protocol === 'udp' ? 'udp' : 'tcp', tries: 1, isAnswered: true},
		...{first: 1000, last: 2000, ...rest},
	};
}

function summaryOf(...destinations: readonly SeenDestination[]) {
	const well = {since: 0, until: undefined, isFull: false, trouble: undefined};
	return summarise({...well, destinations}, policy);
}

function asText({names, addresses, port, protocol}: ObservedDestination): string {
	return [names.join('+'), addresses.map(formatAddress).join(), port, protocol].join(' ');
}

suite('by connection', () => {
	for (const [name, destination, rule, wanted] of [
		[
			'a name that the DNS tells now',
			seen('198.51.100.7 443 tcp'),
			'looker-license',
			'license.looker.com 198.51.100.7 443 tcp',
		],
		[
			'an address that a name had then',
			seen('203.0.113.9 443 tcp', ['license.looker.com']),
			'looker-license',
			'license.looker.com 203.0.113.9 443 tcp',
		],
		[
			'an address that it shares with other names',
			seen('203.0.113.9 443 tcp', ['a.example', 'license.looker.com', 'z.example']),
			'looker-license',
			'license.looker.com 203.0.113.9 443 tcp',
		],
		[
			'what was asked for, of several listed names at one address,',
			seen('198.51.100.7 443 tcp', ['bitbucket.org']),
			'bitbucket',
			'bitbucket.org 198.51.100.7 443 tcp',
		],
		[
			'a time server of a pool',
			seen('203.0.113.123 123 udp', ['0.centos.pool.ntp.org']),
			'time',
			'0.centos.pool.ntp.org 203.0.113.123 123 udp',
		],
		['the resolver', seen('10.0.0.53 53 udp'), 'dns-udp', ' 10.0.0.53 53 udp'],
		[
			'a server that gives addresses, which is asked from a port of its own',
			seen('10.0.0.67 67 udp'),
			'dhcp',
			' 10.0.0.67 67 udp',
		],
	] as const) {
		test(`${name} belongs to ${rule}`, () => {
			const {connections, unknown} = summaryOf(destination);
			assert.deepEqual(unknown, []);
			assert.deepEqual(
				connections.flatMap(each =>
					each.destinations.map(one => `${each.rule.id}: ${asText(one)}`),
				),
				[`${rule}: ${wanted}`],
			);
		});
	}

	test('a connection that nothing was seen of is there, without a destination', () => {
		const {connections} = summaryOf();
		const ids = connections.map(({rule}) => rule.id);
		assert.ok(ids.includes('bitbucket'));
		assert.ok(!ids.includes('viewers'));
		assert.ok(connections.every(({destinations}) => destinations.length === 0));
	});

	test('the addresses of a name are one destination', () => {
		const {connections} = summaryOf(
			seen('203.0.113.9 443 tcp', ['bitbucket.org'], {tries: 2, first: 500}),
			seen('203.0.113.10 443 tcp', ['bitbucket.org'], {tries: 3, last: 9000}),
		);
		const [one, ...more] =
			connections.find(({rule}) => rule.id === 'bitbucket')?.destinations ?? [];
		assert.ok(one);
		assert.deepEqual(more, []);
		assert.deepEqual([one.tries, one.first, one.last], [5, 500, 9000]);
		assert.equal(one.addresses.length, 2);
	});
});

suite('what would be cut off', () => {
	for (const [name, destination, wanted] of [
		[
			'an unlisted name on a listed port',
			seen('203.0.113.9 443 tcp', ['errors.example']),
			'errors.example 203.0.113.9 443 tcp',
		],
		[
			'a listed name on another port',
			seen('203.0.113.9 9000 tcp', ['license.looker.com']),
			'license.looker.com 203.0.113.9 9000 tcp',
		],
		[
			'a listed name over another protocol',
			seen('203.0.113.9 443 udp', ['license.looker.com']),
			'license.looker.com 203.0.113.9 443 udp',
		],
		['an address without a name', seen('203.0.113.9 443 tcp'), ' 203.0.113.9 443 tcp'],
		[
			'another resolver than those in use',
			seen('192.0.2.53 53 udp'),
			' 192.0.2.53 53 udp',
		],
		[
			'a public name that was told an address inside',
			seen('10.1.2.3 443 tcp', ['license.looker.com']),
			'license.looker.com 10.1.2.3 443 tcp',
		],
	] as const) {
		test(name, () => {
			assert.deepEqual(summaryOf(destination).unknown.map(asText), [wanted]);
		});
	}

	test('what was answered comes first, and then what was seen last', () => {
		const {unknown} = summaryOf(
			seen('203.0.113.1 443 tcp', [], {last: 9000, isAnswered: false}),
			seen('203.0.113.2 443 tcp', [], {last: 2000}),
			seen('203.0.113.3 443 tcp', [], {last: 3000}),
			seen('203.0.113.4 443 tcp', [], {last: 2000, tries: 8}),
		);
		assert.deepEqual(
			unknown.flatMap(({addresses}) => addresses.map(formatAddress)),
			['203.0.113.3', '203.0.113.4', '203.0.113.2', '203.0.113.1'],
		);
	});
});
