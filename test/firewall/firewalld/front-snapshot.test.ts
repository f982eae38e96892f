import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	formatSnapshot,
	parseSnapshot,
} from '../../../source/firewall/firewalld/front-snapshot.js';

const snapshot = {
	files: {'zones/analytics.xml': '<zone/>'},
	defaultZone: 'public',
	listing: '{"nftables":[]}',
};

test('a snapshot is read back as it was taken, with firewalld’s table or without', () => {
	const {listing: _listing, ...without} = snapshot;
	for (const each of [snapshot, without]) {
		assert.deepEqual(parseSnapshot(formatSnapshot(each)), each);
	}
});

test('a damaged snapshot is refused, and so is one that leads elsewhere', () => {
	const text = formatSnapshot(snapshot);
	for (const damaged of [
		'',
		text.slice(0, -10),
		text.replace('"schema":1', '"schema":2'),
		text.replace('zones/analytics.xml', '../passwd.xml'),
		text.replace('"public"', '"a\\nLockdown=no"'),
	]) {
		assert.throws(() => parseSnapshot(damaged), {code: 'firewall.failed'});
	}
});
