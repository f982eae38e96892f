import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../../source/answers/schema.js';
import {onlyListed} from '../../../source/reports/change-request/only-listed.js';
import type {Audience} from '../../../source/reports/report-kinds.js';
import {wordsIn} from '../document-words.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const wordsFor = (sections: Partial<Answers>, audience?: Audience) =>
	onlyListed(sampleSite({answers: collegeAnswers(sections)}), audience)
		.map(wordsIn)
		.join('\n');

const strict = {outbound: {mode: 'destinations'}} as const;
const proxy = {url: 'http://10.1.0.8:3128', noProxy: []};

for (const [what, audience, wanted] of [
	['everybody', undefined, /lets out only what goes to the destinations/],
	['the network team', 'network', /lets out only what goes to the destinations/],
	['the DNS team', 'dns', /What the DNS servers answer decides/],
] as const) {
	test(`${what} is told that names are followed, and what that leaves out`, () => {
		const words = wordsFor(strict, audience);
		assert.match(words, wanted);
		assert.match(words, /^mirrors\.fedoraproject\.org sends on to other hosts/m);
		assert.match(words, /^Permit a mirror of your own choice/m);
		assert.match(words, /"software2-public\.azureedge\.net" has no address in the DNS/);
	});
}

test('with a proxy no mirror is left out', () => {
	assert.doesNotMatch(wordsFor({...strict, proxy}), /sends on to other hosts/);
});

for (const [what, sections, audience] of [
	['ports', {outbound: {mode: 'ports'}}, undefined],
	['open', {outbound: {mode: 'open'}}, undefined],
	['destinations', strict, 'dba'],
	['destinations', strict, 'mail'],
] as const) {
	test(`of outbound "${what}" ${audience ?? 'everybody'} need not read this`, () => {
		assert.equal(wordsFor(sections, audience), '');
	});
}
