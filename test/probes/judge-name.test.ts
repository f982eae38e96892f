import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {judgeName} from '../../source/probes/judge-name.js';

const rowOf = (id: string) =>
	catalogue.find(connection => connection.id === id) ?? assert.fail(id);
const license = rowOf('looker-license');
const retired = rowOf('mirrorlist-centos');
const changed = rowOf('acc-cdn');

for (const [name, row, outcome, cause, detail] of [
	['no such name', license, 'nxdomain', 'dns.nxdomain', /no such name/],
	['no address', license, 'no-address', 'dns.no-address', /no address/],
	['a broken DNS', license, 'servfail', 'dns.servfail', /fails/],
	['a DNS that refuses', license, 'refused', 'dns.refused', /refuses/],
	['a silent DNS', license, 'timeout', 'dns.timeout', /does not answer/],
	['no DNS at all', license, 'no-server', 'dns.no-server', /no DNS server/],
	['the end of a name', retired, 'nxdomain', 'vendor.retired', /2024-07-01/],
	['the end of its address', retired, 'no-address', 'vendor.retired', /2024-07-01/],
	['the end of a service', changed, 'nxdomain', 'vendor.changed', /2025-01-15/],
	// Of a DNS that does not work nobody learns that a name is gone.
	['a silent DNS', retired, 'timeout', 'dns.timeout', /does not answer/],
	['a broken DNS', changed, 'servfail', 'dns.servfail', /fails/],
] as const) {
	test(`${name} of ${row.id} is judged ${cause}`, () => {
		const judged = judgeName(row, {outcome}, true);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, cause] of [
	['timeout', 'local.blocked'],
	['refused', 'local.blocked'],
	['nxdomain', 'dns.nxdomain'],
	['servfail', 'dns.servfail'],
	['no-server', 'dns.no-server'],
] as const) {
	test(`"${outcome}" where our own rules let no question out is ${cause}`, () => {
		assert.equal(judgeName(license, {outcome}, false).cause, cause);
	});
}
