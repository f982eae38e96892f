import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changingAddresses} from '../../../source/reports/change-request/changing-addresses.js';
import {rowsFor} from '../../../source/reports/change-request/rows-for.js';
import type {Site} from '../../../source/reports/site.js';
import {wordsIn} from '../document-words.js';
import {sampleSite} from '../sample-site.js';

const wordsFor = (site: Site) =>
	changingAddresses(rowsFor(site, undefined), site).map(wordsIn).join('\n');
const words = wordsFor(sampleSite());

test('what is known to change is to be permitted by name, or to anywhere on its port', () => {
	assert.match(
		words,
		/^bitbucket\.org \| 443 TCP \| 192\.0\.2\.86, 192\.0\.2\.87 \| Atlassian .* \| the name \(an FQDN object\), or any destination on 443 TCP$/m,
	);
});

test('what stays where it is, and what is not used, is left out', () => {
	assert.doesNotMatch(words, /license\.looker\.com|db\.college|smtp\.sendgrid\.net/);
});

test('a name with several addresses can be permitted by all of them', () => {
	const site = sampleSite();
	const names = site.names.map(found =>
		found.name === 'db.college.example'
			? {...found, rotation: {kind: 'several', reason: 'Several.'} as const}
			: found,
	);
	assert.match(
		wordsFor({...site, names}),
		/^db\.college\.example \| 1433 TCP \| 10\.5\.0\.5 \| Several\. \| all of these addresses, or the name/m,
	);
});

test('where nothing changes there is no such chapter', () => {
	assert.deepEqual(changingAddresses([], sampleSite()), []);
});
