import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';

const list =
	"import {givenFiles} from './source/host/given-files.ts'; console.log(JSON.stringify([...givenFiles()]));";

/** Which files a program of its own finds that it was given, when a shell starts it so. */
async function givenTo(start: string): Promise<readonly number[]> {
	const program = [
		process.execPath,
		'--import=tsx',
		'--input-type=module',
		'--eval',
		list,
	];
	const {stdout} = await execa('bash', ['-c', start, 'bash', ...program]);
	return JSON.parse(stdout);
}

test('files and pipes that a program was started with are given to it', async () => {
	const given = await givenTo('echo secret | "$@" 3< /dev/null 4< <(echo secret) 5<&0');
	assert.ok(
		[0, 1, 2, 3, 4, 5].every(number => given.includes(number)),
		given.join(),
	);
});

test('what Node.js opens for itself was not given by anybody', async () => {
	const given = await givenTo('"$@" < /dev/null');
	assert.ok(given.includes(0) && !given.includes(3), given.join());
});
