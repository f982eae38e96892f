import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeDns} from '../../../source/probes/dns/judge-dns.js';
import type {DialOutcome} from '../../../source/probes/tcp/dial-outcome.js';

const asked = {protocol: 'udp', name: 'analytics.uni.edu'} as const;
const dialled = (outcome: DialOutcome, code?: string) => ({
	...{outcome, code, milliseconds: 3},
});

for (const [code, cause, detail] of [
	['NOERROR', null, /^answers$/],
	// That there is no such name is an answer too.
	['NXDOMAIN', null, /^answers$/],
	['SERVFAIL', 'dns.servfail', /SERVFAIL/],
	['REFUSED', 'dns.refused', /REFUSED/],
	['NOTIMP', 'dns.refused', /NOTIMP/],
	['FORMERR', 'dns.refused', /FORMERR/],
] as const) {
	test(`a DNS server that answers ${code} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeDns({dialled: dialled('connected'), code}, asked);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, code, cause, detail] of [
	['timeout', 'ETIMEDOUT', 'dns.server-silent', /no answer in 3\.5 s/],
	['refused', 'ECONNREFUSED', 'dns.no-service', /no DNS server/],
	['unreachable', 'ENETUNREACH', 'udp.unreachable', /no way there/],
	['prohibited', 'EACCES', 'udp.prohibited', /refused by a firewall/],
	['prohibited', 'EPERM', 'local.blocked', /own firewall/],
	['failed', 'EMFILE', 'probe.failed', /EMFILE/],
] as const) {
	test(`a question that ends with ${code} is judged ${cause}`, () => {
		const judged = judgeDns({dialled: dialled(outcome, code), code: undefined}, asked);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}
