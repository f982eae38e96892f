import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgement} from '../../../source/probes/judgement.js';
import {judgeMirrors} from '../../../source/probes/mirrors/judge-mirrors.js';
import type {TriedMirror} from '../../../source/probes/mirrors/tried-mirror.js';
import {verdictOf} from '../../../source/probes/verdict-of.js';

const list = judgement(null, 'TLS 1.3, HTTP 200');
const epel = {mirrored: 'the packages of EPEL'};

function mirror(host: string, parts: Partial<TriedMirror> = {}): TriedMirror {
	return {
		host,
		isPermitted: true,
		judgement: judgement(null, 'HTTP 200'),
		address: '192.0.2.9',
		observation: {name: undefined, journeys: []},
		...parts,
	};
}

const shut = mirror('one.example', {isPermitted: false});
const silent = mirror('two.example', {judgement: judgement('tcp.timeout', 'no answer')});
const good = mirror('three.example');

for (const [what, tried, verdict, cause, detail] of [
	[
		'one that is fetched from',
		[shut, silent, good],
		...(['pass', null, /HTTP 200, fetched from three\.example$/] as const),
	],
	[
		'hosts that are not permitted, though they answer',
		[shut],
		...(['warn', 'mirrors.not-listed', /but no mirror is permitted$/] as const),
	],
	[
		'one that is permitted and silent',
		[shut, silent],
		...(['warn', 'tcp.timeout', /^its mirror two\.example: no answer$/] as const),
	],
	['none', [], 'warn', 'mirrors.no-list', /no list of mirrors$/],
] as const) {
	test(`a list with ${what} is judged ${cause ?? 'proven'}`, () => {
		const {judgement: judged} = judgeMirrors(epel, tried, list);
		assert.equal(judged.cause, cause);
		assert.equal(verdictOf(judged), verdict);
		assert.match(judged.detail, detail);
	});
}

test('the hosts that are not permitted are named, and what comes from them', () => {
	const other = mirror('two.example', {isPermitted: false});
	assert.equal(
		judgeMirrors(epel, [shut, other], list).judgement.named,
		'one.example, two.example',
	);
	assert.equal(judgeMirrors(epel, [], list).judgement.named, 'the packages of EPEL');
});

test('what is wrong with a permitted mirror is told of that mirror', () => {
	const {judgement: judged, address} = judgeMirrors(epel, [silent], list);
	assert.equal(judged.about, 'two.example');
	assert.equal(address, '192.0.2.9');
});
