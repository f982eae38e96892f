import process from 'node:process';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {runCommand} from '../../source/host/command.js';
import {rehearsalFor} from '../../source/rehearsal/rehearsal.js';
import {rehearse} from '../../source/rehearsal/rehearse.js';
import {address, samplePolicy} from '../helpers/sample.js';

/** What the answers of the example ask for, tried by an administrator over SSH. */
export const examplePolicy = samplePolicy();
export const exampleRuleset = renderRuleset(examplePolicy);
export const exampleRehearsal = rehearsalFor(examplePolicy, {
	facts: {addresses: [address('10.10.0.10')]},
	clients: [{address: address('10.40.0.9'), port: 22}],
});

/** With the program as it was built. */
export const options = {
	run: runCommand,
	ownCommand: [process.execPath, 'dist/cli.js'],
} as const;

/** Rehearses the example; what contradicts its policy, in words. */
export async function rehearseExample(
	ruleset = exampleRuleset,
): Promise<readonly string[]> {
	const contradictions = await rehearse(exampleRehearsal, ruleset, options);
	return contradictions.map(({text}) => text);
}
