import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {parse} from 'yaml';
import {type Address, parseAddress} from '../../source/addresses/address.js';
import {formatCidr} from '../../source/addresses/cidr.js';
import {checkAnswers} from '../../source/answers/check.js';
import type {Answers} from '../../source/answers/schema.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {Direction} from '../../source/catalogue/connection.js';
import {compilePolicy, type PolicyInput} from '../../source/policy/compile.js';
import type {Policy, Rule} from '../../source/policy/policy.js';

const example = await readFile('assets/answers.example.yaml', 'utf8');

/** The content of `assets/answers.example.yaml`, as a file gives it; free to be changed. */
export function sampleInput(): Record<string, unknown> {
	return parse(example);
}

/** The answers of the example, some sections replaced. */
export function sampleAnswers(sections: Readonly<Partial<Answers>> = {}): Answers {
	const {answers} = checkAnswers(sampleInput());
	assert.ok(answers);
	return {...answers, ...sections};
}

export function address(text: string): Address {
	return parseAddress(text) ?? assert.fail(`${text} is no address`);
}

export const sampleNames = new Map([
	['mssql.uni.edu', [address('10.50.0.5'), address('2001:db8:50::5')]],
	['aa2.uni.edu', [address('10.30.0.20')]],
]);

/** What is asked for, with the example's answers, names and a plain host for the rest. */
export function samplePolicy({
	answers = sampleAnswers(),
	names = sampleNames,
	facts = {resolvers: [address('10.0.0.53')], usesDhcp: {4: false, 6: false}},
}: Partial<PolicyInput> = {}): Policy {
	return compilePolicy({catalogue, answers, names, facts});
}

/** The rule of an id; undefined when the policy has none. */
export function findRule(
	{rules}: Policy,
	id: string,
	direction?: Direction,
): Rule | undefined {
	return rules.find(
		rule => rule.id === id && (direction === undefined || rule.direction === direction),
	);
}

/** The blocks of a rule as text; `any` where it has no limit. */
export function peersIn(rule: Rule | undefined): 'any' | readonly string[] | undefined {
	return rule?.peers.kind === 'some'
		? rule.peers.cidrs.map(formatCidr)
		: rule?.peers.kind;
}

/** A folder that is gone when the test ends. */
export async function temporaryFolder(context: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
	context.after(() => rm(folder, {recursive: true, force: true}));
	return folder;
}
