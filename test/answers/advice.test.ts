import assert from 'node:assert/strict';
import {test} from 'node:test';
import {adviseOnAnswers} from '../../source/answers/advice.js';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleAnswers, sampleInput} from '../helpers/sample.js';

const extra = {
	...{id: 'backup', direction: 'inbound', port: 9102, protocol: 'tcp', usage: ''},
} as const;

for (const [name, sections, path, words] of [
	['nobody views', {viewers: {subnets: []}}, 'viewers.subnets', /Nobody .*9999\/tcp/],
	[
		'no AppsAnywhere server',
		{appsanywhere: {servers: []}},
		'appsanywhere.servers',
		/No AppsAnywhere server .*19999\/tcp/,
	],
	['no time server', {time: {servers: []}}, 'time.servers', /No time server/],
	[
		'only the listed destinations',
		{outbound: {mode: 'destinations'}},
		'outbound.mode',
		/^mirrorlist\.centos\.org is retired, .*EPEL, .* among your own rules \(extra\)/,
	],
	[
		'a network inside another',
		{viewers: {subnets: ['10.0.0.0/8', '10.20.0.0/16']}},
		'viewers.subnets[1]',
		/already inside 10\.0\.0\.0\/8/,
	],
	[
		'AppsAnywhere named with everybody',
		{appsanywhere: {servers: ['aa2.uni.edu', '0.0.0.0/0']}},
		'appsanywhere.servers[1]',
		/everybody/,
	],
	[
		'support from everybody',
		{support: {enabled: true, sources: ['::/0']}},
		'support.sources[0]',
		/everybody/,
	],
	[
		'an addition for everybody',
		{extra: [{...extra, peer: '0.0.0.0/0'}]},
		'extra[0].peer',
		/everybody/,
	],
	[
		'an addition for everybody, with a space before it',
		{extra: [{...extra, peer: ' 0.0.0.0/0'}]},
		'extra[0].peer',
		/everybody/,
	],
] as const) {
	test(`allowed, with a warning: ${name}`, () => {
		const {answers, warnings} = checkAnswers({...sampleInput(), ...sections});
		assert.ok(answers);
		assert.deepEqual(
			warnings.map(remark => remark.path),
			[path],
		);
		assert.match(warnings[0]?.reason ?? '', words);
	});
}

test('a warning names the entry as it was typed', () => {
	const [remark] = adviseOnAnswers(sampleAnswers({viewers: {subnets: ['10.20.4.1/16']}}));
	assert.deepEqual(remark, {
		path: 'viewers.subnets[0]',
		value: '10.20.4.1/16',
		reason: 'read as 10.20.0.0/16, the network it lies in',
	});
});

test('faults come without warnings: they would be about answers that do not count', () => {
	const {faults, warnings} = checkAnswers({
		...sampleInput(),
		viewers: {subnets: ['0.0.0.0/0', 'x/y']},
	});
	assert.equal(faults.length, 1);
	assert.deepEqual(warnings, []);
});
