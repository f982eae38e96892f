import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {suite, test} from 'node:test';
import {execa} from 'execa';
import {completionCases} from './completion-cases.js';
import {oddFolder} from './odd-folder.js';

const script = resolve('assets/completions/analytics-setup.fish');

suite('fish', () => {
	const folder = oddFolder();

	/** What is offered, a word and what it is for. */
	const offer = async (keys: string) => {
		const program = `source ${script}; complete -C $argv[1]`;
		const line = `analytics-setup ${keys.replace('\t', '')}`;
		const {stdout} = await execa('fish', ['--no-config', '-c', program, '--', line], {
			cwd: folder(),
		});
		return stdout
			.split('\n')
			.filter(text => text !== '')
			.map(text => text.split('\t'));
	};

	for (const [what, keys, offered] of completionCases) {
		test(`completes ${what}: "${keys.trimEnd()}"`, async () => {
			const words = (await offer(keys)).map(([word = '']) => word.replace(/\/$/, ''));
			assert.deepEqual(words.toSorted(), offered);
		});
	}

	test('shows what a command and a flag are for', async () => {
		const [[, command = ''] = []] = await offer('st');
		assert.match(command, /^configured\?/);
		const [[, flag = ''] = []] = await offer('plan --ra');
		assert.equal(flag, 'only the exact files that would be written');
	});
});
