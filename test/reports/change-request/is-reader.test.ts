import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isReader} from '../../../source/reports/change-request/is-reader.js';
import type {Party} from '../../../source/reports/party.js';
import {audiences} from '../../../source/reports/report-kinds.js';
import {sampleSite} from '../sample-site.js';

for (const [party, readers] of [
	[{owner: 'network'}, ['network']],
	[{owner: 'proxy'}, ['network']],
	[{owner: 'dns'}, ['dns']],
	[{owner: 'remote', destination: 'db.college.example'}, ['dba']],
	[{owner: 'remote', destination: 'relay.college.example'}, ['mail']],
	[{owner: 'remote', destination: 'bitbucket.org'}, []],
	[{owner: 'vendor'}, []],
	[{owner: 'this-host'}, []],
] satisfies ReadonlyArray<readonly [Party, readonly string[]]>) {
	test(`what ${Object.values(party).join(' ')} must mend is for ${readers.join() || 'no team'}`, () => {
		const site = sampleSite();
		assert.deepEqual(
			audiences.filter(audience => isReader(party, audience, site)),
			readers,
		);
		assert.ok(isReader(party, undefined, site));
	});
}
