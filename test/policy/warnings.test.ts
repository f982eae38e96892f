import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limitsInWords} from '../../source/answers/limits.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {namesToResolve} from '../../source/policy/compile.js';
import {warningsAbout} from '../../source/policy/warnings.js';
import {address, sampleAnswers, sampleNames, samplePolicy} from '../helpers/sample.js';

test('a name that does not resolve is told once, with the first rule that needs it', () => {
	const answers = sampleAnswers();
	const sql = {...answers.sql, instance: 'ANALYTICS'};
	const {rules, warnings} = samplePolicy({
		answers: {...answers, sql},
		names: new Map(),
	});
	const found = warningsAbout(rules).map(({rule, text}) => [rule, text.split(' ')[0]]);
	assert.deepEqual(found, [
		['appsanywhere', '"aa2.uni.edu"'],
		['sql-tcp', '"mssql.uni.edu"'],
	]);
	assert.deepEqual(
		warnings,
		warningsAbout(rules).map(({text}) => text),
	);
});

test('DNS to any address is told', () => {
	const facts = {resolvers: [], usesDhcp: {4: false, 6: false}};
	const [warning] = warningsAbout(samplePolicy({facts}).rules);
	assert.equal(warning?.rule, 'dns-udp');
});

test('where all of it can be done there is nothing to tell', () => {
	assert.deepEqual(warningsAbout(samplePolicy().rules), []);
});

const strict = sampleAnswers({outbound: {mode: 'destinations'}});

/** What is told of the names in the DNS where they are followed, with the rule it is told of. */
function toldOf(names: Readonly<Record<string, readonly string[]>>) {
	const known = Object.entries(names).map(
		([name, addresses]) => [name, addresses.map(address)] as const,
	);
	const policy = samplePolicy({
		answers: strict,
		names: new Map([...sampleNames, ...known]),
	});
	return warningsAbout(policy.rules).map(({rule, text}) => `${rule}: ${text}`);
}

/** All the names of the example and the list, but for what a test is about. */
const everywhere = Object.fromEntries(
	namesToResolve(catalogue, strict).map(name => [name, ['198.51.100.7']]),
);

test('a followed name without an address is permitted once it has one', () => {
	assert.deepEqual(toldOf({...everywhere, 'bitbucket.org': []}), [
		'bitbucket: "bitbucket.org" has no address in the DNS. It is permitted from the moment that it has one.',
	]);
});

test('that a retired name has no address is nothing to tell', () => {
	assert.deepEqual(toldOf({...everywhere, 'mirrorlist.centos.org': []}), []);
});

test('a DNS that knows no followed name is told once, and not for each name', () => {
	const names = new Map([['aa2.uni.edu', [address('10.30.0.20')]]]);
	const {rules} = samplePolicy({answers: strict, names});
	assert.deepEqual(
		warningsAbout(rules).map(({text}) => text),
		[
			'The DNS tells no address of any name yet. Each is permitted from the moment that it has one.',
		],
	);
});

for (const [text, wanted] of [
	[
		'0.0.0.0',
		/^bitbucket: .* "bitbucket\.org" is at 0\.0\.0\.0, where no machine can be/,
	],
	['10.0.0.7', /^bitbucket: .* at 10\.0\.0\.7, which is inside, .* \(extra\)\.$/],
] as const) {
	test(`${text} for a name of the list is told as what is never permitted`, () => {
		const told = toldOf({...everywhere, 'bitbucket.org': ['198.51.100.7', text]});
		assert.equal(told.length, 1);
		assert.match(told[0] ?? '', wanted);
	});
}

test('what these rules leave out of the list is told with them', () => {
	const {warnings} = samplePolicy({answers: strict});
	assert.deepEqual(warnings.slice(-4), limitsInWords(strict));
});
