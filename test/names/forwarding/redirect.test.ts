import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderRedirect} from '../../../source/names/forwarding/redirect.js';
import {address} from '../../helpers/sample.js';

const tablesIn = (script: string) =>
	[...script.matchAll(/^table (\S+ \S+) \{/gm)].map(([, name]) => name);

for (const [name, servers, tables] of [
	['both families', ['10.0.0.53', '2001:db8::53'], ['ip', 'ip6']],
	['IPv4 only', ['10.0.0.53', '10.0.0.54'], ['ip']],
	['IPv6 only', ['2001:db8::53'], ['ip6']],
	['nobody', [], []],
] as const) {
	test(`what is sent to ${name} is turned, and what was turned before is not`, () => {
		const script = renderRedirect(servers.map(address), 10_053);
		assert.deepEqual(
			tablesIn(script),
			tables.map(family => `${family} analytics_setup_dns`),
		);
		for (const family of ['ip', 'ip6']) {
			assert.ok(script.startsWith('add table ip analytics_setup_dns\n'));
			assert.ok(script.includes(`delete table ${family} analytics_setup_dns\n`));
		}
	});
}

test('each server is turned over UDP and TCP, but not for whoever asks in our place', () => {
	const script = renderRedirect(['10.0.0.53', '10.0.0.54'].map(address), 10_053);
	const [, turned = ''] = script.split('chain turned {');
	const [rules = ''] = turned.split('}\n\tchain');
	const lines = rules.split('\n').map(line => line.trim());
	assert.ok(lines.indexOf('meta skuid 65533 return') > 0);
	for (const protocol of ['udp', 'tcp']) {
		const at = lines.indexOf(
			`ip daddr { 10.0.0.53, 10.0.0.54 } ${protocol} dport 53 redirect to :10053`,
		);
		assert.ok(at > lines.indexOf('meta skuid 65533 return'));
	}
});
